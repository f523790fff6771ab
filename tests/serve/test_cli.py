"""The front door: help, versions, pipes that close, disks that are full, mistakes of our own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from talentflow import __version__
from talentflow.model import StoreError
from talentflow.serve import cli

from .scripted import ScriptedLibrary

Run = Callable[..., tuple[int, str, str]]
COMMANDS = ("read", "add", "moves", "person", "org", "show", "export", "status", "examples")
PROGRAM = (sys.executable, "-m", "talentflow.serve.cli")


def test_no_command_shows_the_help(talentflow: Run) -> None:
    code, out, _ = talentflow()
    assert code == 0
    assert all(command in out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_an_example(talentflow: Run, command: str) -> None:
    code, out, _ = talentflow(command, "--help")
    assert code == 0
    assert "Example:" in out
    assert f"      talentflow {command}" in out


def test_prints_its_version(talentflow: Run) -> None:
    assert talentflow("--version") == (0, f"talentflow {__version__}\n", "")


def test_help_loads_nothing_heavy() -> None:
    """What the help loads decides how long it takes; modules are counted, because time depends on the machine."""
    script = "import sys; from talentflow.serve import cli; cli.run(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert not {"rich.table", "sqlalchemy", "lxml", "trafilatura", "talentflow.reader.embedded"} & set(
        done.stderr.split()
    )


def test_a_foreseen_error_is_its_own_line(
    talentflow: Run, library: type[ScriptedLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: ScriptedLibrary, **_: object) -> None:
        raise StoreError("x.db: made by a newer Talentflow. Upgrade, or name another database.")

    monkeypatch.setattr(library, "status", refuse)
    code, out, err = talentflow("status")
    assert (code, out) == (1, "")
    assert err == "talentflow: x.db: made by a newer Talentflow. Upgrade, or name another database.\n"


def test_a_mistake_of_ours_is_one_line_with_a_hint(
    talentflow: Run, library: type[ScriptedLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "status", lambda self, **_: 1 / 0)
    code, out, err = talentflow("status")
    assert (code, out) == (1, "")
    assert "ZeroDivisionError" in err
    assert "talentflow --debug status" in err
    assert err.count("\n") == 1


def test_debug_shows_where_it_arose(library: type[ScriptedLibrary], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "status", lambda self, **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        cli.run(["--debug", "status"])


def test_an_interruption_ends_with_130(
    talentflow: Run, library: type[ScriptedLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(self: ScriptedLibrary, **_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(library, "status", interrupt)
    assert talentflow("status") == (130, "", "talentflow: interrupted.\n")


@pytest.mark.parametrize("arguments", [["--help"], ["examples"], ["examples", "--path"]])
def test_a_closed_pipe_is_quiet(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run([*PROGRAM, *arguments], stdout=writing, stderr=subprocess.PIPE, encoding="utf-8")
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["examples"]])
def test_a_full_disk_is_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert done.returncode == 1
    assert "cannot write the output" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_writes_utf8_whatever_the_locale(locale: str) -> None:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([*PROGRAM, "person", "--help"], stdout=subprocess.PIPE, env=environment, check=True)
    assert "بريت زوف" in done.stdout.decode("utf-8")
