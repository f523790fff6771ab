"""`talentflow mcp`: the record as tools for assistants."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from talentflow.serve.options import Database, OwnReader, open_library, open_reader
from talentflow.serve.terminal import complain


def mcp(
    context: typer.Context,
    http: Annotated[
        bool, typer.Option("--http", help="Answer at an address of this machine instead of standard input and output.")
    ] = False,
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=1, max=65535, help="The port for --http.")] = 8018,
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

    Example:

    \b
        talentflow mcp --db news.db
        talentflow mcp --http --port 8018 --pages http://127.0.0.1:8017
    """
    from talentflow.serve.assistant.server import create_server

    with open_library(context, db) as library:
        server = create_server(library, partial(open_reader, is_quick=reader == "rules"), pages)
        if not http:
            server.run("stdio")
            return
        complain(f"assistants find it at http://127.0.0.1:{port}/mcp (stop it with Ctrl+C)")
        server.run("streamable-http", host="127.0.0.1", port=port)
