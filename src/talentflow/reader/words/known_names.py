"""The names of the registry as the reader looks them up: cut into words and folded once, for all languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Any, NamedTuple

from talentflow.reader.words.phrases import Entry, cut_phrases, is_odd, odd_words
from talentflow.registry import Registry
from talentflow.text.fold import fold

LATIN = "LATIN"


class Filed(NamedTuple):
    """A spelling: its folded words, and what it names."""

    words: tuple[str, ...]
    entry: Entry


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The spellings of organizations, people, products and places by their first folded word, and lists of names.

    `person_starts` has the first words of people with their second words, "" for none; `small_person_starts` those of
    names that begin with a small letter. `doubtful` are given and family names that are ordinary words as well.
    """

    registry: Registry
    by_first_word: Mapping[str, tuple[Filed, ...]]
    person_starts: Mapping[str, set[str]]
    small_person_starts: frozenset[str]
    countries: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    listed: frozenset[str]
    starts: frozenset[str]
    doubtful: frozenset[str]


def known_names(registry: Registry) -> KnownNames:
    """The names of a registry, made once."""
    found = _MADE.get(id(registry))
    if found is None:
        if len(_MADE) >= _MOST_REGISTRIES:
            _MADE.clear()
        found = _MADE[id(registry)] = _made(registry)
    return found


_MADE: dict[int, KnownNames] = {}  # these keep their registry, so no other gets its id
_MOST_REGISTRIES = 4  # a program has one, and training some that are thinned out


def _made(registry: Registry) -> KnownNames:
    spelled = list(_spellings(registry))
    filed: dict[str, list[Filed]] = {}
    person_starts: dict[str, set[str]] = {}
    small_starts: set[str] = set()
    for entry, (_, folded) in zip(spelled, cut_phrases([entry.shape for entry in spelled]), strict=True):
        words = odd_words(entry.shape) if is_odd(entry.shape) else folded
        if not words:
            continue
        # The same few words stand in most names: each is kept once.
        kept = tuple(map(intern, words))
        filed.setdefault(kept[0], []).append(Filed(kept, entry))
        if entry.kind == "person":
            person_starts.setdefault(kept[0], set()).add(kept[1] if len(kept) > 1 else "")
            if entry.shape[0].isascii() and not entry.shape[0].isupper():
                small_starts.add(kept[0])
    given, family = _folded(registry.given_names), _folded(registry.family_names)
    listed = given | family
    return KnownNames(
        registry=registry,
        by_first_word={word: tuple(found) for word, found in filed.items()},
        person_starts=person_starts,
        small_person_starts=frozenset(small_starts),
        countries=frozenset(
            intern(fold(name)) for place in registry.places.values() for names in place.names.values() for name in names
        ),
        given=given,
        family=family,
        listed=listed,
        starts=frozenset(name.partition(" ")[0] for name in listed if " " in name),
        doubtful=_folded(registry.given_names, doubtful=True) | _folded(registry.family_names, doubtful=True),
    )


def _spellings(registry: Registry) -> Iterator[Entry]:
    tables: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("org", registry.organizations),
        ("person", registry.people),
        ("product", registry.products),
        ("place", registry.places),
    )
    for kind, table in tables:
        for entity in table.values():
            for spelling in {entity.name, *(name for names in entity.names.values() for name in names)}:
                yield Entry(kind, entity, spelling, kind == "org" and registry.is_ambiguous(spelling))


def _folded(lists: Mapping[str, frozenset[str]], *, doubtful: bool = False) -> frozenset[str]:
    """The names of all lists, folded; `doubtful` ones alone, which are ordinary words as well."""
    return frozenset(
        intern(fold(name))
        for key, names in lists.items()
        if not doubtful or key.endswith("also_words")
        for name in names
    )


def is_among(scripts: set[str], spelling: str) -> bool:
    """Whether a spelling begins in one of the scripts; half of the organizations' are in some that others write."""
    return spelling.isascii() or script_of(next(filter(str.isalpha, spelling), "a")) in scripts


@cache
def script_of(letter: str) -> str:
    """The first word of a letter's Unicode name, which tells its script: "LATIN", "ARABIC", "CJK"."""
    return unicodedata.name(letter, "").partition(" ")[0]
