"""Whose post or whose company is meant where only a pronoun says it: "its director", "joined it"."""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.reader.words.page import Entity, Sentence


def company_before(sentence: Sentence, place: int, asides: Sequence[tuple[int, int]] = ()) -> Entity | None:
    """The organization that a pronoun means: the last one named before it, rather none of an aside that has closed."""
    fallback: Entity | None = None
    for mention in reversed(sentence.mentions):
        entity = mention.entity
        if mention.kind != "org" or mention.end > place:
            continue
        is_aside = any(start < mention.start < end <= place for start, end in asides)
        if mention.mark_word == "company_anaphor" and fallback is not None and not is_aside:
            return None  # "the company told Ada, a former Quanta engineer, that | its | head had left"
        if entity is None or not entity.name or entity.is_media:
            continue
        if not is_aside:
            return entity
        fallback = fallback or entity
    return fallback
