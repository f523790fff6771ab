"""Triggers whose words stand apart: they count where all their words follow, and give way where not."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


def _events(text: str) -> set[str]:
    page = make_page(Document(text, "a", "en", "", "2025-06-11"), lexicon_for("en", True))
    return {hit.payload.event for sentence in page.sentences for hit in sentence.of_kind("trigger")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Borealis let Ada Moreno go.", "dismiss"),
        ("Borealis has brought Ada Moreno on board.", "hire"),
        ("Borealis put its deputy head Ada Moreno in charge.", "appoint"),
        ("Borealis hired Tom Berg and replaced Lena Frost with Ada Moreno.", "succeeded_by"),
        ("The group has a new finance chief.", "appoint"),
        ("Quanta Labs was founded in 2015 by Ada Moreno.", "founded_by"),
    ],
)
def test_the_words_that_follow_make_the_trigger(text: str, event: str) -> None:
    assert event in _events(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Borealis let Ada Moreno speak.", "dismiss"),
        ("Borealis let Ada Moreno speak. They go on.", "dismiss"),
        ("Borealis brought Ada Moreno, its head, to a board.", "hire"),
        ("The group has a new app for its chief scientist.", "appoint"),
        ("Quanta Labs was founded in 2015 beside the lake.", "founded_by"),
        ("The paper New Chief Weekly wrote of it.", "appoint"),
    ],
)
def test_without_them_it_is_none(text: str, event: str) -> None:
    assert event not in _events(text)


def test_it_takes_the_place_of_the_plain_trigger() -> None:
    assert "found" in _events("Ada Moreno founded Quanta Labs in 2015.")
    assert "found" not in _events("Quanta Labs was founded in 2015 by Ada Moreno.")


def test_it_hides_no_shorter_trigger_where_it_is_none() -> None:
    assert "found" in _events("Ada Moreno will start her own company.")
    assert "join" in _events("Ada Moreno will start her new job at Quanta Labs.")
