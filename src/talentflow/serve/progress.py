"""How far a long run is, on standard error, where somebody looks at it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from talentflow.serve.terminal import complain, console, counted, is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Silence:
    """Nobody looks: only problems are told."""

    def tell(self, line: str) -> None:
        """Show a line about a problem."""
        complain(line)

    def advance(self, count: int) -> None:
        """So many bytes more have been read."""

    def count(self, tally: Counter[str]) -> None:
        """So many articles and moves have been stored."""


class ShownBar(Silence):
    """A bar over the bytes to read, with the counts of articles and moves beside it."""

    def __init__(self, bar: Progress, task: TaskID) -> None:
        self.bar = bar
        self.task = task

    def tell(self, line: str) -> None:
        """Show a line about a problem above the bar."""
        self.bar.stop()
        complain(line)
        self.bar.start()

    def advance(self, count: int) -> None:
        """Move the bar."""
        self.bar.advance(self.task, count)

    def count(self, tally: Counter[str]) -> None:
        """Show the counts."""
        self.bar.update(
            self.task, description=f"{counted(tally['seen'], 'article')}, {counted(tally['moves'], 'move')}"
        )


@contextmanager
def progress_over(paths: Sequence[str]) -> Iterator[Silence]:
    """Something to tell progress to while the paths are read."""
    if not is_terminal(sys.stderr):
        yield Silence()
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from talentflow.sources import count_inputs

    # Standard input has no size: the bar then moves without an end.
    total = None if "-" in paths else count_inputs(paths).bytes or None
    columns = (BarColumn(bar_width=24), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console(sys.stderr), transient=True) as bar:
        yield ShownBar(bar, bar.add_task("reading ...", total=total))


@contextmanager
def steps_of(total: int, what: str) -> Iterator[Callable[[], None]]:
    """Something to call after each of so many steps of one kind ("article")."""
    if not is_terminal(sys.stderr):
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(bar_width=24), MofNCompleteColumn(), TextColumn(f"{what}s"), TimeElapsedColumn())
    with Progress(*columns, console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
