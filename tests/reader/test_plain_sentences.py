"""Plain sentences of the press, read alike whatever stands around them; people and most employers are invented."""

from __future__ import annotations

import pytest

from .sentences import ends_of, understood

# In an article about an employer of whom it tells no changes: each language's title, its lead and its last line.
_ELSEWHERE = {
    "ar": ("سامسونغ تفتتح مصنعا جديدا", "قالت سامسونغ إن المصنع سينتج شاشات.", "وارتفعت أسهم سامسونغ."),
    "de": (
        "Samsung baut eine Fabrik",
        "Samsung will dort Bildschirme herstellen.",
        "Die Aktie von Samsung legte zu.",
    ),
    "en": ("Samsung builds a factory", "Samsung wants to make screens there.", "Shares of Samsung rose."),
    "es": ("Samsung construye una fábrica", "Samsung hará pantallas allí.", "Las acciones de Samsung subieron."),
    "fr": ("Samsung construit une usine", "Samsung y fera des écrans.", "L'action de Samsung a progressé."),
    "ja": ("サムスン、新工場を建設", "サムスンは画面を生産する。", "サムスンの株価は上昇した。"),
    "pt": ("Samsung constrói uma fábrica", "A Samsung fará telas ali.", "As ações da Samsung subiram."),
    "zh": ("三星新建工厂", "三星将在那里生产屏幕。", "三星股价上涨。"),
}

_PLAIN = [
    ("ar", "انضمت ليلى حداد، المديرة السابقة في إنتل، إلى أوراكل.", "ليلى حداد: إنتل -> أوراكل"),
    ("de", "Petra Lang verlässt Bayer und geht zu Adobe.", "Petra Lang: Bayer -> Adobe"),
    ("en", "Ruth Keller has left Adobe for Borealis Labs.", "Ruth Keller: Adobe -> Borealis Labs"),
    ("es", "Marta Pons deja Telefónica para incorporarse a Iberdrola.", "Marta Pons: Telefónica -> Iberdrola"),
    ("fr", "Hélène Vasseur quitte Danone pour rejoindre Renault.", "Hélène Vasseur: Danone -> Renault"),
    ("ja", "坂本誠氏はソニーから任天堂に移籍した。", "坂本誠: ソニー -> 任天堂"),
    ("pt", "Joana Freitas troca a Embraer pela Petrobras.", "Joana Freitas: Embraer -> Petrobras"),
    ("zh", "陈雨晴从百度跳槽至华为。", "陈雨晴: 百度 -> 华为"),
]


@pytest.mark.parametrize(("lang", "sentence", "move"), _PLAIN, ids=[row[0] for row in _PLAIN])
def test_a_paragraph_that_stands_by_itself_is_an_article_of_its_own(lang: str, sentence: str, move: str) -> None:
    title, lead, last = _ELSEWHERE[lang]
    found = understood(f"{lead}\n\n{sentence}\n\n{last}", lang, title)
    assert len({id(item) for item in found.places.items.values()}) == 1
    (item,) = {id(item): item for item in found.places.items.values()}.values()
    assert item.topic is None or item.topic is not found.topic
    assert move in ends_of(f"{lead}\n\n{sentence}\n\n{last}", lang)


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        # the article tells of those who go: so may whoever goes in a paragraph that names only where to
        ("en", "Samsung loses engineers", "Three have left Samsung.\n\nRuth Keller has joined Adobe."),
        ("es", "Samsung pierde ingenieros", "Tres dejaron Samsung.\n\nMarta Pons se incorpora a Adobe."),
        # somebody of whom another paragraph tells more
        (
            "en",
            "Samsung builds a factory",
            "Samsung wants to make screens.\n\nRuth Keller has left Adobe for Quanta.\n\nKeller is a chemist.",
        ),
        # a paragraph that names what the article is about
        ("de", "Samsung baut eine Fabrik", "Samsung will Bildschirme bauen.\n\nPetra Lang geht von Bayer zu Samsung."),
        # nobody told to move
        ("fr", "Samsung construit une usine", "Samsung y fera des écrans.\n\nHélène Vasseur vit près de Danone."),
    ],
)
def test_a_paragraph_that_goes_on_with_the_article_is_none(lang: str, title: str, text: str) -> None:
    assert not understood(text, lang, title).places.items


