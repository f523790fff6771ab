"""What words and names cost in a script that parts no words: how unlikely each is, in tenths of natural logarithms."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from talentflow.languages.readings import readings_of

_RARE_FAMILY = 85  # a family name of which only its reading is known
_RARE_GIVEN = 90  # a character that is seldom met in given names


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs of one language: of words, of family names, and of characters by their place in names.

    `given` has, by the length of a given name, the costs of its first character, of its second, and so on; `foreign`
    those of the characters that spell names of other languages by sound.
    """

    words: dict[str, int]
    family: dict[str, int]
    given: dict[int, list[dict[str, int]]]
    foreign: dict[str, int]
    longest_word: int
    longest_family: int

    def of_given(self, name: str) -> int | None:
        """What a given name costs, None where none is so long."""
        places = self.given.get(len(name))
        if places is None:
            return None
        return sum(place.get(letter, _RARE_GIVEN) for place, letter in zip(places, name, strict=True))


@cache
def costs_of(code: str) -> Costs:
    """The costs of a language; one without data of its own has none."""
    path = files("talentflow.languages") / "data" / code / "cutting.json"
    data = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    words = {word: int(cost) for cost, found in data.get("words", {}).items() for word in found.split(" ")}
    readings = readings_of(code) if data else None
    read = dict.fromkeys((name for name in readings.family if len(name) > 1), _RARE_FAMILY) if readings else {}
    family: dict[str, int] = {**read, **data.get("family", {})}
    return Costs(
        words=words,
        family=family,
        given={int(length): places for length, places in data.get("given", {}).items()},
        foreign=data.get("foreign", {}),
        longest_word=max(map(len, words), default=1),
        longest_family=max(map(len, family), default=1),
    )
