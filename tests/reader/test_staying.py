"""Whoever only goes on in a post, rises where they once were, or leaves an employer that is not named."""

from __future__ import annotations

import pytest

from tests.reader.sentences import ends_of, moves_of


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        (
            "en",
            "Borealis made Tom Berg chief executive. Ada Moreno will continue to serve as chief operating officer.",
            "Ada Moreno",
        ),
        ("en", "Ada Moreno leaves Borealis for Quanta. Tom Berg stays on as finance chief of Borealis.", "Tom Berg"),
        (
            "de",
            "Tom Berg wird Chef von Borealis. Die Leitung der Technik bleibt bei Ada Moreno, Ina Brandt bleibt "
            "Finanzchefin.",
            "Ina Brandt",
        ),
        (
            "fr",
            "Tom Berg est nommé directeur général de Borealis. Ada Moreau continuera d'exercer la fonction de "
            "directrice financière.",
            "Ada Moreau",
        ),
        (
            "es",
            "Borealis nombró a Tom Berg director general. Ada Moreno seguirá ocupando el cargo de directora "
            "financiera.",
            "Ada Moreno",
        ),
        (
            "pt",
            "A Borealis nomeou Tom Berg diretor-geral. Ada Moreira continuará no cargo de diretora financeira.",
            "Ada Moreira",
        ),
        ("zh", "谷歌宣布，王晓明升任总裁，李文华则将继续担任首席运营官。", "李文华"),
        (
            "ja",
            "グーグルは田中一郎氏が社長に昇格すると発表した。鈴木花子氏は引き続き最高財務責任者を務める。",
            "鈴木花子",
        ),
    ],
)
def test_going_on_in_a_post_is_no_change(lang: str, text: str, name: str) -> None:
    assert not any(line.startswith(name) for line in ends_of(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Tom Berg succeeds Ada Moreno as chief executive of Borealis. Moreno will remain as chair.",
            "Ada Moreno: Borealis -> Borealis",
        ),
        (
            "de",
            "Ada Moreno tritt als Vorstandsvorsitzende von Borealis zurück. Sie bleibt Mitglied des Aufsichtsrats.",
            "Ada Moreno: Borealis -> Borealis",
        ),
        (
            "es",
            "Ada Moreno deja de ser directora general de Borealis, pero seguirá como presidenta del consejo.",
            "Ada Moreno: Borealis -> Borealis",
        ),
        ("zh", "谷歌总裁王晓明卸任总裁一职，将继续担任顾问。", "王晓明: 谷歌 -> 谷歌"),
    ],
)
def test_staying_on_in_another_post_is_one(lang: str, text: str, expected: str) -> None:
    assert expected in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        (
            "en",
            "Former Sharp chief Ada Moreno, until now vice chairman, becomes president.",
            "Ada Moreno: Sharp -> Sharp",
        ),
        (
            "de",
            "Die ehemalige SAP-Managerin Ada Moreno, bisher Personalchefin, wird Vorstandsvorsitzende.",
            "Ada Moreno: SAP -> SAP",
        ),
        ("ja", "シャープ元社長の田中一郎氏は副会長から副社長に降格する。", "田中一郎: シャープ -> シャープ"),
    ],
)
def test_nobody_rises_where_they_once_were(lang: str, text: str, wrong: str) -> None:
    assert wrong not in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Sharp chief Ada Moreno becomes president of Sharp.", "Ada Moreno: Sharp -> Sharp"),
        ("ja", "シャープの田中一郎副会長は社長に昇格する。", "田中一郎: シャープ -> シャープ"),
    ],
)
def test_whoever_is_there_rises(lang: str, text: str, expected: str) -> None:
    assert expected in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Ann Pike and Bob Lund have gone from OpenAI to Anthropic. The departures do not end there. The "
            "finance chief, Ada Moreno, resigned in May.",
            "Ada Moreno: OpenAI -> -",
        ),
        (
            "ja",
            "鈴木花子氏と山本健氏はソニーから任天堂に移籍した。離脱は続いており、最高財務責任者の田中一郎氏も5"
            "月に退任した。",
            "田中一郎: ソニー -> -",
        ),
        (
            "ar",
            "انتقل خالد الحربي وماجد السالم من أرامكو إلى سابك. ولم تتوقف الاستقالات، إذ استقال المدير المالي "
            "فهد العتيبي في مايو.",
            "فهد العتيبي: أرامكو -> -",
        ),
        # and where the article tells that the other one loses people too
        (
            "en",
            "Ann Pike and Bob Lund have gone from OpenAI to Anthropic. They replace Ada Moreno, who resigned "
            "from Anthropic in May.",
            "Ada Moreno: Anthropic -> -",
        ),
    ],
)
def test_the_losing_employer_is_left(lang: str, text: str, expected: str) -> None:
    assert expected in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "title", "expected"),
    [
        (
            "en",
            "Corvane had a hard year. Ann Pike went from Corvane to Meta. CTO Ada Moreno and research chief "
            "Bob Lund left in the autumn.",
            "Corvane loses eleven people",
            "Ada Moreno: Corvane -> -",
        ),
        (
            "pt",
            "A Valmora teve um ano difícil. No verão, Rui Prado foi para a Meta. A diretora técnica Ada "
            "Moreira e o chefe de pesquisa Caio Neves saíram no outono.",
            "Valmora perde onze pessoas em um ano",
            "Ada Moreira: Valmora -> -",
        ),
    ],
)
def test_a_paragraph_that_names_the_subject_is_no_item_of_its_own(
    lang: str, text: str, title: str, expected: str
) -> None:
    assert expected in {line.rpartition(",")[0] for line in moves_of(text, lang, title)}


@pytest.mark.parametrize(
    ("lang", "text", "title", "index"),
    [
        (
            "de",
            "Die Unruhe im Dax hält an, und drei Dax-Vorstände gingen. Nachfolgerin wurde die bisherige Finanzchefin "
            "Ina Brandt.",
            "Stürmische Zeiten fegen Dax-Vorstände aus dem Amt",
            "Dax",
        ),
        ("es", "El Ibex vive un baile de sillas. Ada Moreno dimitió en mayo.", "Baile de sillas en el Ibex", "Ibex"),
        (
            "fr",
            "Au CAC 40, la valse continue. Ada Moreau a démissionné en mai.",
            "La valse des patrons du CAC 40",
            "CAC",
        ),
    ],
)
def test_a_share_index_is_no_employer(lang: str, text: str, title: str, index: str) -> None:
    assert not any(index in line for line in moves_of(text, lang, title))
