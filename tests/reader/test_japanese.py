"""Japanese sentences, one behaviour a row: who moved, from where, to where, and how sure the words are.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.claims.understanding import understand
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

from .sentences import claims_of, moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("田中一郎氏がグーグルを退社した。", ["田中一郎: グーグル -> -, done"]),
        ("田中一郎氏は5月にグーグルを離れた。", ["田中一郎: グーグル -> -, done"]),
        ("グーグルの田中一郎氏が退社した。", ["田中一郎: グーグル -> -, done"]),
        ("グーグルCEOの田中一郎氏が辞任した。", ["田中一郎: グーグル -> -, done"]),
        ("田中一郎氏がグーグルのCEOを退任する。", ["田中一郎: グーグル -> -, done"]),
        ("田中一郎氏はグーグルを去った。", ["田中一郎: グーグル -> -, done"]),
        ("グーグルは田中一郎氏を解任した。", ["田中一郎: グーグル -> -, done"]),
        ("田中一郎氏はグーグルを解雇された。", ["田中一郎: グーグル -> -, done"]),
        ("田中一郎氏がメタに入社した。", ["田中一郎: - -> メタ, done"]),
        ("田中一郎氏がメタに加わった。", ["田中一郎: - -> メタ, done"]),
        ("田中一郎氏がメタ入りした。", ["田中一郎: - -> メタ, done"]),
        ("田中一郎氏がグーグルからメタに移籍した。", ["田中一郎: グーグル -> メタ, done"]),
        ("田中一郎氏はグーグルを退社し、メタに移った。", ["田中一郎: グーグル -> メタ, done"]),
        ("元グーグルの田中一郎氏がメタに入社した。", ["田中一郎: グーグル -> メタ, done"]),
        ("メタは田中一郎氏を採用した。", ["田中一郎: - -> メタ, done"]),
        ("メタはグーグルから田中一郎氏を引き抜いた。", ["田中一郎: グーグル -> メタ, done"]),
        ("メタはグーグルの研究者、田中一郎氏を迎えた。", ["田中一郎: グーグル -> メタ, done"]),
        ("田中一郎氏はメタに引き抜かれた。", ["田中一郎: - -> メタ, done"]),
        ("メタは田中一郎氏をCEOに任命した。", ["田中一郎: メタ -> メタ, done"]),
        ("田中一郎氏がメタの副社長に昇格した。", ["田中一郎: メタ -> メタ, done"]),
        ("メタは、田中一郎氏が社長に就任すると発表した。", ["田中一郎: メタ -> メタ, done"]),
        ("田中一郎氏がグーグルに復帰した。", ["田中一郎: - -> グーグル, done"]),
        ("田中一郎氏がクオンタを設立した。", ["田中一郎: - -> クオンタ, done"]),
        ("グーグルを退社した田中一郎氏がクオンタを創業した。", ["田中一郎: グーグル -> クオンタ, done"]),
        ("メタに移籍した田中一郎氏が語った。", ["田中一郎: - -> メタ, done"]),
        ("田中一郎氏がグーグルを休職する。", ["田中一郎: グーグル -> -, done"]),
        (
            "田中一郎氏と鈴木花子氏がグーグルを退社した。",
            ["田中一郎: グーグル -> -, done", "鈴木花子: グーグル -> -, done"],
        ),
    ],
)
def test_particles_tell_who_goes_where(text: str, moves: list[str]) -> None:
    assert moves_of(text, "ja") == moves


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("田中一郎氏はメタの誘いを断った。", ["田中一郎: - -> メタ, declined"]),
        ("田中一郎氏がグーグルを退社する可能性がある。", ["田中一郎: グーグル -> -, rumored"]),
        ("田中一郎氏がグーグルを退社する見通しだ。", ["田中一郎: グーグル -> -, planned"]),
        ("グーグルは田中一郎氏の退社を否定した。", ["田中一郎: グーグル -> -, denied"]),
    ],
)
def test_words_behind_the_verb_say_how_sure_it_is(text: str, moves: list[str]) -> None:
    assert moves_of(text, "ja") == moves


@pytest.mark.parametrize(
    "text",
    [
        "田中一郎氏はグーグルを退社していない。",
        "グーグルの田中一郎氏が入社式であいさつした。",
        "グーグルの田中一郎氏はメタの新製品を評価した。",
        "グーグルのサービスの利用者がメタに移った。",
    ],
)
def test_near_misses_are_no_moves(text: str) -> None:
    assert moves_of(text, "ja") == []


def names_of(text: str) -> list[tuple[str, str]]:
    """The names that the text mentions, with what they name."""
    page = make_page(Document(text, "a", "ja", "", "2025-06-11"), lexicon_for("ja", True))
    Cast(page)
    return [(m.kind, m.surface) for sentence in page.sentences for m in sentence.mentions if not m.is_anaphor]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("高瀬和也氏が退社した。高瀬氏は語った。", [("person", "高瀬和也"), ("person", "高瀬")]),
        (
            "アダ・モレノ氏がグーグルを去った。モレノ氏は語った。",
            [("person", "アダ・モレノ"), ("org", "グーグル"), ("person", "モレノ")],
        ),
        (
            "白鳥薬品工業は大和田聡氏を採用した。",
            [("org", "白鳥薬品工業"), ("person", "大和田聡")],
        ),
        (
            "自動車大手のリヴォルタを田中一郎氏が退社した。",
            [("org", "リヴォルタ"), ("person", "田中一郎")],
        ),
        ("アダ・モレノ氏がボレアリス・ラボに入社した。", [("person", "アダ・モレノ"), ("org", "ボレアリス・ラボ")]),
    ],
)
def test_names_that_nobody_has_listed(text: str, names: list[tuple[str, str]]) -> None:
    assert names_of(text) == names


def test_latin_names_follow_the_readings_and_the_western_order() -> None:
    page = make_page(Document("河野太郎氏とアダ・モレノ氏が退社した。", "a", "ja", "", ""), lexicon_for("ja", False))
    assert {entity.name for entity in Cast(page).entities.values()} == {"Taro Kono", "Ada Moreno"}


def test_whole_names_are_parted_where_both_parts_can_be_read() -> None:
    page = make_page(Document("会長の十倉雅和氏と水戸信彰氏が退任した。", "a", "ja", "", ""), lexicon_for("ja", False))
    assert {entity.name for entity in Cast(page).entities.values()} == {"Masakazu Tokura", "Nobuaki Mito"}


def test_days_and_years_stand_before_what_they_date() -> None:
    text = "田中一郎氏は2024年7月8日にグーグルを退社した。鈴木花子氏は9日にメタに入社した。"
    found = understand(make_page(Document(text, "a", "ja", "", "2025-06-11"), lexicon_for("ja", True)))
    assert {(event.person.mention, event.date) for event in found.events} >= {
        ("田中一郎", "2024-07-08"),
        ("鈴木花子", "2025-06-09"),
    }


@pytest.mark.parametrize(
    ("text", "post"),
    [
        # the field of a post comes behind what English writes "of", before what it does not
        ("グーグルの研究責任者、田中一郎氏がグーグルを退社した。", "head of research"),
        ("グーグルの品質担当副社長、田中一郎氏がグーグルを退社した。", "vice president of quality"),
        (
            "グーグルの公共政策担当上級副社長、田中一郎氏がグーグルを退社した。",
            "senior vice president of public policy",
        ),
        ("グーグルの生成AI開発責任者、田中一郎氏がグーグルを退社した。", "head of generative AI development"),
        ("グーグルの音声認識チームのリーダー、田中一郎氏がグーグルを退社した。", "leader of speech recognition team"),
        ("グーグルの自動運転部門の責任者、田中一郎氏がグーグルを退社した。", "head of autonomous driving division"),
        ("グーグルの画像認識エンジニア、田中一郎氏がグーグルを退社した。", "image recognition engineer"),
        ("グーグルの最高倫理責任者、田中一郎氏がグーグルを退社した。", "chief ethics officer"),
        ("グーグルのチーフ・プロダクト・オフィサー、田中一郎氏がグーグルを退社した。", "chief product officer"),
        ("グーグルの日本法人社長、田中一郎氏がグーグルを退社した。", "president of the Japanese unit"),
        ("グーグルの経営企画部長、田中一郎氏がグーグルを退社した。", "head of corporate planning"),
        ("グーグルの社外取締役、田中一郎氏がグーグルを退社した。", "outside director"),
        ("グーグルの専務執行役員、田中一郎氏がグーグルを退社した。", "senior managing executive officer"),
        ("グーグルの社長兼CEO、田中一郎氏がグーグルを退社した。", "president and CEO"),
        ("グーグルの主任研究員、田中一郎氏がグーグルを退社した。", "principal researcher"),
        ("グーグルの強化学習の専門家、田中一郎氏がグーグルを退社した。", "reinforcement learning specialist"),
        # a verb of leading makes a head of what it leads
        ("グーグルで自動運転部門を率いた田中一郎氏がメタに移籍した。", "head of autonomous driving division"),
        ("グーグルでAI検索の開発を統括していた田中一郎氏がメタに移籍した。", "head of AI search development"),
        ("グーグルで検索の評価を担当していた田中一郎氏がメタに移籍した。", "head of search evaluation"),
    ],
)
def test_reads_which_post_is_left(text: str, post: str) -> None:
    assert [move.role_from for move in claims_of(text, "ja")] == [post]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("メタの金子慎社長が退任する。金子社長は会見した。", "Makoto Kaneko"),
        ("メタの丹羽俊介副社長が退任する。丹羽副社長は会見した。", "Shunsuke Niwa"),
        ("メタの玉塚一宏会長が退任する。", "Kazuhiro Tamatsuka"),  # in family_names.txt alone
    ],
)
def test_a_post_behind_a_family_name_is_no_given_name(text: str, name: str) -> None:
    page = make_page(Document(text, "a", "ja", "", ""), lexicon_for("ja", False))
    assert [entity.name for entity in Cast(page).people()] == [name]


def test_what_is_counted_begins_no_name() -> None:
    assert names_of("田中一郎氏は2010年クオンタ株式会社に入社した。")[1:] == [("org", "クオンタ株式会社")]
