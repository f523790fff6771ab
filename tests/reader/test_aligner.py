"""Quotes come back to where they stand, to the character, in eight languages; what nobody says does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentflow.model import Document
from talentflow.reader.aligner import Aligner, find_quote

TEXTS = {
    "ar": "وكشف موقع «بورياليس» أن شركة كوانتا ضمّت أربعة باحثين. والأربعة هم: آدا مورينو، وليلى ناصر، وسامي حداد.",
    "en": "“I’m leaving Borealis,” Ada Moreno said. The co-founder of Quanta raised $1.5 billion in re-\u200bsearch.",
    "es": "Ada Moreno dejará «Borealis» en mayo, según El Faro. La compañía, que ingresó 1.200 millones, no dijo nada.",
    "fr": "L’entreprise d’Ada Moreno a quitté « Borealis » : l’ex-directrice n’a pas dit où elle ira désormais.",
    "de": "Ada Moreno verläßt Borealis zum 1. Mai, wie die „Rundschau“ meldet. Der Vorstand äußerte sich noch nicht.",
    "pt": "A cofundadora Ada Moreno não voltará à Borealis, disse o jornal – e a Quanta contratou três pesquisadores.",
    "zh": "據悉，「北極光」首席科學家莫雅達已於 5 月離職，並未加入量子公司。公司方面尚未對此作出任何回應，她也沒有。",
    "ja": "エイダ・モレノ氏は「ボレアリス」を５月に退社し、クアンタのＣＴＯに就任すると同社が月曜日に正式に発表した。",
}  # fmt: skip


def found(lang: str, quote: str) -> str | None:
    document = Document(text=TEXTS[lang], lang=lang)
    span = find_quote(document, quote)
    if span is None:
        return None
    assert document.text[span.start : span.end] == span.quote
    return span.quote


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_finds_what_is_quoted_letter_for_letter(lang: str) -> None:
    text = TEXTS[lang]
    middle = text[: text.find(" ", 40)] if " " in text[40:] else text[:20]
    assert found(lang, middle) == middle
    assert found(lang, text) == text


@pytest.mark.parametrize(
    ("lang", "quote", "original"),
    [
        ("ar", 'كشف موقع "بورياليس" ان شركة', "كشف موقع «بورياليس» أن شركة"),
        ("ar", "ضمت اربعه باحثين", "ضمّت أربعة باحثين"),
        ("ar", "ضمّت أربـعـة باحثين.", "ضمّت أربعة باحثين."),
        ("ar", "أربعة هم ادا مورينو ليلى ناصر", "أربعة هم: آدا مورينو، وليلى ناصر"),
        ("ar", "وان شركة كوانتا", "أن شركة كوانتا"),
        ("en", '"I\'m leaving Borealis"', "“I’m leaving Borealis"),
        ("en", "The cofounder of Quanta raised $1.5 billion in research",
         "The co-founder of Quanta raised $1.5 billion in re-\u200bsearch"),
        ("en", "the CO\u2011FOUNDER\nof   Quanta", "The co-founder of Quanta"),
        ("es", "Ada Moreno dejara \"Borealis\" en mayo", "Ada Moreno dejará «Borealis» en mayo"),
        ("es", "según\u00a0El Faro", "según El Faro"),
        ("fr", "entreprise Ada Moreno a quitte \"Borealis\"", "entreprise d’Ada Moreno a quitté « Borealis »"),
        ("fr", "l'ex directrice n'a pas dit", "l’ex-directrice n’a pas dit"),
        ("de", "Ada Moreno verlässt Borealis zum 1. Mai", "Ada Moreno verläßt Borealis zum 1. Mai"),
        ("de", "wie die \"Rundschau\" meldet", "wie die „Rundschau“ meldet"),
        ("pt", "nao voltara a Borealis", "não voltará à Borealis"),
        ("pt", "disse o jornal - e a Quanta", "disse o jornal – e a Quanta"),
        ("zh", "据悉,“北极光”首席科学家", "據悉，「北極光」首席科學家"),
        ("zh", "已于5月离职", "已於 5 月離職"),
        ("ja", "「ﾎﾞﾚｱﾘｽ」を5月に退社し", "「ボレアリス」を５月に退社し"),
        ("ja", "クアンタのCTOに就任", "クアンタのＣＴＯに就任"),
        ("ja", "エイダ モレノ氏は", "エイダ・モレノ氏は"),
    ],
)  # fmt: skip
def test_finds_what_is_written_otherwise_to_the_character(lang: str, quote: str, original: str) -> None:
    assert found(lang, quote) == original


@pytest.mark.parametrize(
    ("lang", "quote"),
    [
        ("ar", "كشف موقع بورياليس أن شركة كوانتا لم تضم أربعة باحثين"),
        ("ar", "ضمّت خمسة باحثين"),
        ("en", "The co-founder of Quanta raised $15 billion in research"),
        ("en", "The co-founder of Quanta never raised $1.5 billion in research"),
        ("en", "raised €1.5 billion"),
        ("en", "oreal"),
        ("en", "1.5"),
        ("en", "The co-founder of Borealis raised $1.5 billion"),
        ("es", "ingresó 12.00 millones"),
        ("es", "Ada Moreno dejará Quanta en mayo"),
        ("fr", "l’ex-directrice a dit où elle ira désormais"),
        ("de", "Der Vorstand äußerte sich nicht"),
        ("pt", "Ada Moreno voltará à Borealis"),
        ("zh", "首席科学家莫雅达已于6月离职"),
        ("zh", "莫雅達已於 5 月離職，並加入量子公司。公司方面尚未對此作出任何回應"),
        ("ja", "ボレアリスを５月に退社しなかった"),
        ("ja", "クアンタのＣＥＯに就任"),
        ("en", ""), ("en", "  "), ("en", "“”"), ("ja", "。"),
    ],
)  # fmt: skip
def test_finds_nothing_that_the_article_does_not_say(lang: str, quote: str) -> None:
    assert found(lang, quote) is None


@pytest.mark.parametrize(
    ("lang", "quote"),
    [
        ("en", "The co-founder of Quanta raised $1.5 bilion in research"),
        ("es", "La compañía, que ingresó 1.200 milllones, no dijo"),
        ("ar", "وكشف موقع بورياليس أن شركة كوانتا ضمّت أربعة باحثبن"),
        ("zh", "公司方面尚未對此做出任何回應，她也沒有"),
    ],
)
def test_one_slip_of_the_pen_is_forgiven_in_a_long_quote(lang: str, quote: str) -> None:
    assert found(lang, quote) is not None


@pytest.mark.parametrize(
    ("lang", "quote"),
    [
        ("en", "raised $1.5 bilion"),  # too short for a slip
        ("en", "The cofouner of Quanta raised $1.5 bilion in research"),  # two of them
        ("en", "The co-founder of Quanta raised $1.6 billion in research"),  # a figure is no slip
        ("zh", "公司方面尚無對此作出任何回應，她也沒有"),  # nor is a word that denies
        ("zh", "公司方面尚對此作出任何回應，她也沒有"),
    ],
)
def test_more_than_that_is_not(lang: str, quote: str) -> None:
    assert found(lang, quote) is None


def test_a_quote_that_leaves_something_out_is_found_in_pieces_in_order() -> None:
    aligner = Aligner(Document(text=TEXTS["es"], lang="es"))
    assert [span.quote for span in aligner.find_all("Ada Moreno dejará … no dijo nada")] == [
        "Ada Moreno dejará", "no dijo nada",
    ]  # fmt: skip
    assert [span.quote for span in aligner.find_all("según El Faro [...]")] == ["según El Faro"]
    assert aligner.find_all("no dijo nada ... Ada Moreno dejará") == ()
    assert aligner.find_all("Ada Moreno dejará ... no dijo mucho más") == ()


def test_the_text_is_better_evidence_than_the_title() -> None:
    document = Document(title="Ada Moreno left Borealis", text="On Monday Ada Moreno left Borealis.", lang="en")
    span = find_quote(document, "ada moreno left borealis")
    assert span is not None
    assert (span.field, span.start) == ("text", 10)
    only_title = find_quote(Document(title="Ada Moreno left", text="Nothing else.", lang="en"), "Ada Moreno left")
    assert only_title is not None
    assert only_title.field == "title"


@pytest.mark.parametrize(
    ("text", "name", "original"),
    [
        ("غادر أوبن إيه آي وانضم لبورياليس.", "بورياليس", "بورياليس"),
        ("انضمت وليلى ناصر", "ليلي ناصر", "ليلى ناصر"),
        ("He left OpenAI’s lab.", "Open AI", "OpenAI"),
        ("He left a party.", "art", None),
        ("He met Anna.", "Ann", None),
        ("He left in 2021.", "2021", None),
    ],
)
def test_names_are_found_as_whole_words(text: str, name: str, original: str | None) -> None:
    span = Aligner(Document(text=text)).find_name(name)
    assert (span and span.quote) == original


@given(st.text(max_size=60), st.text(max_size=20))
def test_whatever_is_found_stands_there(text: str, quote: str) -> None:
    document = Document(text=text, lang="en")
    for span in Aligner(document).find_all(quote):
        assert document.text[span.start : span.end] == span.quote


def test_one_word_said_over_and_over_again_comes_to_an_end() -> None:
    assert find_quote(Document(text="a " * 20_000, lang="en"), "a " * 300 + "b") is None
