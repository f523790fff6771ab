"""Names spelled by sound, and the usual names that sound like them; Japanese names read, never as Chinese."""

from __future__ import annotations

import pytest

from talentflow.languages.readings import readings_of
from talentflow.text.fold import fold
from talentflow.text.romanise import romanise
from talentflow.text.usual_latin import KnownPeople, spelled_as_usual


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("フランク・クライン", "Frank Klein"),
        ("レイチェル・コーエン", "Rachel Cohen"),
        ("ジョン・スミス", "John Smith"),
        ("マイク・テイラー", "Mike Taylor"),
        ("バルムント・ツェルコフシュ", "Barumunto Tserukofushu"),  # nothing near
    ],
)
def test_katakana(name: str, latin: str) -> None:
    assert spelled_as_usual(romanise(name)[0]) == latin


@pytest.mark.parametrize(
    ("name", "plain", "latin"),
    [
        ("弗兰克·克莱因", "Fulanke Kelaiyin", "Frank Klein"),
        ("布鲁诺·普列夫内利耶夫", "Bulunuo Puliefuneiliyefu", "Bruno Puliefuneiliyefu"),
    ],
)
def test_characters_with_dots(name: str, plain: str, latin: str) -> None:
    assert romanise(name)[0] == plain
    assert spelled_as_usual(plain, is_pinyin=True) == latin


@pytest.mark.parametrize(
    ("parts", "latin"),
    [
        ("水戸 信彰", "Nobuaki Mito"),  # a given name that no list has, character by character
        ("十倉 雅和", "Masakazu Tokura"),  # a family called after a place
        ("佐藤 誠", "Makoto Sato"),
        ("鈴木", "Suzuki"),
        ("鈴木 龘", None),
    ],
)
def test_japanese_readings(parts: str, latin: str | None) -> None:
    readings = readings_of("ja")
    assert readings is not None
    assert readings.latin(fold(parts).split()) == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("约翰·史密斯", "John Smith"),
        ("約翰·史密斯", "John Smith"),  # traditional characters
        ("蒂姆·布鲁诺", "Tim Bruno"),  # a given name as the family name
        ("スティーブン・デービス", "Steven Davis"),
        ("布利诺·史密斯", "Bulinuo Smith"),  # of a part that nobody has listed only the other is spelled
    ],
)
def test_names_as_the_press_always_spells_them(name: str, latin: str) -> None:
    plain = romanise(name)[0]
    assert spelled_as_usual(plain, is_pinyin="布" in name or "约" in name or "約" in name, written=name) == latin


def test_people_are_known_by_the_sound_of_both_names() -> None:
    known = KnownPeople(["Mike Liberatore", "John Giannandrea", "Ada Kim"])
    assert known.nearest("Mike Ribaretori") == "Mike Liberatore"
    assert known.nearest("Yuehan Zhannandeliya", is_pinyin=True) is None  # Yuehan does not sound like John
    assert known.nearest("John Zhannandeliya", is_pinyin=True) == "John Giannandrea"
    assert known.nearest("Mark Ribaretori") is None  # another given name
    assert known.nearest("Ada Komo") is None  # of short names many are alike
    assert known.nearest("Liberatore") is None
