"""The moves behind a count: exactly those that a flow, a balance, a quarter or a section was counted from."""

from __future__ import annotations

from collections.abc import Sequence

from talentflow import insight
from talentflow.app.views import CountedMoves, CountedView
from talentflow.insight.changes import is_within
from talentflow.model import Move


def moves_behind(moves: Sequence[Move], wanted: CountedMoves) -> CountedView:
    """Those that were counted of all moves at an organization, in their order, and how many people made them."""
    found = _found(moves, wanted)
    return CountedView(tuple(move.id for move in found), len({move.person for move in found}))


def _found(moves: Sequence[Move], wanted: CountedMoves) -> Sequence[Move]:
    if wanted.is_every:
        return [move for move in moves if _is_end(move, wanted)]
    if wanted.quarter is not None:
        return _of_quarter(moves, wanted)
    changes = {move.id for move in insight.changes(moves) if _is_end(move, wanted)}
    return [move for move in moves if move.id in changes and is_within(move, wanted.since, wanted.until)]


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
    quarters, _ = insight.quarters_of(moves, wanted.from_org or wanted.to_org or "")
    found = next((quarter for quarter in quarters if quarter.months[0] == wanted.quarter), None)
    if found is None:
        return ()
    ids = set(found.came if wanted.to_org is not None else found.left)
    return [move for move in moves if move.id in ids]
