"""What words beside a name tell of a coming and a founding, and what a subject without a name tells of nobody."""

from __future__ import annotations

import pytest

from .sentences import claims_of, ends_of, understood

_META = {
    "en": "Meta is losing researchers.", "es": "Meta pierde investigadores.", "fr": "Meta perd des chercheurs.",
    "pt": "A Meta perde pesquisadores.", "de": "Meta verliert Forscher.", "zh": "Meta流失研究员。",
    "ja": "メタでは研究者の退社が続く。", "ar": "تفقد ميتا عددا من باحثيها.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Ada Moreno, hired in April, left the company this week.", {"Ada Moreno: - -> Meta"}),
        ("es", "Ada Moreno, fichada en abril, dejó la empresa esta semana.", {"Ada Moreno: - -> Meta"}),
        ("fr", "Quant à Ada Moreau, recrutée en avril, elle a quitté l'entreprise cette semaine.",
         {"Ada Moreau: - -> Meta"}),
        ("pt", "Ada Moreira, contratada em abril, deixou a empresa esta semana.", {"Ada Moreira: - -> Meta"}),
        ("de", "Ada Moreno, im April eingestellt, hat das Unternehmen diese Woche verlassen.",
         {"Ada Moreno: - -> Meta"}),
        ("zh", "4月刚被聘用的李娜本周离开了公司。", {"李娜: - -> Meta"}),
        ("ja", "4月に採用された佐藤美咲氏は今週、同社を退社した。", {"佐藤美咲: - -> メタ"}),
        ("ar", "ليلى حداد، التي وُظفت في أبريل، غادرت الشركة هذا الأسبوع.", {"ليلى حداد: - -> ميتا"}),
    ],
)  # fmt: skip
def test_whoever_leaves_where_they_were_hired_had_come_there(lang: str, text: str, moves: set[str]) -> None:
    assert moves <= ends_of(f"{_META[lang]} {text}", lang)


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        ("en", "Ada Moreno, hired by Intel in April, has left Quanta Labs.", "Ada Moreno: - -> Quanta Labs"),
        ("es", "Ada Moreno, fichada por Intel en abril, dejó Quanta Labs.", "Ada Moreno: - -> Quanta Labs"),
        ("fr", "Ada Moreau a quitté Quanta Labs et a été recrutée en avril par Intel.", "Ada Moreau: - -> Quanta Labs"),
        ("de", "Ada Moreno, im April von Intel abgeworben, hat Quanta Labs verlassen.", "Ada Moreno: - -> Quanta Labs"),
        ("en", "Ada Moreno left Quanta Labs in May. Tom Berg, hired in April, stays.", "Ada Moreno: - -> Quanta Labs"),
    ],
)
def test_whoever_is_hired_elsewhere_had_not_come_there(lang: str, text: str, wrong: str) -> None:
    assert wrong not in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Ada Moreno left OpenAI in May to start her own AI company, Norvent.",
         {"Ada Moreno: OpenAI -> Norvent"}),
        ("es", "Ada Moreno dejó OpenAI en mayo para fundar su propia empresa de inteligencia artificial, Norvent.",
         {"Ada Moreno: OpenAI -> Norvent"}),
        ("fr", "Ada Moreau a quitté OpenAI en mai pour créer sa propre société de services juridiques, Norvent.",
         {"Ada Moreau: OpenAI -> Norvent"}),
        ("pt", "Ada Moreira decidiu deixar a OpenAI em maio para fundar sua própria empresa de IA, a Norvent.",
         {"Ada Moreira: OpenAI -> Norvent"}),
        ("de", "Ada Moreno verließ OpenAI im Mai und gründete ihr eigenes KI-Unternehmen, Norvent.",
         {"Ada Moreno: OpenAI -> Norvent"}),
    ],
)  # fmt: skip
def test_a_comma_gives_somebodys_own_firm_its_name(lang: str, text: str, moves: set[str]) -> None:
    assert moves <= ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno left OpenAI in May to start her own AI company, Norvent announced."),
        ("es", "Ada Moreno dejó OpenAI para fundar su propia empresa, Norvent la había despedido."),
        ("fr", "Ada Moreau a quitté OpenAI pour créer sa propre société, Norvent a annoncé des pertes."),
    ],
)
def test_what_a_firm_says_or_does_behind_a_comma_is_no_name(lang: str, text: str) -> None:
    assert not any(move.endswith("OpenAI -> Norvent") for move in ends_of(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "people"),
    [
        ("en", "Caracta Labs, a startup founded in a flat three years ago by renowned researchers Ada Moreno and "
               "Tom Berg, has raised money.", {"Ada Moreno", "Tom Berg"}),
        ("es", "Caracta Labs, una startup fundada en Madrid hace tres años por los investigadores Ada Moreno y Tomás "
               "Berg, compite con Intel.", {"Ada Moreno", "Tomás Berg"}),
        ("es", "Caracta Labs, creada en Madrid a finales de 2021 por la ingeniera Ada Moreno, compite con Intel.",
         {"Ada Moreno"}),
        ("fr", "Caracta Labs, une start-up fondée il y a trois ans par les chercheurs renommés Ada Moreau et Thomas "
               "Berg, lève des fonds.", {"Ada Moreau", "Thomas Berg"}),
        ("pt", "A Caracta Labs, startup fundada no Porto há três anos pelos pesquisadores Ada Moreira e Tomás Berg,"
               " cresceu.", {"Ada Moreira", "Tomás Berg"}),
    ],
)  # fmt: skip
def test_founders_are_found_far_behind_and_past_what_describes_them(lang: str, text: str, people: set[str]) -> None:
    assert {f"{person}: - -> Caracta Labs" for person in people} <= ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Caracta Labs, founded three years ago, was praised by researcher Ada Moreno."),
        ("es", "Caracta Labs, fundada hace tres años, fue elogiada por Ada Moreno."),
        ("fr", "Caracta Labs, fondée il y a trois ans, a été saluée par la chercheuse Ada Moreau."),
        ("pt", "A Caracta Labs, fundada há três anos, foi elogiada por Ada Moreira."),
    ],
)
def test_whoever_does_something_else_to_a_firm_did_not_found_it(lang: str, text: str) -> None:
    assert ends_of(text, lang) == set()


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("Ada Moreau dirige Quanta Labs, l'entreprise qu'elle a fondée en 1999.", "Ada Moreau: - -> Quanta Labs"),
        ("Ada Moreau connaît bien Quanta Labs, qu'elle a quittée en 2019.", "Ada Moreau: Quanta Labs -> -"),
        ("Ada Moreau parle de Quanta Labs, qu'elle avait rejointe en 2019.", "Ada Moreau: - -> Quanta Labs"),
        ("Quanta Labs, que Ada Moreau a créée en 2019 avec deux amis, grandit.", "Ada Moreau: - -> Quanta Labs"),
    ],
)
def test_french_participles_agree_with_what_stands_before(text: str, move: str) -> None:
    assert move in ends_of(text, "fr")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno runs Quanta Labs. Over the past year the finance chief, the general counsel and the head of "
               "product have left the company."),
        ("es", "Ada Moreno dirige Quanta Labs. En el último año han dejado la empresa el director financiero, el "
               "director jurídico y el responsable de producto."),
        ("es", "Ada Moreno preside Quanta Labs. El director financiero dejó la empresa en mayo."),
        ("es", "Ada Moreno preside Quanta Labs. En mayo se fue la directora jurídica de la firma."),
        ("fr", "Ada Moreau dirige Quanta Labs. Cette année, le directeur financier et la directrice juridique ont "
               "quitté l'entreprise."),
        ("pt", "Ada Moreira dirige a Quanta Labs. No último ano deixaram a empresa o diretor financeiro, o diretor "
               "jurídico e o responsável de produto."),
    ],
)  # fmt: skip
def test_posts_without_holders_are_not_whoever_was_spoken_of(lang: str, text: str) -> None:
    assert ends_of(text, lang) == set()


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("es", "Ada Moreno, directora financiera de Quanta Labs, no sigue. La directora financiera dejó la "
               "empresa en mayo.",
         "Ada Moreno: Quanta Labs -> -"),
        ("fr", "Ada Moreau, directrice scientifique de Quanta Labs, s'en va. La directrice scientifique rejoint Intel.",
         "Ada Moreau: Quanta Labs -> Intel"),
        ("pt", "Ada Moreira é diretora financeira da Quanta Labs. A executiva deixou a empresa em maio.",
         "Ada Moreira: Quanta Labs -> -"),
    ],
)  # fmt: skip
def test_a_post_of_their_own_is_whoever_was_spoken_of(lang: str, text: str, move: str) -> None:
    assert move in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Quanta Labs named Ada Moreno as its new finance chief and Jonas Solis as chief revenue officer."),
        ("es", "Quanta Labs nombró a Ada Moreno como nueva directora financiera y a Jonas Solis como "
               "director de ingresos."),
        ("fr", "Quanta Labs a recruté Ada Moreno comme nouvelle directrice financière et Jonas Solis comme "
               "directeur des revenus."),
        ("pt", "A Quanta Labs anunciou Ada Moreno como nova diretora financeira e Jonas Solis como "
               "diretor de receitas."),
        ("de", "Quanta Labs beruft Ada Moreno als neue Finanzchefin und Jonas Solis als Vertriebschef."),
    ],
)  # fmt: skip
def test_a_new_post_parts_no_names_of_one_breath(lang: str, text: str) -> None:
    assert {"Ada Moreno: - -> Quanta Labs", "Jonas Solis: - -> Quanta Labs"} <= ends_of(text, lang)


