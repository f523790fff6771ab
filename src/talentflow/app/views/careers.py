"""Stays, stated posts, and what career lines and rosters over time are made of."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.app.views.moves import EvidenceView, PartyView
from talentflow.model import Gap, Post


@dataclass(frozen=True, slots=True)
class PositionView:
    """A post that an article states: `when` is "current" or "past"."""

    person: PartyView
    org: PartyView | None
    role: str | None
    when: str
    since: str | None
    until: str | None
    article: str
    evidence: tuple[EvidenceView, ...]
    published: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class StayView:
    """A time with one employer; see `Stay` for what the dates mean. Posts in order of time."""

    person: PartyView
    org: PartyView
    since: str | None
    until: str | None
    since_by: str | None
    until_by: str | None
    seen_on: str | None
    is_open: bool
    posts: tuple[Post, ...]
    moves: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """What cannot all be true, see `Conflict`; the organization that it is about comes first."""

    sort: str
    person: PartyView
    orgs: tuple[PartyView, ...]
    words: str
    versions: tuple[tuple[str | None, str | None], ...]
    moves: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CareerView:
    """The career line of a person or the roster of an organization over time, oldest first."""

    stays: tuple[StayView, ...] = ()
    gaps: tuple[Gap, ...] = ()
    conflicts: tuple[ConflictView, ...] = ()
