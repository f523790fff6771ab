"""`talentflow serve`: the pages and the API, over the database, on one address."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from talentflow.model import TalentflowError
from talentflow.serve.listening import addresses_of, is_loopback, listen, shown
from talentflow.serve.options import Database, OwnNames, OwnReader, open_library
from talentflow.serve.terminal import complain, say

_USUAL_LIMIT = 600  # requests a minute of an address that is not this machine


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="The interface to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="The port; 0 takes any that is free.")
    ] = 8017,
    any_port: Annotated[
        bool, typer.Option("--any-port", help="Where the port is taken, take any other that is free.")
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the pages in the browser.")] = False,
    rate_limit: Annotated[
        int | None,
        typer.Option(
            "--rate-limit",
            metavar="N",
            min=0,
            help="How many requests a minute one address may make of the API; 0 for any number. "
            "Unless said: any number on this machine, 600 elsewhere.",
        ),
    ] = None,
    name: OwnNames = None,
    open_reading: Annotated[
        bool, typer.Option("--open-reading", help="Ask nobody for a token who only reads, whoever reaches --host.")
    ] = False,
    contact: Annotated[
        str | None,
        typer.Option(
            "--contact",
            metavar="WHOM",
            help="Whom visitors ask for a correction or a removal, shown on the page about the data: "
            "an address of e-mail or of the web, or a few words.",
        ),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes",
            metavar="N",
            min=1,
            max=64,
            help="How many processes answer. Unless said: one, or two where the record is large and there are two "
            "processors or more. Each holds the record in brief in its own memory.",
        ),
    ] = None,
    reader: OwnReader = None,
    db: Database = None,
) -> None:
    """Serve the record as pages and as an API, for looking and for programs.

    It answers this machine alone unless --host says otherwise; on any other interface it asks for a token, see
    `talentflow token`, and answers under this machine's name, by number, and under each --name. Adding and reviewing in
    the browser ask for a token everywhere. Pages are in English, Arabic and Spanish; the API is at /api/v1. Articles
    may be added meanwhile.

    Example:

    \b
        talentflow serve
        talentflow serve --db news.db --port 9000 --open
        talentflow serve --host 0.0.0.0 --name talent.example.org --contact desk@example.org
    """
    from talentflow.serve.web import serving

    library = open_library(context, db)
    try:
        listening = listen(host, port, or_any=any_port)
        count = processes if processes is not None else serving.usual_processes(library)
    except TalentflowError:
        library.close()
        raise
    is_local = is_loopback(host)
    limit = rate_limit if rate_limit is not None else 0 if is_local else _USUAL_LIMIT
    asks = not is_local and not open_reading
    address = f"http://{shown(host)}:{listening.getsockname()[1]}/"
    if not is_local:
        who = "whoever reaches it needs a token to read" if asks else "everybody who can reach it can read this record"
        complain(f"listening on {host}: {who}.")
    say(f"Talentflow is at {address} (stop it with Ctrl+C)")
    sys.stdout.flush()  # whoever reads it from a pipe waits for the address
    if open_:
        import webbrowser

        webbrowser.open(address)
    how = serving.Serving(
        library.url,
        addresses_of(host, name or []),
        requests_a_minute=limit,
        asks_to_read=asks,
        is_quick=reader == "rules",
        contact=contact,
    )
    has_begun = True
    try:
        has_begun = serving.serve(how, library, listening, count)
    except KeyboardInterrupt:
        pass  # the way to stop it
    finally:
        listening.close()
        library.close()
    if not has_begun:
        raise typer.Exit(1)
