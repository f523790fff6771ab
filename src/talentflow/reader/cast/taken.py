"""Whom a pronoun means that a verb takes as its object: "she | recruited him", "ihn | hatte sie geholt", "la fichó"."""

from __future__ import annotations

from talentflow.reader.cast.pointing import has_own_subject
from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.page import Entity, Mention
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import Frame

_REPEATED = 1  # words between a verb and the name that the pronoun on it repeats: "a Ada | la fichó"


def takes_pronoun(reading: Reading, frame: Frame, hit: Hit) -> bool:
    """Whether a verb by which somebody else is moved has a pronoun for its object: it is no passive, then."""
    return frame.is_agent and not hit.payload.noun and _pronoun_at(reading, hit) is not None


def taken(reading: Reading, frame: Frame, hit: Hit) -> list[Entity] | None:
    """The person whom the object pronoun of a verb means, none where nobody can be; None where it has no such pronoun.

    Nobody hires themselves: whoever the clause names beside the verb does it, and the pronoun means somebody else.
    """
    if not frame.is_agent or hit.payload.noun:
        return None
    place = _pronoun_at(reading, hit)
    if place is None:
        return None
    low, high = _clause(reading, hit, place)
    sentence = reading.sentence
    people = [m for m in sentence.mentions if m.kind == "person" and m.start != place]
    inside = [m for m in people if low <= m.start < high]
    if any(m.mark == "toward" and m.entity is not None and 0 <= hit.start - m.end <= _REPEATED for m in inside):
        return None
    first = min(place, hit.start)
    if any(h.kind == "relative" and low <= h.start < first for h in sentence.hits):
        return None  # "Ada, whom they know as the one who | hired him"
    if any(m.entity is None and m.end <= first for m in inside):
        return None  # "he hired her": who is who only more of the text tells
    earlier = [m for m in people if m.end <= hit.start]
    if earlier and has_own_subject(reading, hit, earlier):
        return None  # "A退任, 董事会选举|他|"
    acting = [m.entity for m in inside if m.entity is not None and not m.mark]
    reading.doers += acting
    doers = {id(entity) for entity in acting}
    if not doers and not any(m.kind == "org" and low <= m.start < high for m in sentence.mentions):
        return None
    before = [m.entity for m in people if m.entity is not None and m.end <= low]
    known = [*reversed(before), *reading.context.salient]
    known += [m.entity for m in inside if m.entity is not None and m.mark and m.end <= first]
    return [entity for entity in known if id(entity) not in doers][:1]


def _pronoun_at(reading: Reading, hit: Hit) -> int | None:
    """The word that is the object pronoun of a verb, or the verb's own where it is written onto it."""
    lexicon, folded = reading.lexicon, reading.sentence.tokens.folded
    if hit.suffix:
        return hit.start if hit.suffix in lexicon.object_pronouns else None
    last = hit.end - 1
    own = [hit.start, last] if hit.payload.object == "pronoun" else []
    if last > hit.start and any(
        h.kind in ("pronoun", "possessive") and h.end == hit.end for h in reading.sentence.by_start.get(last, ())
    ):
        own.append(last)  # "poached him" may be one phrase
    within = next((place for place in own if folded[place] in lexicon.object_pronouns), None)
    if within is not None:
        return within
    pronouns = [
        m for m in reading.sentence.mentions if m.kind == "person" and m.entity is None and _is_object(reading, m)
    ]
    if lexicon.language.verb_last:
        low, high = _clause(reading, hit, hit.start)
        pronouns = [m for m in pronouns if low <= m.start < high]
    else:
        pronouns = [m for m in pronouns if m.start == hit.end]
    return pronouns[0].start if pronouns else None


def _is_object(reading: Reading, mention: Mention) -> bool:
    """Whether a pronoun stands in the form of an object, or in a language that has but one form right behind a verb."""
    if mention.mark_word not in ("pronoun", "possessive") or mention.mark:
        return False
    if reading.lexicon.language.spaceless and not reading.lexicon.language.head_final:
        return mention.mark_word == "pronoun"
    return reading.sentence.tokens.folded[mention.start] in reading.lexicon.object_pronouns


def _clause(reading: Reading, hit: Hit, place: int) -> tuple[int, int]:
    """The words between the borders around a verb and its pronoun."""
    first, last = min(place, hit.start), max(place, hit.end, hit.verb_at if hit.is_fronted else 0)
    said = [h.start for h in reading.sentence.of_kind("complementizer")]
    low = max((border for border in (*reading.breaks, *said) if border < first), default=0)
    high = min((border for border in reading.breaks if border >= last), default=len(reading.sentence.tokens))
    return low, high
