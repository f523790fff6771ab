"""What reviewers look at and what they have said."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.app.views.moves import EvidenceView


@dataclass(frozen=True, slots=True)
class SideView:
    """One name of an open pair: its key, its spellings, who bears it now, and what is told of that person."""

    key: str
    names: tuple[str, ...]
    entity: str
    name: str | None
    employers: tuple[str, ...]
    articles: tuple[str, ...]
    evidence: tuple[EvidenceView, ...] = ()


@dataclass(frozen=True, slots=True)
class PairView:
    """Two names that may be one person's or organization's, and that nobody has decided on."""

    type: str
    one: SideView
    other: SideView
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A move that one reader finds in an article and another, who was asked too, does not; `why` says which."""

    article: str
    move: str
    confidence: float
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a reviewer said of two names ("same", "different", "unsure"), why and when."""

    one: str
    other: str
    verdict: str
    author: str
    reason: str
    made_at: str
