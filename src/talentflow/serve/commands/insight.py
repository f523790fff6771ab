"""`talentflow insight`: what the moves add up to."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from talentflow.serve.nothing import explain_nothing
from talentflow.serve.options import Database, ListFormat, Since, Until, open_library
from talentflow.serve.terminal import Column, is_terminal, plain_row, print_table, say
from talentflow.text.visible import json_text

if TYPE_CHECKING:
    from talentflow.app.views import Cell, InsightRow, InsightTable

Figure = Literal["flows", "net", "tenure", "retention", "returns", "together", "followers", "contested", "outlets"]
_NOTHING = "the moves that are stored show nothing of the kind. Leave out a filter to see more."
_MOST_IDS = 3  # of the moves behind a row, in a table for eyes


def insight(
    context: typer.Context,
    figure: Annotated[Figure, typer.Argument(metavar="FIGURE", help=f"One of: {', '.join(get_args(Figure))}.")],
    org: Annotated[str | None, typer.Option(metavar="NAME", help="Only rows about this organization.")] = None,
    since: Since = None,
    until: Until = None,
    days: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, help="The days of retention (365), of leaving together (14) and of following (90)."
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many rows.")] = None,
    plot: Annotated[str | None, typer.Option(metavar="FILE.svg", help="Draw the figure into a file as well.")] = None,
    output: ListFormat = None,
    db: Database = None,
) -> None:
    """Show what the moves add up to.

    flows between organizations, net gain, tenure of those who left, retention, returns to a former employer, who left
    together, who followed a leaver, the most contested people, and each outlet's record of rumours and of being first.
    Only what is done counts, rumours and denials do not (but for contested and outlets); each row names its counts and
    the moves behind it. What nobody has reported is not known here.

    Example:

    \b
        talentflow insight flows --since 2025 --until 2025-06
        talentflow insight net --org OpenAI --format csv
        talentflow insight followers --days 60 --plot followers.svg
    """
    from talentflow.app.views import InsightFilter
    from talentflow.serve.plots import check_plot, draw

    if plot is not None:
        check_plot(plot)
    with open_library(context, db) as library:
        table = library.insight(
            InsightFilter(figure=figure, organization=org, since=since, until=until, days=days, limit=limit)
        )
        is_known = bool(table.rows) or explain_nothing(
            library, [(org, ("organization",))], _NOTHING, since=since, until=until
        )
    PRINTERS[output or ("table" if is_terminal() else "plain")](table)
    if plot is not None:
        draw(table, _title(figure, since, until), plot)
    if not is_known:
        raise typer.Exit(1)


def _title(figure: str, since: str | None, until: str | None) -> str:
    period = " to ".join(day for day in (since, until) if day) if since or until else "all that is known"
    return f"{figure}, {period}"


def _text(cell: Cell) -> str | None:
    return None if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)


def _ids(row: InsightRow) -> str:
    more = f" and {len(row.moves) - _MOST_IDS} more" if len(row.moves) > _MOST_IDS else ""
    return ", ".join(row.moves[:_MOST_IDS]) + more


def _print_table(table: InsightTable) -> None:
    if not table.rows:
        return
    numbers = [all(isinstance(row.cells[place], (int, float, type(None))) for row in table.rows)
               for place in range(len(table.columns))]  # fmt: skip
    columns = [Column(name, keep=number, is_number=number) for name, number in zip(table.columns, numbers, strict=True)]
    columns += [Column("Moves", keep=True, is_number=True), Column("Which", from_width=100)]
    print_table(columns, ([*map(_text, row.cells), str(len(row.moves)), _ids(row)] for row in table.rows))


def _print_plain(table: InsightTable) -> None:
    for row in table.rows:
        say(plain_row([*map(_text, row.cells), " ".join(row.moves)]))


def _print_json_lines(table: InsightTable) -> None:
    from talentflow.app.insight import row_as_dict

    for row in table.rows:
        say(json_text(row_as_dict(table, row)))


def _print_csv(table: InsightTable) -> None:
    from talentflow.exports.csv_file import safe_cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*table.columns, "Moves"])
    for row in table.rows:
        cells = [safe_cell(text) if isinstance(text, str) else text for text in row.cells]
        writer.writerow(["" if cell is None else cell for cell in (*cells, "; ".join(row.moves))])


PRINTERS: dict[str, Callable[[InsightTable], None]] = {
    "table": _print_table,
    "plain": _print_plain,
    "jsonl": _print_json_lines,
    "csv": _print_csv,
}
