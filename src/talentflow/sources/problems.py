"""What was wrong with an input, in one line a user can act on."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from talentflow.model import SourceError
from talentflow.text.visible import visible

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """Something wrong with one input: where (`path`, `line`), `what`, and what to do about it (`remedy`).

    `is_warning` says that the article was read all the same; else it, or a part of the input, is lost to this run.
    """

    path: str
    what: str
    remedy: str = ""
    line: int | None = None
    is_warning: bool = False

    def __str__(self) -> str:
        """One line, fit for any terminal: "news.jsonl, line 3: not JSON (...). Mend the line; the rest was read."."""
        where = shown_path(self.path) + (f", line {self.line}" if self.line is not None else "")
        what = _shortened(visible(self.what)).rstrip(". ")
        remedy = _shortened(visible(self.remedy)).strip()
        return f"{where}: {what}. {remedy}".rstrip()


class Unreadable(SourceError):  # noqa: N818 (it names the input's state, as the sentence in its message does)
    """Ends the reading of one input: `what` is wrong, what to do (`remedy`), and on which line."""

    def __init__(self, what: str, remedy: str = "", *, line: int | None = None) -> None:
        super().__init__(f"{what}. {remedy}".strip())
        self.what = what
        self.remedy = remedy
        self.line = line


@dataclass(slots=True)
class Reporter:
    """Passes on the problems of one input; `has_lost` says whether any meant that something was not read."""

    path: str
    on_problem: Callable[[SourceProblem], None]
    has_lost: bool = False

    def lost(self, what: str, remedy: str = "", *, line: int | None = None) -> None:
        """Report something that could not be read."""
        self.has_lost = True
        self.on_problem(SourceProblem(self.path, what, remedy, line))

    def warn(self, what: str, remedy: str = "", *, line: int | None = None) -> None:
        """Report something doubtful that was read all the same."""
        self.on_problem(SourceProblem(self.path, what, remedy, line, is_warning=True))

    def stopped(self, error: Unreadable) -> None:
        """Report why reading ended."""
        self.lost(error.what, error.remedy, line=error.line)


def shown_path(path: str) -> str:
    """The path as it can be printed and stored: bytes that are no text become escapes, controls are shown.

    Standard input, "-", gets its name.
    """
    if path == "-":
        return "standard input"
    if not path:
        return '""'
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        path = os.fsencode(path).decode("utf-8", "backslashreplace")
    return visible(path)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
