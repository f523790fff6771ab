"""An organization at a glance: counts over all of its moves, and the newest of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from talentflow.app.brief import moves_at, parties_in
from talentflow.app.present import newest_positions, show_moves, show_names
from talentflow.app.remembered import Remembered
from talentflow.app.views import OrganizationView, PartyView, SectionView
from talentflow.model import Move
from talentflow.store.records import EntityRow, moves_by_id, names_of_entity


def organization_view(connection: Connection, remembered: Remembered, row: EntityRow, limit: int) -> OrganizationView:
    """An organization with at most so many moves a section and so many positions."""
    moves = moves_at(connection, remembered, row.id)
    arrived = [move for move in moves if move.to_org == row.id and move.from_org != row.id]
    left = [move for move in moves if move.from_org == row.id and move.to_org != row.id]
    within = [move for move in moves if (move.from_org == row.id) == (move.to_org == row.id)]
    parties = parties_in(connection, remembered)

    def ends(found: Iterable[str | None]) -> tuple[tuple[PartyView, int], ...]:
        counts = Counter(end for end in found if end is not None)
        known = [(parties.get(end) or PartyView(end, None, end), count) for end, count in counts.items()]
        return tuple(sorted(known, key=lambda pair: (-pair[1], str(pair[0]))))

    positions, has_all = newest_positions(connection, row, limit)
    sections = [_section(connection, found, limit) for found in (arrived, left, within)]
    return OrganizationView(
        id=row.id,
        name=row.name,
        names=show_names(names_of_entity(connection, row.id)),
        arrived=sections[0],
        left=sections[1],
        within=sections[2],
        sources=ends(move.from_org for move in arrived if move.status == "done"),
        goals=ends(move.to_org for move in left if move.status == "done"),
        positions=positions,
        has_all_positions=has_all,
    )


def _section(connection: Connection, moves: Sequence[Move], limit: int) -> SectionView:
    shown = show_moves(connection, moves_by_id(connection, [move.id for move in moves[:limit]]))
    return SectionView(tuple(shown), len(moves), sum(move.status == "done" for move in moves))
