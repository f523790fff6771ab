"""The moves as a table for a sheet: one row a move, safe to open."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from talentflow.exports.rows import COLUMNS, value_of
from talentflow.text.visible import visible

FORMAT = "csv"
SUMMARY = "one move a row, for a sheet; no cell can act as a formula"

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−")
# Where a sheet parts cells at semicolons, as in much of Europe, what stands behind one is a cell of its own.
_PARTED = re.compile(r"([;|]\s*)(?=[=+@＝＋＠﹦﹢﹫]|[-－﹣−](?!\s))")


def write(ledger: Mapping[str, Any], file: TextIO) -> None:
    """Write the ledger's moves; each row says what made it and its licence, as rows are cut out and passed on."""
    about = ledger.get("about")
    notes = {} if about is None else {"made_by": about["made_by"], "licence": about["licence"]}
    write_moves(ledger["moves"], file, notes)


def write_moves(moves: Iterable[Mapping[str, Any]], file: TextIO, notes: Mapping[str, str] | None = None) -> None:
    """Write moves in their JSON form as rows under a heading; `notes` are columns that are the same in every row."""
    notes = notes or {}
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([*COLUMNS, *notes])
    for move in moves:
        values = [value_of(move, column) for column in COLUMNS]
        writer.writerow(["" if value is None else safe_cell(str(value)) for value in (*values, *notes.values())])


def safe_cell(cell: str) -> str:
    """The cell with nothing that a sheet would run: text from an article may begin with "=" on purpose."""
    cell = _PARTED.sub(r"\1'", visible(cell))
    return "'" + cell if is_formula(cell) else cell


def is_formula(cell: str) -> bool:
    """Whether a sheet could take the text for something to work out."""
    return cell.startswith(_FORMULA_STARTS) or cell.lstrip().startswith(_FORMULA_STARTS)
