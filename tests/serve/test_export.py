"""`talentflow export`, `status` and `examples`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from .scripted import ScriptedLibrary

Run = Callable[..., tuple[int, str, str]]
Held = type[ScriptedLibrary]


def test_exports_the_ledger_as_the_library_gives_it(talentflow: Run, library: Held) -> None:
    code, out, _ = talentflow("export", "--format", "json")
    assert code == 0
    assert json.loads(out) == ScriptedLibrary.export_ledger(library())


def test_writes_a_file(talentflow: Run, library: Held, tmp_path: Path) -> None:
    target = tmp_path / "moves.jsonl"
    code, out, _ = talentflow("export", "--format", "jsonl", "--output", str(target))
    assert (code, out) == (0, "")
    assert json.loads(target.read_text())["kind"] == "leave"


def test_an_unknown_format_names_the_known_ones(talentflow: Run, library: Held) -> None:
    code, _, err = talentflow("export", "--format", "xls")
    assert code == 2
    assert "csv, json, jsonl" in err


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
