"""Which moves to fetch, and in which order: what filters of moves come to in the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from talentflow.model import Move
from talentflow.store.moves import first_and_last_day, move_of
from talentflow.store.schema import moves

# By what moves are ordered, each falling; equals follow each other by id.
MOVE_ORDERS: Mapping[str, tuple[str, ...]] = {
    "date": ("day",),
    "known": ("known_on", "day"),
    "origins": ("origins", "day"),
    "confidence": ("confidence", "day"),
}
_LAST = "9999"


@dataclass(frozen=True, slots=True)
class MoveQuery:
    """Which moves to fetch; entity ids, None for any. Days are ISO bounds, inclusive."""

    people: Collection[str] | None = None
    organizations: Collection[str] | None = None
    from_orgs: Collection[str] | None = None
    to_orgs: Collection[str] | None = None
    kinds: Sequence[str] = ()
    statuses: Sequence[str] = ()
    languages: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    settled_by: str | None = None  # only the moves of those of whom nothing new came after this day


def find_moves(connection: Connection, query: MoveQuery) -> list[Move]:
    """The moves that a query asks for, newest first."""
    wanted = select(moves.c.payload).where(*_conditions(query)).order_by(moves.c.day.desc(), moves.c.id)
    return [move_of(payload) for payload in connection.execute(wanted).scalars()]


def find_move_ids(
    connection: Connection,
    query: MoveQuery,
    sort: str = "date",
    *,
    limit: int | None = None,
    skip: int = 0,
    after: str | None = None,
) -> list[str]:
    """The ids of the moves that a query asks for, newest first or as `sort` says (see `MOVE_ORDERS`).

    `limit` of them after the one with the id `after`; where that is none of them, after the first `skip`.
    """
    conditions, columns = _conditions(query), [moves.c[name] for name in MOVE_ORDERS[sort]]
    last = None
    if after is not None:
        last = connection.execute(select(*columns, moves.c.id).where(*conditions, moves.c.id == after)).first()
    if last is not None:
        conditions.append(_follows(columns, tuple(last)))
    order = (*(column.desc() for column in columns), moves.c.id)
    wanted = select(moves.c.id).where(*conditions).order_by(*order).limit(limit)
    if last is None and skip:
        # SQLite knows no OFFSET without a LIMIT; SQLAlchemy writes one for it.
        wanted = wanted.offset(skip)
    return list(connection.execute(wanted).scalars())


def newest_move_days(connection: Connection, query: MoveQuery, limit: int) -> list[tuple[str, str]]:
    """The ids and the days of the newest moves that a query asks for, in their order."""
    wanted = select(moves.c.id, moves.c.day).where(*_conditions(query))
    rows = connection.execute(wanted.order_by(moves.c.day.desc(), moves.c.id).limit(limit))
    return [(row[0], row[1]) for row in rows]


def days_asked_for(query: MoveQuery) -> tuple[str, str]:
    """The bounds of a query as text that days are compared with: the last day of a move, and the first; "" for none."""
    return query.since or "", _until(query.until) if query.until else ""


def matches(move: Move, query: MoveQuery) -> bool:
    """Whether a move that is not in the tables is one that a query asks for."""
    first, last = first_and_last_day(move)
    for wanted_ids, ends in (
        (query.people, (move.person,)),
        (query.organizations, (move.from_org, move.to_org)),
        (query.from_orgs, (move.from_org,)),
        (query.to_orgs, (move.to_org,)),
    ):
        if wanted_ids is not None and not any(end in wanted_ids for end in ends):
            return False
    return (
        (not query.kinds or move.kind in query.kinds)
        and (not query.statuses or move.status in query.statuses)
        and (not query.languages or any(language in query.languages for language in move.languages))
        and (not query.since or (last != "" and last >= query.since))
        and (not query.until or (first != "" and first <= _until(query.until)))
    )


def _follows(columns: Sequence[ColumnElement[Any]], last: tuple[Any, ...]) -> ColumnElement[bool]:
    """Whether a move comes after another in an order that falls by each of these columns and then rises by id."""
    follows: ColumnElement[bool] = moves.c.id > last[-1]
    for column, value in zip(reversed(columns), reversed(last[:-1]), strict=True):
        follows = or_(column < value, and_(column == value, follows))
    return follows


def _conditions(query: MoveQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for wanted_ids, columns in (
        (query.people, (moves.c.person,)),
        (query.organizations, (moves.c.from_org, moves.c.to_org)),
        (query.from_orgs, (moves.c.from_org,)),
        (query.to_orgs, (moves.c.to_org,)),
    ):
        if wanted_ids is not None:
            conditions.append(or_(*(column.in_(wanted_ids) for column in columns)))
    if query.kinds:
        conditions.append(moves.c.kind.in_(query.kinds))
    if query.statuses:
        conditions.append(moves.c.status.in_(query.statuses))
    if query.languages:
        conditions.append(or_(*(moves.c.languages.contains(f",{code},", autoescape=True) for code in query.languages)))
    if query.settled_by:
        conditions.append(moves.c.settled_on <= query.settled_by)
    if query.since:
        conditions.append(and_(moves.c.last_day != "", moves.c.last_day >= query.since))
    if query.until:
        conditions.append(and_(moves.c.day != "", moves.c.day <= _until(query.until)))
    return conditions


def _until(date: str) -> str:
    """The last that a day of this year, month or day can be, as text that sorts."""
    return date + _LAST[: 10 - len(date)]
