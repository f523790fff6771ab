"""What is left beside where somebody came from: "the company" and former employers, arrivals in asides, denials before.

The same behaviour in several languages, a row each; people are invented.
"""

from __future__ import annotations

import pytest

from .sentences import moves_of


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        # "the company" is no former employer that only describes the name
        (
            "en",
            "Meta announced the news. Ada Moreno, a former Google researcher, left the company.",
            ["Ada Moreno: Meta -> -, done"],
        ),
        (
            "es",
            "Meta lo anunció ayer. Ada Moreno, exinvestigadora de Google, dejó la compañía.",
            ["Ada Moreno: Meta -> -, done"],
        ),
        (
            "es",
            "Meta lo anunció ayer. Dejó la compañía Ada Moreno, exinvestigadora de Google.",
            ["Ada Moreno: Meta -> -, done"],
        ),
        (
            "ar",
            "أعلنت ميتا الخبر. وقد غادرت الشركة ليلى عمران، الباحثة السابقة في غوغل.",
            ["ليلى عمران: ميتا -> -, done"],
        ),
        # where the clause is part of the description, or it stands before the name, it may be
        (
            "en",
            "Meta announced the news. Ada Moreno, a former Google researcher who left the company in 2020, praised it.",
            ["Ada Moreno: Google -> -, done"],
        ),
        (
            "en",
            "Meta announced the news. Former Google researcher Ada Moreno left the company in 2020.",
            ["Ada Moreno: Google -> -, done"],
        ),
        # whoever came from somewhere and leaves does not leave that
        (
            "en",
            "Ada Moreno, who joined from Google in April, left Meta after five months to join Nvidia.",
            ["Ada Moreno: Google -> Meta, done", "Ada Moreno: Meta -> Nvidia, done"],
        ),
        (
            "es",
            "Ada Moreno, que llegó a Meta desde Google en abril, se fue a los cinco meses para unirse a Nvidia.",
            ["Ada Moreno: Google -> Meta, done", "Ada Moreno: Meta -> Nvidia, done"],
        ),
        (
            "ar",
            "غادر سامر حداد، الذي انضم من غوغل في أبريل، بعد خمسة أشهر فقط، لينضم إلى شركة كوانتا.",
            ["سامر حداد: - -> كوانتا, done"],
        ),
        # without a leaving in between the two are one step
        ("en", "Ada Moreno, who came from Google, joins Nvidia.", ["Ada Moreno: Google -> Nvidia, done"]),
        ("es", "Ada Moreno, que viene de Google, se incorpora a Nvidia.", ["Ada Moreno: Google -> Nvidia, done"]),
        # a denial ends where another clause begins
        ("en", "Moreno is not alone, as Tom Berg left Google in May.", ["Tom Berg: Google -> -, done"]),
        ("es", "Moreno no está sola, pues Tomás Berg dejó Google en mayo.", ["Tomás Berg: Google -> -, done"]),
        (
            "ar",
            "أعلنت ميتا الخبر. وسامر ليس وحده، إذ ترك الشركة حديثًا كل من إيثان نايت وليلى عمران.",
            ["إيثان نايت: ميتا -> -, done", "ليلى عمران: ميتا -> -, done"],
        ),
        ("en", "Ada Moreno has not, however, left Google.", []),
        ("es", "Ada Moreno no ha dejado Google.", []),
    ],
)
def test_what_is_left_is_told_from_where_somebody_came_from(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang) == moves


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("es", "Ada Moreno co-fundó Quanta en 2020.", ["Ada Moreno: - -> Quanta, done"]),
        ("pt", "Ada Moreira co-fundou a Quanta em 2020.", ["Ada Moreira: - -> Quanta, done"]),
        ("en", "Ada Moreno co-founded Quanta in 2020.", ["Ada Moreno: - -> Quanta, done"]),
    ],
)
def test_a_hyphen_hides_no_phrase_whatever_its_accents(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang) == moves
