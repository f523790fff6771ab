"""One person under two names, where the article says so: "Jonas Lind, better known as Joe Linden"."""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.words.page import Entity, Mention, Sentence

_NEAR = 2  # words from a name to what says that it is another's too: a comma, a closing quotation mark
_PASSED = frozenset(
    {"role", "org", "former", "title", "current", "determiner", "mark", "person_noun", "place", "org_word"}
)


def join_aliases(sentences: Iterable[Sentence], entities: dict[tuple[str, str], Entity]) -> None:
    """Makes two names of one person one entity, that which is listed or else named first."""
    sentences = list(sentences)
    for sentence in sentences:
        for hit in sentence.of_kind("alias"):
            pair = _named_around(sentence, hit.start, hit.end)
            if pair is not None:
                keep, gone = sorted(pair, key=lambda entity: not entity.listed)
                replace_entity(sentences, entities, gone, keep)


def _named_around(sentence: Sentence, start: int, end: int) -> tuple[Entity, Entity] | None:
    """The two people between whose names the words stand, with at most a post before the second."""
    people = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None and not m.is_anaphor]
    before = next((m for m in reversed(people) if 0 <= start - m.end <= _NEAR), None)
    after = next((m for m in people if m.start >= end), None)
    if before is None or after is None or not _only_describes(sentence, end, after):
        return None
    one, other = before.entity, after.entity
    if one is None or other is None or one is other or (one.listed and other.listed):
        return None
    return (one, other) if _is_whole(before) and _is_whole(after) else None


def _is_whole(mention: Mention) -> bool:
    """Whether a mention is a name of its own and no family name alone, which others may bear."""
    return mention.end - mention.start > 1 or len(mention.surface) > 1


def _only_describes(sentence: Sentence, place: int, after: Mention) -> bool:
    """Whether nothing but a post and an employer stands between the words and the second name."""
    passed = {index for h in sentence.hits if h.kind in _PASSED for index in range(h.start, h.end)}
    passed |= {index for m in sentence.mentions if m.kind == "org" for index in range(m.start, m.end)}
    surface = sentence.tokens.surface
    return all(index in passed or not surface[index][0].isalnum() for index in range(place, after.start))


def replace_entity(
    sentences: Iterable[Sentence], entities: dict[tuple[str, str], Entity], gone: Entity, keep: Entity
) -> None:
    """Files all mentions of one entity as another."""
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.entity is gone:
                mention.entity = keep
    for key in [key for key, entity in entities.items() if entity is gone]:
        entities[key] = keep
