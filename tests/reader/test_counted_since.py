"""People who are counted do what is told, and not whoever is named only to say since when."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.claims.understanding import understand
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

COUNTED = [
    ("en", "At least eight researchers have left Borealis since Ada Moreno announced her plan."),
    ("en", "Eight researchers have left Borealis after Ada Moreno presented her plan."),
    ("en", "After Ada Moreno announced her plan, eight researchers left Borealis."),
    ("es", "Al menos ocho investigadores han dejado Borealis desde que Ada Moreno anunció su laboratorio."),
    ("fr", "Au moins huit chercheurs ont quitté Borealis depuis que Ada Moreno a annoncé son laboratoire."),
    ("de", "Mindestens acht Forscher haben Borealis verlassen, seit Ada Moreno ihr Labor angekündigt hat."),
    ("pt", "Pelo menos oito pesquisadores deixaram a Borealis desde que Ada Moreno anunciou seu laboratório."),
    ("ar", "غادر ثمانية باحثين على الأقل شركة بورياليس منذ أن أعلنت آدا مورينو مختبرها."),
    ("zh", "自王晓明宣布成立实验室以来，至少有八名研究员离开谷歌。"),
    ("ja", "水谷茜氏が研究所を発表して以来、少なくとも8人の研究者がグーグルを退社した。"),
]
NAMED = [
    ("en", "Eight researchers have left Borealis since June, among them Ada Moreno and Tom Berg.", 2),
    ("en", "Two researchers left Borealis: Ada Moreno and Tom Berg.", 2),
    ("en", "Ada Moreno left Borealis after eight engineers had gone.", 1),
    ("en", "Ada Moreno has left Borealis since two researchers joined Quanta.", 1),
    ("de", "Ada Moreno, seit 2019 Designchefin bei Borealis, verlässt den Konzern.", 1),
    ("es", "Dos investigadores dejaron Borealis desde junio: Ada Moreno y Tom Berg.", 2),
    ("ja", "8人の研究者が去って以来、水谷茜氏がグーグルを退社した。", 1),
]


def movers(code: str, text: str) -> int:
    """How many people the sentence is read to move."""
    found = understand(make_page(Document(text, "a", code, "", "2025-06-11"), lexicon_for(code)))
    return len({id(event.person) for event in found.events if not event.rank})


@pytest.mark.parametrize(("code", "text"), COUNTED)
def test_whoever_says_since_when_does_not_move(code: str, text: str) -> None:
    assert movers(code, text) == 0


@pytest.mark.parametrize(("code", "text", "count"), NAMED)
def test_the_named_move(code: str, text: str, count: int) -> None:
    assert movers(code, text) == count
