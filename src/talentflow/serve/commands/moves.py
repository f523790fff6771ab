"""`talentflow moves`: the ledger, filtered and sorted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from talentflow.model import KINDS
from talentflow.serve.nothing import explain_nothing
from talentflow.serve.options import (
    AsOf,
    Database,
    ListFormat,
    Since,
    Statuses,
    Until,
    each_of,
    open_library,
)
from talentflow.serve.terminal import Cell, Column, is_terminal, plain_row, print_table, say
from talentflow.text.visible import json_text

if TYPE_CHECKING:
    from talentflow.app.views import MoveView

Sort = Literal["date", "known", "person", "origins", "confidence"]
SORT_ORDERS: tuple[str, ...] = get_args(Sort)

COLUMNS = (
    Column("Date", keep=True),
    Column("Person"),
    Column("From"),
    Column("To"),
    Column("Post", from_width=80),
    Column("What"),
    Column("Status", keep=True),
    Column("Origins", keep=True, is_number=True),
    Column("Lang", from_width=110),
)


def moves(
    context: typer.Context,
    person: Annotated[str | None, typer.Option(metavar="NAME", help="Only this person, in any script.")] = None,
    org: Annotated[str | None, typer.Option(metavar="NAME", help="Only moves from or to this organization.")] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="NAME", help="Only moves away from it.")] = None,
    to: Annotated[str | None, typer.Option(metavar="NAME", help="Only moves to it.")] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND", callback=each_of(KINDS), help=f"Only this kind: {', '.join(KINDS)}; may be repeated."
        ),
    ] = None,
    status: Statuses = None,
    lang: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only moves told in this language (ar, es, en, ...); may be repeated."),
    ] = None,
    since: Since = None,
    until: Until = None,
    sort: Annotated[
        Sort,
        typer.Option(
            metavar="|".join(SORT_ORDERS), help="Newest first by date or by when it was known; or by another column."
        ),
    ] = "date",
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    quotes: Annotated[bool, typer.Option("--quotes", help="Show the sentences behind each move, as written.")] = False,
    output: ListFormat = None,
    as_of: AsOf = None,
    db: Database = None,
) -> None:
    """Show who moved where.

    Person, from, to, post, status, date, and how many independent origins tell it. A name may be in any script and
    spelling. "Origins" counts texts that do not copy one another; "disputed" says that accounts differ; a date in
    brackets is the day when it became known. Plain output has the table's columns, separated by tabs, with no
    heading.

    Example:

    \b
        talentflow moves --to OpenAI --since 2025-07
        talentflow moves --person "ميرا موراتي" --quotes
        talentflow moves --status rumored --format csv > rumours.csv
    """
    from talentflow.app.views import MoveFilter

    wanted = MoveFilter(
        person=person,
        organization=org,
        from_=from_,
        to=to,
        kind=tuple(kind or ()),
        status=tuple(status or ()),
        language=tuple(lang or ()),
        since=since,
        until=until,
        sort=sort,
        limit=limit,
        as_of=as_of,
    )
    with open_library(context, db) as library:
        found = library.moves(wanted)
        is_known = bool(found) or explain_nothing(
            library,
            [(person, ("person",)), *((name, ("organization",)) for name in (org, from_, to))],
            "no move matches. Leave out a filter to see more.",
            since=since,
            until=until,
        )
    chosen: str = output or ("table" if is_terminal() else "plain")
    if chosen == "table" and quotes and found:
        chosen = "list"
    PRINTERS[chosen](found, quotes)
    if not is_known:
        raise typer.Exit(1)


def move_cells(move: MoveView) -> list[Cell]:
    """A row of the table."""
    from talentflow.serve.present import party_name, post_words, status_cell, what_words, when_words

    what = what_words(move.kind, move.how)
    if len(move.accounts) > 1:
        what += " (disputed)"
    return [
        when_words(move),
        party_name(move.person),
        party_name(move.from_org),
        party_name(move.to_org),
        post_words(move.role_from, move.role_to),
        what,
        status_cell(move.status),
        str(move.origins),
        " ".join(move.languages),
    ]


def _print_table(found: Sequence[MoveView], quotes: bool) -> None:
    if found:
        print_table(COLUMNS, (move_cells(move) for move in found))


def _print_list(found: Sequence[MoveView], quotes: bool) -> None:
    from talentflow.serve.sheets import print_move

    for move in found:
        print_move(move, quotes=True)
        say()


def _print_plain(found: Sequence[MoveView], quotes: bool) -> None:
    for move in found:
        cells = [cell[0] if isinstance(cell, tuple) else cell for cell in move_cells(move)]
        if quotes:
            cells.append(" | ".join(evidence.quote for evidence in move.evidence))
        say(plain_row(cells))


def _print_json_lines(found: Sequence[MoveView], quotes: bool) -> None:
    from talentflow.app.plain_data import move_as_dict

    for move in found:
        say(json_text(move_as_dict(move)))


def _print_csv(found: Sequence[MoveView], quotes: bool) -> None:
    from talentflow.app.plain_data import move_as_dict
    from talentflow.exports.csv_file import write_moves

    write_moves((move_as_dict(move) for move in found), sys.stdout)


PRINTERS: dict[str, Callable[[Sequence[MoveView], bool], None]] = {
    "table": _print_table,
    "list": _print_list,
    "plain": _print_plain,
    "jsonl": _print_json_lines,
    "csv": _print_csv,
}
