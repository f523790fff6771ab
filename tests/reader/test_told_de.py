"""German ways of the press to tell that somebody changes employers, one a row, and words that only sound like them.

People are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from .sentences import moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreno hat bei Siemens die Segel gestrichen.", ["Ada Moreno: Siemens -> -, done"]),
        ("Ada Moreno sucht bei Siemens das Weite.", ["Ada Moreno: Siemens -> -, done"]),
        ("Ada Moreno gibt bei Siemens ihren Ausstand.", ["Ada Moreno: Siemens -> -, done"]),
        ("Ada Moreno ist bei Siemens nach 14 Wochen wieder weg.", ["Ada Moreno: Siemens -> -, done"]),
        ("Ada Moreno springt bei Siemens ab.", ["Ada Moreno: Siemens -> -, done"]),
        ("Ada Moreno lässt Siemens für Bosch sitzen.", ["Ada Moreno: Siemens -> Bosch, done"]),
        ("Ada Moreno wird Siemens nicht länger führen.", ["Ada Moreno: Siemens -> -, done"]),
        ("Ada Moreno wird bei Siemens emeritiert.", ["Ada Moreno: Siemens -> -, done"]),
        ("Ada Moreno wurde von ihrem Dienst bei Siemens entbunden.", ["Ada Moreno: Siemens -> -, done"]),
        ("Siemens entbindet Ada Moreno von ihren Aufgaben.", ["Ada Moreno: Siemens -> -, done"]),
        ("Siemens schmeißt Ada Moreno raus.", ["Ada Moreno: Siemens -> -, done"]),
        ("Siemens verabschiedet Ada Moreno in den Ruhestand.", ["Ada Moreno: Siemens -> -, done"]),
        ("Ada Moreno sattelt von Siemens zu Bosch um.", ["Ada Moreno: Siemens -> Bosch, done"]),
        ("Ada Moreno steht nun in Diensten von Siemens.", ["Ada Moreno: - -> Siemens, done"]),
        ("Ada Moreno tritt in die Dienste von Siemens.", ["Ada Moreno: - -> Siemens, done"]),
        ("Ada Moreno arbeitet mittlerweile für Siemens.", ["Ada Moreno: - -> Siemens, done"]),
        ("Ada Moreno bekam eine Stelle bei Siemens.", ["Ada Moreno: - -> Siemens, done"]),
        ("Ada Moreno gehört seit Februar zum Team von Siemens.", ["Ada Moreno: - -> Siemens, done"]),
        ("Neu im Direktorium von Siemens: Ada Moreno.", ["Ada Moreno: - -> Siemens, done"]),
        ("Siemens hat sich Ada Moreno geangelt.", ["Ada Moreno: - -> Siemens, done"]),
        ("Siemens hat Ada Moreno an Land gezogen.", ["Ada Moreno: - -> Siemens, done"]),
        ("Ada Moreno avanciert bei Siemens zur Finanzchefin.", ["Ada Moreno: Siemens -> Siemens, done"]),
        ("Ada Moreno macht sich mit Novalis Labs selbstständig.", ["Ada Moreno: - -> Novalis Labs, done"]),
        ("Ada Moreno eröffnet ihre eigene Kanzlei Novalis Labs.", ["Ada Moreno: - -> Novalis Labs, done"]),
    ],
)
def test_reads_what_is_told(text: str, moves: list[str]) -> None:
    assert sorted(moves_of(text, "de")) == sorted(moves)


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreno will von Siemens zu Bosch.", ["Ada Moreno: Siemens -> Bosch, planned"]),
        ("Siemens prüft eine Rückkehr von Ada Moreno.", ["Ada Moreno: - -> Siemens, rumored"]),
        ("Ada Moreno ist bei Siemens im Gespräch.", ["Ada Moreno: - -> Siemens, rumored"]),
        ("Ada Moreno steht vor dem Absprung zu Siemens.", ["Ada Moreno: - -> Siemens, rumored"]),
        ("Ada Moreno soll die Leitung von Siemens übernehmen.", ["Ada Moreno: - -> Siemens, rumored"]),
        ("Ada Moreno könnte das Ruder bei Siemens übernehmen.", ["Ada Moreno: - -> Siemens, rumored"]),
        ("Siemens soll die Fühler nach Ada Moreno ausgestreckt haben.", ["Ada Moreno: - -> Siemens, rumored"]),
        ("Ada Moreno ließ Siemens abblitzen.", ["Ada Moreno: - -> Siemens, declined"]),
    ],
)
def test_tells_no_more_than_its_source(text: str, moves: list[str]) -> None:
    assert moves_of(text, "de") == moves


@pytest.mark.parametrize(
    "text",
    [
        "Siemens legte Ada Moreno den Rücktritt nahe.",
        "Die Aktionäre von Siemens fordern den Rücktritt von Ada Moreno.",
        "Ada Moreno, Chefin von Siemens, hat die Preise gestrichen.",
        "Ada Moreno, Chefin von Siemens, begrüßte die Entscheidung.",
        "Siemens heißt Ada Moreno zur Feier willkommen.",
        "Ada Moreno unterzeichnete für Siemens einen Vertrag über Rohre.",
        "Ada Moreno, Anwältin von Siemens, kündigte Berufung an.",
        "Ada Moreno springt bei Siemens über den Zaun.",
        "Ada Moreno, Chefin von Siemens, ließ das Publikum grüßen.",
        "Siemens gibt Ada Moreno einen Tipp.",
    ],
)
def test_leaves_alone_what_only_sounds_like_it(text: str) -> None:
    assert moves_of(text, "de") == []
