"""An organization at a glance: counts over all of its moves, and the newest of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from talentflow.app.brief import AsSeen
from talentflow.app.present import positions_at_hand, show_moves_by_id, show_names
from talentflow.app.remembered import Remembered
from talentflow.app.views import MoveView, OrganizationView, PartyView, SectionView
from talentflow.model import Move
from talentflow.store.entities import EntityRow, names_of_entity


def organization_view(connection: Connection, remembered: Remembered, row: EntityRow, limit: int) -> OrganizationView:
    """An organization with at most so many moves a section and so many positions."""
    brief = remembered.brief(connection)
    return brief.once(("organization", row.id, limit), lambda: _view(connection, brief, row, limit), _about)


def _about(view: OrganizationView) -> set[str]:
    """Whoever is named there."""
    shown = [move for section in (view.arrived, view.left, view.within) for move in section.moves]
    ends = [end for move in shown for end in (move.person, move.from_org, move.to_org)]
    ends += [end for end, _ in (*view.sources, *view.goals)]
    ends += [end for post in view.positions for end in (post.person, post.org)]
    return {view.id, *(end.id for end in ends if end is not None)}


def _view(connection: Connection, brief: AsSeen, row: EntityRow, limit: int) -> OrganizationView:
    moves = brief.moves_at(row.id)
    arrived = [move for move in moves if move.to_org == row.id and move.from_org != row.id]
    left = [move for move in moves if move.from_org == row.id and move.to_org != row.id]
    within = [move for move in moves if (move.from_org == row.id) == (move.to_org == row.id)]
    parties = brief.parties

    def ends(found: Iterable[str | None]) -> tuple[tuple[PartyView, int], ...]:
        counts = Counter(end for end in found if end is not None)
        known = [(parties.get(end) or PartyView(end, None, end), count) for end, count in counts.items()]
        return tuple(sorted(known, key=lambda pair: (-pair[1], str(pair[0]))))

    positions, has_all = positions_at_hand(connection, brief, row, limit)
    parts = (arrived, left, within)
    newest = [move.id for found in parts for move in found[:limit]]
    shown = {view.id: view for view in show_moves_by_id(connection, brief, newest)}
    sections = [_section(found, limit, shown) for found in parts]
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


def _section(moves: Sequence[Move], limit: int, shown: Mapping[str, MoveView]) -> SectionView:
    views = [shown[move.id] for move in moves[:limit] if move.id in shown]
    return SectionView(tuple(views), len(moves), sum(move.status == "done" for move in moves))
