"""Whether "she" can be Tom: the gender of people by their given names and titles, and that of words that point back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.text.fold import fold

FEMININE = "feminine"
MASCULINE = "masculine"
_OPPOSITE = {FEMININE: MASCULINE, MASCULINE: FEMININE}
_BEHIND = 2  # words from a name, past a comma, to what its bearer is called


@cache
def _given_names() -> dict[str, str]:
    """The gender of given names that only women or only men bear, folded."""
    path = files("talentflow.languages") / "data" / "genders.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {gender: {fold(name) for name in data[gender].split()} for gender in (FEMININE, MASCULINE)}
    both = lists[FEMININE] & lists[MASCULINE]
    return {name: gender for gender, names in lists.items() for name in names if name not in both}


def tell_genders(sentences: Sequence[Sentence]) -> None:
    """Gives the people of a page the gender that their given names tell, or else the words beside their names."""
    for sentence in sentences:
        for mention in sentence.mentions:
            entity = mention.entity
            if mention.kind == "person" and entity is not None and not entity.gender:
                entity.gender = _by_name(entity) or _by_words(sentence, mention)


def _by_name(person: Entity) -> str:
    """What the given names by which the page or the registry calls somebody tell, where they agree."""
    names = _given_names()
    called = [*person.surfaces, *([person.name] if person.name else [])]
    told = {names[first] for first in (fold(name).split(" ")[0] for name in called if " " in name) if first in names}
    return told.pop() if len(told) == 1 else ""


def _by_words(sentence: Sentence, mention: Mention) -> str:
    """What a title before a name tells, or what its bearer is called right behind it: "Mme Sow", "Sow, directora"."""
    beside = [hit for hit in sentence.ending(mention.start) if hit.kind in ("title", "role")]
    for place in range(mention.end, mention.end + _BEHIND):
        beside += [hit for hit in sentence.by_start.get(place, ()) if hit.kind in ("title", "role")]
    told = {gender for hit in beside if (gender := _of_words(sentence, hit.start, hit.end))}
    return told.pop() if len(told) == 1 else ""


def gender_of(mention: Mention) -> str:
    """The gender of words that point back to somebody: "she", "la ingeniera"; nothing where they tell none."""
    return _of_words(mention.sentence, mention.start, mention.end)


def _of_words(sentence: Sentence, start: int, end: int) -> str:
    for gender in (FEMININE, MASCULINE):
        if any(hit.end <= end for place in range(start, end) for hit in sentence.by_start.get(place, ())
               if hit.kind == gender):  # fmt: skip
            return gender
    return ""


def may_be(person: Entity | None, gender: str) -> bool:
    """Whether words of a gender may point to somebody."""
    return person is None or not gender or person.gender != _OPPOSITE[gender]


def who_fits(people: Iterable[Entity], gender: str, others: Iterable[Entity] = ()) -> list[Entity]:
    """The people to whom words of a gender may point, those of that gender first; else those of it among others."""
    nearest = list(people)
    if not gender:
        return nearest
    fitting = [person for person in nearest if may_be(person, gender)]
    fitting.sort(key=lambda person: person.gender != gender)
    return fitting or [person for person in others if person.gender == gender] or nearest
