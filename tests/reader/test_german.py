"""German sentences, one behaviour a row: who moved, from where, to where, and how sure the words are.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.nouns import lexicon_nouns
from talentflow.reader.words.page import make_page
from talentflow.text.fold import fold
from talentflow.text.segment import sentences

from .sentences import moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreno verließ Google am Montag.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno hat Google verlassen.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno wird Google im Herbst verlassen.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno ist bei Google ausgeschieden.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno kehrt Google den Rücken.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno tritt als Forschungschefin von Google zurück.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno verabschiedet sich von Google.", ["Ada Moreno: Google -> -, done"]),
        ("Der Abgang von Ada Moreno bei Google überraschte viele.", ["Ada Moreno: Google -> -, done"]),
        ("Tom Berg hört nach zehn Jahren bei Google auf.", ["Tom Berg: Google -> -, done"]),
        ("Tom Berg legt sein Amt bei Google nieder.", ["Tom Berg: Google -> -, done"]),
        ("Google entlässt Tom Berg.", ["Tom Berg: Google -> -, done"]),
        ("Tom Berg wurde von Google entlassen.", ["Tom Berg: Google -> -, done"]),
        ("Google hat Tom Berg entlassen.", ["Tom Berg: Google -> -, done"]),
        ("Google setzt Tom Berg als Finanzchef ab.", ["Tom Berg: Google -> -, done"]),
        ("Google trennt sich von Tom Berg.", ["Tom Berg: Google -> -, done"]),
        ("Google hat sich von Tom Berg getrennt.", ["Tom Berg: Google -> -, done"]),
        ("Ada Moreno wechselt von Google zu Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Im Mai wechselte Ada Moreno von Google zu Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno ist von Google zu Meta gewechselt.", ["Ada Moreno: Google -> Meta, done"]),
        (
            "Ada Moreno, die 2021 von Google zu Meta gewechselt war, sprach am Montag.",
            ["Ada Moreno: Google -> Meta, done"],
        ),
        ("Es war bekannt geworden, dass Ada Moreno von Google zu Meta wechselt.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno verlässt Google, um zu Meta zu wechseln.", ["Ada Moreno: Google -> Meta, done"]),
        ("Der Wechsel von Ada Moreno von Google zu Meta überraschte viele.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno heuert bei Meta an.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno stößt zu Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno hat sich Meta angeschlossen.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno ging 2017 zu Google.", ["Ada Moreno: - -> Google, done"]),
        ("Ada Moreno kehrt zu Google zurück.", ["Ada Moreno: - -> Google, done"]),
        ("Ada Moreno ist von Meta zu Google zurückgekehrt.", ["Ada Moreno: Meta -> Google, done"]),
        ("Meta holt Ada Moreno von Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Meta wirbt Ada Moreno von Google ab.", ["Ada Moreno: Google -> Meta, done"]),
        ("Meta hat Ada Moreno von Google abgeworben.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno wurde von Meta abgeworben.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta stellt Tom Berg ein.", ["Tom Berg: - -> Meta, done"]),
        ("Meta gewinnt Ada Moreno als Forschungschefin.", ["Ada Moreno: - -> Meta, done"]),
        ("Google verliert Ada Moreno an Meta.", ["Ada Moreno: Google -> Meta, done"]),
        (
            "Der Chiphersteller Nordchip holt Ada Moreno von Google als Finanzchefin.",
            ["Ada Moreno: Google -> Nordchip, done"],
        ),
        ("Der frühere Google-Manager Tom Berg wird Finanzchef von Meta.", ["Tom Berg: Google -> Meta, done"]),
        ("Googles Forschungschef Tom Berg geht zu Meta.", ["Tom Berg: Google -> Meta, done"]),
        ("OpenAI-Mitgründer Tom Berg verlässt das Unternehmen.", ["Tom Berg: OpenAI -> -, done"]),
        ("Meta ernennt Ada Moreno zur Finanzchefin.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta macht Ada Moreno zur Finanzchefin.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno gründete 2021 Quanta.", ["Ada Moreno: - -> Quanta, done"]),
        ("Quanta Labs wurde 2021 von Ada Moreno gegründet.", ["Ada Moreno: - -> Quanta Labs, done"]),
        ("Ada Moreno hat Google verlassen und Quanta gegründet.", ["Ada Moreno: Google -> Quanta, done"]),
        ("Ada Moreno soll von Google zu Meta wechseln.", ["Ada Moreno: Google -> Meta, rumored"]),
        ("Ada Moreno könnte von Google zu Meta wechseln.", ["Ada Moreno: Google -> Meta, rumored"]),
        ("Ada Moreno will Google verlassen.", ["Ada Moreno: Google -> -, planned"]),
        ("Ada Moreno lehnte ein Angebot von Meta ab.", ["Ada Moreno: - -> Meta, declined"]),
        ("Ada Moreno geht bei Google in Elternzeit.", ["Ada Moreno: Google -> -, done"]),
        (
            "Auch Ada Moreno verlässt Google nach 10 Jahren, sagte Google-Chef Tom Berg.",
            ["Ada Moreno: Google -> -, done"],
        ),
        ("Seit Ada Moreno Google den Rücken zugekehrt hat, fehlt Erfahrung.", ["Ada Moreno: Google -> -, done"]),
        # a paper is only where the news stood
        (
            "Google schweigt. Gestern war über das Wall Street Journal der Abgang von Ada Moreno bei Google bekannt.",
            ["Ada Moreno: Google -> -, done"],
        ),
    ],
)
def test_moves(text: str, moves: list[str]) -> None:
    assert moves_of(text, "de") == moves


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moreno verlässt Google nicht.",
        "Ada Moreno wird Google nicht verlassen.",
        "Ada Moreno verlässt den Konzern Google allerdings nicht ganz, sondern bleibt.",
        "Google verlässt sich auf Ada Moreno.",
        "Ada Moreno bleibt bei Google.",
        "Google kündigt ein Modell an, sagt Ada Moreno.",
        "Ada Moreno spricht aus persönlichen Gründen nicht über Google.",
        "Ada Moreno löst bei Google ein Rätsel.",
        "Ada Moreno steigt in den Wagen von Google.",
        "Google zieht das Angebot zurück, sagt Ada Moreno.",
        "Ada Moreno stellt bei Google ein Gerät vor.",
        "Das Modell von Google geht an den Start, sagt Ada Moreno.",
        "Die Firma von Ada Moreno wechselt den Besitzer.",
        "Das ist eine Art Risiko, sagte Ada Moreno über den Weggang.",
    ],
)
def test_no_moves(text: str) -> None:
    assert moves_of(text, "de") == []


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Der Gesellschaftsrechtler Tilman Ruge lobt die neue Kantine.", "person", {"Tilman Ruge"}),
        ("Die Steuerrechtlerin Ada Moreno und der Chemiker Tom Berg sprachen.", "person", {"Ada Moreno", "Tom Berg"}),
        ("Das sagt Elon Musks Anwältin Ada Moreno.", "person", {"Elon Musk", "Ada Moreno"}),
        ("Ada Moreno von Quanta sprach mit Ada von Berg.", "person", {"Ada Moreno", "Ada von Berg"}),
        ("Es verließ Ada Moreno den Verlag.", "person", {"Ada Moreno"}),
        ("Das meint der Hallmoser-Managing-Partner Gero Moreno.", "person", {"Gero Moreno"}),
        ("Ada Moreno ging zum Chiphersteller Nordchip.", "org", {"Nordchip"}),
        ("Ada Moreno arbeitet am Max-Planck-Institut für Physik.", "org", {"Max-Planck-Institut"}),
        # near misses: nouns are nobody
        ("Die Halbleitersparte braucht eine Ausrichtung auf den Weltmarkt.", "person", set()),
        ("Ein Sprecher nannte keine Gründe für die Unsicherheit in der Belegschaft.", "org", set()),
        ("Der alte Zwieback schmeckt.", "org", set()),
        ("Sie las das Hamburger Magazin.", "org", set()),
    ],
)
def test_names(text: str, kind: str, names: set[str]) -> None:
    page = make_page(Document(text, "a", "de", "", "2025-06-11"), lexicon_for("de", True))
    Cast(page)
    found = {m.surface for s in page.sentences for m in s.mentions if m.kind == kind and not m.is_anaphor}
    assert found == names


@pytest.mark.parametrize(
    ("word", "is_noun"),
    [
        ("Ausrichtung", True),
        ("Halbleitersparte", True),
        ("Gründen", True),
        ("Vorstandschefs", True),
        ("Rheinbank", False),
        ("Neumann", False),
        ("Brightwell", False),
        ("Strand", False),
        ("OpenAI", False),
    ],
)
def test_nouns(word: str, is_noun: bool) -> None:
    nouns = lexicon_nouns(lexicon_for("de", True))
    assert nouns is not None
    assert nouns.is_noun(word, fold(word)) is is_noun


def test_compounds_are_what_their_last_part_is() -> None:
    page = make_page(
        Document("Der Kühlschrankhersteller lobt die Pferdewissenschaftlerin.", "a", "de"), lexicon_for("de")
    )
    kinds = {(hit.kind, hit.start) for hit in page.sentences[0].hits}
    assert {("company", 1), ("role", 4)} <= kinds


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ada Moreno wechselt zum 1. Mai zu Meta. Dort wird sie Chefin.", 2),
        ("Der Umsatz stieg auf 3,1 Mio. Euro.", 1),
        ("Das war 2021. Seitdem ist viel geschehen.", 2),
    ],
)
def test_an_ordinal_ends_no_sentence(text: str, count: int) -> None:
    assert len(list(sentences(text, ordinals=True))) == count
