from __future__ import annotations

from datetime import date

import pytest

from talentflow.ledger import Telling, news_of, stories_of
from tests.ledger.make import claim


def telling(origin: str, day: int | None, *news: str) -> Telling:
    return Telling(origin, date(2025, 3, day) if day else None, frozenset(news))


@pytest.mark.parametrize(
    ("tellings", "stories"),
    [
        ([telling("a", 1, "x"), telling("b", 3, "x"), telling("c", 6, "x")], {"a": "a", "b": "a", "c": "a"}),
        ([telling("a", 1, "x"), telling("b", 6, "x"), telling("c", 9, "x")], {"a": "a", "b": "a", "c": "c"}),
        ([telling("a", 1, "x"), telling("b", 2, "y")], {"a": "a", "b": "b"}),
        ([telling("a", 1, "x", "y"), telling("b", 2, "y"), telling("c", 3, "z")], {"a": "a", "b": "a", "c": "c"}),
        ([telling("a", None, "x"), telling("b", 1, "x")], {"a": "a", "b": "b"}),
        ([telling("a", 1), telling("b", 1)], {"a": "a", "b": "b"}),
    ],
)
def test_news_is_one_story_for_some_days(tellings: list[Telling], stories: dict[str, str]) -> None:
    assert stories_of(tellings) == stories
    assert stories_of(reversed(tellings)) == stories


def test_old_moves_are_no_news_unless_there_is_nothing_else() -> None:
    fresh, old = claim("a", "Ada: Borealis > Quanta", date="2025-03"), claim("b", "Ada: Tundra > Borealis", date="2019")
    assert news_of([fresh, old], str) == {"Ada=Borealis:done", "Ada=Quanta:done"}
    assert news_of([old], str) == {"Ada=Tundra:done", "Ada=Borealis:done"}


def test_a_rumour_is_other_news_than_its_confirmation() -> None:
    rumour, fact = claim("a", "Ada: > Quanta", status="rumored"), claim("b", "Ada: > Quanta", date="2025-03")
    assert not news_of([rumour], str) & news_of([fact], str)


def test_which_way_somebody_went_makes_no_other_news() -> None:
    gone, new_post = claim("a", "Ada: Quanta >"), claim("b", "Ada: Quanta > Quanta", kind="change")
    assert news_of([gone], str) == news_of([new_post], str)
