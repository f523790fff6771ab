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


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("en", "Last June, Ada Moreno left Google for Meta.", "2024-06"),
        ("en", "Ada Moreno left Google for Meta last September.", "2024-09"),
        ("es", "El pasado septiembre, Ada Moreno dejó Google por Meta.", "2024-09"),
        ("fr", "En juin dernier, Ada Moreau a quitté Google pour Meta.", "2024-06"),
        ("pt", "Em agosto passado, Ada Moreira trocou o Google pela Meta.", "2024-08"),
        ("de", "Im vergangenen August wechselte Ada Moreno von Google zu Meta.", "2024-08"),
        ("de", "Im September vergangenen Jahres wechselte Ada Moreno von Google zu Meta.", "2024-09"),
        ("ar", "غادرت ليلى الكاتب جوجل في سبتمبر الماضي لتنضم إلى ميتا.", "2024-09"),
        # a month that nothing calls the last one may be that of the publication, or one that has just been
        ("en", "In June, Ada Moreno left Google for Meta.", "2025-06"),
        ("fr", "En mai dernier, Ada Moreau a quitté Google pour Meta.", "2025-05"),
    ],
)
def test_the_last_month_so_called_is_over(lang: str, text: str, date: str) -> None:
    assert dates_of(text, lang) == [date]


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("en", "Mistral AI opened in April 2023. Ada Moreno left Meta for it in June of that year.", "2023-06"),
        ("es", "Mistral AI abrió en abril de 2023. Ada Moreno dejó Meta por Mistral AI en junio de ese mismo año.",
         "2023-06"),
        ("fr", "Mistral AI a ouvert en avril 2023. Ada Moreau a quitté Meta pour Mistral AI en juin de la même année.",
         "2023-06"),
        ("pt", "A Mistral AI abriu em abril de 2023. Ada Moreira trocou a Meta pela Mistral AI em junho do mesmo ano.",
         "2023-06"),
        ("de", "Mistral AI öffnete im April 2023. Ada Moreno ging im Juni desselben Jahres von Meta zu Mistral AI.",
         "2023-06"),
        ("ar", "افتتحت ميسترال في أبريل 2023. وغادرت ليلى الكاتب ميتا في يونيو من العام نفسه لتنضم إلى ميسترال.",
         "2023-06"),
        ("zh", "月之暗面成立于2023年4月。同年6月，李明从阿里巴巴跳槽到月之暗面。", "2023-06"),
        ("ja", "Mistral AIは2023年4月に開設された。同年6月、田中一郎氏がメタからMistral AIに移籍した。", "2023-06"),
    ],
)  # fmt: skip
def test_the_same_year_is_that_of_the_date_told_before(lang: str, text: str, date: str) -> None:
    assert dates_of(text, lang)[-1] == date


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("en", "Tom Berg leads Google from July 1. Ada Moreno leaves Google on the same day.", "2025-07-01"),
        ("de", "Tom Berg leitet SAP ab dem 1. Juli. Ada Moreno verlässt SAP am selben Tag.", "2025-07-01"),
        ("zh", "王晓明将于7月1日出任英伟达首席执行官。李明同日离开英伟达。", "2025-07-01"),
        (
            "ja",
            "鈴木次郎氏は7月1日付でグーグルの社長に就任する。田中一郎氏は同日付でグーグルを退社する。",
            "2025-07-01",
        ),
        # no day was told before: that of the publication
        ("ja", "田中一郎氏は同日、グーグルを退社した。", "2025-06-11"),
    ],
)
def test_the_same_day_is_the_one_told_shortly_before(lang: str, text: str, date: str) -> None:
    assert dates_of(text, lang)[-1] == date


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("en", "Ada Moreno leaves Google for Meta with effect from February 1.", "2026-02-01"),
        ("de", "Ada Moreno wechselt mit Wirkung zum 1. Februar von Google zu Meta.", "2026-02-01"),
        ("es", "Ada Moreno deja Google por Meta con efecto desde el 1 de febrero.", "2026-02-01"),
        ("fr", "Ada Moreau quitte Google pour Meta à compter du 1er février.", "2026-02-01"),
        ("pt", "Ada Moreira troca o Google pela Meta a partir de 1º de fevereiro.", "2026-02-01"),
        ("en", "Ada Moreno left Google for Meta on February 1.", "2025-02-01"),
        ("de", "Ada Moreno wechselte am 1. Februar von Google zu Meta.", "2025-02-01"),
    ],
)
def test_what_takes_effect_on_a_day_is_to_come(lang: str, text: str, date: str) -> None:
    assert dates_of(text, lang) == [date]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno, co-founder of Mistral AI in 2023, has left Google for Meta."),
        ("es", "Ada Moreno, cofundadora de Mistral AI en 2023, deja Google por Meta."),
        ("de", "Ada Moreno, Mitgründerin von Mistral AI im Jahr 2023, wechselt von Google zu Meta."),
    ],
)
def test_the_year_of_a_post_beside_a_name_is_not_that_of_the_move(lang: str, text: str) -> None:
    assert dates_of(text, lang) == ["2025-06"]
