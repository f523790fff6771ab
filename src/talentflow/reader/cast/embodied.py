"""Names for somebody whom the clause leaves unnamed: "Mit Ada Moreno verliert Borealis eine Gründerin"."""

from __future__ import annotations

from talentflow.reader.cast.scene import Reading
from talentflow.reader.cast.subjects import phrase_start
from talentflow.reader.words.page import Mention
from talentflow.reader.words.phrases import Hit

_DESCRIBING = 4  # words between an article and its noun: "eine seiner engsten Mitstreiterinnen"
_STOPS = frozenset(".;:!?()–—")


def stands_for_unnamed(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether "with" leads to a name that says who somebody is: "With Ada Moreno, Borealis loses | a founder".

    What is indefinite in the clause, a post or a noun of people, is then the person named, and nobody else is.
    """
    sentence = reading.sentence
    if reading.lexicon.language.head_final or mention.is_anaphor or hit.payload.noun:
        return False
    begin = phrase_start(reading, mention)
    if not any(other.kind == "together" for other in sentence.ending(begin)):
        return False
    if not _leads_or_follows(reading, hit, mention, begin):
        return False
    low, high = _clause(reading, hit, mention)
    others = [m for m in sentence.mentions if m.kind == "person" and m is not mention and low <= m.start < high]
    if any(not m.mark and not m.is_anaphor for m in others):
        return False
    return _has_unnamed(reading, hit, low, high)


def _leads_or_follows(reading: Reading, hit: Hit, mention: Mention, begin: int) -> bool:
    """Whether "with" opens the sentence, or stands behind the verb and before what is indefinite."""
    before = reading.sentence.tokens.surface[: begin - 1]
    return mention.start >= hit.end or all(not word[0].isalpha() for word in before)


def _clause(reading: Reading, hit: Hit, mention: Mention) -> tuple[int, int]:
    surface = reading.sentence.tokens.surface
    low, high = min(hit.start, mention.end), max(hit.end, mention.end)
    stops = [index for index in range(high, len(surface)) if surface[index] in _STOPS]
    return low, min([*stops, len(surface)])


def _has_unnamed(reading: Reading, hit: Hit, low: int, high: int) -> bool:
    """Whether an indefinite article leads to a post or a noun of people that no name follows."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    definite = {h.start for h in sentence.of_kinds(("definite", "possessive", "possessive_plural"))}
    nouns = [h for h in sentence.of_kinds(("role", "person_noun", "colleague")) if low <= h.start and h.end <= high]
    nouns = [h for h in nouns if h.kind != "role" or h.payload.part == "head"]
    people = {m.start for m in sentence.mentions if m.kind == "person"}
    for article in sentence.of_kind("determiner"):
        if article.start in definite or not low <= article.start < high:
            continue
        for noun in nouns:
            between = surface[article.end : noun.start]
            is_near = 0 <= noun.start - article.end <= _DESCRIBING and not any(word in ",،" for word in between)
            is_named = noun.end in people or any(article.end <= start < noun.start for start in people)
            if is_near and not is_named:
                return True
    return False
