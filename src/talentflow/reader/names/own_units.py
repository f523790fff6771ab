"""Parts of a house under names of their own, where the article says so: "Beacon, Quanta's robotics unit".

Whoever works there works for the house, and is written so, as with the parts that the registry lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.phrases import Hit

_LONGEST_BEFORE = 6  # words from the name to the word for a part: ", the fast-growing artificial intelligence | unit"
_LONGEST_BEHIND = 8  # words from there to the house: "unidad de inteligencia artificial y robótica de | Quanta"
_OPENING = frozenset(",(–—،、，（:")
_CLOSING = frozenset(".;!?؛؟。；！？)）")
_QUOTES = frozenset("«»“”„‟\"'「」『』")
# What begins another clause, in which somebody else's part may be told of.
_BREAKING = ("trigger", "break", "relative", "said", "former", "company")
_ARTICLES = ("relative_article", "determiner", "pronoun")


def units_of_houses(sentences: Iterable[Sentence]) -> list[tuple[Entity, Entity]]:
    """The unlisted organizations that are part of another one, each with that house."""
    named: Counter[int] = Counter()  # how often each organization has been named so far
    organizations: dict[int, Entity] = {}
    found: dict[int, tuple[Entity, Entity | None]] = {}
    for sentence in sentences:
        words = sentence.of_kind("house_part")
        for mention in _organizations(sentence):
            org = mention.entity
            if org is None or org.name is None:
                continue
            word = _word_for(sentence, mention, words) if words and org.record is None else None
            if word is not None and id(org) not in found:
                told = _house_in(sentence, mention, word)
                # A house that is not named beside its part is the one that the article has named most.
                most = max(named, key=lambda key: named[key] if key != id(org) else 0, default=None)
                found[id(org)] = org, told if told is not None or most is None else organizations[most]
            organizations[id(org)] = org
            named[id(org)] += 1
    return [(unit, house) for unit, house in found.values() if house is not None and id(house) not in found]


def _organizations(sentence: Sentence) -> list[Mention]:
    return sorted((m for m in sentence.mentions if m.kind == "org" and not m.is_anaphor), key=lambda m: m.start)


def _word_for(sentence: Sentence, mention: Mention, words: Iterable[Hit]) -> Hit | None:
    """The word that calls a name a part: right before it, or in what is said of it behind a comma."""
    surface = sentence.tokens.surface
    before = mention.start - 1 if mention.start and surface[mention.start - 1] in _QUOTES else mention.start
    behind = mention.end + 1 if mention.end < len(surface) and surface[mention.end] in _QUOTES else mention.end
    for word in words:
        if word.end == before and not _is_name(sentence, word):
            return word
        if behind < len(surface) and surface[behind] in _OPENING:
            inside = range(behind + 1, word.start)
            if word.start > behind and len(inside) <= _LONGEST_BEFORE and _only_describes(sentence, inside):
                return None if _is_in_list(sentence, behind + 1, word) else word
    return None


def _is_name(sentence: Sentence, word: Hit) -> bool:
    """Whether a word for a part is itself written as a name."""
    return any(m.start < word.end and word.start < m.end for m in sentence.mentions)


def _only_describes(sentence: Sentence, places: range) -> bool:
    surface = sentence.tokens.surface
    if any(surface[place] in _OPENING or surface[place] in _CLOSING for place in places):
        return False
    if places and sentence.opens(places[0], ("relative_article",)) and sentence.opens(places[0] + 1, _ARTICLES):
        return False  # "Beacon, das die Robotiksparte von Quanta gekauft hat"
    people = {place for m in sentence.mentions if m.kind == "person" for place in range(m.start, m.end)}
    return not any(place in people or sentence.opens(place, _BREAKING) for place in places)


def _is_in_list(sentence: Sentence, start: int, word: Hit) -> bool:
    """Whether what stands behind a comma is but the next of a list: "Borealis, Quanta's robotics unit | and Meta"."""
    orgs = {m.start for m in _organizations(sentence)}
    ends = [hit.end for hit in sentence.by_start.get(word.end, ()) if hit.kind == "and"]
    return sentence.opens(start, ("and",)) or any(end in orgs for end in ends)


def _house_in(sentence: Sentence, mention: Mention, word: Hit) -> Entity | None:
    """The house that the words name: beside the word for the part, "Quanta's | unit", "unit of | Quanta"."""
    orgs = _organizations(sentence)
    between = [m for m in orgs if mention.end <= m.start and m.end <= word.start]
    if between:
        return between[-1].entity
    end = max(mention.end, word.end)
    behind = next((m for m in orgs if m.start >= end), None)
    if behind is not None:
        places = range(end, behind.start)
        if len(places) <= _LONGEST_BEHIND and _only_describes(sentence, places):
            return behind.entity
    before = [m.entity for m in orgs if m.end <= min(mention.start, word.start) and m.entity is not mention.entity]
    return before[-1] if before else None
