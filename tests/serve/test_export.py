"""`talentflow export`, `status` and `examples`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from talentflow.exports import exporters

from .scripted import ScriptedLibrary

Run = Callable[..., tuple[int, str, str]]
Held = type[ScriptedLibrary]


def test_exports_the_ledger_as_the_library_gives_it(talentflow: Run, library: Held) -> None:
    code, out, _ = talentflow("export", "--format", "json")
    assert code == 0
    told = json.loads(out)
    about = told.pop("about")
    assert told == ScriptedLibrary.export_ledger(library())
    assert about["made_by"].startswith("Talentflow ")
    assert about["readers"] == ["scripted 1"]
    assert "belong to their publishers" in about["licence"]


def test_writes_a_file(talentflow: Run, library: Held, tmp_path: Path) -> None:
    target = tmp_path / "moves.jsonl"
    code, out, _ = talentflow("export", "--format", "jsonl", "--output", str(target))
    assert (code, out) == (0, "")
    assert json.loads(target.read_text())["kind"] == "leave"


def test_an_unknown_format_names_the_known_ones(talentflow: Run, library: Held) -> None:
    code, _, err = talentflow("export", "--format", "xls")
    assert code == 2
    assert ", ".join(exporters()) in err


def test_the_help_tells_every_format(talentflow: Run) -> None:
    _, out, _ = talentflow("export", "--help")
    assert [name for name in exporters() if name not in out] == []


def test_a_file_of_bytes_is_not_shown_on_a_terminal(
    talentflow: Run, library: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talentflow.serve.commands.export.is_terminal", lambda *stream: True)
    code, out, err = talentflow("export", "--format", "graphml")
    assert (code, out) == (2, "")
    assert "Name a file" in err


def test_a_file_of_bytes_can_be_piped(talentflow: Run, library: Held) -> None:
    code, out, _ = talentflow("export", "--format", "graphml")
    assert code == 0
    assert "<graphml" in out


def test_a_file_that_cannot_be_written_is_one_line(talentflow: Run, library: Held, tmp_path: Path) -> None:
    code, _, err = talentflow("export", "--output", str(tmp_path / "no" / "moves.json"))
    assert code == 1
    assert "moves.json: cannot be written" in err
    assert err.count("\n") == 1


def test_status_tells_what_is_held(talentflow: Run, library: Held) -> None:
    code, out, _ = talentflow("status")
    assert code == 0
    assert "Articles       2 (2 en)" in out
    assert "Stories        7 from 8 independent origins" in out


def test_status_as_json(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("status", "--format", "json")
    assert json.loads(out)["languages"] == {"en": 2}


def test_lists_the_examples(talentflow: Run) -> None:
    _, folder, _ = talentflow("examples", "--path")
    code, out, _ = talentflow("examples")
    assert code == 0
    assert all(Path(line).is_file() for line in out.splitlines())
    assert all(line.startswith(folder.strip()) for line in out.splitlines())


def test_copies_the_examples_once(talentflow: Run, tmp_path: Path) -> None:
    code, out, _ = talentflow("examples", "--copy", str(tmp_path / "mine"))
    assert code == 0
    assert "Copied" in out
    assert list((tmp_path / "mine").glob("*/*"))
    code, _, err = talentflow("examples", "--copy", str(tmp_path / "mine"))
    assert code == 1
    assert err.count("\n") == 1
