"""Commands run in this process, over a library and a reader with known answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from talentflow.serve import cli, terminal

from .scripted import TEXT, ScriptedLibrary, ScriptedReader


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> type[ScriptedLibrary]:
    """The library class that the commands open in this test; change what it holds."""

    class Held(ScriptedLibrary):
        asked: list[Any] = []  # noqa: RUF012 - a new list a test
        opened: list[str | None] = []  # noqa: RUF012

    monkeypatch.setattr("talentflow.app.library.Library", Held)
    return Held


@pytest.fixture(autouse=True)
def _scripted_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("talentflow.serve.readers.open_reader", ScriptedReader)


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if somebody looked at standard output."""
    monkeypatch.setenv("COLUMNS", "120")
    for module in ("read", "moves", "show"):
        monkeypatch.setattr(f"talentflow.serve.commands.{module}.is_terminal", lambda *stream: True)
    monkeypatch.setattr(terminal, "is_terminal", lambda *stream: True)


@pytest.fixture
def talentflow(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command line: its exit code, standard output and standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(arguments)
        out, err = capfd.readouterr()
        return code, out, err

    return run


@pytest.fixture
def article(tmp_path: Path) -> Callable[..., str]:
    """Write an article to a file and give its path."""

    def write(text: str = TEXT, name: str = "ada.txt") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write
