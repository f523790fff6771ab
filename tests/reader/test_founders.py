"""Founders and what they founded, told in several sentences or by several names: one behaviour a row."""

from __future__ import annotations

import pytest

from .sentences import claims_of, ends_of, moves_of


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "Ada Moreno quit Intel to set up a lab of her own. It is called Halcyon Labs and opened on Monday.",
         "Ada Moreno: Intel -> Halcyon Labs"),
        ("en", "Ada Moreno left Intel for a start-up that goes by the name of Halcyon Labs for now.",
         "Ada Moreno: Intel -> Halcyon Labs"),
        ("en", "Ada Moreno quit Intel to set up a lab of her own. Halcyon Labs, as it is called, opened on Monday.",
         "Ada Moreno: Intel -> Halcyon Labs"),
        ("es", "Ada Moreno dejó Intel para montar un laboratorio propio. Se llama Halcyon Labs y abrió el lunes.",
         "Ada Moreno: Intel -> Halcyon Labs"),
        ("fr", "Ada Moreno a quitté Intel pour lancer une start-up qui répond au nom de Halcyon Labs.",
         "Ada Moreno: Intel -> Halcyon Labs"),
        ("de", "Ada Moreno hat Intel verlassen und ein Start-up gegründet, das unter dem Namen Halcyon Labs läuft.",
         "Ada Moreno: Intel -> Halcyon Labs"),
        ("pt", "Ada Moreira deixou a Intel para fundar uma startup que atende pelo nome de Halcyon Labs.",
         "Ada Moreira: Intel -> Halcyon Labs"),
        ("zh", "林晓雯离开英特尔，创办了自己的实验室。这家名为晨星智能的公司周一亮相。", "林晓雯: 英特尔 -> 晨星智能"),
    ],
)  # fmt: skip
def test_a_firm_without_a_name_gets_the_one_told_behind(lang: str, text: str, move: str) -> None:
    assert move in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "never"),
    [
        ("en", "Ada Moreno quit Intel to set up a lab of her own. Google named Tom Berg head of research.", "Google"),
        ("en", "Ada Moreno quit Intel to set up a lab of her own. Tom Berg works at a bank called Volksbank Ulm.",
         "Volksbank Ulm"),
        ("es", "Ada Moreno dejó Intel para montar un laboratorio propio. Tomás Berg, de Google, se llama como él.",
         "Google"),
    ],
)  # fmt: skip
def test_what_is_named_of_others_names_no_firm_of_hers(lang: str, text: str, never: str) -> None:
    assert not any(move.startswith("Ada Moreno") and never in move for move in moves_of(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Tom Berg is to run Intel, said Ada Moreno, with whom he had created Halcyon Labs in 2021.",
         {"Tom Berg: - -> Halcyon Labs", "Ada Moreno: - -> Halcyon Labs"}),
        ("es", "El jefe será Tomás Berg, según confirmó Ada Moreno, con quien había creado Halcyon Labs en 2021.",
         {"Tomás Berg: - -> Halcyon Labs", "Ada Moreno: - -> Halcyon Labs"}),
        ("fr", "Thomas Berg prend la tête d'Intel, confirme Ada Moreno, avec qui il avait créé Halcyon Labs en 2021.",
         {"Thomas Berg: - -> Halcyon Labs", "Ada Moreno: - -> Halcyon Labs"}),
        ("de", "Thomas Berg geht, bestätigte Ada Moreno, mit der er 2021 Halcyon Labs gegründet hatte.",
         {"Thomas Berg: - -> Halcyon Labs", "Ada Moreno: - -> Halcyon Labs"}),
    ],
)  # fmt: skip
def test_with_whom_joins_two_founders(lang: str, text: str, moves: set[str]) -> None:
    assert moves <= ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Halcyon Labs was founded by the former Intel researchers Ada Moreno and Tom Berg.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Tom Berg: Intel -> Halcyon Labs"}),
        ("es", "Halcyon Labs, fundada por los antiguos investigadores de Intel Ada Moreno y Tomás Berg, crece.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Tomás Berg: Intel -> Halcyon Labs"}),
        ("fr", "Halcyon Labs, fondée par les anciens d'Intel Ada Moreno et Thomas Berg, grandit.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Thomas Berg: Intel -> Halcyon Labs"}),
        ("de", "Die früheren Intel-Forscher Ada Moreno und Thomas Berg haben Halcyon Labs gegründet.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Thomas Berg: Intel -> Halcyon Labs"}),
        ("pt", "A Halcyon Labs, fundada pelos antigos investigadores da Intel Ada Moreira e Tomás Berg, cresce.",
         {"Ada Moreira: Intel -> Halcyon Labs", "Tomás Berg: Intel -> Halcyon Labs"}),
        ("zh", "晨星智能由前英特尔研究员张伟和李娜创办。", {"张伟: 英特尔 -> 晨星智能", "李娜: 英特尔 -> 晨星智能"}),
    ],
)  # fmt: skip
def test_former_employers_in_the_plural_are_those_of_all(lang: str, text: str, moves: set[str]) -> None:
    assert moves <= ends_of(text, lang)


