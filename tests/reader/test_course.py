"""Careers whose steps are told far apart, or backwards: each starts where the one before it in time had led."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.careers.course import note_course
from talentflow.reader.claims.understanding import understand
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page
from tests.reader.sentences import moves_of


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "en",
            "Ada Moreno is returning to Apple.\n\nMoreno had left Apple in 2012 and gone to Intel. Four years later "
            "she was hired away by Nvidia.\n\nIn 2021 she switched to OpenAI.",
            "Ada Moreno: OpenAI -> Apple, done",
        ),
        (
            "de",
            "Ada Moreno kehrt zu Apple zurück.\n\nMoreno hatte Apple 2012 verlassen und war zu Intel gegangen. Vier "
            "Jahre später warb sie Nvidia ab.\n\n2021 wechselte sie zu OpenAI.",
            "Ada Moreno: OpenAI -> Apple, done",
        ),
        (
            "fr",
            "Ada Moreno revient chez Apple.\n\nAda Moreno avait quitté Apple en 2012 pour Intel. Quatre ans plus tard, "
            "elle a été débauchée par Nvidia.\n\nEn 2021, elle est passée chez OpenAI.",
            "Ada Moreno: OpenAI -> Apple, done",
        ),
        (
            "pt",
            "Ada Moreno volta à Apple.\n\nMoreno tinha deixado a Apple em 2012 e ido para a Intel. Quatro anos depois, "
            "foi contratada pela Nvidia.\n\nEm 2021 foi para a OpenAI.",
            "Ada Moreno: OpenAI -> Apple, done",
        ),
        (
            "zh",
            "林若溪将重返百度。\n\n林若溪2012年离开百度,加入小米。四年后她被腾讯挖走。\n\n2021年她跳槽到华为。",
            "林若溪: 华为 -> 百度, done",
        ),
        (
            "ja",
            "森川沙織氏がソニーに復帰する。\n\n森川氏は2012年にソニーを退社し、インテルに移った。4年後にはエヌビディアに"
            "引き抜かれた。\n\n2021年にグーグルへ転じた。",
            "森川沙織: グーグル -> ソニー, done",
        ),
    ],
)
def test_who_comes_back_comes_from_where_the_career_had_led(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "en",
            "Ada Moreno is leaving Apple at the end of the month. She had come to Apple in 2019.\n\nMoreno was hired "
            "by Google in 2011.",
            "Ada Moreno: Apple -> Google, done",
        ),
        (
            "es",
            "Ada Moreno dejará Apple a fin de mes. Moreno llegó a Apple en 2019.\n\n"
            "Google la había contratado en 2011.",
            "Ada Moreno: Apple -> Google, done",
        ),
        (
            "fr",
            "Ada Moreno quittera Apple à la fin du mois. Elle avait rejoint Apple en 2019.\n\nGoogle l'avait recrutée "
            "en 2011.",
            "Ada Moreno: Apple -> Google, done",
        ),
    ],
)
def test_nobody_goes_now_where_they_came_years_ago(lang: str, text: str, move: str) -> None:
    assert move not in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "en",
            "Ada Moreno moved to Intel in 2010, where she was promoted to head of design in 2013.",
            "Ada Moreno: Intel -> Intel, done",
        ),
        (
            "es",
            "Ada Moreno se incorporó a Intel en 2010, donde en 2013 fue ascendida a jefa de diseño.",
            "Ada Moreno: Intel -> Intel, done",
        ),
        (
            "fr",
            "Ada Moreno a rejoint Intel en 2010, où elle a été promue responsable du design en 2013.",
            "Ada Moreno: Intel -> Intel, done",
        ),
        (
            "de",
            "Ada Moreno wechselte 2010 zu Intel. 2013 wurde sie zur Leiterin des Vertriebs befördert.",
            "Ada Moreno: Intel -> Intel, done",
        ),
        (
            "pt",
            "Ada Moreno entrou na Intel em 2010. Em 2013 foi promovida a chefe de vendas.",
            "Ada Moreno: Intel -> Intel, done",
        ),
        ("zh", "林若溪2010年加入英特尔。2013年她升任销售主管。", "林若溪: 英特尔 -> 英特尔, done"),
        (
            "ja",
            "森川沙織氏は2010年にインテルに入社した。2013年に営業部長に昇進した。",
            "森川沙織: インテル -> インテル, done",
        ),
    ],
)
def test_a_post_without_an_employer_is_one_where_the_person_was(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "en",
            "Ada Moreno's career began at Nokia, which she left for Intel in 2009.",
            "Ada Moreno: Nokia -> Intel, done",
        ),
        ("es", "Ada Moreno empezó en Nokia, que dejó por Intel en 2009.", "Ada Moreno: Nokia -> Intel, done"),
        (
            "fr",
            "Ada Moreno a débuté chez Nokia, qu'elle a quitté pour Intel en 2009.",
            "Ada Moreno: Nokia -> Intel, done",
        ),
        ("pt", "Ada Moreno começou na Nokia, que deixou em 2009 pela Intel.", "Ada Moreno: Nokia -> Intel, done"),
    ],
)
def test_the_verb_of_a_relative_clause_takes_the_employer_before_it(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (  # told by the way: somebody else's step is no station of hers
            "en",
            "Ada Moreno joined Intel in 2010. Tom Berg joined Nokia in 2014.\n\nIn 2018 Moreno moved to Apple.",
            "Ada Moreno: Nokia -> Apple, done",
        ),
        (  # a seat is taken beside the post
            "en",
            "Ada Moreno joined Intel in 2010. In 2014 she joined the board of Nokia.\n\nIn 2018 Moreno moved to Apple.",
            "Ada Moreno: Nokia -> Apple, done",
        ),
        (  # what is left between is no start any more
            "de",
            "Ada Moreno kam 2010 zu Intel. 2014 verließ sie Nokia.\n\n2018 wechselte Moreno zu Apple.",
            "Ada Moreno: Intel -> Apple, done",
        ),
        (
            "es",
            "Ada Moreno llega a Apple procedente de Nokia.\n\nMoreno se incorporó a Intel en 2010.",
            "Ada Moreno: Intel -> Apple, done",
        ),
        (
            "fr",
            "Ada Moreno a rejoint Intel en 2010. Son successeur sera nommé en octobre.",
            "Ada Moreno: Intel -> Intel, done",
        ),
    ],
)
def test_other_things_are_no_step_before(lang: str, text: str, move: str) -> None:
    assert move not in moves_of(text, lang)


@pytest.mark.parametrize(("most", "start"), [(10, "Intel"), (1, None)])
def test_of_a_career_without_end_only_so_many_steps_are_looked_at(most: int, start: str | None) -> None:
    text = "Ada Moreno joined IBM in 2008. In 2012 she joined Intel. In 2018 she joined Nokia."
    found = understand(make_page(Document(text, "a", "en", "", "2025-06-11"), lexicon_for("en")))
    note_course(found.events, {}, most)
    last = found.events[-1].came_from
    assert (last.name if last is not None else None) == start
