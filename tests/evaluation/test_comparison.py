"""A difference between two readers is told with how easily chance makes it."""

from __future__ import annotations

import pytest

from talentflow.evaluation.comparison import ArticleScore, compare


def scores(rights: list[int], gold: int = 2, found: int = 2) -> list[ArticleScore]:
    return [ArticleScore(gold, found, right) for right in rights]


def test_the_same_reader_twice_differs_by_nothing() -> None:
    one = {"en": scores([2, 1, 0, 2] * 5)}
    found = compare(one, one)
    assert (found.difference, found.low, found.high, found.chance) == (0, 0, 0, 1.0)
    assert not found.is_significant


def test_what_is_better_in_nearly_every_article_is_no_chance() -> None:
    found = compare({"en": scores([1] * 40)}, {"en": scores([2] * 38 + [1] * 2)})
    assert found.difference == pytest.approx(0.475)
    assert found.low is not None
    assert found.low > 0.3
    assert found.is_significant


def test_one_lucky_article_may_be_chance() -> None:
    found = compare({"en": scores([1] * 10)}, {"en": scores([1] * 9 + [2])})
    assert found.difference == pytest.approx(0.05)
    assert not found.is_significant


def test_pairs_of_articles_stay_together() -> None:
    """Both are uneven, and the second is a little better in every single article: unpaired, that would be lost."""
    one = {"en": [ArticleScore(10, 10, right) for right in (0, 9) * 20]}
    other = {"en": [ArticleScore(10, 10, right) for right in (1, 10) * 20]}
    assert compare(one, other).is_significant


def test_languages_count_alike() -> None:
    one = {"en": scores([2] * 30), "ar": scores([0] * 3)}
    other = {"en": scores([2] * 30), "ar": scores([2] * 3)}
    assert compare(one, other).difference == pytest.approx(0.5)


def test_the_same_scores_give_the_same_answer() -> None:
    one, other = {"en": scores([2, 1, 0, 2, 1, 1])}, {"en": scores([2, 2, 0, 1, 2, 1])}
    assert compare(one, other) == compare(one, other)


@pytest.mark.parametrize("nothing", [{}, {"en": []}, {"en": [ArticleScore(0, 0, 0)]}])
def test_nothing_to_compare_is_no_difference(nothing: dict[str, list[ArticleScore]]) -> None:
    assert compare(nothing, nothing).difference is None
