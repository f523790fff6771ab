"""`talentflow export`: the ledger as a file."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from talentflow.serve.options import AsOf, Database, open_library
from talentflow.serve.terminal import is_terminal


def export(
    context: typer.Context,
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="json: everything; jsonl: a move a line; csv and xlsx: for a sheet; parquet: for data frames; "
            "graphml: a graph; jsonld: linked data (schema.org, PROV-O); ftm: FollowTheMoney entities. xlsx, parquet "
            "and graphml need a package more, and say which.",
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
    the sentences behind them. Every file says what made it, when, and what may be done with it.

    Example:

    \b
        talentflow export --format csv --output moves.csv
        talentflow export --format xlsx --output moves.xlsx
        talentflow export --format json | jq '.moves | length'
    """
    from talentflow.exports import exporters, is_binary, write_bytes, write_file
    from talentflow.exports.provenance import with_provenance

    known = exporters()
    if output_format not in known:
        raise typer.BadParameter(f"{output_format!r} is none of {', '.join(known)}.", param_hint="--format")
    exporter = known[output_format]
    is_printed = output is None or str(output) == "-"
    if is_printed and is_binary(exporter) and is_terminal(sys.stdout):
        raise typer.BadParameter(f"{output_format} is no text to look at. Name a file.", param_hint="--output")
    with open_library(context, db) as library:
        readers = library.status(as_of=as_of).readers
        with library.walked_ledger(as_of=as_of) as rows:
            ledger = with_provenance(rows, made_at=datetime.now(UTC), readers=readers, as_of=as_of)
            if not is_printed and output is not None:
                write_file(exporter, ledger, output)
            elif is_binary(exporter):
                write_bytes(exporter, ledger, sys.stdout.buffer)
            else:
                exporter.write(ledger, sys.stdout)
