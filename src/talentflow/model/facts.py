"""What an article states around its moves: money, pay, computing, lawsuits, products and reasons, each a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from talentflow.model.document import Span
from talentflow.model.mentions import EntityMention

FACT_TYPES = ("funding", "valuation", "compensation", "compute", "lawsuit", "product", "model", "reason")
PARTY_SORTS = ("organization", "person", "product", "field")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as one article gives it: `number` in full (2 billion is 2000000000.0), None for "billions".

    `currency` is an ISO code, `unit` what is counted where it is no money ("chip", "gigawatt"), `per` the time that a
    pay is for ("year"); `words` are the characters that say so.
    """

    words: str
    number: float | None = None
    currency: str | None = None
    unit: str | None = None
    per: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The reader's JSON form."""
        return {
            "number": self.number,
            "currency": self.currency,
            "unit": self.unit,
            "per": self.per,
            "words": self.words,
        }

    def __str__(self) -> str:
        if self.number is None:
            return self.words
        number = f"{self.number:,.2f}".rstrip("0").rstrip(".")
        parts = (number, self.currency, self.unit, f"a {self.per}" if self.per else None)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class FactParty:
    """Whom or what a fact is about; `sort` is one of PARTY_SORTS: a "field" is labs or start-ups in general."""

    sort: str
    entity: EntityMention

    def as_dict(self) -> dict[str, Any]:
        """The reader's JSON form."""
        return {"sort": self.sort, **self.entity.as_dict()}

    def __str__(self) -> str:
        return self.entity.name or self.entity.mention


@dataclass(frozen=True, slots=True)
class FactClaim:
    """One article's claim of something that is no move: its `type` is one of FACT_TYPES.

    `about` are the others whom the sentence ties to it (the one who is sued, the product, the investors); `words`
    are the characters that make it such a fact; `negated` says that the article states that it is not so ("has
    released no model"); `reason` is a word from the glossary where the type is "reason" and the text gives one.
    """

    type: str
    subject: FactParty
    words: str
    about: tuple[FactParty, ...] = ()
    amount: Amount | None = None
    negated: bool = False
    reason: str | None = None
    status: str = "done"
    date: str | None = None
    according_to: tuple[str, ...] = ()
    confidence: float = 0.5
    evidence: tuple[Span, ...] = ()

    def __str__(self) -> str:
        told = f"{self.type}, not so" if self.negated else self.type
        return ", ".join(part for part in (f"{self.subject}: {told}", self.amount and str(self.amount)) if part)


def fact_as_dict(fact: FactClaim) -> dict[str, Any]:
    """The reader's JSON form of a fact."""
    return {
        "type": fact.type,
        "subject": fact.subject.as_dict(),
        "about": [party.as_dict() for party in fact.about],
        "words": fact.words,
        "amount": None if fact.amount is None else fact.amount.as_dict(),
        "negated": fact.negated,
        "reason": fact.reason,
        "status": fact.status,
        "date": fact.date,
        "according_to": list(fact.according_to),
        "confidence": round(fact.confidence, 3),
        "evidence": [
            {"field": span.field, "start": span.start, "end": span.end, "quote": span.quote} for span in fact.evidence
        ],
        "quote": fact.evidence[0].quote if fact.evidence else None,
    }
