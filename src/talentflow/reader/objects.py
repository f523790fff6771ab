"""Sentences whose verb moves nobody who is named: people without names are its object, or a company its subject."""

from __future__ import annotations

from talentflow.reader.embodied import stands_for_unnamed
from talentflow.reader.events import Frame
from talentflow.reader.page import Sentence
from talentflow.reader.phrases import Hit
from talentflow.reader.scene import Reading

_REACH = 8  # words from a verb to the noun of its object
_OBJECT_WITHIN = 4
_NAMED_AFTER = frozenset(":—–-")
_PASSED = (
    "determiner", "number", "at_least", "role", "possessive", "possessive_plural", "company_possessive", "new",
    "former", "current", "company", "place", "function", "product_noun", "org_word",
)  # fmt: skip


def moves_a_group(reading: Reading, frame: Frame, hit: Hit, *, passive: bool) -> bool:
    """Whether who is hired are people without a name: "Meta's recruitment of his researchers", "luring AI engineers".

    Not where their names follow: "hired the engineers A and B", "hired three engineers: A, B and C".
    """
    if not frame.is_agent or passive or frame.yields not in ("join", "leave", "offer") or reading.verb_first:
        return False
    if reading.lexicon.language.head_final or not reading.cased:
        return False
    sentence = reading.sentence
    if any(m.kind == "person" and stands_for_unnamed(reading, hit, m) for m in sentence.mentions):
        return False
    index = hit.end
    if hit.payload.noun:
        of = next((h for h in sentence.by_start.get(index, ()) if h.kind == "mark" and h.payload == "of"), None)
        if of is None:
            return False
        index = of.end
    end = _end_of_group(sentence, index)
    return end > 0 and not _is_named_behind(sentence, end)


def _end_of_group(sentence: Sentence, index: int) -> int:
    """Behind the noun of several people that is the object which begins at a token; 0 where the object is none."""
    passed = sentence.covered_by(*_PASSED)
    orgs = {i for m in sentence.mentions if m.kind == "org" for i in range(m.start, m.end)}
    people = {m.start for m in sentence.mentions if m.kind == "person" and m.entity is not None}
    surface = sentence.tokens.surface
    for place in range(index, min(index + _REACH, len(surface))):
        if place in people:
            return 0
        for hit in sentence.by_start.get(place, ()):
            if hit.kind == "person_noun" and surface[hit.end - 1].casefold().endswith("s"):
                return hit.end
        if not (place in passed or place in orgs or surface[place].isalpha() or sentence.tokens.is_possessive(place)):
            return 0
        if sentence.opens(place, ("mark", "said", "break", "relative", "and")):
            return 0
    return 0


def _is_named_behind(sentence: Sentence, end: int) -> bool:
    """Whether names follow a noun of people, or anything that could bring them."""
    surface = sentence.tokens.surface
    if end >= len(surface):
        return False
    if surface[end] in _NAMED_AFTER or sentence.opens(end + (surface[end] == ","), ("including",)):
        return True
    return any(
        m.kind == "person" and m.start - end <= (surface[end] in ",(") for m in sentence.mentions if m.start >= end
    )


def acts_as_company(reading: Reading, frame: Frame, hit: Hit) -> bool:
    """Whether the subject right before a verb is an organization: "once Borealis takes over Quanta"."""
    if frame.is_agent or hit.payload.noun or hit.payload.passive or reading.verb_first:
        return False
    if reading.lexicon.language.head_final or not reading.cased or hit.is_fronted:
        return False
    if hit.payload.object or hit.payload.marks or hit.payload.person or frame.yields == "absence":
        return False  # "Borealis replaced A with B", "Borealis has suspended A": somebody else moves
    if any(m.kind == "person" and 0 <= m.start - hit.end <= _OBJECT_WITHIN for m in reading.sentence.mentions):
        return False
    return any(
        m.kind == "org" and m.end == hit.start and not m.mark and not m.owner and m.apposed_to is None
        and m.entity is not None and m.entity.name is not None and not m.is_anaphor
        and not any(0 <= m.start - other.end <= _OBJECT_WITHIN for other in reading.triggers)  # it is their object
        and not any(p.kind == "person" and p.start <= m.start and p.end >= m.end for p in reading.sentence.mentions)
        for m in reading.sentence.mentions
    )  # fmt: skip
