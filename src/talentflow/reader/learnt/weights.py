"""The learnt weights of named features, kept as plain numbers and summed part by part.

The same few values give the same features, so what a part adds is worked out once a process.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Values = dict[str, float]
Part = tuple[Any, ...]  # a function that gives features, and the values that it looks at

ACCEPTANCE = "acceptance"  # the model that says how likely a draft is right
_MOST_PARTS = 1 << 16


def load_weights(model: str = ACCEPTANCE) -> tuple[float, dict[str, float]]:
    """The bias and the weights of a model that are shipped; without their file nothing is likely."""
    return _shipped(model)


@cache
def _shipped(model: str) -> tuple[float, dict[str, float]]:
    path = files("talentflow.reader") / "data" / f"{model}.json"
    if not path.is_file():
        return -0.5, {}
    data = json.loads(path.read_text(encoding="utf-8"))
    return data["bias"], data["weights"]


def weigh(values: Mapping[str, float], model: str = ACCEPTANCE) -> float:
    """What features add, to the last digit the same in whatever order they come: some come out of sets."""
    weights = load_weights(model)[1]
    return math.fsum([weights.get(name, 0.0) * value for name, value in values.items()])


class _Weighed(dict[Part, float]):
    """What the parts met before add; learns each when it is first asked for."""

    def __missing__(self, part: Part) -> float:
        if len(self) >= _MOST_PARTS:
            self.clear()
        found = self[part] = weigh(part[0](*part[1:]))
        return found


_WEIGHED = _Weighed()


def weigh_parts(parts: list[Part]) -> float:
    """What parts add together."""
    return sum(map(_WEIGHED.__getitem__, parts))


def probability(total: float) -> float:
    """The probability that a sum of weights, with the bias in it, stands for."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def log_odds(chance: float, least: float, most: float | None = None) -> float:
    """The log-odds of a probability, held between `least` and `most` (else as far from 1 as `least` is from 0)."""
    chance = min(max(chance, least), 1 - least if most is None else most)
    return math.log(chance / (1 - chance))
