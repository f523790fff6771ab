"""Claims of a model held to the article: each with its quote where it stands, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from talentflow.model import Document, EntityMention, GroupClaim, MoveClaim, PartialDate, PositionClaim, Span, notes
from talentflow.model.notes import Note
from talentflow.reader.aligner import Aligner
from talentflow.reader.llm.answers import GroupSaid, MoveSaid, PositionSaid, Said, TextOf
from talentflow.reader.llm.names import NamesOf
from talentflow.reader.quote_rules import CERTAINTY, QuoteRules
from talentflow.registry import load_registry

SURE = 0.75  # a model's claim that is proved, and that no other reader has made
_KINDS_WITH_BOTH = ("move", "found", "offer", "change")
_KINDS_OF_LEAVING = ("leave", "absence")
_KINDS_OF_COMING = ("join", "found", "offer")


@dataclass(slots=True)
class Proof:
    """Holds the claims about one document to its words; `dropped` counts what was not proved, by what it lacked."""

    document: Document
    dropped: Counter[str] = field(default_factory=Counter)
    aligner: Aligner = field(init=False)
    rules: QuoteRules = field(init=False)
    names: NamesOf = field(init=False)

    def __post_init__(self) -> None:
        self.aligner, self.rules = Aligner(self.document), QuoteRules(self.document)
        self.names = NamesOf(self.document, self.aligner, load_registry())

    def quotes_stand(self, said: Said) -> bool:
        """Whether any of the claims has a quote that stands in the article; also where there are no claims."""
        quotes = [claim.quote for claims in (said.moves, said.positions, said.groups) for claim in claims]
        return not quotes or any(map(self.aligner.find_all, quotes))

    def moves(self, said: Sequence[MoveSaid]) -> list[MoveClaim]:
        """The moves that are proved, each once."""
        found: dict[tuple[str, str, str], MoveClaim] = {}
        for one in said:
            claim = self._move(one)
            if claim is not None:
                found.setdefault((claim.person.id, _id(claim.from_org), _id(claim.to_org)), claim)
        return list(found.values())

    def positions(self, said: Sequence[PositionSaid]) -> list[PositionClaim]:
        """The posts that are proved, each once."""
        found: dict[tuple[str, str, str | None], PositionClaim] = {}
        for one in said:
            claim = self._position(one)
            if claim is not None:
                found.setdefault((claim.person.id, _id(claim.org), claim.role), claim)
        return list(found.values())

    def groups(self, said: Sequence[GroupSaid]) -> list[GroupClaim]:
        """The counted groups that are proved, each once."""
        found: dict[tuple[str, str, int], GroupClaim] = {}
        for one in said:
            claim = self._group(one)
            if claim is not None:
                found.setdefault((_id(claim.from_org), _id(claim.to_org), claim.count), claim)
        return list(found.values())

    def _move(self, said: MoveSaid) -> MoveClaim | None:
        spans = self._spans(said.quote)
        person = self._named(said.person, self.names.person) if spans else None
        ends = self._ends(said.from_org, said.to_org) if person is not None else None
        if person is None or ends is None:
            return None
        from_org, to_org = ends
        status, limits = self._status(said.status, spans, person)
        sources = [self.names.source(name, self.rules.widened(spans)) for name in said.according_to]
        told = [name for name in sources if name is not None]
        return MoveClaim(
            person=person, from_org=from_org, to_org=to_org, kind=kind_of(said.kind, from_org, to_org), status=status,
            how=said.how, role_from=said.role_from, role_to=said.role_to, date=self._date(said.date),
            according_to=tuple(dict.fromkeys((*told, *self.rules.sources(spans)))),
            confidence=SURE, evidence=spans, explanation=(notes.note(notes.TOLD_BY_MODEL), *limits),
        )  # fmt: skip

    def _position(self, said: PositionSaid) -> PositionClaim | None:
        spans = self._spans(said.quote)
        person = self._named(said.person, self.names.person) if spans else None
        org = self._named(said.org, self.names.organization) if person is not None and said.org else None
        if person is None or org is None:
            return None
        return PositionClaim(person, org, said.role, said.when, said.since, said.until, SURE, spans)

    def _group(self, said: GroupSaid) -> GroupClaim | None:
        spans = self._spans(said.quote)
        ends = self._ends(said.from_org, said.to_org) if spans else None
        return None if ends is None else GroupClaim(*ends, said.count, said.at_least, spans)

    def _spans(self, quote: str) -> tuple[Span, ...]:
        spans = self.aligner.find_all(quote)
        if not spans:
            self.dropped["quote"] += 1
        return spans

    def _named(self, said: TextOf, find: Callable[[TextOf], EntityMention | None]) -> EntityMention | None:
        found = find(said)
        if found is None:
            self.dropped["name"] += 1
        return found

    def _ends(
        self, from_said: TextOf | None, to_said: TextOf | None
    ) -> tuple[EntityMention | None, EntityMention | None] | None:
        """Both ends, None where one that the model names does not stand in the text."""
        out = []
        for said in (from_said, to_said):
            found = None if said is None else self._named(said, self.names.organization)
            if said is not None and found is None:
                return None
            out.append(found)
        return out[0], out[1]

    def _status(self, said: str, spans: Sequence[Span], person: EntityMention) -> tuple[str, tuple[Note, ...]]:
        allowed = self.rules.most_certain(spans, person.mention)
        if allowed is None or CERTAINTY[said] <= CERTAINTY.get(allowed, 3):
            return said, ()
        return allowed, (notes.note(notes.NO_MORE_THAN, status=said, allowed=allowed),)

    def _date(self, told: str | None) -> str | None:
        """A date as told; fresh news is never of a day after its publication by more than a year's plan."""
        if told is None or not self.document.published:
            return told
        try:
            published = PartialDate.parse(self.document.published)
        except ValueError:
            return told
        return told if PartialDate.parse(told).year <= published.year + 2 else None


def kind_of(said: str, from_org: EntityMention | None, to_org: EntityMention | None) -> str:
    """The kind of a move that fits its ends, the model's own where it does."""
    if from_org is not None and to_org is not None:
        if from_org.id == to_org.id and said in ("move", "join", "leave"):
            return "change"
        return said if said in _KINDS_WITH_BOTH else "move"
    if to_org is not None:
        return said if said in _KINDS_OF_COMING else "join"
    return said if said in _KINDS_OF_LEAVING else "leave"


def _id(entity: EntityMention | None) -> str:
    return "" if entity is None else entity.id
