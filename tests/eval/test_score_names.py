"""The figures of names across scripts, on pairs that nothing was learnt from."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EVAL = Path(__file__).resolve().parent.parent.parent / "eval"
NAMES = EVAL.parent.parent / "shared" / "data" / "names"
FLOORS = tomllib.loads((EVAL / "name_floors.toml").read_text(encoding="utf-8"))
EVERY = 8  # each eighth name: the whole is for eval/score_names.py
PLAY = 0.07  # how far a figure of so few names may be from that of all


@pytest.fixture
def names(script: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(EVAL))
    monkeypatch.delitem(sys.modules, "name_pairs", raising=False)
    return script("score_names")


@pytest.mark.skipif(not NAMES.is_dir(), reason="needs the public name pairs of ../shared/data/names")
@pytest.mark.parametrize("language", sorted(set(FLOORS) - {"ar"}))
def test_the_right_spelling_comes_first(names: Any, language: str) -> None:
    assert names.score(language, EVERY, NAMES)["rank"] >= FLOORS[language]["rank"] - PLAY


def test_scores_a_small_file(names: Any, tmp_path: Path) -> None:
    rows = [
        "# ru<TAB>latin",
        "Анна Ли\tAnna Li",
        "Илья Петров\tIlya Petrov",
        "Ян Лейке\tJan Leike",
        "Вера Бок\tVera Bok",
    ]
    (tmp_path / "ru_latin.tsv").write_text("\n".join(rows), encoding="utf-8")
    assert names.score("ru", 1, tmp_path) == {"names": 2.0, "rank": 1.0, "pairs": 1.0}


def test_learns_from_the_other_half_alone(script: Callable[[str], Any]) -> None:
    half = script("name_pairs").is_learnt_from
    assert [half(place) for place in range(4)] == [True, False, True, False]


def test_letters_are_learnt_the_same_each_time(script: Callable[[str], Any], tmp_path: Path) -> None:
    learn = script("train_name_letters")
    lines = [f"{cyrillic}, {latin} => Q{number}" for number, (cyrillic, latin) in enumerate(
        [("анна", "anna"), ("нина", "nina"), ("инна", "inna"), ("ника", "nika"), ("кан", "kan"), ("ким", "kim")] * 3
    )]  # fmt: skip
    path = tmp_path / "persons.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    files = []
    for _ in range(2):
        learning = learn.Learning(learn.read_pairs(path)["cyrillic"], "cyrillic")
        for turn in range(learn.TURNS):
            learning.turn(turn)
        files.append(list(learn.lines_of(learning.costs)))
    assert files[0] == files[1]
    assert any(line.startswith("н\tn:") for line in files[0])
