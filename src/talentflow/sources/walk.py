"""From the paths a user gives to the files to read: folders walked in order, what is no file refused."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from talentflow.sources.addresses import is_address
from talentflow.sources.format import format_of, known_suffixes
from talentflow.sources.problems import SourceProblem

STANDARD_INPUT = "-"
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


class Input(NamedTuple):
    """One file to read, or standard input, or the address of a page, with its size in bytes where that is known."""

    path: str
    size: int = 0


def find_inputs(paths: Sequence[str], on_problem: Callable[[SourceProblem], None]) -> Iterator[Input]:
    """The inputs behind the paths, in order; a folder's in the order of their names, subfolders in their place.

    Files of an ending that we do not know, and names that begin with a dot, are passed over in folders.
    """
    for path in paths:
        if path == STANDARD_INPUT or is_address(path):
            yield Input(path)
            continue
        try:
            yield from _inputs(path, on_problem)
        except (OSError, ValueError) as error:
            on_problem(os_problem(path, error))


def os_problem(path: str, error: OSError | ValueError) -> SourceProblem:
    """The problem that a failed call to the system makes."""
    if isinstance(error, FileNotFoundError) and "://" in path:
        return SourceProblem(
            path, "is an address that is not asked for", "Give one that begins with https:// or http://."
        )
    if isinstance(error, FileNotFoundError):
        return SourceProblem(path, "no such file or folder", "Check the spelling and the folder that you are in.")
    if isinstance(error, PermissionError):
        return SourceProblem(path, "may not be read: permission denied", "Ask its owner, or read a copy.")
    if isinstance(error, ValueError):  # a NUL character in a path
        return SourceProblem(path, "is no possible path", "Check the spelling.")
    return SourceProblem(path, f"cannot be read: {error.strerror or error}", "Check the path and the disk.")


def _inputs(path: str, on_problem: Callable[[SourceProblem], None]) -> Iterator[Input]:
    if not path:  # which to Path is the folder that we are in
        raise FileNotFoundError
    status = Path(path).stat()
    if stat.S_ISDIR(status.st_mode):
        yield from _folder_inputs(path, on_problem)
    elif not stat.S_ISREG(status.st_mode):
        what = f"is {_kind(status.st_mode)}, not a file"
        on_problem(SourceProblem(path, what, "To read from a pipe, give - and send it to standard input."))
    elif format_of(path) is None:
        what = "is a file of an unknown ending"
        remedy = f"Where it holds text, let its name end in one of {known_suffixes()} (or with .gz after it)."
        on_problem(SourceProblem(path, what, remedy))
    else:
        yield Input(path, status.st_size)


def _kind(mode: int) -> str:
    return next((name for test, name in _KINDS if test(mode)), "something else")


def _folder_inputs(folder: str, on_problem: Callable[[SourceProblem], None]) -> Iterator[Input]:
    found_or_named = False

    def note(problem: SourceProblem) -> None:
        nonlocal found_or_named
        found_or_named = True
        on_problem(problem)

    for entry in _walk(folder, note):
        found_or_named = True
        yield entry
    if not found_or_named:
        what = "is a folder with nothing in it that can be read"
        on_problem(SourceProblem(folder, what, f"Files end in {known_suffixes()}, or one of these and .gz."))


def _walk(folder: str, on_problem: Callable[[SourceProblem], None]) -> Iterator[Input]:
    """The readable files below a folder. Links are followed, but never into a folder that holds the link."""
    pending: list[tuple[str, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while pending:
        path, above = pending.pop()
        try:
            status = Path(path).stat()
            if stat.S_ISREG(status.st_mode):
                yield Input(path, status.st_size)
                continue
            place = (status.st_dev, status.st_ino)
            if not stat.S_ISDIR(status.st_mode) or place in above:
                continue
            entries = sorted(Path(path).iterdir(), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            on_problem(os_problem(path, error))
            continue
        below = above | {place}
        pending += [(str(entry), below) for entry in entries if _may_hold_articles(entry)]


def _may_hold_articles(entry: Path) -> bool:
    return not entry.name.startswith(".") and (format_of(entry.name) is not None or entry.is_dir())
