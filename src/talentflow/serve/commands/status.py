"""`talentflow status`: what the database holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from talentflow import __version__
from talentflow.serve.options import AsOf, Database, open_library
from talentflow.serve.terminal import say, shown
from talentflow.text.visible import json_text


def status(
    context: typer.Context,
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", metavar="text|json", help="How to print.")
    ] = "text",
    as_of: AsOf = None,
    db: Database = None,
) -> None:
    """Show what the database holds.

    Articles by language, stories and their independent origins, claims, moves, people, organizations.

    Example:

    \b
        talentflow status
        talentflow status --db news.db --format json
    """
    with open_library(context, db) as library:
        view = library.status(as_of=as_of)
    if output == "json":
        say(
            json_text(
                {
                    "version": __version__,
                    **asdict(view),
                    "languages": dict(view.languages),
                    "readers": dict(view.readers),
                }
            )
        )
        return
    rows = (
        ("Database", shown(view.url)),
        ("Articles", f"{view.articles:,}{_parts(view.languages)}"),
        ("Stories", f"{view.stories:,} from {view.origins:,} independent origins"),
        ("Claims", f"{view.claims:,}"),
        ("Moves", f"{view.moves:,}"),
        ("People", f"{view.people:,}"),
        ("Organizations", f"{view.organizations:,}"),
        ("Read by", ", ".join(f"{name} ({count:,})" for name, count in view.readers.items()) or "—"),
        ("Schema", f"{view.schema}, Talentflow {__version__}"),
    )
    for label, value in rows:
        say(f"{label:<14} {value}")


def _parts(counts: Mapping[str, int]) -> str:
    words = ", ".join(f"{count:,} {shown(name)}" for name, count in sorted(counts.items(), key=lambda item: -item[1]))
    return f" ({words})" if words else ""