def test_il_y_a_means_nobody() -> None:
    found = understood("Ada Moreau a rejoint Quanta Labs il y a trois ans. Il y a un an, elle en est partie.", "fr")
    pronouns = [m.surface for s in found.page.sentences for m in s.mentions if m.mark_word == "pronoun"]
    assert pronouns == ["elle"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Ada Moreno, jefa de producto de Google, pasa a dirigir Google España."),
        ("es", "Ada Moreno deja Cisco para ser directora general de Cisco España."),
        ("pt", "Ada Moreira troca a Vodafone Portugal pela Vodafone, onde será diretora financeira."),
    ],
)
def test_a_national_unit_is_no_other_employer(lang: str, text: str) -> None:
    assert "move" not in {move.kind for move in claims_of(text, lang)}


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Ada Moreno, who had come from Google in April, has left the company for Apple.",
         {"Ada Moreno: Google -> Meta", "Ada Moreno: Meta -> Apple"}),
        ("es", "Ada Moreno, que llegó desde Google en abril, se va a los cinco meses a Apple.",
         {"Ada Moreno: Google -> Meta", "Ada Moreno: Meta -> Apple"}),
        ("fr", "Ada Moreau, qui venait de Google, quitte l'entreprise au bout de cinq mois pour rejoindre Apple.",
         {"Ada Moreau: Google -> Meta", "Ada Moreau: Meta -> Apple"}),
        ("pt", "Ada Moreira, que veio do Google em abril, sai depois de cinco meses para a Apple.",
         {"Ada Moreira: Google -> Meta", "Ada Moreira: Meta -> Apple"}),
        ("de", "Ada Moreno, die im April von Google kam, wechselt nach nur fünf Monaten zu Apple.",
         {"Ada Moreno: Google -> Meta", "Ada Moreno: Meta -> Apple"}),
        ("zh", "今年四月才从谷歌跳槽过来的李娜五个月后离职，转投苹果公司。",
         {"李娜: 谷歌 -> Meta", "李娜: Meta -> 苹果公司"}),
        ("ja", "4月にグーグルから加わった佐藤美咲氏は、メタを退社し、アップルに移る。",
         {"佐藤美咲: グーグル -> メタ", "佐藤美咲: メタ -> アップル"}),
        ("ar", "وغادرت ليلى حداد، التي جاءت من غوغل في أبريل، الشركة بعد خمسة أشهر لتنضم إلى أبل.",
         {"ليلى حداد: غوغل -> ميتا", "ليلى حداد: ميتا -> أبل"}),
    ],
)  # fmt: skip
def test_whoever_came_from_elsewhere_leaves_the_employer_between(lang: str, text: str, moves: set[str]) -> None:
    assert moves <= ends_of(f"{_META[lang]} {text}", lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "Ada Moreno, who comes from Google, is going to Apple.", "Ada Moreno: Google -> Apple"),
        ("es", "Ada Moreno, que viene de Google, se va a Apple.", "Ada Moreno: Google -> Apple"),
        ("de", "Ada Moreno, die von Google kommt, wechselt zu Apple.", "Ada Moreno: Google -> Apple"),
        ("zh", "来自谷歌的李娜加入苹果公司。", "李娜: 谷歌 -> 苹果公司"),
        ("ja", "グーグル出身の佐藤美咲氏がアップルに入社した。", "佐藤美咲: グーグル -> アップル"),
    ],
)
def test_whence_somebody_comes_is_no_stay_of_its_own(lang: str, text: str, move: str) -> None:
    assert ends_of(f"{_META[lang]} {text}", lang) == {move}


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Samsung presented a new phone on Monday. Ada Moreno, who came from Google in April, is going to Apple.",
         {"Ada Moreno: Google -> Apple"}),
        ("de", "Meta wächst. Ada Moreno, die 2019 von Google kam, wechselt nach Zürich.",
         {"Ada Moreno: Google -> Meta"}),
        ("en", "Meta has a new chief of AI. Ada Moreno, hired from Google in May, left Intel in 2015.",
         {"Ada Moreno: Google -> Meta", "Ada Moreno: Intel -> -"}),
    ],
)  # fmt: skip
def test_nobody_has_been_at_an_employer_that_is_only_spoken_of(lang: str, text: str, moves: set[str]) -> None:
    assert ends_of(text, lang) <= moves
