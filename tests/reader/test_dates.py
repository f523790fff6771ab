"""When something happened: what tells it, and what only looks as if it did."""

from __future__ import annotations

import pytest

from tests.reader.sentences import claims_of

# The texts are of June 11, 2025.


def dates_of(text: str, lang: str) -> list[str | None]:
    return [move.date for move in claims_of(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno, head of design at Google since 2019, left the company."),
        ("es", "Ada Moreno, directora de diseño de Google desde 2019, deja la compañía."),
        ("de", "Ada Moreno, seit 2019 Designchefin bei Google, verlässt den Konzern."),
        ("fr", "Ada Moreno, directrice du design chez Google depuis 2019, quitte l'entreprise."),
        ("pt", "Ada Moreno, diretora de design do Google desde 2019, deixa a empresa."),
        ("es", "Ada Moreno, de la Oficina España Digital 2030, ficha por Google."),
    ],
)
def test_since_when_somebody_holds_a_post_is_not_when_they_leave(lang: str, text: str) -> None:
    assert dates_of(text, lang) == ["2025-06"]


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("en", "Ada Moreno left Google for Meta six years ago.", "2019"),
        ("en", "Ada Moreno left Google for Meta 6 years ago.", "2019"),
        ("en", "Ada Moreno left Google for Meta three months ago.", "2025-03"),
        ("de", "Ada Moreno wechselte vor sechs Jahren von Google zu Meta.", "2019"),
        ("es", "Ada Moreno dejó Google por Meta hace 6 años.", "2019"),
        ("fr", "Ada Moreno a quitté Google pour Meta il y a 6 ans.", "2019"),
        ("pt", "Ada Moreno trocou o Google pela Meta há 6 anos.", "2019"),
        ("ar", "انتقلت ليلى حداد من غوغل إلى ميتا قبل ست سنوات.", "2019"),
        ("ja", "山田太郎氏は6年前にグーグルを退社し、メタに入社した。", "2019"),
        ("zh", "王小明6年前离开谷歌，加入Meta。", "2019"),
        ("en", "Ada Moreno left Google for Meta after six years.", "2025-06"),
        ("de", "Ada Moreno wechselte nach sechs Jahren von Google zu Meta.", "2025-06"),
    ],
)
def test_counts_back_from_the_day_of_publication(lang: str, text: str, date: str) -> None:
    assert dates_of(text, lang) == [date]


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("ja", "山田太郎氏は昨年4月にグーグルからメタに移籍した。", "2024-04"),
        ("zh", "王小明去年4月离开谷歌，加入Meta。", "2024-04"),
        ("zh", "王小明明年1月加入Meta。", "2026-01"),
        ("zh", "王小明4月离开谷歌，加入Meta。", "2025-04"),
        ("ar", "انتقلت ليلى حداد من غوغل إلى ميتا في أبريل نيسان 2021.", "2021-04"),
        ("ar", "تنتقل ليلى حداد من غوغل إلى ميتا في أبريل نيسان المقبل.", "2026-04"),
        ("ar", "انتقلت ليلى حداد من غوغل إلى ميتا في أبريل نيسان الماضي.", "2025-04"),
        ("ar", "انتقلت ليلى حداد من غوغل إلى ميتا في 5 كانون الأول ديسمبر 2021.", "2021-12-05"),
    ],
)
def test_reads_the_year_before_a_month_and_a_month_with_two_names(lang: str, text: str, date: str) -> None:
    assert dates_of(text, lang) == [date]


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("en", "Ada Moreno will leave Google in January.", "2026-01"),
        ("en", "Ada Moreno left Google in January.", "2025-01"),
        ("en", "Ada Moreno will leave Google in November.", "2025-11"),
        ("en", "Ada Moreno left Google in November.", "2024-11"),
        ("en", "In April, Google said that Ada Moreno will leave.", "2025-04"),
        ("de", "Ada Moreno wird Google im November verlassen.", "2025-11"),
        ("de", "Ada Moreno verließ Google im November.", "2024-11"),
        ("es", "Ada Moreno dejará Google en noviembre.", "2025-11"),
        ("es", "Ada Moreno dejó Google en noviembre.", "2024-11"),
        ("fr", "Ada Moreno quittera Google en novembre.", "2025-11"),
        ("pt", "Ada Moreno deixará o Google em novembro.", "2025-11"),
    ],
)
def test_a_month_without_a_year_is_the_next_where_the_verb_is_of_the_future(lang: str, text: str, date: str) -> None:
    assert dates_of(text, lang) == [date]
