"""Words and sentences: where they are cut."""

from __future__ import annotations

import pytest

from talentflow.text.segment import sentences
from talentflow.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'entreprise d'OpenAI", ["l'", "entreprise", "d'", "OpenAI"]),
        ("qu’Ada", ["qu’", "Ada"]),
        ("jusqu'ici", ["jusqu'", "ici"]),
        ("L'ancien patron", ["L'", "ancien", "patron"]),
        ("L'Oréal", ["L'Oréal"]),
        ("Ada D'Angelo", ["Ada", "D'Angelo"]),
        ("M'hamed O'Neill", ["M'hamed", "O'Neill"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("Ada's didn't", ["Ada", "'s", "didn't"]),
    ],
)
def test_elided_words_stand_alone(text: str, words: list[str]) -> None:
    assert tokenize(text).surface == words


def test_a_closing_guillemet_stays_with_its_sentence() -> None:
    text = "« Je pars. » Ada quitte Borealis. « Pourquoi ? », demande-t-on."
    found = [text[start:end] for start, end in sentences(text)]
    assert found == ["« Je pars. »", "Ada quitte Borealis.", "« Pourquoi ? », demande-t-on."]
