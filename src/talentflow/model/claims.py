"""What one article says: moves, positions, groups and facts, each with its evidence.

The meanings are those of the gold standard's guide; a claim is immutable.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from talentflow.model.document import Span
from talentflow.model.facts import FactClaim
from talentflow.model.mentions import EntityMention

KINDS = ("move", "leave", "join", "found", "change", "offer", "absence")
STATUSES = ("done", "planned", "rumored", "denied", "declined")
HOWS = ("dismissed", "resigned", "poached")
DISPUTE = "the readers disagree"  # a step of explanation: the claim is one reader's, and another was asked too


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a move happened, in a word from the glossary, with the characters that say so."""

    reason: str
    quote: str


@dataclass(frozen=True, slots=True)
class MoveClaim:
    """One article's claim that one person changes where they work.

    `from_org` and `to_org` are set as the kind demands (see KINDS in the guide); dates are ISO, as exact as the
    article allows; `confidence` is the probability that person and organizations are right.
    """

    person: EntityMention
    from_org: EntityMention | None
    to_org: EntityMention | None
    kind: str
    status: str = "done"
    how: str | None = None
    role_from: str | None = None
    role_to: str | None = None
    date: str | None = None
    why: tuple[Reason, ...] = ()
    according_to: tuple[str, ...] = ()
    confidence: float = 0.5
    evidence: tuple[Span, ...] = ()
    explanation: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        def show(entity: EntityMention | None) -> str:
            return "?" if entity is None else entity.name or entity.mention

        return f"{show(self.person)}: {show(self.from_org)} -> {show(self.to_org)}, {self.status}"


@dataclass(frozen=True, slots=True)
class PositionClaim:
    """One article's claim that a person holds (`when="current"`) or held (`"past"`) a post."""

    person: EntityMention
    org: EntityMention | None
    role: str | None
    when: str
    since: str | None = None
    until: str | None = None
    confidence: float = 0.5
    evidence: tuple[Span, ...] = ()

    def __str__(self) -> str:
        org = "?" if self.org is None else self.org.name or self.org.mention
        return f"{self.person.name or self.person.mention}: {self.role or '?'}, {org}, {self.when}"


@dataclass(frozen=True, slots=True)
class GroupClaim:
    """One article's claim about people who are counted and not named."""

    from_org: EntityMention | None
    to_org: EntityMention | None
    count: int
    at_least: bool = False
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader found in one document.

    `hints` are moves that the article may tell, each too unsure to be a claim by itself: a ledger takes one as support
    for a move that another origin claims, and shows it nowhere else.
    `searched` says how many characters of the text were searched for claims, where that is not all of it; `retold`
    names, in Latin letters, the one outlet after which the article tells its news.
    """

    document_id: str
    lang: str
    reader: str
    moves: tuple[MoveClaim, ...] = ()
    positions: tuple[PositionClaim, ...] = ()
    groups: tuple[GroupClaim, ...] = ()
    facts: tuple[FactClaim, ...] = ()
    hints: tuple[MoveClaim, ...] = ()
    searched: int | None = None
    retold: str | None = None

    def at_least(self, confidence: float) -> Reading:
        """The reading without claims that are less sure than this."""
        return replace(
            self,
            moves=tuple(move for move in self.moves if move.confidence >= confidence),
            positions=tuple(position for position in self.positions if position.confidence >= confidence),
            facts=tuple(fact for fact in self.facts if fact.confidence >= confidence),
        )


def _span_dict(span: Span) -> dict[str, Any]:
    return {"field": span.field, "start": span.start, "end": span.end, "quote": span.quote}


def _entity_dict(entity: EntityMention | None) -> dict[str, Any] | None:
    return None if entity is None else entity.as_dict()


def move_as_dict(move: MoveClaim, *, explain: bool = False) -> dict[str, Any]:
    """The reader's JSON form of a move; with `explain` its explanation too."""
    out: dict[str, Any] = {
        "person": move.person.as_dict(),
        "from": _entity_dict(move.from_org),
        "to": _entity_dict(move.to_org),
        "kind": move.kind,
        "status": move.status,
        "how": move.how,
        "role_from": move.role_from,
        "role_to": move.role_to,
        "date": move.date,
        "why": [{"reason": reason.reason, "quote": reason.quote} for reason in move.why],
        "according_to": list(move.according_to),
        "confidence": round(move.confidence, 3),
        "evidence": [_span_dict(span) for span in move.evidence],
    }
    if explain:
        out["explanation"] = list(move.explanation)
    return out


def position_as_dict(position: PositionClaim) -> dict[str, Any]:
    """The reader's JSON form of a position."""
    return {
        "person": position.person.as_dict(),
        "org": _entity_dict(position.org),
        "role": position.role,
        "since": position.since,
        "until": position.until,
        "when": position.when,
        "confidence": round(position.confidence, 3),
        "evidence": [_span_dict(span) for span in position.evidence],
    }


def group_as_dict(group: GroupClaim) -> dict[str, Any]:
    """The reader's JSON form of a group."""
    return {
        "from": _entity_dict(group.from_org),
        "to": _entity_dict(group.to_org),
        "count": group.count,
        "at_least": group.at_least,
        "evidence": [_span_dict(span) for span in group.evidence],
        "quote": group.evidence[0].quote if group.evidence else None,
    }
