"""Words that tell of the name right before them: "X succeeds Y (now head of Z)", "à Y, nommé directeur de Z"."""

from __future__ import annotations

from talentflow.reader.cast.passives import is_passive
from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import frames

_MOST_ADVERBS = 2  # between a comma and its participle: ", récemment nommé"
_MOST_TITLES = 4  # words between a participle and the name that it tells of: "gewechselte Forschungschefin"
_PARTING = ("and", "relative", "break", "determiner", "pronoun", "copula", "perfect", "role", "said")


def told_of(reading: Reading, hit: Hit) -> Mention | None:
    """The name before a bracket or a comma, of which a trigger tells that stands inside or right behind it."""
    if hit.payload.noun or reading.lexicon.language.head_final or frames()[hit.payload.event].person_after:
        return None
    if frames()[hit.payload.event].is_agent and not is_passive(reading, hit):
        return None
    behind = _noun_behind(reading, hit) if frames()[hit.payload.event].yields != "found" else None
    if behind is not None:
        return behind
    around = bracket_around(reading.sentence, hit.start)
    if around is None:
        return _before_participle(reading, hit)
    if any(m.kind == "person" and around[0] < m.start < around[1] for m in reading.sentence.mentions):
        return None
    return _person_ending(reading.sentence, around[0])


def is_in_other_attribute(sentence: Sentence, place: int, other: int) -> bool:
    """Whether one of two places stands between an article and its noun and the other does not: see attributes.py."""
    return any((start <= place < end) != (start <= other < end) for start, end in sentence.attributes)


def tells_of_noun(reading: Reading, hit: Hit) -> bool:
    """Whether a participle before its noun tells of somebody without a name: "der zu Quanta gewechselte Designer"."""
    inside = [(start, end) for start, end in reading.sentence.attributes if start <= hit.start < end]
    if not inside or frames()[hit.payload.event].yields == "found":
        return False
    return _noun_behind(reading, hit) is None and not any(
        m.kind == "person" and inside[0][0] <= m.start < inside[0][1] for m in reading.sentence.mentions
    )


def _noun_behind(reading: Reading, hit: Hit) -> Mention | None:
    """Whoever is named behind a participle that ends what stands between their article and them."""
    sentence = reading.sentence
    end = next((end for start, end in sentence.attributes if start <= hit.start < end), None)
    if end is None:
        return None
    named = next((m for m in sentence.mentions if m.kind == "person" and m.start >= end), None)
    if named is None or named.start - end > _MOST_TITLES:
        return None
    words = sentence.tokens.surface[end : named.start]
    return None if any(not word[0].isalpha() and word != "-" for word in words) else named


def bracket_around(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The brackets around a token, as the tokens of both, where they are closed."""
    surface = sentence.tokens.surface
    opening = next((index for index in range(place, -1, -1) if surface[index] in "()"), None)
    if opening is None or surface[opening] != "(":
        return None
    closing = next((index for index in range(place + 1, len(surface)) if surface[index] in "()"), None)
    return None if closing is None or surface[closing] != ")" else (opening, closing)


def _person_ending(sentence: Sentence, place: int) -> Mention | None:
    return next((m for m in sentence.mentions if m.kind == "person" and m.end == place and m.entity is not None), None)


def _before_participle(reading: Reading, hit: Hit) -> Mention | None:
    """The name whose comma leads to a bare participle, with at most an adverb between: "Y, récemment | nommé"."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    if not _is_participle(reading, hit):
        return None
    for comma in range(hit.start - 1, max(-1, hit.start - 2 - _MOST_ADVERBS), -1):
        if surface[comma] == ",":
            return _person_ending(sentence, comma)
        if not surface[comma][0].islower() or sentence.opens(comma, _PARTING):
            return None
    return None


def _is_participle(reading: Reading, hit: Hit) -> bool:
    """Whether a trigger begins with a participle: a passive one, or by its letters where they tell."""
    endings = reading.lexicon.language.participle_endings
    word = reading.sentence.tokens.surface[hit.start].casefold()
    return bool(endings) and word.endswith(endings)


def only_adds(reading: Reading, place: int) -> bool:
    """Whether a bracket is that of words with no change of their own, which part nothing: "X (55, photo) will join"."""
    sentence = reading.sentence
    around = (
        bracket_around(sentence, place + 1)
        if sentence.tokens.surface[place] == "("
        else bracket_around(sentence, place - 1)
    )
    return around is not None and not any(around[0] < hit.start < around[1] for hit in reading.triggers)
