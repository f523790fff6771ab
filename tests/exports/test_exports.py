"""The formats of the exports folder."""

from __future__ import annotations

import csv
import io
import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from talentflow.exports import exporters, write_file
from talentflow.exports.csv_file import write_moves
from talentflow.exports.rows import COLUMNS
from talentflow.model import TalentflowError


def ledger(**changes: Any) -> dict[str, Any]:
    move = {
        "person": {"id": "p", "name": "Ada Moreno"},
        "from": {"id": "o", "name": "Borealis"},
        "to": {"id": "u", "name": None, "mention": "شركتها"},
        "kind": "found",
        "status": "done",
        "date": "2026-01-14",
        "articles": ["a-1", "a-2"],
        "origins": 2,
        "history": [],
        "accounts": [],
        "evidence": [{"quote": "غادرت آدا\nبورياليس"}],
        **changes,
    }
    return {"articles": [{"id": "a-1", "story": "s", "origin": "o"}], "entities": [], "moves": [move, move]}


def written(name: str, data: dict[str, Any]) -> str:
    out = io.StringIO()
    exporters()[name].write(data, out)
    return out.getvalue()


def test_finds_the_formats_of_the_folder() -> None:
    assert {"json", "jsonl", "csv", "xlsx", "parquet", "graphml", "jsonld", "ftm"} == exporters().keys()
    assert all(exporter.SUMMARY for exporter in exporters().values())


def test_json_gives_back_the_ledger() -> None:
    assert json.loads(written("json", ledger())) == ledger()


def test_json_lines_give_a_move_a_line() -> None:
    assert [json.loads(line) for line in written("jsonl", ledger()).splitlines()] == ledger()["moves"]


def test_csv_has_one_row_a_move() -> None:
    heading, row, _ = csv.reader(io.StringIO(written("csv", ledger())))
    assert tuple(heading) == COLUMNS
    cells = dict(zip(heading, row, strict=True))
    assert cells["person"] == "Ada Moreno"
    assert cells["to"] == "شركتها"
    assert cells["articles"] == "a-1; a-2"
    assert cells["quote"] == "غادرت آدا بورياليس"
    assert cells["how"] == ""


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("  =1", "'  =1"),
        ("\u202e=1", "'=1"),
        ("＝1", "'＝1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u3000=1", "'\u3000=1"),
        ("\u2003@SUM(A1)", "'\u2003@SUM(A1)"),
        ("﹦1", "'﹦1"),
        ("﹢1", "'﹢1"),
        ("﹣1", "'﹣1"),
        ("﹫x", "'﹫x"),
        ("−1", "'−1"),
        ("x;=1+1", "x;'=1+1"),
        ("x; =cmd|' /C calc'!A0;y", "x; '=cmd|' /C calc'!A0;y"),
        ("x;\t@SUM(A1)", "x; '@SUM(A1)"),
        ("x;-2+3", "x;'-2+3"),
        ("x|=1", "x|'=1"),
        ("a;＝1;+2", "a;'＝1;'+2"),
        (";=1", ";'=1"),
        ("a\n=1", "a =1"),
        ("researcher; co-founder", "researcher; co-founder"),
        ("a; - b", "a; - b"),
        ("=-+@", "'=-+@"),
        ("chief scientist", "chief scientist"),
        ("co-founder", "co-founder"),
        ("a\x1bb", "a␛b"),
    ],
)
def test_no_cell_can_act_as_a_formula(value: str, cell: str) -> None:
    out = io.StringIO()
    write_moves([{"role_to": value}], out)
    assert next(csv.DictReader(io.StringIO(out.getvalue())))["role_to"] == cell


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "moves.json"
    target.write_text("before")

    class Breaking:
        FORMAT, SUMMARY = "breaking", "breaks half-way"

        def write(self, ledger: Any, file: Any) -> None:
            file.write("half")
            raise ValueError("broke")

    with pytest.raises(ValueError, match="broke"):
        write_file(Breaking(), ledger(), target)
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["moves.json"]

    write_file(exporters()["json"], ledger(), target)
    assert json.loads(target.read_text(encoding="utf-8")) == ledger()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TalentflowError, match=r"moves\.csv: cannot be written"):
        write_file(exporters()["csv"], ledger(), tmp_path / "no" / "moves.csv")


def test_a_link_goes_on_leading_where_it_led(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("before")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    write_file(exporters()["json"], ledger(), tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8")) == ledger()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reading = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reading.start()
    write_file(exporters()["jsonl"], ledger(), pipe)
    reading.join(timeout=10)
    assert len(read[0].splitlines()) == 2
    assert pipe.is_fifo()


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "moves.json"
    target.write_text("before")
    target.chmod(0o600)
    write_file(exporters()["json"], ledger(), target)
    assert target.stat().st_mode & 0o777 == 0o600
