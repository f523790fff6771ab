"""Facts around the moves: what a sentence states of money, pay, computing, lawsuits, products, models and reasons.

Words that tell a fact open a small frame, as triggers do for moves: what they take must stand with them (an amount, a
product, a move), and somebody must be there whom it can be about. Where either is missing nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from talentflow.languages.facts import FactTrigger
from talentflow.model import Amount, FactClaim, FactParty
from talentflow.reader.amounts import Found, find_amounts
from talentflow.reader.attribution import sources_of
from talentflow.reader.career import sentences_of
from talentflow.reader.dates import set_date
from talentflow.reader.drafts import Draft
from talentflow.reader.fact_parties import Party, chain_from, parties_of
from talentflow.reader.fact_subjects import Frame, subject_of
from talentflow.reader.fact_words import FactHits, fact_lexicon, find_facts, words_of_facts
from talentflow.reader.page import Sentence
from talentflow.reader.phrases import Hit
from talentflow.reader.scene import Event
from talentflow.reader.status import set_status
from talentflow.reader.understanding import Understanding

_TYPES = {"product": "product", "model": "model", "compute": "compute", "pay": "compensation", "round": "funding"}
_STRENGTH = ("done", "planned", "rumored", "denied")
_NEGATED_WITHIN = 3
_SURE, _POINTED, _MEANT = 0.8, 0.65, 0.5
_OTHER_SIDE = 4  # a thing on the side where it mostly does not stand counts as so many words further away
_MOST_ABOUT = 4


@dataclass(frozen=True, slots=True)
class Taken:
    """What a trigger takes, with where it stands: a thing by its class, an amount, a name."""

    sort: str
    start: int
    end: int
    found: Found | None = None
    party: Party | None = None


def read_facts(found: Understanding, drafts: list[Draft]) -> list[FactClaim]:
    """The facts that a page states, in the order of its sentences, each once."""
    lexicon = fact_lexicon(found.page.language.code)
    if lexicon is None:
        return []
    movers = _movers(drafts)
    out: dict[tuple[object, ...], FactClaim] = {}
    for sentence in found.page.sentences:
        hits = find_facts(sentence, lexicon)
        if not hits.triggers:
            continue
        scene = _Scene(found, sentence, hits, movers.get(id(sentence), []))
        for fact in scene.facts():
            key = (fact.type, fact.subject.entity.id, fact.evidence[0].start, fact.evidence[0].field, fact.amount)
            out.setdefault(key, fact)
    return _without_repeats(list(out.values()))


def _without_repeats(facts: list[FactClaim]) -> list[FactClaim]:
    """Of facts of one type and subject in one sentence those with an amount, if one has; else the first."""
    told: dict[tuple[object, ...], list[FactClaim]] = {}
    for fact in facts:
        place = (fact.type, fact.subject.entity.id, fact.evidence[0].field, fact.evidence[0].start)
        told.setdefault(place, []).append(fact)
    out = []
    for group in told.values():
        with_amount = [fact for fact in group if fact.amount is not None]
        out += with_amount or group[:1]
    return out


def _movers(drafts: list[Draft]) -> dict[int, list[Draft]]:
    """The moves that each sentence tells, by the sentence's id."""
    out: dict[int, list[Draft]] = {}
    for draft in drafts:
        for sentence in sentences_of(draft):
            out.setdefault(id(sentence), []).append(draft)
    return out


