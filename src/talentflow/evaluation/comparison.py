"""Two readers over the same articles: how far apart they are, and how easily chance alone would make it so.

Articles are drawn again with replacement, language by language, the same ones for both readers (paired bootstrap).
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SAMPLES = 2_000
_SEED = 20260115


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """The moves of one article: annotated, found, and right in person and both ends."""

    gold: int
    found: int
    right: int


@dataclass(frozen=True, slots=True)
class Difference:
    """How much better the second reader is: its F1 less that of the first, averaged over languages.

    Nineteen of twenty drawn samples lie between `low` and `high`; `chance` is how probable a difference as great is
    where there is none. All None where no article can be compared.
    """

    difference: float | None
    low: float | None = None
    high: float | None = None
    chance: float | None = None

    @property
    def is_significant(self) -> bool:
        """Whether chance alone would hardly make it so: less than once in twenty times."""
        return self.chance is not None and self.chance < 0.05


def compare(
    one: Mapping[str, Sequence[ArticleScore]], other: Mapping[str, Sequence[ArticleScore]], *, samples: int = SAMPLES
) -> Difference:
    """The difference between two readers' scores by language; each list has the same articles in the same order."""
    real = _difference(one, other, {language: range(len(scores)) for language, scores in one.items()})
    if real is None:
        return Difference(None)
    chance = random.Random(_SEED)
    drawn = []
    for _ in range(samples):
        places = {
            language: chance.choices(range(len(scores)), k=len(scores)) for language, scores in one.items() if scores
        }
        found = _difference(one, other, places)
        if found is not None:
            drawn.append(found)
    drawn.sort()
    below = sum(value <= 0 for value in drawn) / len(drawn)
    above = sum(value >= 0 for value in drawn) / len(drawn)
    edge = int(len(drawn) * 0.025)
    return Difference(real, drawn[edge], drawn[-1 - edge], min(1.0, 2 * min(below, above)))


def _difference(
    one: Mapping[str, Sequence[ArticleScore]],
    other: Mapping[str, Sequence[ArticleScore]],
    places: Mapping[str, Sequence[int]],
) -> float | None:
    first, second = _average(one, places), _average(other, places)
    return None if first is None or second is None else second - first


def _average(scores: Mapping[str, Sequence[ArticleScore]], places: Mapping[str, Sequence[int]]) -> float | None:
    shares = []
    for language, chosen in places.items():
        rows = scores[language]
        right = sum(rows[place].right for place in chosen)
        whole = sum(rows[place].gold + rows[place].found for place in chosen)
        if whole:
            shares.append(2 * right / whole)
    return sum(shares) / len(shares) if shares else None
