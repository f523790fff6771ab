"""`talentflow serve`: it says where it is, finds a port, and stops without a complaint."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from talentflow.app import Reader
from talentflow.serve import cli

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "talentflow.serve.cli", "serve")


@pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")
def test_it_takes_another_port_says_where_it_is_and_stops(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        command = [*PROGRAM, "--port", port, "--any-port", "--db", str(tmp_path / "record.db")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as started:
            try:
                assert started.stdout is not None
                told = started.stdout.readline()
                found = re.search(r"http://127\.0\.0\.1:(\d+)/", told)
                assert found is not None, told
                assert found[1] != port
                with urllib.request.urlopen(found[0] + "en/", timeout=120) as answer:
                    assert b"Talentflow" in answer.read()
                started.send_signal(signal.SIGINT)
                rest, _ = started.communicate(timeout=120)
            finally:
                started.kill()
    assert (started.returncode, rest) == (0, "")


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        command = [*PROGRAM, "--port", str(taken.getsockname()[1]), "--db", str(tmp_path / "record.db")]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 1
    assert "cannot listen there" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not (ROOT / "Makefile").exists(), reason="needs the repository around the tests")
@pytest.mark.parametrize(
    ("settings", "serves"),
    [([], "serve --any-port"), (["OPEN=1"], "serve --any-port --open"), (["CI=true"], None), (["SERVE=0"], None)],
)
def test_the_demo_ends_by_serving_but_not_in_ci(settings: list[str], serves: str | None) -> None:
    command = ["make", "--dry-run", "--assume-old=.venv/.installed", "demo", "CI=", *settings]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    last = told.strip().splitlines()[-1]
    assert last.strip().endswith(serves) if serves else "--any-port" not in told


@pytest.mark.parametrize(
    ("said", "usual", "name"),
    [
        ([], "", "embedded"),
        (["--reader", "rules"], "", "rules"),
        ([], "rules", "rules"),
        (["--reader", "embedded"], "rules", "embedded"),
        ([], "llm", "embedded"),  # what the command line asks of a model, pages and assistants do not
    ],
)
def test_pages_and_assistants_read_as_they_are_told(
    said: list[str], usual: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaders: list[Callable[[], Reader]] = []

    def server(_library: object, loader: Callable[[], Reader], _pages: object = None) -> object:
        loaders.append(loader)
        return SimpleNamespace(run=lambda _how: None)

    def application(*_: object, load_reader: Callable[[], Reader], **__: object) -> object:
        loaders.append(load_reader)
        return object()

    monkeypatch.setenv("TALENTFLOW_READER", usual)
    monkeypatch.setattr("talentflow.serve.assistant.server.create_server", server)
    monkeypatch.setattr("talentflow.serve.web.serving.create_application", application)
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)
    database = ["--db", str(tmp_path / "record.db")]
    for command in (["mcp"], ["serve", "--port", "0"]):
        assert CliRunner().invoke(cli.app, [*command, *database, *said]).exit_code == 0
    assert [loader().name for loader in loaders] == [name, name]


@pytest.mark.parametrize("command", ["mcp", "serve"])
def test_another_reader_is_wrong_usage(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALENTFLOW_READER", "rulse")
    assert "'rulse' is none of embedded, rules." in CliRunner().invoke(cli.app, [command]).output
    done = CliRunner().invoke(cli.app, [command, "--reader", "llm"])
    assert done.exit_code == 2
    assert "'llm' is none of embedded, rules." in done.output
