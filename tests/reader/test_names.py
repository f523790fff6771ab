"""Who is named: names that employers share, nicknames, names in quotation marks, and people who only own a house."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


def named(text: str, lang: str, kind: str) -> set[str]:
    """What a text names of one kind, by the words of its sentences' mentions."""
    page = make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True))
    Cast(page)
    return {
        mention.surface
        for sentence in page.sentences
        for mention in sentence.mentions
        if mention.kind == kind and not mention.is_anaphor
    }


@pytest.mark.parametrize(
    ("text", "lang", "people"),
    [
        (
            "Quanta prescinde de Thierry Bolloré. La salida de Bolloré es inmediata.",
            "es",
            {"Thierry Bolloré", "Bolloré"},
        ),
        ("El presidente de Quanta, Ángel Escribano, habló el lunes.", "es", {"Ángel Escribano"}),
        ("Quanta nombró a Luis Abril director general.", "es", {"Luis Abril"}),
        ("Quanta nombró a José Vicente de los Mozos director general.", "es", {"José Vicente de los Mozos"}),
        ('Quanta named Virginia "Ginni" Moreno chief executive.', "en", {'Virginia "Ginni" Moreno'}),
        ('أعلن الرئيس التنفيذي "بول بولكه" استقالته من غوغل.', "ar", {"بول بولكه"}),
    ],
)
def test_finds_the_whole_name_of_a_person(text: str, lang: str, people: set[str]) -> None:
    assert named(text, lang, "person") == people


@pytest.mark.parametrize(
    ("text", "lang", "employer"),
    [
        ("Will Google hire her?", "en", "Google"),
        ("La empresa Bolloré fichó a Ada Moreno.", "es", "Bolloré"),
        ("Ada Moreno dejó Bolloré en abril.", "es", "Bolloré"),
    ],
)
def test_keeps_an_employer_that_no_given_name_leads(text: str, lang: str, employer: str) -> None:
    assert employer in named(text, lang, "org")


def test_a_small_letter_makes_a_word_of_an_accented_name() -> None:
    assert not named("Es un nombre influyente en el ámbito de los chips.", "es", "org")


def test_who_owns_the_house_does_not_move() -> None:
    assert not named("Dos ingenieros dejaron la empresa de Mark Zuckerberg.", "es", "person")


def test_who_leaves_somebodys_house_stays_in_the_sentence() -> None:
    assert named("La salida de la empresa de Ada Moreno fue inmediata.", "es", "person") == {"Ada Moreno"}