_NAMED = [
    # behind or before the kind of an employer, in a language whose nouns have capitals
    ("de", "Petra Lang wechselt von Bayer zum Start-up Blauwerk.", "Petra Lang: Bayer -> Blauwerk"),
    ("de", "Petra Lang geht zum Konkurrenten Solvanta.", "Petra Lang: - -> Solvanta"),
    ("de", "Uwe Hartmann verlässt die Auerhahn Brauerei.", "Uwe Hartmann: Auerhahn Brauerei -> -"),
    ("de", "Uwe Hartmann wechselt von der Deutschen Bank zu SAP.", "Uwe Hartmann: Deutschen Bank -> SAP"),
    # who is described by an employer before the post did not found it
    (
        "de",
        "Das Start-up Blauwerk wurde von dem ehemaligen SAP-Entwickler Jens Kröger gegründet.",
        "Jens Kröger: SAP -> Blauwerk",
    ),
    # a post of which a class word is part names no firm
    ("es", "Iberdrola despide a su gerente legal, Marta Pons.", "Marta Pons: Iberdrola -> -"),
    # a small word of one letter ends no name
    ("fr", "Le fonds Cédrat Capital a recruté Paul Meunier.", "Paul Meunier: - -> Cédrat Capital"),
    # a noun of moving opens no name, though somebody may be called so
    ("pt", "Saída de Rita Lemos da Embraer surpreende.", "Rita Lemos: Embraer -> -"),
    ("pt", "Foi nomeada diretora da Cimentos Alvor Joana Freitas.", "Joana Freitas: - -> Cimentos Alvor"),
    # a goodbye says to whom
    ("es", "Adiós de Luis Vidal a Telefónica.", "Luis Vidal: Telefónica -> -"),
    # a class word before Latin letters only describes them
    ("zh", "陈雨晴离开软件公司Borealis Labs，加入百度。", "陈雨晴: Borealis Labs -> 百度"),
    # a listed name is no verb with a pronoun glued to it
    ("ar", "عاد سامي خوري إلى سابك.", "سامي خوري: - -> سابك"),
]


@pytest.mark.parametrize(("lang", "text", "move"), _NAMED)
def test_names_are_told_from_what_describes_them(lang: str, text: str, move: str) -> None:
    assert move in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("de", "Petra Lang hat das Unternehmen Ende 2019 verlassen.", "Ende"),
        ("de", "Fortescue Metals hat Petra Lang zur Chefin ernannt.", "Metals"),
        ("fr", "PARIS (Reuters) - Le président de Renault, Paul Meunier, est parti.", "Le"),
        ("zh", "陈雨晴离开软件公司Borealis Labs，加入百度。", "软件公司"),
        ("es", "La planta de Telefónica la dirige Marta Pons.", "planta"),
    ],
)
def test_what_only_describes_is_no_employer(lang: str, text: str, words: str) -> None:
    named = {m.surface for s in understood(text, lang).page.sentences for m in s.mentions if m.kind == "org"}
    assert words not in named


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("es", "Indra designó a Marta Pons directora, en sustitución de Luis Vidal.", "Marta Pons: - -> Indra"),
        ("zh", "陈雨晴空降百度出任董事长。", "陈雨晴: - -> 百度"),
    ],
)
def test_who_takes_over_comes_where_nothing_says_that_they_were_there(lang: str, text: str, move: str) -> None:
    found = ends_of(text, lang)
    assert move in found
    assert not any(f"{end} -> {end}" in one for one in found for end in (move.rpartition(" ")[2],))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ruth Keller joined Adobe in 2018. In 2021 she became its chief."),
        ("zh", "陈雨晴2018年加入百度，2021年出任董事长。"),
    ],
)
def test_a_post_that_came_years_after_an_arrival_is_a_change(lang: str, text: str) -> None:
    assert len(ends_of(text, lang)) > 1
