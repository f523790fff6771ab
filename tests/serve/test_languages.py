"""`talentflow languages`: what can be read, how well, and another language begun."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_lists_every_language_with_its_scores(talentflow: Run) -> None:
    code, out, err = talentflow("languages", "--format", "json")
    found = {item["code"]: item for item in json.loads(out)}
    assert (code, err) == (0, "")
    assert {"ar", "en", "es"} <= found.keys()
    assert found["ar"]["direction"] == "rtl"
    assert 0.0 < found["en"]["scores"]["gold"]["strict"] < 1.0


def test_shows_a_table(talentflow: Run) -> None:
    _, out, _ = talentflow("languages", "--format", "table")
    assert "English" in out
    assert "Gold F1" in out


def test_begins_a_language_and_says_what_it_lacks(talentflow: Run, tmp_path: Path) -> None:
    code, out, _ = talentflow("languages", "--begin", "it", "--in", str(tmp_path))
    assert code == 0
    assert f"--check {tmp_path / 'it'}" in out
    code, out, _ = talentflow("languages", "--check", str(tmp_path / "it"))
    assert code == 1
    assert "lacks: triggers.toml" in out


def test_a_mistake_in_a_folder_is_one_line_with_its_place(talentflow: Run, tmp_path: Path) -> None:
    talentflow("languages", "--begin", "it", "--in", str(tmp_path))
    (tmp_path / "it" / "time.toml").write_text("[months]\n", encoding="utf-8")
    code, out, err = talentflow("languages", "--check", str(tmp_path / "it"))
    assert (code, out) == (1, "")
    assert "unknown key 'months'" in err
