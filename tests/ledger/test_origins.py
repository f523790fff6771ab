from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from talentflow.ledger import Source, retells, same_text, trace_of

ENGLISH = """Ada Moreno has left Borealis for Quanta, where she will run a laboratory of 140 people in Rotterdam.

Borealis confirmed on Friday that Moreno had gone. Its founder, Viktor Lindqvist, thanked her for 12 years.

Quanta raised 2.5 billion dollars in 2024. Its investors, Halden Capital among them, had asked for a head."""
SPANISH = """Ada Moreno ha dejado Borealis por Quanta, donde dirigirá un laboratorio de 140 personas en Rotterdam.

Borealis confirmó el viernes que Moreno se había ido. Su fundador, Viktor Lindqvist, le agradeció los 12 años.

Quanta reunió 2,5 millardos de dólares en 2024. Sus inversores, entre ellos Halden Capital, querían una jefa."""
ARABIC = """غادرت أدا مورينو شركة بورياليس إلى كوانتا، حيث ستدير مختبرا يضم ١٤٠ شخصا في روتردام.

وأكدت بورياليس يوم الجمعة أن مورينو رحلت. وشكرها المؤسس فيكتور ليندكفيست على 12 عاما.

وجمعت كوانتا 2.5 مليار دولار في 2024. وكان مستثمروها، ومنهم هالدن كابيتال، قد طلبوا مديرة للأبحاث."""
OTHER_SPANISH = """La investigadora Ada Moreno se incorpora a Quanta. Lo adelantó ella misma en una red social.

Moreno trabajaba desde 2013 en Borealis, que no quiso comentar la noticia. La empresa de Rotterdam vale 9 millardos."""
REWRITTEN = ENGLISH.replace("has left", "left").replace("had asked for", "wanted").replace("thanked her", "was kind")
UNRELATED = """The bakers of the town sold 140 loaves on Friday. Nobody had asked for more, and the price stayed at 2.5.

In 2024 a loaf had cost less. Its bakers, Olga Brandt among them, blamed the weather of the last 12 years for it."""
SHARED = Path(__file__).parents[3] / "shared" / "gold" / "seeds"


@pytest.mark.parametrize(
    ("one", "other", "sort"),
    [
        (("en", ENGLISH), ("en", ENGLISH), "copy"),
        (("en", ENGLISH), ("en", REWRITTEN), "copy"),
        (("en", ENGLISH), ("es", SPANISH), "translation"),
        (("en", ENGLISH), ("ar", ARABIC), "translation"),
        (("es", SPANISH), ("ar", ARABIC), "translation"),
        (("en", ENGLISH), ("es", OTHER_SPANISH), None),
        (("es", SPANISH), ("es", OTHER_SPANISH), None),
        (("ar", ARABIC), ("es", OTHER_SPANISH), None),
        (("en", ENGLISH), ("en", UNRELATED), None),
        (("es", SPANISH), ("en", UNRELATED), None),
        (("en", "Short."), ("es", "Corto."), None),
        (("en", ""), ("es", ""), None),
    ],
)
def test_one_text_is_known_in_any_language(one: tuple[str, str], other: tuple[str, str], sort: str | None) -> None:
    first, second = (trace_of("", text, lang) for lang, text in (one, other))
    found = same_text(first, second)
    assert (found.sort if found else None) == sort
    assert same_text(second, first) == found


def test_what_is_one_text_is_looked_for() -> None:
    traces = [trace_of("", text, lang) for lang, text in (("en", ENGLISH), ("en", REWRITTEN))]
    assert traces[0].blocks & traces[1].blocks


@pytest.mark.skipif(not SHARED.is_dir(), reason="the gold standard is not beside the checkout")
def test_the_seed_in_two_languages_is_one_text_and_the_others_are_not() -> None:
    seeds = [json.loads((SHARED / f"00{number}.json").read_text(encoding="utf-8")) for number in range(5)]
    traces = [trace_of(seed["title"], seed["text"], seed["lang"]) for seed in seeds]
    same = {(i, j) for i in range(5) for j in range(i) if same_text(traces[i], traces[j])}
    assert same == {(1, 0)}


def source(publisher: str | None, day: int, *cited: str, news: str = "Ada<Borealis") -> Source:
    return Source(publisher, date(2025, 3, day), frozenset(cited), frozenset([news]))


@pytest.mark.parametrize(
    ("later", "earlier", "retold"),
    [
        (source("Paper", 4, "Reuters"), source("Reuters", 3), True),
        (source("Paper", 4, "Wall Street Journal"), source("The Wall Street Journal", 3), True),
        (source("Paper", 4, "Reuters", "Borealis"), source("Reuters", 3), False),
        (source("Paper", 4), source("Reuters", 3), False),
        (source("Paper", 2, "Reuters"), source("Reuters", 3), False),
        (source("Paper", 20, "Reuters"), source("Reuters", 3), False),
        (source("Paper", 4, "Reuters", news="Boris<Quanta"), source("Reuters", 3), False),
        (source("Reuters", 4, "Reuters"), source("Reuters", 3), False),
        (source("Paper", 4, "Bloomberg"), source(None, 3), False),
        (replace(source("Paper", 4, "Borealis"), retold="Reuters"), source("Reuters", 3), True),
        (replace(source("Paper", 4, "Reuters"), retold="Bloomberg"), source("Reuters", 3), False),
    ],
)
def test_an_article_whose_only_source_is_another_retells_it(later: Source, earlier: Source, retold: bool) -> None:
    assert bool(retells(later, earlier)) is retold
