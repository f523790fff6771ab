"""Boosted decision trees as plain data: what they learnt is a table of questions, and asking them is all there is."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose leaves add up, over named figures.

    `names` are those of the figures, `bias` is where the sum begins. Each tree is a list of nodes, the first its root:
    `[figure, most, below, above]` sends a figure of at most `most` to the node `below` and any other to `above`;
    a leaf `[value]` ends the way (Friedman, "Greedy function approximation", 2001).
    """

    names: tuple[str, ...]
    bias: float
    trees: tuple[tuple[tuple[float, ...], ...], ...]

    @classmethod
    def of_json(cls, data: Mapping[str, Any]) -> Trees:
        """The trees that a file holds."""
        trees = tuple(tuple(tuple(node) for node in tree) for tree in data["trees"])
        return cls(tuple(data["names"]), float(data["bias"]), trees)

    def weigh(self, figures: Mapping[str, float]) -> float:
        """The sum of the leaves that figures lead to, to the last digit the same everywhere; one not given is 0."""
        row = [figures.get(name, 0.0) for name in self.names]
        leaves = [self.bias]
        for tree in self.trees:
            node = tree[0]
            while len(node) > 1:
                figure, most, below, above = node
                node = tree[int(below if row[int(figure)] <= most else above)]
            leaves.append(node[0])
        return math.fsum(leaves)
