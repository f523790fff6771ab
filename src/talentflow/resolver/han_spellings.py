"""How one Chinese character may be spelled in Latin letters besides pinyin: Wade-Giles, Cantonese, Korean, Japanese.

Names from Hong Kong, Taipei, Singapore, Seoul and Tokyo stand in one article, so each character of a name may be read
in each way, at a price.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import cache, lru_cache

from talentflow.resolver.letters import syllable_of, syllable_units, units_of
from talentflow.resolver.name_words import families_abroad, han_readings
from talentflow.resolver.spelling import cheapest, letters_of

WADE_GILES, CANTONESE, ABROAD, KOREAN, JAPANESE = 1.0, 1.6, 1.4, 1.4, 2.0
_WADE_GILES = (
    "b p|p p|d t|t t|g k|k k|j ch|q ch|x hs sh|zh ch|ch ch|z ts|c ts|r j|s s sz",
    "ong ung|ian ien|ue ueh|üe ueh|ie ieh|i ih u zu ze|e eh o|ui uei|uo o|iu iu|un un|ou ou|uan uan|"
    "you yu|üan uan yuan",
)
# What the sounds of jyutping are written as in Hong Kong, Macau and abroad.
_CANTONESE = (
    "z ch ts c j|c ch ts c|j y j i|gw kw gw qu|kw kw|g k g|b p b|d t d|w w v|s s sh|ng ng",
    "aa a ah|aai ai|aau au|aam am|aan an|aang ang|aap ap|aat at|aak ak|oeng eung|oek euk eok|eoi ui eui oi|eon un on|"
    "eot ut|yu u ue yu yue|yun uen un yuen|yut uet ut|ou o ou u oo|ei ei ee i ay y|i i ee ze y|iu iu io|ik ik ick|"
    "u u oo|ung ung|uk uk|au au ao ow|an an un en|ang ang eng|am am um|ai ai ay|oi oi oy|ing ing eng|o o oh|im im|"
    "in in een|ip ip|it it|oe eu oe|on on|ong ong|ok ok|at at|ap ap|e e eh|eng eng|ek ek|un un oon|ui ui|ut ut",
)


def _alternatives(line: str) -> dict[str, tuple[str, ...]]:
    return {sound: tuple(written) for sound, *written in (entry.split() for entry in line.split("|"))}


_WADE = tuple(map(_alternatives, _WADE_GILES))
_JYUTPING = tuple(map(_alternatives, _CANTONESE))


@lru_cache(maxsize=8192)
def other_spellings(character: str) -> Mapping[str, float]:
    """The spellings of one character with their costs, none of them pinyin."""
    cantonese, korean, japanese = han_readings(character)
    found: dict[str, float] = {}

    def add(spellings: object, cost: float) -> None:
        for spelling in spellings:  # type: ignore[attr-defined]
            if spelling:
                found[spelling] = min(cost, found.get(spelling, cost))

    add(_spelled(syllable_of(character), _WADE), WADE_GILES)
    for reading in filter(None, cantonese.split(",")):
        add(_spelled(reading, _JYUTPING), CANTONESE)
    add(families_abroad(character), ABROAD)
    for reading in filter(None, korean.split(",")):
        for spelling, cost in _hangul_spellings(reading).items():
            add((spelling,), KOREAN + cost)
    for reading in filter(None, japanese.split(",")):
        add({reading, reading.replace("ou", "o").replace("uu", "u")}, JAPANESE)
    return found


def _spelled(syllable: str, tables: tuple[Mapping[str, tuple[str, ...]], ...]) -> list[str]:
    start, rest = ("", *syllable_units(syllable))[-2:] if syllable else ("", "")
    return ["".join(both) for both in itertools.product(tables[0].get(start, (start,)), tables[1].get(rest, (rest,)))]


@cache
def _hangul_spellings(syllable: str) -> Mapping[str, float]:
    letters = letters_of("hangul")
    return cheapest(letters.rows_of(units_of(syllable, "hangul")), 12) if letters is not None else {}