def test_a_former_employer_in_the_singular_is_that_of_one() -> None:
    found = ends_of("Halcyon Labs was founded by the former Intel researcher Ada Moreno and Tom Berg.", "en")
    assert "Ada Moreno: Intel -> Halcyon Labs" in found
    assert "Tom Berg: Intel -> Halcyon Labs" not in found or "Tom Berg: - -> Halcyon Labs" in found


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Halcyon Labs has four founders. Ada Moreno and Tom Berg had left Intel for the occasion; the third, "
               "Lea Stern, came from Google.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Tom Berg: Intel -> Halcyon Labs", "Lea Stern: Google -> Halcyon Labs"}),
        ("es", "Halcyon Labs tiene cuatro fundadores. Ada Moreno y Tomás Berg habían abandonado Intel para la ocasión.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Tomás Berg: Intel -> Halcyon Labs"}),
        ("fr", "Halcyon Labs a quatre fondateurs. Ada Moreno et Thomas Berg avaient quitté Intel pour l'occasion.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Thomas Berg: Intel -> Halcyon Labs"}),
        ("de", "Halcyon Labs hat vier Gründer. Ada Moreno und Thomas Berg hatten dafür Intel verlassen.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Thomas Berg: Intel -> Halcyon Labs"}),
        # near misses: nothing was founded, or nothing says that it was left for that
        ("en", "Ada Moreno had left Intel for the occasion.", {"Ada Moreno: Intel -> -"}),
        ("en", "Halcyon Labs has four founders. Ada Moreno had left Intel in May.", {"Ada Moreno: Intel -> -"}),
    ],
)  # fmt: skip
def test_what_was_left_for_the_occasion_was_left_to_found(lang: str, text: str, moves: set[str]) -> None:
    assert moves <= ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "With former colleagues from Intel, Ada Moreno founded Halcyon Labs last year.",
         "Ada Moreno: Intel -> Halcyon Labs"),
        ("es", "Con antiguos compañeros de Intel, Ada Moreno fundó Halcyon Labs el año pasado.",
         "Ada Moreno: Intel -> Halcyon Labs"),
        ("pt", "Com antigos colegas da Intel, Ada Moreira fundou a Halcyon Labs no ano passado.",
         "Ada Moreira: Intel -> Halcyon Labs"),
        ("fr", "Avec d'anciens collègues d'Intel, Ada Moreno a fondé Halcyon Labs l'an dernier.",
         "Ada Moreno: Intel -> Halcyon Labs"),
    ],
)  # fmt: skip
def test_former_colleagues_say_where_a_founder_comes_from(lang: str, text: str, move: str) -> None:
    assert move in ends_of(text, lang)


def test_what_is_told_of_a_founder_is_not_what_was_founded() -> None:
    found = ends_of(
        "A Halcyon Labs foi criada em 2023 por Tomás Berg, que saiu da Intel, e Ada Moreira, vinda da Google.", "pt"
    )
    assert {"Tomás Berg: Intel -> Halcyon Labs", "Ada Moreira: Google -> Halcyon Labs"} <= found
    assert not any(move.endswith(("-> Intel", "-> Google")) for move in found)


@pytest.mark.parametrize(
    ("lang", "text", "movers"),
    [
        ("en", "Halcyon Labs grows. Two of them launched it in 2023, Ada Moreno and Tom Berg.",
         {"Ada Moreno", "Tom Berg"}),
        ("fr", "Halcyon Labs grandit. Deux l'ont même lancée en 2023, Ada Moreno et Thomas Berg.",
         {"Ada Moreno", "Thomas Berg"}),
    ],
)  # fmt: skip
def test_a_pronoun_may_be_what_was_founded(lang: str, text: str, movers: set[str]) -> None:
    found = [move for move in moves_of(text, lang) if "-> Halcyon Labs" in move]
    assert {move.partition(":")[0] for move in found} == movers


@pytest.mark.parametrize(
    ("lang", "text", "post"),
    [
        ("en", "Ada Moreno helped found OpenAI in 2015.", "co-founder"),
        ("es", "Ada Moreno cofundó OpenAI en 2015.", "co-founder"),
        ("es", "Ada Moreno ayudó a fundar OpenAI en 2015.", "co-founder"),
        ("fr", "Ada Moreau a cofondé OpenAI en 2015.", "co-founder"),
        ("de", "Ada Moreno hat OpenAI 2015 mitgegründet.", "co-founder"),
        ("pt", "Ada Moreira ajudou a fundar a OpenAI em 2015.", "co-founder"),
        ("ar", "شاركت ليلى الكاتب في تأسيس أوبن إيه آي عام 2015.", "co-founder"),
        ("zh", "李明2015年参与创立OpenAI。", "co-founder"),
        ("ja", "田中一郎氏は2015年にOpenAIを共同設立した。", "co-founder"),
        ("en", "Ada Moreno founded OpenAI in 2015.", "founder"),
        ("es", "Ada Moreno fundó OpenAI en 2015.", "founder"),
        ("fr", "Ada Moreau a fondé OpenAI en 2015.", "founder"),
        ("zh", "李明2015年创立OpenAI。", "founder"),
        ("ja", "田中一郎氏は2015年にOpenAIを設立した。", "founder"),
    ],
)
def test_words_of_founding_tell_that_others_founded_too(lang: str, text: str, post: str) -> None:
    assert [move.role_to for move in claims_of(text, lang)] == [post]
