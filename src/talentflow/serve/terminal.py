"""How the command line speaks: where lines go, how wide they are, and what never reaches the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from talentflow.text.visible import isolate, visible

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 140


def prepare_streams() -> None:
    """Write UTF-8 to pipes and files, and never fail on a character that a terminal does not know."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            if stream.isatty():
                reconfigure(errors="replace")
            else:
                reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal(stream: IO[str] | None = None) -> bool:
    """Whether somebody looks at the stream (standard output where none is named)."""
    return (stream or sys.stdout).isatty()


def say(line: str = "", end: str = "\n") -> None:
    """One line of the answer; text from articles must have passed `visible` or `shown`."""
    sys.stdout.write(line + end)


def complain(line: str) -> None:
    """One line about something that went wrong, or a hint, on standard error."""
    try:
        sys.stderr.write(f"talentflow: {visible(line)}\n")
        sys.stderr.flush()
    except OSError:
        pass  # standard error is closed or full: there is nobody left to tell


def shown(text: str | None, missing: str = "—") -> str:
    """A name or a word from an article as a terminal may show it: safe, and isolated where right-to-left."""
    return isolate(visible(text)) if text else missing


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 move", "1,200 moves"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def plain_row(cells: Iterable[str | None]) -> str:
    """The cells separated by tabs, for other programs: safe to show, and nothing added to them."""
    return "\t".join(visible(cell or "") for cell in cells)


def console(stream: IO[str] | None = None) -> Console:
    """A Rich console on the stream: no guesses at highlights, wide enough when piped, colour only where wanted."""
    from rich.console import Console

    class QuietConsole(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # the command line's own way out, instead of Rich's exit code 1

    out = stream or sys.stdout
    width = None
    if not out.isatty():
        columns = os.environ.get("COLUMNS", "")
        width = int(columns) if columns.isdecimal() and int(columns) > 0 else PIPED_WIDTH
    return QuietConsole(file=out, highlight=False, markup=False, emoji=False, width=width)


Cell = str | None | tuple[str, str]
"""What stands in a table: a text, nothing, or a text with a Rich style (its words must tell the same without it)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `keep` columns are never folded; others give way below `from_width` cells of screen."""

    heading: str
    keep: bool = False
    is_number: bool = False
    from_width: int = 0


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """A table on standard output; cells are cleaned, isolated line by line, and folded by cell width."""
    from rich import box
    from rich.table import Table

    from talentflow.serve.isolated import IsolatedText

    screen = console()
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold", show_edge=False)
    places = [place for place, column in enumerate(columns) if screen.width >= column.from_width]
    for place in places:
        column = columns[place]
        table.add_column(column.heading, justify="right" if column.is_number else "left", no_wrap=column.keep)
    for row in rows:
        cells = []
        for place in places:
            cell = row[place]
            text, style = cell if isinstance(cell, tuple) else (cell, "")
            cells.append(IsolatedText(shown(text), style, no_wrap=columns[place].keep))
        table.add_row(*cells)
    screen.print(table)


def paragraph(text: str, *, indent: int = 0, style: str = "", label: str = "") -> None:
    """A paragraph of safe text: folded and indented on a terminal, one line elsewhere.

    A label stands before it, in the first line's indent, and must fit there.
    """
    if not is_terminal():
        say(f"{label:<{indent}}{text}")
        return
    from rich.table import Table
    from rich.text import Text

    from talentflow.serve.isolated import IsolatedText

    row = Table.grid()
    row.add_column(width=indent, no_wrap=True)
    row.add_column()
    row.add_row(Text(label, style), IsolatedText(text, style))
    console().print(row if indent else IsolatedText(text, style))
