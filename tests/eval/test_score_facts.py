"""Scoring facts: when a fact found agrees with a listed one."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from talentflow.model import Document, EntityMention, FactClaim, FactParty

DOCUMENT = Document("Weather. Quanta raised money. More.", "a", "en")
SCORER = SimpleNamespace(same=lambda one, other: one["name"] == other["name"])


@pytest.fixture
def scoring(script: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script as a module that knows no spellings."""
    module = script("score_facts")
    monkeypatch.setattr(module, "_spellings", dict)
    return module


def fact(kind: str = "funding", name: str | None = "Quanta", start: int = 9, end: int = 29) -> FactClaim:
    party = FactParty("organization", EntityMention("org:quanta", name, "Quanta"))
    return FactClaim(kind, party, "raised", evidence=(DOCUMENT.span("text", start, end),))


@pytest.mark.parametrize(
    ("found", "agrees"),
    [
        (fact(), True),
        (fact(kind="valuation"), False),
        (fact(name="Borealis"), False),
        (fact(start=0, end=8), False),
        (fact(name=None), False),
    ],
)
def test_subject_type_and_place_must_be_right(scoring: Any, found: FactClaim, agrees: bool) -> None:
    listed = scoring.Listed("f1", "funding", "Quanta", ("Quanta raised",))
    assert scoring.agree(listed, found, DOCUMENT, SCORER) is agrees


def test_what_is_said_of_labs_in_general_has_a_subject_without_a_name(scoring: Any) -> None:
    listed = scoring.Listed("f1", "funding", "AI industry", ("Quanta raised",))
    assert scoring.agree(listed, fact(name=None), DOCUMENT, SCORER)


def test_figures_count_what_is_listed_and_what_is_claimed(scoring: Any) -> None:
    listed = [
        scoring.Listed("f1", "funding", "Quanta", ("Quanta raised",)),
        scoring.Listed("f2", "funding", "Borealis", ("More",)),
    ]
    figures = scoring.score(listed, [fact(), fact(name="Umbra"), fact(kind="model")], DOCUMENT, SCORER)
    assert (figures["funding"].recall, figures["funding"].precision) == (0.5, 0.5)
    assert (figures["model"].recall, figures["model"].precision) == (0.0, 0.0)
