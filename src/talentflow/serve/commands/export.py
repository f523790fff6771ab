"""`talentflow export`: the ledger as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from talentflow.serve.options import AsOf, Database, open_library


def export(
    context: typer.Context,
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="json: everything; jsonl: a move a line; csv: a move a row, for a sheet.",
        ),
    ] = "json",
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write to this file, whole or not at all, instead of standard output (-)."),
    ] = None,
    as_of: AsOf = None,
    db: Database = None,
) -> None:
    """Write the ledger for other programs.

    Articles with story and origin, entities with their mentions, moves with history, accounts and
    the sentences behind them.

    Example:

    \b
        talentflow export --format csv --output moves.csv
        talentflow export --format json | jq '.moves | length'
    """
    from talentflow.exports import exporters, write_file

    known = exporters()
    if output_format not in known:
        raise typer.BadParameter(f"{output_format!r} is none of {', '.join(known)}.", param_hint="--format")
    with open_library(context, db) as library:
        ledger = library.export_ledger(as_of=as_of)
    if output is None or str(output) == "-":
        known[output_format].write(ledger, sys.stdout)
    else:
        write_file(known[output_format], ledger, output)
