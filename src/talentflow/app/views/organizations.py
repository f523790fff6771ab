"""An organization at a glance, its people, and its figures."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.app.views.careers import ConflictView, PositionView, StayView
from talentflow.app.views.entities import NameView
from talentflow.app.views.moves import MoveView, PartyView
from talentflow.model import Gap


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of an organization's moves: the newest of them, and how many there are in all and are done."""

    moves: tuple[MoveView, ...]
    count: int
    done: int


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """An organization at a glance: who came, who left and who stayed `within`, the newest first.

    `sources` and `goals` are where those came from and went to whose move is done, with how many, most first.
    `has_all_positions` is false where only the newest are given.
    """

    id: str
    name: str | None
    names: tuple[NameView, ...]
    arrived: SectionView
    left: SectionView
    within: SectionView
    sources: tuple[tuple[PartyView, int], ...]
    goals: tuple[tuple[PartyView, int], ...]
    positions: tuple[PositionView, ...]
    has_all_positions: bool


@dataclass(frozen=True, slots=True)
class RosterRowView:
    """Somebody who was with an organization, or is: each time there (`stays`, oldest first), as far as it is told.

    `is_there` says whether the last of these has no end that anybody tells of. `gaps` are the times of which nothing is
    told right before or after a stay; `conflicts` what cannot all be true of these stays.
    """

    id: str
    person: PartyView
    is_there: bool
    stays: tuple[StayView, ...]
    gaps: tuple[Gap, ...]
    conflicts: tuple[ConflictView, ...]


@dataclass(frozen=True, slots=True)
class RosterView:
    """A part of an organization's roster: who is there first, then who left, the newest first.

    `there` and `left` count all of them by their last move and by the posts that newer articles state.
    """

    people: tuple[RosterRowView, ...]
    there: int
    left: int


@dataclass(frozen=True, slots=True)
class QuarterView:
    """How many came and left in a quarter; `since` and `until` are its months."""

    since: str
    until: str
    came: int
    left: int


@dataclass(frozen=True, slots=True)
class EndView:
    """An organization from which people came, or to which they went, and how many moves."""

    organization: PartyView
    moves: int


@dataclass(frozen=True, slots=True)
class RetentionView:
    """Of those who `came` up to the day `until`, how many are not told to have left within `days`.

    `arrivals` are the moves of all of them, `departures` those by which the others left.
    """

    days: int
    until: str
    came: int
    stayed: int
    share: float
    arrivals: tuple[str, ...]
    departures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FounderView:
    """Somebody who founded an organization: the move that tells it, None where only a stated post does."""

    person: PartyView
    date: str | None
    move: str | None


@dataclass(frozen=True, slots=True)
class UnitView:
    """An organization that belongs to another; `is_unit` says that its people are written as those of the other."""

    id: str
    name: str
    is_unit: bool
    is_told: bool


@dataclass(frozen=True, slots=True)
class ProfileView:
    """An organization in figures: who came and left over time, from where, to where, who stayed, who founded it.

    Only moves that are done count. `undated` moves fit into no quarter. `parent` is whom it belongs to, `units` are
    those that belong to it, as the registry knows them; `is_told` says whether an article names one.
    """

    id: str
    name: str | None
    came: int
    left: int
    quarters: tuple[QuarterView, ...]
    undated: int
    sources: tuple[EndView, ...]
    goals: tuple[EndView, ...]
    retention: tuple[RetentionView, ...]
    founders: tuple[FounderView, ...]
    parent: UnitView | None
    units: tuple[UnitView, ...]
