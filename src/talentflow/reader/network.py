"""A small network over named features, kept as plain numbers: one hidden layer, summed part by part.

What a draft shows is a sum over its features, so whatever gives the same features gives the same numbers: each part of
a draft is worked out once a process, and the drafts of an article are weighed together.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray

Values = dict[str, float]
Part = tuple[Any, ...]  # a function that gives features, and the values that it looks at
Vector = NDArray[numpy.float32]

_MOST_PARTS = 1 << 15  # kept at a time: 4 MB with 32 hidden units
_FIRST_PARTS = 1 << 10


class Network(NamedTuple):
    """The learnt numbers: a row of `weights` for each feature, one column for each hidden unit."""

    numbers: dict[str, int]
    weights: Vector
    hidden_bias: Vector
    output: Vector
    bias: float


@cache
def load_network() -> Network:
    """The network that is shipped; without its file one that finds nothing likely."""
    path = files("talentflow.reader") / "data" / "acceptance.json"
    if not path.is_file():
        empty = numpy.zeros((1, 1), numpy.float32)
        return Network({}, empty, empty[0], empty[0], -0.5)
    data = json.loads(path.read_text(encoding="utf-8"))
    scale = numpy.float32(1 / data["scale"])
    rows = data["features"]
    return Network(
        {name: number for number, name in enumerate(rows)},
        numpy.array(list(rows.values()), numpy.float32) * scale,
        numpy.array(data["hidden bias"], numpy.float32) * scale,
        numpy.array(data["output"], numpy.float32) * scale,
        data["bias"],
    )


def vector(values: Values) -> Vector:
    """What features add to the hidden units."""
    network = load_network()
    numbers = network.numbers
    known = [(numbers[name], value) for name, value in values.items() if name in numbers]
    if not known:
        return numpy.zeros(len(network.output), numpy.float32)
    rows = network.weights[[row for row, _ in known]]
    out: Vector = numpy.array([value for _, value in known], numpy.float32) @ rows
    return out


class _Parts(dict[Part, int]):
    """The parts met before, each with the number of its row in `rows`."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Vector = numpy.zeros((_FIRST_PARTS, len(load_network().output)), numpy.float32)

    def __missing__(self, part: Part) -> int:
        number = len(self)
        if number >= len(self.rows):
            self.rows = numpy.concatenate([self.rows, numpy.zeros_like(self.rows)])
        self.rows[number] = vector(part[0](*part[1:]))
        self[part] = number
        return number


@cache
def _parts() -> _Parts:
    return _Parts()


def part_numbers(parts: Sequence[Part]) -> list[int]:
    """The row of each part; they stay the same until `probabilities` has been asked."""
    known = _parts()
    return [known[part] for part in parts]


def probabilities(drafts: Sequence[Sequence[int]], extras: Sequence[Vector]) -> list[float]:
    """How likely each draft is right: from the rows of its parts and what else its features add."""
    network, known = load_network(), _parts()
    if not drafts:
        return []
    starts = numpy.cumsum([0, *map(len, drafts)][:-1])
    flat = [number for draft in drafts for number in draft]
    sums = numpy.add.reduceat(known.rows[flat], starts, axis=0)
    hidden = numpy.maximum(sums + numpy.stack(extras) + network.hidden_bias, 0.0)
    totals = hidden @ network.output + numpy.float32(network.bias)
    if len(known) > _MOST_PARTS:
        known.clear()
    out: list[float] = (1.0 / (1.0 + numpy.exp(-numpy.clip(totals, -30.0, 30.0)))).tolist()
    return out
