"""What articles state around the moves."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.app.views.moves import EvidenceView
from talentflow.model import Amount


@dataclass(frozen=True, slots=True)
class FactPartyView:
    """Whom or what a fact is about: an "organization", a "person", a "product", or labs in general ("field")."""

    sort: str
    id: str
    name: str | None
    mention: str

    def __str__(self) -> str:
        return self.name or self.mention


@dataclass(frozen=True, slots=True)
class FactView:
    """What one article states around the moves; `date` is its own, `known_on` the day of publication."""

    id: str
    type: str
    subject: FactPartyView
    about: tuple[FactPartyView, ...]
    amount: Amount | None
    negated: bool
    reason: str | None
    status: str
    date: str | None
    known_on: str | None
    words: str
    according_to: tuple[str, ...]
    confidence: float
    article: str
    language: str
    evidence: tuple[EvidenceView, ...]
