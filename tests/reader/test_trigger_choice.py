"""Which triggers of a sentence count."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.claims.understanding import understand
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Borealis loses its chief scientist, Ada Moreno.", "lose"),  # "loses its" alone may be a bet
        ("Ada Moreno was moved to Quanta.", "move"),  # and "was moved to" tears
    ],
)
def test_more_words_make_no_phrase_less_sure(text: str, event: str) -> None:
    found = understand(make_page(Document(text, "a", "en", "", "2025-06-11"), lexicon_for("en")))
    assert {(told.trigger.event, told.trigger.weak) for told in found.events} == {(event, False)}
