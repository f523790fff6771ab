"""Particles, titles, short names and other words of people's names (data/people.toml); and readings of characters."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from talentflow.text.fold import fold

_DATA = files("talentflow.resolver") / "data"


@cache
def _people() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads((_DATA / "people.toml").read_text(encoding="utf-8"))


@cache
def _words(table: str, script: str) -> frozenset[str]:
    found = _people().get(table, {}).get(script, "")
    assert isinstance(found, str)
    return frozenset(fold(word) for word in found.split())


def is_particle(folded: str, script: str) -> bool:
    """Whether a part may be left out or joined to the next without making another name: de, van, al, بن."""
    return folded in _words("particles", script)


def is_title(folded: str, script: str) -> bool:
    """Whether a part is said before or behind a name and belongs to none: Dr, Sir, الدكتور, Jr."""
    return folded.rstrip(".") in _words("titles", script) or folded in _words("suffixes", script)


@cache
def _ordinals(script: str) -> Mapping[str, str]:
    lines = _people()["ordinals"].get(script, "")
    assert isinstance(lines, str)
    return {fold(word): group.split()[0] for group in lines.split("|") for word in group.split()}


def ordinal(token: str, script: str) -> str:
    """The word that stands for a number or a byname behind a name: "II" and الثاني give "second"; "" for others."""
    if script == "latin" and token != token.upper() and len(token) < 4:
        return ""
    return _ordinals(script).get(fold(token), "")


@cache
def _spelled_letters(script: str) -> Mapping[str, str]:
    entries = _people()["spelled_letters"].get(script, "")
    assert isinstance(entries, str)
    return {fold(word): letter for letter, *words in (entry.split() for entry in entries.split("|")) for word in words}


def spelled_letter(folded: str, script: str) -> str:
    """The Latin initial that a part spells out: إم gives m; "" for others."""
    return _spelled_letters(script).get(folded, "") if script in _people()["spelled_letters"] else ""


def titles_behind(script: str) -> tuple[str, ...]:
    """What may stand behind a name without a space: 氏, 先生, 박사."""
    return tuple(sorted(_words("titles_behind", script), key=len, reverse=True))


def compound_families(script: str) -> frozenset[str]:
    """Family names of two characters: 司徒, 남궁."""
    return _words("compound_families", script)


@cache
def _nicknames(script: str) -> Mapping[str, frozenset[int]]:
    groups = _people()["nicknames"].get(script, [])
    found: dict[str, set[int]] = {}
    for number, line in enumerate(groups):
        for word in line.split():
            found.setdefault(fold(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def nickname_groups(folded: str, script: str) -> frozenset[int]:
    """The lines of short names that a given name stands on; two names with a line in common can be one."""
    return _nicknames(script).get(folded, frozenset())


def long_forms(folded: str) -> tuple[str, ...]:
    """The other names, in Latin letters, that a given name can be short or long for: Sam gives samuel, samantha."""
    numbers = nickname_groups(folded, "latin")
    lines = _people()["nicknames"]["latin"]
    return tuple(dict.fromkeys(word for number in sorted(numbers) for word in lines[number].split() if word != folded))


@cache
def _abroad() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _people()["families_abroad"]["han"]:
        characters, *spellings = line.split()
        for character in characters:
            found[character] = tuple(spellings)
    return found


def families_abroad(character: str) -> tuple[str, ...]:
    """How a Chinese family name is spelled where Hokkien, Teochew or Hakka is spoken: 陈 gives tan, chin."""
    return _abroad().get(character, ())


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in (_DATA / "han_readings.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            character, *readings = line.split("\t")
            found[character] = tuple(readings)
    return found


def han_readings(character: str) -> tuple[str, str, str]:
    """How a character is read in Cantonese (jyutping without tones), in Korean (hangul) and in Japanese (romaji)."""
    cantonese, korean, japanese = _readings().get(character, ("", "", ""))
    return cantonese, korean, japanese
