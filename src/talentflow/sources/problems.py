"""What was wrong with an input, in one line a user can act on."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from talentflow.model import SourceError
from talentflow.text.visible import visible

_LONGEST = 300
_MOST_TOLD = 20


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
    """Passes on the problems of one input; `has_lost` says whether any meant that something was not read.

    A novel named .jsonl has ten thousand lines that are no article: after the first problems the rest are summed up
    by `close`, with their line numbers.
    """

    path: str
    on_problem: Callable[[SourceProblem], None]
    has_lost: bool = False
    _told: int = 0
    _has_untold_loss: bool = False
    _untold_lines: list[tuple[int, int]] = field(default_factory=list)

    def lost(self, what: str, remedy: str = "", *, line: int | None = None) -> None:
        """Report something that could not be read."""
        self.has_lost = True
        self._tell(SourceProblem(self.path, what, remedy, line))

    def warn(self, what: str, remedy: str = "", *, line: int | None = None) -> None:
        """Report something doubtful that was read all the same."""
        self._tell(SourceProblem(self.path, what, remedy, line, is_warning=True))

    def stopped(self, error: Unreadable) -> None:
        """Report why reading ended, whatever was reported before."""
        self.has_lost = True
        self.on_problem(SourceProblem(self.path, error.what, error.remedy, error.line))

    def close(self) -> None:
        """Sum up what was not told one by one."""
        if self._told > _MOST_TOLD:
            spans = [f"{first}-{last}" if last > first else f"{first}" for first, last in self._untold_lines]
            where = f" (lines {', '.join(spans)})" if spans else ""
            what = f"has {self._told - _MOST_TOLD:,} more problems like the last{where}"
            self.on_problem(SourceProblem(self.path, what, is_warning=not self._has_untold_loss))

    def _tell(self, problem: SourceProblem) -> None:
        self._told += 1
        if self._told <= _MOST_TOLD:
            self.on_problem(problem)
            return
        self._has_untold_loss |= not problem.is_warning
        line = problem.line
        if line is not None and self._untold_lines and line <= self._untold_lines[-1][1] + 1:
            self._untold_lines[-1] = (self._untold_lines[-1][0], line)
        elif line is not None and len(self._untold_lines) < _MOST_TOLD:
            self._untold_lines.append((line, line))


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
