"""Articles in, a sourced record out: the program as users run it, with its own reader and a database of its own."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from talentflow.serve import cli
from talentflow.serve.commands.examples import examples_folder
from talentflow.sources import read_paths

PROGRAM = (sys.executable, "-m", "talentflow")


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def talentflow(*arguments: str) -> Done:
    """Run a command in this process: a new one a question would spend most of its time starting."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.run(arguments)
    return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture(autouse=True)
def _scripted_reader() -> None:
    """Not here: this file is about the real one."""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The bundled examples, added once for all tests of this file, which only ask."""
    path = str(tmp_path_factory.mktemp("spine") / "examples.db")
    done = talentflow("add", str(examples_folder()), "--db", path)
    assert (done.returncode, done.stderr) == (0, "")
    return path


def moves_in(database: str, *filters: str) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for line in talentflow("moves", "--db", database, "--format", "jsonl", *filters).stdout.splitlines()
    ]


def test_every_move_has_a_quote_that_stands_in_its_article(database: str) -> None:
    found = moves_in(database)
    assert len(found) >= 10
    texts = {document.id: document for document in read_paths([str(examples_folder())], print)}
    for move in found:
        assert move["evidence"]
        for evidence in move["evidence"]:
            field = texts[evidence["article"]].field(evidence["field"])
            assert field[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize("name", ["Mira Murati", "ميرا موراتي", "mira murati"])
def test_a_person_is_found_in_any_script(database: str, name: str) -> None:
    assert "Thinking Machines Lab" in talentflow("person", name, "--db", database).stdout


def test_an_unknown_person_is_one_line(database: str) -> None:
    done = talentflow("person", "Qadir Brzezinski", "--db", database)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


def test_an_organization_shows_who_came(database: str) -> None:
    assert "OpenAI" in talentflow("org", "OpenAI", "--db", database).stdout


def test_the_same_articles_again_change_nothing(database: str) -> None:
    before = exported(database)
    done = talentflow("add", str(examples_folder()), "--db", database)
    assert done.stdout.startswith("0 articles added;")
    assert exported(database) == before


def exported(database: str) -> Any:
    """The whole ledger but for when it was exported."""
    ledger = json.loads(talentflow("export", "--db", database).stdout)
    assert ledger["about"].pop("made_at")
    return ledger


def test_the_export_is_what_the_ledger_scorer_reads(database: str) -> None:
    ledger = json.loads(talentflow("export", "--format", "json", "--db", database).stdout)
    assert {"articles", "entities", "moves"} <= ledger.keys()
    assert {"id", "story", "origin"} <= ledger["articles"][0].keys()
    assert {"id", "name", "type", "mentions"} <= ledger["entities"][0].keys()
    wanted = {"person", "from", "to", "kind", "status", "date", "articles", "origins", "history", "accounts"}
    assert wanted <= ledger["moves"][0].keys()


def test_every_export_tells_of_the_same_moves(database: str) -> None:
    whole = json.loads(talentflow("export", "--db", database).stdout)["moves"]
    lines = talentflow("export", "--format", "jsonl", "--db", database).stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO(talentflow("export", "--format", "csv", "--db", database).stdout)))
    assert len(whole) == len(lines) == len(rows) == len(moves_in(database))


def test_status_counts_the_articles(database: str) -> None:
    status = json.loads(talentflow("status", "--format", "json", "--db", database).stdout)
    listed = talentflow("examples").stdout.splitlines()
    assert status["articles"] == len(listed)


def test_a_reader_who_has_seen_enough_is_no_failure() -> None:
    folder = str(examples_folder())
    with subprocess.Popen([*PROGRAM, "read", folder, folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line(database: str) -> None:
    with Path("/dev/full").open("w") as full:
        command = [*PROGRAM, "moves", "--db", database]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def articles_in(database: Path) -> int:
    """How many articles the program says that it holds."""
    return int(json.loads(talentflow("status", "--format", "json", "--db", str(database)).stdout)["articles"])


def many_articles(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = f"Ada Moreno{number} left Borealis for OpenAI in March 2025, a spokesman for the lab said on Monday."
            file.write(json.dumps({"id": f"a-{number}", "lang": "en", "text": text}) + "\n")


@pytest.mark.skipif(os.name == "nt", reason="signals work otherwise there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_run_keeps_whole_articles_and_can_be_finished(tmp_path: Path, how: signal.Signals) -> None:
    articles, database = tmp_path / "many.jsonl", tmp_path / "many.db"
    many_articles(articles, 2000)
    with subprocess.Popen(
        [*PROGRAM, "add", str(articles), "--db", str(database)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What a shell starts in the background is deaf to interrupts, and so are its children: hear them again.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as run:
        deadline = time.monotonic() + 300  # only lest it hang: how fast it goes is not asked here
        while run.poll() is None and stored(database) < 5 and time.monotonic() < deadline:
            time.sleep(0.02)
        run.send_signal(how)
        out, err = run.communicate()
    if how is signal.SIGINT:
        assert run.returncode == 130
        assert b"added" in out
        assert b"run the same command again" in err
        assert b"Traceback" not in err
    kept = articles_in(database)
    assert 5 <= kept < 2000
    many_articles(articles, kept + 10)
    done = talentflow("add", str(articles), "--db", str(database))
    assert done.stdout.startswith("10 articles added")
    assert done.stdout.endswith(f"; {kept} known already.\n")
    assert articles_in(database) == kept + 10


def stored(database: Path) -> int:
    """How many articles another process has stored so far."""
    import sqlite3

    if not database.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            count = connection.execute("select count(*) from articles").fetchone()[0]
        connection.close()
    except sqlite3.Error:
        return 0
    return int(count)


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = talentflow("status", "--db", str(tmp_path / "no" / "x.db"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
