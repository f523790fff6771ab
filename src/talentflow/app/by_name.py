"""Moves by the names of the people: an order that no index of the database has, for names come from other rows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from sqlalchemy import Connection

from talentflow.app.brief import AsSeen
from talentflow.model import Move
from talentflow.store.move_queries import MoveQuery, days_asked_for, find_move_ids, matches


def move_ids_by_name(
    connection: Connection,
    brief: AsSeen,
    query: MoveQuery,
    *,
    limit: int | None,
    skip: int,
    after: str | None,
) -> list[str]:
    """The ids of the moves that a query asks for by the names of the people, one person's by date.

    `limit` of them after the one with the id `after`; where that is none of them, after the first `skip`.
    """
    most = None if limit is None else max(limit, 0)
    if after is not None:
        passed = iter(_passing(connection, brief, query))
        if any(identity == after for identity in passed):
            return list(islice(passed, most))
    return list(islice(_passing(connection, brief, query), skip, None if most is None else skip + most))


def _passing(connection: Connection, brief: AsSeen, query: MoveQuery) -> Iterable[str]:
    moves, firsts, lasts = brief.by_name.columns
    if any(ends is not None for ends in (query.people, query.organizations, query.from_orgs, query.to_orgs)):
        ids = set(find_move_ids(connection, query))  # few, and found by an index
        return (move.id for move in moves if move.id in ids)
    since, until = days_asked_for(query)
    found: Iterable[Move] = moves
    if since or until:
        found = [
            move
            for move, first, last in zip(moves, firsts, lasts, strict=True)
            if last >= since and last and (not until or first <= until)
        ]
    if query.kinds or query.statuses or query.languages:
        found = (move for move in found if matches(move, query))
    return (move.id for move in found)
