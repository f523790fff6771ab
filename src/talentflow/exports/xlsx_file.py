"""The ledger as a workbook: moves, their sentences, people and organizations, articles, and where it all is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, BinaryIO

from talentflow.exports.csv_file import is_formula
from talentflow.exports.needed import needed
from talentflow.exports.rows import COLUMNS, shown, value_of

FORMAT = "xlsx"
SUMMARY = "a workbook: moves, sentences, people and organizations, articles; no cell can act as a formula"
IS_BINARY = True

_MOST_ROWS = 1_000_000  # a sheet ends at 1,048,576
_LONGEST = 32_000  # characters; a cell ends at 32,767
_WIDTHS = {"quote": 80, "sources": 40, "articles": 30, "person": 24, "from": 24, "to": 24, "name": 30, "title": 60}
_USUAL_WIDTH = 14
_EVIDENCE = ("move", "article", "field", "start", "end", "quote", "language", "published", "publisher", "url", "status")
_ENTITIES = ("id", "name", "type", "romanised", "spellings")
_ARTICLES = ("id", "title", "language", "published", "publisher", "url", "origin", "story")

Row = Sequence[Any]


def write(ledger: Mapping[str, Any], file: BinaryIO) -> None:
    """Write the ledger's sheets."""
    openpyxl = needed("openpyxl", format=FORMAT)
    book = openpyxl.Workbook(write_only=True)
    about = ledger.get("about")
    if about is not None:
        book.properties.title, book.properties.creator = about["title"], about["made_by"]
        book.properties.description = about["licence"]
        book.properties.created = book.properties.modified = datetime.fromisoformat(about["made_at"]).replace(
            tzinfo=None
        )
    _sheets(book, "Moves", ("id", *COLUMNS), _moves(ledger))
    _sheets(book, "Sentences", _EVIDENCE, _sentences(ledger))
    _sheets(book, "People and organizations", _ENTITIES, _entities(ledger))
    _sheets(book, "Articles", _ARTICLES, ([row.get(name) for name in _ARTICLES] for row in ledger["articles"]))
    if about is not None:
        notes = ((name, "; ".join(value) if isinstance(value, list) else value) for name, value in about.items())
        _sheets(book, "About", ("what", "value"), notes)
    book.save(file)


def _moves(ledger: Mapping[str, Any]) -> Iterator[Row]:
    for move in ledger["moves"]:
        yield [move.get("id"), *(value_of(move, column) for column in COLUMNS)]


def _sentences(ledger: Mapping[str, Any]) -> Iterator[Row]:
    for move in ledger["moves"]:
        for item in move.get("evidence") or ():
            yield [move.get("id"), *(item.get(name) for name in _EVIDENCE[1:])]


def _entities(ledger: Mapping[str, Any]) -> Iterator[Row]:
    for entity in ledger["entities"]:
        spellings = sorted({row["mention"] for row in entity.get("mentions") or ()})
        yield [
            entity["id"],
            entity.get("name"),
            entity.get("type"),
            "yes" if entity.get("romanised") else "no",
            "; ".join(spellings),
        ]


def _sheets(book: Any, title: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """The rows under a heading that stays in sight; what one sheet cannot hold goes on in the next."""
    sheet, number = _begun(book, title, columns), 1
    for count, row in enumerate(rows, start=1):
        if count > number * _MOST_ROWS:
            number += 1
            sheet = _begun(book, f"{title} {number}", columns)
        sheet.append([_cell(sheet, value) for value in row])


def _begun(book: Any, title: str, columns: Sequence[str]) -> Any:
    utils = needed("openpyxl.utils", format=FORMAT)
    styles = needed("openpyxl.styles", format=FORMAT)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[utils.get_column_letter(place)].width = _WIDTHS.get(column, _USUAL_WIDTH)
    heading = [_cell(sheet, column) for column in columns]
    for cell in heading:
        cell.font = styles.Font(bold=True)
    sheet.append(heading)
    return sheet


def _cell(sheet: Any, value: Any) -> Any:
    """A cell of plain text or a number: text is kept as text, also where somebody edits it and presses Enter."""
    cells = needed("openpyxl.cell", format=FORMAT)
    if value is None or isinstance(value, (int, float)):
        return cells.WriteOnlyCell(sheet, value)
    text = shown(str(value))[:_LONGEST]
    cell = cells.WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # the library takes what begins with "=" for a formula
    if is_formula(text):
        cell.quotePrefix = True
    return cell
