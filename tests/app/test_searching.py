"""What is shown of an article around the words that were searched for."""

from __future__ import annotations

import pytest

from talentflow.app.searching import excerpt_of

LONG = "Many words stand before what is looked for in this article, and " * 3
AFTER = " and a great many other words follow behind it" * 5


@pytest.mark.parametrize("width", range(12))
def test_an_excerpt_begins_and_ends_with_whole_words(width: int) -> None:
    text = f"{'x' * width} {LONG}Ada Moreno{AFTER}"
    excerpt = excerpt_of(text, "Moreno")
    assert "Ada Moreno" in excerpt
    assert excerpt[0] == excerpt[-1] == "…"
    words = text.split()
    assert all(word in words for word in excerpt.strip("…").split())


def test_a_text_without_spaces_is_cut_where_it_must_be() -> None:
    excerpt = excerpt_of("艾达离开公司加入新的实验室" * 30, "实验室")
    assert "实验室" in excerpt
    assert len(excerpt) > 60


def test_a_short_text_stands_as_it_is() -> None:
    assert excerpt_of("Ada Moreno left.", "left") == "Ada Moreno left."
