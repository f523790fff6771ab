"""The floors: what is too low is told, lifting never lowers, and the README shows what the data says."""

from __future__ import annotations

import os
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = """
[[floor]]
name = "Arabic"
gold = "dev/ar"
strict = 0.5
precision = 0.7

# another kind
[[floor]]
name = "Arabic, nobody listed"
gold = "dev/ar"
strict = 0.4
precision = 0.6
"""


@pytest.fixture
def floors(script: Callable[[str], Any]) -> Any:
    """The script as a module."""
    return script("score_floors")


@pytest.mark.parametrize(
    ("strict", "told"),
    [(0.5, []), (0.499, ["Arabic: strict 0.499 is below 0.5"]), (None, ["Arabic: strict 0.000 is below 0.5"])],
)
def test_tells_what_is_too_low(floors: Any, strict: float | None, told: list[str]) -> None:
    floor = {"name": "Arabic", "strict": 0.5}
    assert floors.too_low(floor, {"strict": strict, "precision": 0.1, "relaxed": 0.1}) == told


def test_lifts_a_floor_to_what_was_reached_rounded_down(floors: Any) -> None:
    lifted = floors.lifted(TEXT, "Arabic", {"strict": 0.579999, "precision": 0.71, "relaxed": 0.9})
    assert lifted == TEXT.replace("strict = 0.5", "strict = 0.57").replace("precision = 0.7\n", "precision = 0.71\n")


def test_never_lowers_a_floor(floors: Any) -> None:
    assert floors.lifted(TEXT, "Arabic", {"strict": 0.1, "precision": None, "relaxed": 0.1}) == TEXT


def test_the_readme_shows_the_floors(floors: Any) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "<!-- quality -->" in readme
    assert floors.with_readme_table(readme, floors.read_floors()) == readme, "run: make docs"


def test_a_language_has_one_row_in_the_readme(floors: Any) -> None:
    names = {"seeds": 0.7, "Arabic": 0.8, "English": 0.9, "Arabic, retold press": 0.5}
    table = floors.readme_table([{"name": name, "strict": figure, "precision": 0.95} for name, figure in names.items()])
    assert table.splitlines() == [
        "|  | scored by hand | retold press |",
        "| --- | --- | --- |",
        "| seeds | 0.70 / 0.95 |  |",
        "| Arabic | 0.80 / 0.95 | 0.50 / 0.95 |",
        "| English | 0.90 / 0.95 |  |",
    ]


def test_keeps_the_figures_of_each_language_for_the_command_that_lists_them(floors: Any) -> None:
    figures = {"docs": 15.0, "gold": 67.0, "strict": 0.5, "precision": 0.75, "recall": None}
    text = floors.quality_file({("ar", "gold"): figures})
    assert tomllib.loads(text) == {
        "ar": {"gold": {"articles": 15, "moves": 67, "strict": 0.5, "precision": 0.75, "recall": 0.0}}
    }
    assert floors.quality_of({"gold": "dev/ar"}) == ("ar", "gold")
    assert floors.quality_of({"heldout": "ar"}) == ("ar", "kept aside")
    assert floors.quality_of({"gold": "dev/ar", "options": "--without-registry-people"}) is None
    assert floors.quality_of({"gold": "seeds"}) is None
    assert floors.quality_of({"heldout": "ar", "numbers": [500, 699]}) is None


def test_takes_the_articles_of_its_numbers_that_are_kept_aside(
    floors: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floors, "ROOT", tmp_path)
    for number, split in ((204, "heldout"), (300, "heldout"), (301, "practice"), (499, "heldout"), (500, "heldout")):
        file = tmp_path / "train" / "ar" / f"ar-t{number}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'{{"split": "{split}"}}', encoding="utf-8")

    def taken(**floor: Any) -> list[str]:
        folder = tmp_path / str(len(floor))
        folder.mkdir()
        return sorted(file.stem for file in floors.heldout(floor, folder).iterdir())

    assert taken(heldout="ar") == ["ar-t300", "ar-t499"]
    assert taken(heldout="ar", numbers=[500, 699]) == ["ar-t500"]


@pytest.mark.parametrize("arguments", [["--help"], ["--rais"], ["Klingon"]])
def test_scores_nothing_when_asked_for_help_or_for_what_is_not_there(
    floors: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str]
) -> None:
    monkeypatch.setattr(floors, "GOLD", tmp_path)
    monkeypatch.setattr(floors, "run_scorer", lambda *_: pytest.fail("a set was scored"))
    with pytest.raises(SystemExit) as ended:
        floors.main(arguments)
    assert ended.value.code == (0 if arguments == ["--help"] else 2)


def test_scores_side_by_side_in_the_order_of_the_file(floors: Any) -> None:
    both = threading.Barrier(2, timeout=30)  # passed only while two are scored at once

    def scorer(floor: dict[str, Any]) -> dict[str, Any]:
        if (os.cpu_count() or 1) > 1:
            both.wait()
        return {"name": floor["name"]}

    names = ["seeds", "Arabic", "English", "French"]
    found = list(floors.side_by_side(scorer, [{"name": name} for name in names]))
    assert [figures["name"] for figures in found] == names


def test_ends_where_a_set_cannot_be_scored(floors: Any) -> None:
    def scorer(floor: dict[str, Any]) -> dict[str, Any]:
        raise SystemExit(f"floors: {floor['name']} could not be scored (exit code 2)")

    with pytest.raises(SystemExit, match="Arabic could not be scored"):
        list(floors.side_by_side(scorer, [{"name": "Arabic"}, {"name": "English"}]))


def test_a_reader_has_one_thread_unless_somebody_says_otherwise(floors: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    assert floors.environment()["OMP_NUM_THREADS"] == "1"
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert floors.environment()["OMP_NUM_THREADS"] == "3"
