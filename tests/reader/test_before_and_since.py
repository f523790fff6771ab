"""What somebody was until now, what a sentence opens with, and how somebody had come whom the news lets go.

People and some employers are invented.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader

from .sentences import claims_of, written


@pytest.fixture(scope="module")
def rules() -> EmbeddedReader:
    return EmbeddedReader(is_quick=True)


def _told(rules: EmbeddedReader, text: str, lang: str) -> set[str]:
    """The moves that the rules are sure enough of, by their ends."""
    moves = rules.read(Document(text, "a", lang, "", "2025-06-11")).moves
    return {written(move).rpartition(",")[0] for move in moves}


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("es", "Ficha Airbnb a Lucía Ferrer como directora de datos. Hasta ahora era tesorera de Airbus.",
         {"Lucía Ferrer: Airbus -> Airbnb"}),
        ("fr", "Airbnb a nommé Claire Morel directrice financière. Jusqu'à présent, elle était trésorière d'Airbus.",
         {"Claire Morel: Airbus -> Airbnb"}),
        ("pt", "A Airbnb nomeou Marta Lobo diretora financeira. Até agora, ela era tesoureira da Airbus.",
         {"Marta Lobo: Airbus -> Airbnb"}),
        ("en", "Airbnb has named Ruth Calder chief financial officer. Until now she was treasurer of Airbus.",
         {"Ruth Calder: Airbus -> Airbnb"}),
        ("de", "Airbnb hat Ruth Kalder zur Finanzchefin ernannt. Bislang war sie Schatzmeisterin von Airbus.",
         {"Ruth Kalder: Airbus -> Airbnb"}),
        ("fr", "Airbnb a nommé Claire Morel directrice financière. Jusqu'à présent, elle était trésorière du groupe.",
         {"Claire Morel: Airbnb -> Airbnb"}),
    ],
)  # fmt: skip
def test_what_a_sentence_says_somebody_was_is_where_they_come_from(
    rules: EmbeddedReader, lang: str, text: str, moves: set[str]
) -> None:
    assert _told(rules, text, lang) == moves


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Airbnb a nommé Claire Morel directrice financière. C'était une surprise, dit-on chez Airbus."),
        ("en", "Airbnb has named Ruth Calder chief financial officer. It was a surprise to analysts of Airbus."),
        ("de", "Airbnb hat Ruth Kalder zur Finanzchefin ernannt. Bislang war es still um Airbus."),
    ],
)
def test_what_else_was_so_is_not_where_they_come_from(rules: EmbeddedReader, lang: str, text: str) -> None:
    assert not any("Airbus" in move for move in _told(rules, text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "role"),
    [
        ("es", "Tras dirigir la logística de Airbus, Iván Robles se incorpora a Airbnb.", "head of logistics"),
        ("fr", "Après avoir piloté la logistique d'Airbus, Yann Berthier rejoint Airbnb.", "head of logistics"),
        ("pt", "Depois de chefiar a logística da Airbus, Rui Falcão chega à Airbnb.", "head of logistics"),
        ("en", "After leading logistics at Airbus, Ruth Calder joins Airbnb.", "head of logistics"),
    ],
)
def test_the_work_that_opens_a_sentence_is_that_of_its_subject(lang: str, text: str, role: str) -> None:
    assert [(move.from_org.mention, move.to_org.mention, move.role_from) for move in claims_of(text, lang)
            if move.from_org and move.to_org] == [("Airbus", "Airbnb", role)]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Hugo Sanz se incorpora a Airbnb. Pasó siete años en Google antes de fichar por Niantic en 2021."),
        ("fr", "Hugo Sanz rejoint Airbnb. Il a passé sept ans chez Google avant de rejoindre Niantic en 2021."),
        ("pt", "Hugo Sanz chega à Airbnb. Passou sete anos no Google antes de entrar na Niantic em 2021."),
        ("en", "Hugo Sanz joins Airbnb. He spent seven years at Google before joining Niantic in 2021."),
    ],
)
def test_whoever_is_hired_comes_from_where_a_stay_had_led(rules: EmbeddedReader, lang: str, text: str) -> None:
    assert _told(rules, text, lang) == {"Hugo Sanz: Google -> Niantic", "Hugo Sanz: Niantic -> Airbnb"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "es",
            "Ericsson comunica la salida de Rosa Gil, jefa en España, que había llegado en 2022 procedente de Intel.",
        ),
        ("es", "Rosa Gil, que llegó a Ericsson en noviembre de 2022 procedente de Intel, deja la empresa."),
        ("fr", "Ericsson se sépare de Rosa Gil, arrivée d'Intel en mai 2023."),
        ("fr", "Rosa Gil, qui avait rejoint Ericsson en 2021 après dix ans chez Intel, quitte le groupe."),
        ("pt", "A Ericsson demitiu Rosa Gil, que tinha vindo da Intel em 2021."),
        ("pt", "Rosa Gil, que chegou à Ericsson em 2021 vinda da Intel, deixa a empresa."),
        ("de", "Ericsson trennt sich von Rosa Gil, die 2023 von Intel gekommen war."),
        ("en", "Rosa Gil, who joined Ericsson from Intel in 2021, is leaving the company."),
        (
            "en",
            "Ericsson announced the departure of Rosa Gil, its head of sales, who had arrived in May 2021 from Intel.",
        ),
    ],
)
def test_whom_the_news_lets_go_had_come_there(rules: EmbeddedReader, lang: str, text: str) -> None:
    assert _told(rules, text, lang) == {"Rosa Gil: Ericsson -> -", "Rosa Gil: Intel -> Ericsson"}


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("es", "Ericsson pierde a Rosa Gil, que se incorporará en noviembre a Intel.", {"Rosa Gil: Ericsson -> Intel"}),
        ("en", "Ericsson loses Rosa Gil, who joins Intel in May.", {"Rosa Gil: Ericsson -> Intel"}),
        ("en", "Rosa Gil, who spoke to Intel in 2021, is leaving Ericsson.", {"Rosa Gil: Ericsson -> -"}),
        ("fr", "Rosa Gil, arrivée en 2015, quitte Ericsson pour Intel.", {"Rosa Gil: Ericsson -> Intel"}),
        ("fr", "Ericsson recrute Rosa Gil, arrivée chez Intel en 2015.", {"Rosa Gil: Intel -> Ericsson"}),
    ],
)
def test_whoever_goes_elsewhere_had_not_come_from_there(
    rules: EmbeddedReader, lang: str, text: str, moves: set[str]
) -> None:
    assert _told(rules, text, lang) == moves


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "es",
            "Ericsson comunica la salida de Rosa Gil, jefa en España, que había llegado en 2022 procedente de Intel.",
        ),
        ("fr", "Rosa Gil, venue d'Intel en 2021, quitte Ericsson."),
        ("de", "Ericsson trennt sich von Rosa Gil, die 2023 von Intel gekommen war."),
        (
            "en",
            "Ericsson announced the departure of Rosa Gil, its head of sales, who had arrived in May 2021 from Intel.",
        ),
    ],
)
def test_the_day_of_a_description_is_not_that_of_the_news(lang: str, text: str) -> None:
    assert "2025-06" in {move.date for move in claims_of(text, lang) if move.kind == "leave"}


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("es", "Airbnb incorpora a Iván Robles, que viene de dirigir la logística de Airbus.",
         {"Iván Robles: Airbus -> Airbnb"}),
        ("es", "Berta Solís, que dirigía las ventas de Airbus, pasa a encargarse del marketing de la compañía.",
         {"Berta Solís: Airbus -> Airbus"}),
        ("es", "La jefa de datos de Airbus, Berta Solís, ya tiene nuevo destino: Airbnb.",
         {"Berta Solís: Airbus -> Airbnb"}),
        ("fr", "Berthe Solier n'est plus là : elle fait son entrée chez Airbnb.", {"Berthe Solier: - -> Airbnb"}),
        ("fr", "Airbnb place Berthe Solier aux manettes.", {"Berthe Solier: - -> Airbnb"}),
        ("pt", "A Airbnb levou a diretora de produto da Airbus, Júlia Sá.", {"Júlia Sá: Airbus -> Airbnb"}),
        ("pt", "A Airbus comunicou o desligamento de Hugo Matos, diretor de tecnologia desde 2020.",
         {"Hugo Matos: Airbus -> -"}),
    ],
)  # fmt: skip
def test_more_ways_to_say_it(rules: EmbeddedReader, lang: str, text: str, moves: set[str]) -> None:
    assert _told(rules, text, lang) == moves
