"""`talentflow evaluate` and `talentflow train`: annotated articles in, figures and weights out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentflow.serve import options

Run = Callable[..., tuple[int, str, str]]
TEXT = "Ada Moreno has left Borealis Labs to join Quanta Labs, the company said."


@pytest.fixture(autouse=True)
def _real_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures are those of the reader itself, not of the scripted one of the other commands."""
    monkeypatch.setattr("talentflow.serve.readers.open_reader", options.open_reader)


def row(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "id": f"n{number}",
        "lang": "en",
        "text": TEXT,
        "moves": [
            {
                "person": {"name": "Ada Moreno", "mention": "Ada Moreno"},
                "from": {"name": "Borealis Labs", "mention": "Borealis Labs"},
                "to": {"name": "Quanta Labs", "mention": "Quanta Labs"},
                "kind": "move",
                "status": "done",
                "quote": TEXT,
            }
        ],
        "positions": [],
        **changes,
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    rows = [row(1), row(2, moves=[{**row(2)["moves"][0], "person": {"name": "Ivo Blanc", "mention": "Ivo Blanc"}}])]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_scores_by_language(talentflow: Run, gold: Path) -> None:
    code, out, err = talentflow("evaluate", str(gold), "--format", "json")
    assert (code, err) == (0, "")
    figures = json.loads(out)
    assert figures["en"] == figures["average"]
    assert (figures["en"]["articles"], figures["en"]["gold"]) == (2, 2)
    assert (figures["en"]["precision"], figures["en"]["recall"]) == (0.5, 0.5)


def test_shows_what_was_missed_and_what_is_false(talentflow: Run, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    _, out, _ = talentflow("evaluate", str(gold), "--errors", "--format", "table")
    assert "n2  missed  Ivo Blanc: Borealis Labs -> Quanta Labs, done, move" in out
    assert "n2  false  Ada Moreno: Borealis Labs -> Quanta Labs, done, move" in out
    assert "n1  " not in out
    assert "Precision" in out


def test_counts_only_what_is_sure_enough(talentflow: Run, gold: Path) -> None:
    _, out, _ = talentflow("evaluate", str(gold), "--min-confidence", "1", "--format", "json")
    assert json.loads(out)["en"]["found"] == 0


def test_a_bad_line_is_told_and_the_rest_is_scored(talentflow: Run, gold: Path) -> None:
    gold.write_text(gold.read_text(encoding="utf-8") + "\n{half", encoding="utf-8")
    code, out, err = talentflow("evaluate", str(gold), "--format", "json")
    assert code == 1
    assert json.loads(out)["en"]["articles"] == 2
    assert f"{gold}:3: not valid JSON" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["evaluate", "train"])
def test_a_missing_folder_is_one_line(talentflow: Run, tmp_path: Path, command: str) -> None:
    code, out, err = talentflow(command, str(tmp_path / "none"))
    assert (code, out) == (1, "")
    assert "no such file or folder" in err
    assert err.count("\n") == 1


def test_nothing_annotated_is_one_line(talentflow: Run, tmp_path: Path) -> None:
    code, out, err = talentflow("evaluate", str(tmp_path))
    assert (code, out) == (1, "")
    assert "no annotated articles there" in err


def test_learns_and_writes_weights_and_card(talentflow: Run, tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="learning needs scikit-learn")
    rows = [row(number) if number % 3 else row(number, moves=[]) for number in range(24)]
    path, out_folder = tmp_path / "gold.jsonl", tmp_path / "out"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, out, err = talentflow("train", str(path), "--out", str(out_folder))
    assert (code, err) == (0, "")
    assert "from 24 articles" in out
    assert {"bias", "weights", "note"} == json.loads((out_folder / "acceptance.json").read_text("utf-8")).keys()
    assert "| en | 24 |" in (out_folder / "model-card.md").read_text(encoding="utf-8")


def test_too_little_to_learn_from_is_one_line(talentflow: Run, gold: Path, tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="learning needs scikit-learn")
    code, out, err = talentflow("train", str(gold), "--out", str(tmp_path / "out"))
    assert (code, out) == (1, "")
    assert "nothing to learn from 2 articles" in err
    assert not (tmp_path / "out").exists()
    assert err.count("\n") == 1


def test_without_articles_it_says_what_to_give(
    talentflow: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = talentflow("train")
    assert code == 1
    assert "talentflow train PATH" in err