class _Scene:
    """One sentence with all that its facts may take and be about."""

    def __init__(self, found: Understanding, sentence: Sentence, hits: FactHits, moves: list[Draft]) -> None:
        self.found, self.sentence, self.hits, self.moves = found, sentence, hits, moves
        self.language = found.page.language
        self.parties = parties_of(found.page, sentence, hits, found.topic)
        self.amounts = find_amounts(sentence, hits, words_of_facts(self.language.code).links)

    def facts(self) -> Iterator[FactClaim]:
        """What its triggers tell."""
        for hit in self.hits.triggers:
            trigger: FactTrigger = hit.payload
            taken = self._taken(hit, trigger)
            if trigger.takes and taken is None:
                continue
            kind = trigger.type or (_TYPES.get(taken.sort) if taken is not None else None)
            if kind is None:
                kind = "product"
            frame = Frame(hit, trigger, kind, None if taken is None else (taken.start, taken.end))
            if trigger.subject == "mover":
                yield from self._reasons(hit, kind)
                continue
            if trigger.subject == "thing":
                subject = self._named(hit, taken)
            else:
                subject = subject_of(frame, self.parties, self.sentence, self.language)
            if subject is not None:
                yield from self._claims(hit, kind, subject, taken)

    def _taken(self, hit: Hit, trigger: FactTrigger) -> Taken | None:
        """What stands with a trigger of what it takes: the nearest, on its usual side if it can be."""
        side = trigger.side
        if side is None:
            either = self.language.head_final or self.language.verb_last
            side = "any" if either or trigger.noun else "before" if trigger.passive or hit.suffix else "after"
        best: tuple[int, Taken] | None = None
        for taken in self._things(trigger):
            if taken.start < hit.end and hit.start < taken.end and taken.sort != "amount":
                gap = 0
            else:
                is_after = taken.start >= hit.end
                gap = taken.start - hit.end if is_after else hit.start - taken.end
                if side in ("after", "before") and is_after != (side == "after"):
                    continue
                if side == "any" and not is_after:
                    gap += 1
            if 0 <= gap <= trigger.within and (best is None or gap < best[0]) and not self._is_parted(hit, taken):
                best = gap, taken
        return None if best is None else best[1]

    def _is_parted(self, hit: Hit, taken: Taken) -> bool:
        """Whether another clause begins between a trigger and a thing."""
        low, high = sorted((hit.start, taken.start))
        surface = self.sentence.tokens.surface
        return any(surface[index] in ";؛；。" for index in range(low, high))

    def _things(self, trigger: FactTrigger) -> Iterator[Taken]:
        takes = trigger.takes
        for thing in self.hits.things:
            if thing.payload in takes:
                yield Taken(thing.payload, thing.start, thing.end)
        for found in self.amounts:
            if ("money" in takes and found.is_money) or ("amount" in takes and not found.is_money):
                yield Taken("amount", found.start, found.end, found)
        for party in self.parties:
            if "name" in takes and party.sort == "product":
                yield Taken(self._sort_of_product(party), party.start, party.end, party=party)
            if "org" in takes and party.sort in ("organization", "person"):
                yield Taken("org", party.start, party.end, party=party)
        if "move" in takes:
            for move in self.sentence.of_kind("trigger"):
                yield Taken("move", move.start, move.end)

    def _sort_of_product(self, party: Party) -> str:
        """Whether a named product is told to be a model or a computer by the noun beside it."""
        beside = [
            hit for hit in self.hits.things
            if hit.payload in ("product", "model", "compute") and min(abs(hit.start - party.end), abs(party.start - hit.end)) <= 2
        ]  # fmt: skip
        return str(beside[0].payload) if beside else "product"

    def _named(self, hit: Hit, taken: Taken | None) -> Party | None:
        """The product that a fact is about, the nearest before its words."""
        if taken is not None and taken.party is not None:
            return taken.party
        before = [party for party in self.parties if party.sort == "product" and party.end <= hit.start]
        return before[-1] if before else None

    def _reasons(self, hit: Hit, kind: str) -> Iterator[FactClaim]:
        """A reason belongs to those whose moves the sentence tells."""
        told: set[str] = set()
        for draft in self.moves:
            if draft.person.id in told:
                continue
            told.add(draft.person.id)
            person = next((party for party in self.parties if party.entity is draft.person), None)
            if person is None:
                from talentflow.reader.presenting import mention_of

                mention = mention_of(draft.person)
                assert mention is not None
                person = Party("person", hit.start, hit.end, FactParty("person", mention), draft.person)
            yield from self._claims(hit, kind, person, None)

    def _claims(self, hit: Hit, kind: str, subject: Party, taken: Taken | None) -> Iterator[FactClaim]:
        """The claim; of several people named in one breath each has one of their own."""
        chain = chain_from(self.parties, subject, self.sentence) if subject in self.parties else [subject]
        heads = chain if subject.sort == "person" else chain[:1]
        for head in heads:
            yield self._claim(hit, kind, head, taken, [party for party in chain if party is not head])

    def _claim(self, hit: Hit, kind: str, subject: Party, taken: Taken | None, beside: list[Party]) -> FactClaim:
        sentence, page = self.sentence, self.found.page
        event = self._event(hit, subject)
        plain = set_status(event, self._other_starts(hit), [], head_final=self.language.head_final)
        negated = not plain or self._is_negated(hit)
        set_date(event, self.found.published, self.language)
        status = max((event.status, hit.payload.status), key=lambda value: _STRENGTH.index(value) if value in _STRENGTH else 3)
        return FactClaim(
            type=kind,
            subject=subject.party,
            words=_words(sentence, hit),
            about=self._about(subject, beside),
            amount=self._amount(hit, kind, taken),
            negated=negated,
            reason=self._reason() if kind == "reason" else None,
            status=status,
            date=event.date,
            according_to=sources_of(sentence),
            confidence=_POINTED if subject.is_pointed else _SURE if subject.is_named else _MEANT,
            evidence=(page.document.span(sentence.field, sentence.start, sentence.end),),
        )

    def _event(self, hit: Hit, subject: Party) -> Event:
        """The fact as the rules of status and dates see what is told."""
        from talentflow.languages import Trigger
        from talentflow.reader.page import Entity

        entity = subject.entity or Entity("org", "", None, False)
        return Event("fact", entity, self.sentence, Trigger("none"), hit.start, hit.end)

    def _other_starts(self, hit: Hit) -> list[int]:
        return [other.start for other in self.hits.triggers if other is not hit]

    def _is_negated(self, hit: Hit) -> bool:
        if self.language.head_final:
            return any(0 <= no.start - hit.end <= _NEGATED_WITHIN for no in self.sentence.of_kind("negation"))
        return any(0 <= hit.start - no.end <= _NEGATED_WITHIN for no in self.sentence.of_kind("negation"))

    def _about(self, subject: Party, beside: list[Party]) -> tuple[FactParty, ...]:
        """The others whom the sentence names."""
        others = [*beside, *(party for party in self.parties if party.is_named and not party.is_source)]
        ids = {subject.party.entity.id}
        out: list[FactParty] = []
        for other in others:
            if other.party.entity.id not in ids:
                ids.add(other.party.entity.id)
                out.append(other.party)
        return tuple(out[:_MOST_ABOUT])

    def _amount(self, hit: Hit, kind: str, taken: Taken | None) -> Amount | None:
        """The amount that a trigger took, or of a kind that has amounts the nearest one that is near."""
        if taken is not None and taken.found is not None:
            return taken.found.amount
        if kind not in ("funding", "valuation", "compensation", "compute"):
            return None
        near = [
            (min(abs(found.start - hit.end), abs(hit.start - found.end)), found.amount)
            for found in self.amounts
            if found.is_money == (kind != "compute") or (kind == "compute" and not found.is_money)
        ]
        near = [(gap, amount) for gap, amount in near if gap <= hit.payload.within]
        return min(near, key=lambda item: item[0])[1] if near else None

    def _reason(self) -> str | None:
        found = self.sentence.of_kind("reason")
        return str(found[0].payload) if found else None


def _words(sentence: Sentence, hit: Hit) -> str:
    tokens = sentence.tokens
    return tokens.text[tokens.start[hit.start] : tokens.end[hit.end - 1]]
