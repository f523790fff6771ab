"""What a terminal gets: colour or none, folded lines whose direction holds, words beside every colour."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from rich.console import Console

from talentflow.serve.isolated import IsolatedText
from talentflow.serve.terminal import Column, counted, plain_row, print_table, shown
from talentflow.text.visible import isolate

Write = Callable[..., str]


def folded(text: str, width: int) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width).print(IsolatedText(text))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_every_folded_line_is_isolated() -> None:
    lines = folded(isolate("غادرت آدا مورينو شركة بورياليس إلى كوانتا"), 16)
    assert len(lines) > 2
    for line in lines:
        assert line.count("\u2068") == line.count("\u2069") == 1


def test_an_isolate_within_a_line_is_left_as_it_is() -> None:
    text = f"from {isolate('ميتا')} to OpenAI"
    assert folded(text, 60) == [text]


def test_wide_letters_count_twice() -> None:
    assert folded("马斯克马斯克", 6) == ["马斯克", "马斯克"]


def test_narrow_screens_leave_columns_out(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    columns = (Column("Date", keep=True), Column("Person"), Column("Post", from_width=80))
    for width, has_post in (("60", False), ("90", True)):
        monkeypatch.setenv("COLUMNS", width)
        print_table(columns, [("2026-01-14", "Ada Moreno", "chief scientist")])
        out = capsys.readouterr().out
        assert "2026-01-14" in out
        assert ("chief scientist" in out) is has_post


@pytest.mark.parametrize(
    ("text", "expected"),
    [(None, "—"), ("", "—"), ("Ada\x1b[1m", "Ada␛[1m"), ("ميتا\u202e", "\u2068ميتا\u2069")],
)
def test_shows_names_safely(text: str | None, expected: str) -> None:
    assert shown(text) == expected


def test_rows_for_programs_keep_their_columns() -> None:
    assert plain_row(["a\tb", None, "c\nd", "ميتا"]) == "a b\t\tc d\tميتا"


@pytest.mark.parametrize(("count", "words"), [(0, "0 moves"), (1, "1 move"), (1200, "1,200 moves")])
def test_counts_in_words(count: int, words: str) -> None:
    assert counted(count, "move") == words


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the program writes to a terminal of its own."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    outer, inner = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "talentflow", *arguments],
        stdout=inner,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment},
    ):
        os.close(inner)
        out = b""
        while True:
            try:
                piece = os.read(outer, 4096)
            except OSError:  # Linux ends a closed terminal with an error
                break
            if not piece:
                break
            out += piece
    os.close(outer)
    return out.decode("utf-8")


@pytest.mark.parametrize(("environment", "has_colour"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_only_for_those_who_want_it(article: Write, environment: dict[str, str], has_colour: bool) -> None:
    path = article("A goodbye\n\nMira Murati has left OpenAI to found a start-up of her own.", "mira.txt")
    out = on_a_terminal("read", path, **environment)
    assert "Mira Murati" in out
    assert "done" in out
    assert ("\x1b[32m" in out) is has_colour
