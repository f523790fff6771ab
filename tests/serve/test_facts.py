"""`talentflow facts` and `talentflow insight` over a small database of the bundled reader's making."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from talentflow.app import Library
from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader
from talentflow.registry import load_registry
from talentflow.serve import cli

TEXT = (
    "Ada Moreno left Meta for OpenAI in March 2025.\n\n"
    "OpenAI raised $2 billion in May 2025, according to Bloomberg. Anthropic sued OpenAI."
)


@pytest.fixture
def database(tmp_path: Path) -> str:
    path = str(tmp_path / "test.db")
    document = Document(TEXT, "one", "en", "=HYPERLINK", "2025-06-11", publisher="Harbour Ledger")
    with Library(path, registry=load_registry()) as library:
        list(library.add([document], EmbeddedReader(is_quick=True)))
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.run(list(arguments))
    out = capsys.readouterr()
    return code, out.out, out.err


def test_facts_as_rows(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "facts", "--db", database, "--type", "funding")
    assert code == 0
    assert out.split("\t")[:5] == ["2025-05", "OpenAI", "funding", "2,000,000,000 USD", "done"]


def test_facts_as_a_table_with_their_sentences(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "facts", "--db", database, "--format", "table", "--quotes")
    assert code == 0
    assert "OpenAI raised $2 billion in May 2025" in " ".join(out.split())
    assert "Anthropic" in run(capsys, "facts", "--db", database, "--format", "table")[1]


def test_facts_for_programs(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "facts", "--db", database, "--about", "OpenAI", "--format", "jsonl")
    assert {json.loads(line)["type"] for line in out.splitlines()} == {"funding", "lawsuit"}
    _, out, _ = run(capsys, "facts", "--db", database, "--format", "csv", "--type", "funding")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["subject"], row["number"], row["currency"], row["according_to"]) == (
        "OpenAI", "2000000000", "USD", "Bloomberg"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("facts", "--about", "Nobody Known"), 1, "no organization or person named"),
        (("facts", "--since", "2031"), 0, "no fact matches"),
        (("facts", "--type", "gossip"), 2, "'gossip' is none of"),
        (("insight", "returns"), 0, "show nothing of the kind"),
        (("insight", "flows", "--org", "Nobody Known"), 1, "no organization named"),
        (("insight", "flows", "--plot", "flows.gif"), 1, "ends in .svg"),
    ],
)
def test_why_nothing_is_shown(
    database: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, line: str
) -> None:
    found, out, error = run(capsys, *arguments, "--db", database)
    assert (found, out) == (code, "")
    assert line in error
    assert error.count("\n") == 1


def test_an_article_is_shown_with_its_facts(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "show", "one", "--db", database)
    assert "OpenAI: funding, 2,000,000,000 USD, done" in out
    _, out, _ = run(capsys, "show", "one", "--db", database, "--format", "json")
    assert [fact["type"] for fact in json.loads(out)["facts"]] == ["funding", "lawsuit"]


def test_a_figure_names_its_counts_and_moves(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "insight", "flows", "--db", database)
    cells = out.rstrip("\n").split("\t")
    assert cells[:3] == ["Meta", "OpenAI", "1"]
    assert cells[3].startswith("m-")
    assert "Moves" in run(capsys, "insight", "net", "--db", database, "--format", "table")[1]
    _, out, _ = run(capsys, "insight", "net", "--db", database, "--format", "jsonl")
    assert {row["organization"]: row["net"] for row in map(json.loads, out.splitlines())} == {"OpenAI": 1, "Meta": -1}
    _, out, _ = run(capsys, "insight", "flows", "--db", database, "--format", "csv")
    assert out.splitlines()[0] == "From,To,People,Moves"


def test_without_the_extra_a_plot_is_refused_in_one_line(
    database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pygal", None)
    file = tmp_path / "flows.svg"
    code, out, error = run(capsys, "insight", "flows", "--db", database, "--plot", str(file))
    assert (code, out) == (1, "")
    assert 'pip install "talentflow[plots]"' in error
    assert not file.exists()


def test_a_plot_loads_and_runs_nothing(database: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pytest.importorskip("pygal")
    file = tmp_path / "flows.svg"
    code, _, _ = run(capsys, "insight", "flows", "--db", database, "--plot", str(file))
    drawn = file.read_text(encoding="utf-8")
    assert code == 0
    assert "Meta → OpenAI" in drawn
    assert "<script" not in drawn
    # The library leaves no finder behind that makes warnings of whatever a later import does not find.
    assert not [finder for finder in sys.meta_path if type(finder).__module__.startswith("pygal")]
