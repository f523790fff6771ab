"""The learning of the last look: trees as the reader keeps them, and which articles teach it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pytest

from talentflow.reader.learnt.trees import Trees

EVAL = Path(__file__).resolve().parent.parent.parent / "eval"


@pytest.fixture
def learning(script: Callable[[str], Any]) -> Any:
    """The script."""
    pytest.importorskip("sklearn")
    return script("train_last_look")


def test_kept_trees_weigh_as_the_learner_does(learning: Any) -> None:
    from sklearn.ensemble import HistGradientBoostingClassifier

    chance = numpy.random.default_rng(3)
    known, asked = chance.normal(size=(400, 2)) * 4, chance.normal(size=(200, 2)) * 4
    model = HistGradientBoostingClassifier(max_iter=12, max_depth=3, random_state=1)
    model.fit(known, known[:, 0] + known[:, 1] ** 2 > 4)
    trees = Trees(
        ("told", "own"),
        float(model._baseline_prediction[0][0]),
        tuple(learning.tree_of(stage[0].nodes) for stage in model._predictors),
    )
    found = [trees.weigh({"told": one, "own": other}) for one, other in asked.tolist()]
    assert found == pytest.approx(model.decision_function(asked).tolist(), abs=1e-3)
    assert numpy.ptp(found) > 2


def test_learns_from_nothing_that_only_measures(learning: Any) -> None:
    series = {learning.Article(article.document.id).series for article in learning.kept_aside()}
    assert {"t3", "t5", "t7", "n", "a"} <= series
    assert "u" not in series
    assert any((EVAL.parent / "train" / "unseen").iterdir())


def test_the_table_learns_what_is_right(learning: Any) -> None:
    articles = [
        learning.Article(f"en-n{number:03}", [{"told": float(told), "own": 0.0} for told in range(-4, 5)],
                         [told > 0 for told in range(-4, 5)])
        for number in range(40)
    ]  # fmt: skip
    table = learning.Table(articles)
    trees = table.learnt(numpy.arange(len(table.right)))
    assert trees.weigh({"told": 3.0}) > 1 > -1 > trees.weigh({"told": -3.0})
