"""Boosted trees as plain data."""

from __future__ import annotations

import pytest

from talentflow.reader.learnt.trees import Trees

SPLIT = ((0, 0.5, 1, 2), (-1.0,), (1, 2.0, 3, 4), (0.5,), (3.0,))
TREES = Trees(("told", "own"), 0.25, (SPLIT, ((0.1,),)))


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({}, -0.65),  # what is not given is 0
        ({"told": 0.5}, -0.65),  # as much as asked for is not more
        ({"told": 0.6}, 0.85),
        ({"told": 0.6, "own": 2.5}, 3.35),
        ({"told": 9.0, "own": 2.0, "weather": 7.0}, 0.85),
    ],
)
def test_leaves_add_up(figures: dict[str, float], expected: float) -> None:
    assert TREES.weigh(figures) == pytest.approx(expected)


def test_a_file_gives_the_same_trees() -> None:
    data = {"names": ["told", "own"], "bias": 0.25, "trees": [[list(node) for node in SPLIT], [[0.1]]]}
    assert Trees.of_json(data) == TREES
