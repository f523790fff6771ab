"""The newest moves of some people or organizations, picked from the moves in brief where these are at hand.

Of a hundred organizations with one word in their names a database gathers and sorts every move before it gives the
first; here the first few of each are enough.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import islice

from talentflow.app.brief import AsSeen
from talentflow.store.move_queries import MoveQuery, matches
from talentflow.store.moves import in_order


def newest_at_hand(brief: AsSeen, query: MoveQuery, most: int) -> list[str] | None:
    """The ids of so many moves that a query asks for, newest first; None where the moves are not at hand.

    None too for a query that is about nobody in particular.
    """
    ends = [
        frozenset(some)
        for some in (query.people, query.organizations, query.from_orgs, query.to_orgs)
        if some is not None
    ]
    if not ends or not brief.has_moves:
        return None
    query = _looked_up(query)
    found = {
        move.id: move
        for end in min(ends, key=len)
        for move in islice((move for move in brief.moves_at(end) if matches(move, query)), most)
    }
    return [move.id for move in in_order(found.values())[:most]]


def _looked_up(query: MoveQuery) -> MoveQuery:
    """The same query with sets for lists: hundreds of ids are looked for in each move."""

    def looked_up(some: Collection[str] | None) -> Collection[str] | None:
        return None if some is None else frozenset(some)

    return replace(
        query,
        people=looked_up(query.people),
        organizations=looked_up(query.organizations),
        from_orgs=looked_up(query.from_orgs),
        to_orgs=looked_up(query.to_orgs),
    )
