"""Unlisted names that are towns: where a language says "in" of places alone, what only ever follows it employs nobody.

"In Zuffenhausen he is no stranger", "she was born in Böblingen".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Entity, Mention, Sentence


def without_towns(sentences: Sequence[Sentence], entities: Iterable[Entity], lexicon: Lexicon) -> set[int]:
    """Takes the mentions of towns out of all sentences; gives the ids of the entities that they were taken for."""
    words = {form for form, _ in lexicon.language.phrases["place_mark"]}
    if not words:
        return set()
    unlisted = {id(one) for one in entities if one.kind == "org" and not one.listed and one.name is not None}
    places: dict[int, list[bool]] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.entity is not None and id(mention.entity) in unlisted:
                places.setdefault(id(mention.entity), []).append(_is_place(mention, words, lexicon))
    towns = {key for key, told in places.items() if all(told)}
    for sentence in sentences if towns else ():
        sentence.mentions = [one for one in sentence.mentions if one.entity is None or id(one.entity) not in towns]
    return towns


def _is_place(mention: Mention, words: set[str], lexicon: Lexicon) -> bool:
    """Whether a name of one word follows a preposition of places, with nothing in between."""
    folded = mention.sentence.tokens.folded
    if mention.end - mention.start > 1 or mention.start == 0 or folded[mention.start] in lexicon.org_words:
        return False
    if mention.sentence.tokens.surface[mention.start].isupper():
        return False  # letters stand for a firm
    return mention.mark_at == mention.start - 1 and folded[mention.start - 1] in words
