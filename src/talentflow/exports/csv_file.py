"""The moves as a table for a sheet: one row a move, safe to open."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from talentflow.text.visible import visible

FORMAT = "csv"
SUMMARY = "one move a row, for a sheet; no cell can act as a formula"

COLUMNS = (
    "date",
    "person",
    "from",
    "to",
    "kind",
    "status",
    "how",
    "role_from",
    "role_to",
    "known_on",
    "origins",
    "confidence",
    "languages",
    "according_to",
    "articles",
    "quote",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write(ledger: Mapping[str, Any], file: TextIO) -> None:
    """Write the ledger's moves."""
    write_moves(ledger["moves"], file)


def write_moves(moves: Iterable[Mapping[str, Any]], file: TextIO) -> None:
    """Write moves in their JSON form as rows under a heading."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for move in moves:
        writer.writerow(safe_cell(_cell(move, column)) for column in COLUMNS)


def _cell(move: Mapping[str, Any], column: str) -> str:
    if column == "quote":
        evidence = move.get("evidence") or ()
        return str(evidence[0]["quote"]) if evidence else ""
    value = move.get(column)
    if isinstance(value, Mapping):  # a person or an organization
        value = value.get("name") or value.get("mention")
    if isinstance(value, (list, tuple)):
        return "; ".join(str(item) for item in value)
    return "" if value is None else str(value)


def safe_cell(cell: str) -> str:
    """The cell with nothing that a sheet would run: text from an article may begin with "=" on purpose."""
    is_formula = cell.startswith(_FORMULA_STARTS)
    cell = visible(cell)
    return "'" + cell if is_formula or cell.lstrip().startswith(_FORMULA_STARTS) else cell
