"""`talentflow mcp`: the record as tools for assistants."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from talentflow.model import TalentflowError
from talentflow.serve.listening import is_loopback, listen, shown
from talentflow.serve.options import Database, OwnNames, OwnReader, open_library, open_reader
from talentflow.serve.terminal import complain

if TYPE_CHECKING:
    from talentflow.app.library import Library


def mcp(
    context: typer.Context,
    http: Annotated[
        bool, typer.Option("--http", help="Answer at an address of this machine instead of standard input and output.")
    ] = False,
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="The interface to listen on with --http.")
    ] = "127.0.0.1",
    name: OwnNames = None,
    open_reading: Annotated[
        bool, typer.Option("--open-reading", help="Ask nobody for a token, whoever reaches --host.")
    ] = False,
    port: Annotated[
        int,
        typer.Option("--port", metavar="PORT", min=0, max=65535, help="The port for --http; 0 takes any that is free."),
    ] = 8018,
    pages: Annotated[
        str | None,
        typer.Option("--pages", metavar="ADDRESS", help="Where `talentflow serve` shows the pages, for links to them."),
    ] = None,
    reader: OwnReader = None,
    db: Database = None,
) -> None:
    """Let assistants ask the record, by the Model Context Protocol.

    Tools: search, person, organization, moves, flows, accounts, article_evidence, read_text. Answers are short, with
    the status of each move in words, quotes and links; nothing is changed. It needs an extra:
    pip install "talentflow[mcp]".

    With --http it answers this machine alone unless --host says otherwise; on any other interface it asks for a token
    that opens reading (Authorization: Bearer tf_..., see `talentflow token`). It answers under this machine's name, by
    number, and under each --name; no page of another site is answered.

    Example:

    \b
        talentflow mcp --db news.db
        talentflow mcp --http --port 8018 --pages http://127.0.0.1:8017
        talentflow token make Assistant --scope read
        talentflow mcp --http --host 0.0.0.0 --name talent.example.org
    """
    from talentflow.serve.assistant.server import create_server

    if not http and (name or open_reading or not is_loopback(host)):
        raise TalentflowError("--host, --name and --open-reading are for --http. Add it, or leave them out.")
    with open_library(context, db) as library:
        server = create_server(library, partial(open_reader, is_quick=reader == "rules"), pages)
        if not http:
            server.run("stdio")
            return
        _serve(server, library, host, port, names=name or [], asks=not is_loopback(host) and not open_reading)


def _serve(server: Any, library: Library, host: str, port: int, *, names: list[str], asks: bool) -> None:
    """Answer at an address until somebody stops it."""
    import uvicorn

    from talentflow.serve.assistant.server import over_http

    listening = listen(host, port)
    if not is_loopback(host):
        who = "whoever asks needs a token that opens reading" if asks else "everybody who can reach it can ask"
        complain(f"listening on {host}: {who}.")
    complain(f"assistants find it at http://{shown(host)}:{listening.getsockname()[1]}/mcp (stop it with Ctrl+C)")
    application = over_http(server, host, names, tokens=library.tokens if asks else None)
    try:
        uvicorn.Server(uvicorn.Config(application, log_level="warning", server_header=False)).run(sockets=[listening])
    except KeyboardInterrupt:
        pass  # the way to stop it
    finally:
        listening.close()
