"""What the network of names learns from: where the noted names stand, and texts with other names in their places."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import pytest

from talentflow.reader.relations.pieces import cut
from talentflow.reader.relations.tagged import TAGS
from talentflow.reader.words.tags import ORGANIZATION, PERSON

EVAL = Path(__file__).resolve().parent.parent.parent / "eval"


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(EVAL))
    import names_noted

    yield names_noted
    sys.modules.pop("names_noted", None)


@pytest.mark.parametrize(
    ("code", "text", "people", "organizations", "found"),
    [
        ("en", "Ada Moreno's Borealis, says Moreno", ["Ada Moreno", "Moreno"], ["Borealis"],
         ["Ada Moreno", "Borealis", "Moreno"]),
        ("de", "Nvidias Chef Berg", ["Berg"], ["Nvidia"], ["Nvidia", "Berg"]),
        ("en", "The metaphor of Meta", [], ["Meta"], ["Meta"]),
        ("ar", "وقالت ليلى حداد لكوانتا", ["ليلى حداد"], ["كوانتا"], ["ليلى حداد", "كوانتا"]),
        ("zh", "王小明离开晨光跃动", ["王小明"], ["晨光跃动"], ["王小明", "晨光跃动"]),
    ],
)  # fmt: skip
def test_names_stand_where_they_are_words(
    noted: Any, code: str, text: str, people: list[str], organizations: list[str], found: list[str]
) -> None:
    places = noted.places_of(text, {"people": people, "organizations": organizations}, code)
    assert [text[start:end] for start, end, _ in places] == found


def test_names_are_exchanged_for_others_and_short_forms_follow(noted: Any) -> None:
    text = "Ada Moreno leaves Borealis. Moreno is glad."
    names = noted.places_of(text, {"people": ["Ada Moreno", "Moreno"], "organizations": ["Borealis"]}, "en")
    one = noted.Text("a", "en", text, tuple(names))
    pools = {(code, PERSON): ["Eva Lind"] for code in noted.LATIN} | {
        (code, ORGANIZATION): ["Quanta"] for code in noted.LATIN
    }
    seen = {noted.changed(one, pools, random.Random(seed)).text for seed in range(20)}
    assert "Eva Lind leaves Quanta. Lind is glad." in seen
    for seed in range(20):
        other = noted.changed(one, pools, random.Random(seed))
        assert all(other.text[start:end].strip() == other.text[start:end] for start, end, _ in other.names)
        assert len(other.names) == len(one.names)


def test_each_piece_of_a_name_is_tagged(noted: Any) -> None:
    text = "gestern Ada Moreno, Borealis"
    names = noted.places_of(text, {"people": ["Ada Moreno"], "organizations": ["Borealis"]}, "de")
    pieces = cut(text)
    tags = [TAGS[tag] for tag in noted.tags_of(noted.Text("a", "de", text, tuple(names)), pieces)]
    assert tags.count((PERSON, False)) == tags.count((ORGANIZATION, False)) == 1
    assert tags[0] == (0, False)
    assert tags[-1][0] == ORGANIZATION


def test_all_noted_texts_are_there_and_none_is_kept_aside(noted: Any) -> None:
    texts = list(noted.texts())
    assert len(texts) > 6000
    assert all(one.names == tuple(sorted(one.names)) for one in texts)
    assert all(0 <= start < end <= len(one.text) for one in texts for start, end, _ in one.names)
