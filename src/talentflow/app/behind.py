"""The moves behind a count: exactly those that a flow, a balance, a quarter or a section was counted from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from talentflow import insight
from talentflow.app.brief import moves_at, timeline_of
from talentflow.app.remembered import Remembered
from talentflow.app.views import CountedMoves, CountedView
from talentflow.insight.changes import is_within
from talentflow.model import Move


def moves_behind(connection: Connection, remembered: Remembered, wanted: CountedMoves) -> CountedView:
    """The moves that were counted, newest first, and how many people made them."""
    found = list(_found(connection, remembered, wanted))
    return CountedView(tuple(move.id for move in found), len({move.person for move in found}))


def _found(connection: Connection, remembered: Remembered, wanted: CountedMoves) -> Iterable[Move]:
    from_org, to_org = wanted.from_org, wanted.to_org
    if wanted.is_every:
        return [move for move in moves_at(connection, remembered, from_org or to_org or "") if _is_end(move, wanted)]
    if wanted.quarter is not None:
        return _of_quarter(moves_at(connection, remembered, from_org or to_org or ""), wanted)
    timeline = timeline_of(connection, remembered)
    if from_org is not None and to_org is not None:
        route = timeline.by_route.get((from_org, to_org))
        changes: Sequence[Move] = () if route is None else route.within(wanted.since, wanted.until)
    else:
        theirs = insight.changes(moves_at(connection, remembered, from_org or to_org or ""))
        changes = [move for move in theirs if _is_end(move, wanted) and is_within(move, wanted.since, wanted.until)]
    return reversed(changes)


def _is_end(move: Move, wanted: CountedMoves) -> bool:
    """Whether a move leads from or to where it is asked; from one organization to the same is within it."""
    if wanted.from_org == wanted.to_org:
        return (move.from_org == wanted.from_org) == (move.to_org == wanted.to_org)
    if wanted.from_org is not None and wanted.to_org is not None:
        return (move.from_org, move.to_org) == (wanted.from_org, wanted.to_org)
    if wanted.to_org is not None:
        return move.to_org == wanted.to_org != move.from_org
    return move.from_org == wanted.from_org != move.to_org


def _of_quarter(moves: Sequence[Move], wanted: CountedMoves) -> Sequence[Move]:
    organization = wanted.from_org or wanted.to_org or ""
    quarters, _ = insight.quarters_of(moves, organization)
    found = next((quarter for quarter in quarters if quarter.months[0] == wanted.quarter), None)
    if found is None:
        return ()
    ids = set(found.came if wanted.to_org is not None else found.left)
    return [move for move in moves if move.id in ids]
