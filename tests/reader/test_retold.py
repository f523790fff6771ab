"""An article that opens with "Reuters reports" and names no other outlet tells its news after Reuters."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader

READER = EmbeddedReader(is_quick=True)


def told_after(text: str, lang: str) -> str | None:
    return READER.read(Document(text, "a", lang, "", "2025-06-11")).retold


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "According to Reuters, Ada Moreno is leaving Google. She joins Meta."),
        ("en", "Google pays a high price, Reuters reported on Monday. Ada Moreno left Google for Meta."),
        ("es", "Según Reuters, Ada Moreno deja Google. La ingeniera ficha por Meta."),
        ("fr", "D'après Reuters, Ada Moreno quitte Google. Elle rejoint Meta."),
        ("de", "Wie Reuters berichtet, verlässt Ada Moreno Google. Sie wechselt zu Meta."),
        ("pt", "Segundo a Reuters, Ada Moreno deixa o Google. Ela vai para a Meta."),
        ("ar", "أفادت رويترز بأن ليلى حداد غادرت غوغل. وانضمت حداد إلى ميتا."),
    ],
)
def test_an_outlet_named_as_source_in_the_opening_is_it(lang: str, text: str) -> None:
    assert told_after(text, lang) == "Reuters"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moreno left Google for Meta, Borealis said.",
        "According to Reuters, Ada Moreno is leaving Google. Bloomberg reported that she joins Meta.",
        "Ada Moreno left Google. She joins Meta. The weather was fine. Nobody came. Reuters reported it first.",
        "Reuters has an office in Paris. Ada Moreno left Google for Meta.",
        "Ada Moreno left Reuters for Meta.",
    ],
)
def test_two_outlets_or_none_or_one_far_down_are_not(text: str) -> None:
    assert told_after(text, "en") is None


def test_news_without_a_source_of_its_own_is_that_of_the_outlet() -> None:
    text = "Google pays a high price, Reuters reported on Monday. Ada Moreno left Google for Meta on Friday."
    (move,) = READER.read(Document(text, "a", "en", "", "2025-06-11")).moves
    assert move.according_to == ("Reuters",)
    assert any("after Reuters" in step and "Reuters reported on Monday" in step for step in move.explanation)


def test_what_has_its_own_source_and_what_is_long_past_stay_as_they_are() -> None:
    text = (
        "Google pays a high price, Reuters reported on Monday. Ada Moreno left Google for Meta, Meta said. "
        "Tom Berg had left Intel for Google in 2012."
    )
    moves = {move.person.mention: move for move in READER.read(Document(text, "a", "en", "", "2025-06-11")).moves}
    assert moves["Ada Moreno"].according_to == ("Meta",)
    assert moves["Tom Berg"].according_to == ()
