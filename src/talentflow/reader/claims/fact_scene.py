"""What one sentence gives the facts in it: the parties, the amounts, and what each trigger takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from talentflow.languages import Language
from talentflow.languages.facts import FactTrigger
from talentflow.reader.cast.asides import asides_of
from talentflow.reader.claims.amounts import Found, find_amounts
from talentflow.reader.claims.fact_parties import Party, base_name, parties_of
from talentflow.reader.claims.understanding import Understanding
from talentflow.reader.events.drafts import Draft
from talentflow.reader.words.fact_words import FactHits, words_of_facts
from talentflow.reader.words.page import Entity, Sentence
from talentflow.reader.words.phrases import Hit

_COMMAS = frozenset(",،、")
_CLAUSE_MARKS = frozenset(";؛；。")
_POWER = ("gigawatt", "megawatt")  # which power plants have too
_BEFORE_VALUATION = 4  # words: the amount before is mostly what was raised
_LONGER_WITH_PRONOUN = 2  # "the salaries - which may reach seven figures - that the labs pay (them)"


@dataclass(frozen=True, slots=True)
class PageNotes:
    """What the whole page tells its sentences: what its products are, and which organization its movers leave."""

    sorts: dict[str, str]
    losing: Entity | None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a trigger takes, with where it stands: a thing by its class, an amount, a name."""

    sort: str
    start: int
    end: int
    found: Found | None = None
    party: Party | None = None


@dataclass(slots=True)
class FactScene:
    """One sentence with all that its facts may take and be about."""

    understanding: Understanding
    sentence: Sentence
    hits: FactHits
    moves: list[Draft]
    notes: PageNotes
    parties: list[Party] = field(default_factory=list)
    amounts: list[Found] = field(default_factory=list)

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.understanding.page.language

    @property
    def topic(self) -> Entity | None:
        """The organization that the article is about."""
        return self.understanding.topic


def scene_of(
    understanding: Understanding, sentence: Sentence, hits: FactHits, moves: list[Draft], notes: PageNotes
) -> FactScene:
    """The scene of a sentence that has words of facts."""
    page = understanding.page
    links = words_of_facts(page.language.code).links
    parties = parties_of(page, sentence, hits, understanding.topic)
    return FactScene(understanding, sentence, hits, moves, notes, parties, find_amounts(sentence, hits, links))


def taken_by(scene: FactScene, hit: Hit) -> Taken | None:
    """What stands with a trigger of what it takes: the nearest, on its usual side if it has one."""
    trigger: FactTrigger = hit.payload
    side = _side(scene, hit, trigger)
    best: tuple[int, Taken] | None = None
    for taken in _things(scene, trigger):
        gap = _gap(scene, hit, taken, side)
        most = trigger.within * (_LONGER_WITH_PRONOUN if hit.suffix and taken.sort == "pay" else 1)
        if gap is not None and gap <= most and (best is None or gap < best[0]):
            best = gap, taken
    return None if best is None else best[1]


def _side(scene: FactScene, hit: Hit, trigger: FactTrigger) -> str:
    """Where a trigger's object stands: where it says so, else as the language and the form have it."""
    if trigger.side is not None:
        return trigger.side
    if scene.language.head_final or scene.language.verb_last or trigger.noun:
        return "any"
    return "before" if trigger.passive or hit.suffix else "after"


def _gap(scene: FactScene, hit: Hit, taken: Taken, side: str) -> int | None:
    """How many words part a trigger and a thing, None where it cannot be what the trigger takes."""
    if taken.start < hit.end and hit.start < taken.end:
        return 0 if taken.found is None else None  # "84,300 won" is won by nobody
    is_after = taken.start >= hit.end
    if side != "any" and is_after != (side == "after"):
        return None
    if is_after and hit.payload.type is None and _is_oblique(scene, hit, taken):
        return None
    low, high = (hit.end, taken.start) if is_after else (taken.end, hit.start)
    if any(scene.sentence.tokens.surface[index] in _CLAUSE_MARKS for index in range(low, high)):
        return None
    gap = high - low - _beside_the_point(scene, low, high)
    if side == "any" and not is_after:
        gap += _BEFORE_VALUATION if hit.payload.type == "valuation" else 1
    return gap


def _is_oblique(scene: FactScene, hit: Hit, taken: Taken) -> bool:
    """Whether a preposition stands between a verb and what would be its object: "wrote about models"."""
    folded = scene.sentence.tokens.folded
    return any(
        hit.end <= mark.start < taken.start and mark.payload != "of" and folded[mark.start] not in hit.payload.through
        for mark in scene.sentence.of_kind("mark")
    )


def _beside_the_point(scene: FactScene, low: int, high: int) -> int:
    """How many words of a stretch only name or describe somebody."""
    inside: set[int] = set()
    for start, end in asides_of(scene.sentence):
        if low <= start and end <= high:
            inside.update(range(start, end))
    for party in scene.parties:
        if low <= party.start and party.end <= high:
            inside.update(range(party.start, party.end))
    for hit in scene.sentence.of_kind("including"):
        if low <= hit.start < high:
            inside.update(_examples(scene, hit, high))
    return len(inside)


def _examples(scene: FactScene, hit: Hit, high: int) -> range:
    """The words of ", such as Quanta and Borealis,"."""
    surface = scene.sentence.tokens.surface
    start = hit.start - 1 if hit.start and surface[hit.start - 1] in _COMMAS else hit.start
    end = max((party.end for party in scene.parties if hit.end <= party.start < high), default=hit.end)
    return range(start, end + 1 if end < high and surface[end] in _COMMAS else end)


def _things(scene: FactScene, trigger: FactTrigger) -> Iterator[Taken]:
    """All in the sentence that a trigger could take."""
    takes = trigger.takes
    has_compute = any(thing.payload == "compute" for thing in scene.hits.things)
    for thing in scene.hits.things:
        if thing.payload in takes:
            yield Taken(thing.payload, thing.start, thing.end)
    for found in scene.amounts:
        is_computing = found.amount.unit == "chip" or (found.amount.unit in _POWER and has_compute)
        if ("money" in takes and found.is_money) or ("amount" in takes and is_computing):
            yield Taken("amount", found.start, found.end, found)
    for party in scene.parties:
        if party.sort == "product" and ("name" in takes or sort_of_product(scene, party) in takes):
            yield Taken(sort_of_product(scene, party), party.start, party.end, party=party)
        if "org" in takes and party.sort in ("organization", "person"):
            yield Taken("org", party.start, party.end, party=party)


def sort_of_product(scene: FactScene, party: Party) -> str:
    """Whether a named product is a model or a computer, as the nouns beside its name anywhere in the article say."""
    return scene.notes.sorts.get(base_name(party), "product")
