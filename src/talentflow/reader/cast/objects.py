"""Sentences whose verb moves nobody who is named: people without names are its object, or a company its subject."""

from __future__ import annotations

from talentflow.reader.cast.asides import in_company_bracket
from talentflow.reader.cast.embodied import stands_for_unnamed
from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import Frame

_REACH = 8  # words from a verb to the noun of its object
_OBJECT_WITHIN = 4
_CLAIM_WITHIN = 2  # words between a verb and the report that it dismisses
_CLAIM_BEFORE = 16  # and between a report and the passive behind it
_COUNTED_WITHIN = 3  # words between a number and whom it counts
_MOST_COUNTED = 1900  # the rest are years
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
    return end > 0 and not _is_named_behind(sentence, end) and not are_named_later(sentence, end)


def is_of_crowd(reading: Reading, hit: Hit) -> bool:
    """Whether a noun tells what several people do who have no names: "the departure of two executives".

    Not where their names follow: "the departure of two executives, A and B".
    """
    if not hit.payload.noun or hit.suffix or reading.lexicon.language.head_final:
        return False
    sentence, index = reading.sentence, hit.end
    if reading.cased:
        of = next((h for h in sentence.by_start.get(index, ()) if h.kind == "mark" and h.payload == "of"), None)
        if of is None:
            return False
        index = of.end
    several = [n for n in sentence.of_kind("number") if index <= n.start <= index + 1 and not n.suffix]
    digits = [place for place in (index, index + 1) if _counts(sentence, place)]
    ends = [n.end for n in several if int(n.payload) > 1] + [place + 1 for place in digits]
    nouns = [h for h in sentence.of_kind("person_noun") if ends and 0 <= h.start - ends[0] <= _COUNTED_WITHIN]
    nouns += [
        h for h in sentence.of_kind("role")
        if h.payload.part == "head" and ends and 0 <= h.start - ends[0] <= _COUNTED_WITHIN
    ]  # fmt: skip
    if not nouns or any(m.kind == "person" and index <= m.start < nouns[0].start for m in sentence.mentions):
        return False
    end = nouns[0].end
    return not _is_named_behind(sentence, end) and not are_named_later(sentence, end)


def are_named_later(sentence: Sentence, end: int) -> bool:
    """Whether names follow people who are counted, after a word that brings them or as a list of their own."""
    names = [m for m in sentence.mentions if m.kind == "person" and not m.is_anaphor and m.start >= end]
    if not names:
        return False
    surface = sentence.tokens.surface
    brings = [h.start for h in sentence.of_kind("including") if h.start >= end]
    brings += [place for place in range(end, len(surface)) if surface[place] in _NAMED_AFTER]
    if brings and min(brings) < names[-1].start:
        return True
    first = names[0]
    is_parted = any(end <= h.start < first.start for h in sentence.of_kinds(("trigger", "said", "break", "relative")))
    return surface[first.start - 1] in ",،" and not is_parted and not sentence.opens(first.end, ("said",))


def _counts(sentence: Sentence, place: int) -> bool:
    word = sentence.tokens.surface[place] if place < len(sentence.tokens) else ""
    return word.isdecimal() and 1 < int(word) < _MOST_COUNTED


def is_of_claim(reading: Reading, frame: Frame, hit: Hit, *, passive: bool) -> bool:
    """Whether what a verb of acting on people takes is a report, an idea or a lawsuit: "dismissed the rumours".

    Before a passive it has the clause for itself: "A report that Ada had left | was dismissed", "her suit was dropped".
    """
    is_dismissal = frame.is_agent and frame.yields == "leave"
    if not is_dismissal or hit.payload.noun or hit.payload.object in ("person", "pronoun"):
        return False
    if reading.lexicon.language.head_final:
        return any(
            noun.end <= hit.start and hit.start - noun.end <= 1 for noun in reading.sentence.of_kind("claim_noun")
        )
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    nouns = sentence.of_kind("claim_noun")
    people = [m for m in sentence.mentions if m.kind == "person"]
    if not passive:
        return any(
            0 <= noun.start - hit.end <= _CLAIM_WITHIN
            and not any(hit.end <= m.start < noun.start for m in people)
            and not any(word in ",،;:." for word in surface[hit.end : noun.start])
            for noun in nouns
        )
    for noun in nouns:
        between = range(noun.end, hit.start)
        if any(start < noun.start and end <= hit.start for start, end in reading.asides):
            continue  # "Ada, who wrote the report, was dismissed"
        if noun.end > hit.start or len(between) > _CLAIM_BEFORE or _is_led_up_to(sentence, noun):
            continue
        if any(h.start in between for h in sentence.of_kind("said")):
            continue
        subjects = [m for m in people if m.start in between and not m.mark and not m.owner]
        if not subjects or any(t.start in between and t.start > subjects[-1].start for t in reading.triggers):
            return True
    return False


def _is_led_up_to(sentence: Sentence, noun: Hit) -> bool:
    """Whether a preposition leads to a noun, which is no subject then: "according to the report", "in the suit"."""
    start = noun.start
    while start > 0 and sentence.closes(start, ("determiner", "new", "place")):
        start -= 1
    return sentence.closes(start, ("mark", "according", "break"))


def describes_company(reading: Reading, hit: Hit) -> bool:
    """Whether a trigger only tells of an organization, in brackets behind it: "at X (which | became part of Y)"."""
    found = in_company_bracket(reading.sentence, hit.start)
    return found is not None and not any(
        m.kind == "person" and found[0] < m.start < hit.start for m in reading.sentence.mentions
    )


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
