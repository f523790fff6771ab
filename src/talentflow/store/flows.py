"""Flows between organizations, counted by the database: a year's matrix reads no move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, distinct, func, select

from talentflow.store.schema import moves

_LAST = "9999"


def count_flows(
    connection: Connection, kinds: Sequence[str], since: str | None = None, until: str | None = None
) -> list[tuple[str, str, int]]:
    """From where, to where and how many people, the largest first: of what is done, between two organizations."""
    people = func.count(distinct(moves.c.person))
    wanted = (
        select(moves.c.from_org, moves.c.to_org, people)
        .where(*_changes(kinds, since, until))
        .group_by(moves.c.from_org, moves.c.to_org)
        .order_by(people.desc(), moves.c.from_org, moves.c.to_org)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(wanted)]


def moves_of_flows(
    connection: Connection, kinds: Sequence[str], since: str | None = None, until: str | None = None
) -> dict[tuple[str, str], tuple[str, ...]]:
    """The ids of the moves behind each flow, in order of time."""
    wanted = (
        select(moves.c.from_org, moves.c.to_org, moves.c.id)
        .where(*_changes(kinds, since, until))
        .order_by(moves.c.day == "", moves.c.day, moves.c.id)
    )
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for from_org, to_org, move in connection.execute(wanted):
        found[from_org, to_org].append(move)
    return {ends: tuple(ids) for ends, ids in found.items()}


def _changes(kinds: Sequence[str], since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    conditions = [
        moves.c.status == "done",
        moves.c.kind.in_(kinds),
        moves.c.from_org.is_not(None),
        moves.c.to_org.is_not(None),
        moves.c.from_org != moves.c.to_org,
    ]
    if since is not None or until is not None:
        conditions.append(moves.c.day != "")
    if since is not None:
        conditions.append(moves.c.last_day >= since)
    if until is not None:
        conditions.append(moves.c.day <= until + _LAST[: 10 - len(until)])
    return conditions
