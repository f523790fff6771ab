"""`talentflow add`: articles into the database."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from talentflow.serve.inputs import Inputs
from talentflow.serve.options import Database, open_library, open_reader
from talentflow.serve.terminal import complain, console, is_terminal, say

if TYPE_CHECKING:
    from talentflow.app.views import Added


class Progress(Protocol):
    """What shows how far it is."""

    def tell(self, line: str) -> None:
        """Show a line about a problem."""
        ...

    def advance(self, tally: Counter[str]) -> None:
        """Show the counts so far."""
        ...


def add(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Articles: .txt, .md, .html, .json, .jsonl (or .gz of these), folders of them, or -.",
        ),
    ],
    db: Database = None,
) -> None:
    """Read articles and keep what they say.

    The same article again changes nothing. Every article is kept whole or not at all: a run that is stopped can
    simply be run again.

    Example:

    \b
        talentflow add article.txt
        talentflow add news/ --db news.db
        talentflow add "$(talentflow examples --path)"
    """
    tally: Counter[str] = Counter()
    with open_library(context, db) as library, _progress() as progress:
        inputs = Inputs(paths, progress.tell)
        reader = open_reader()
        try:
            for added in library.add(inputs, reader):
                _count(tally, added)
                if added.problem is not None:
                    inputs.fail(added.problem)
                progress.advance(tally)
        except KeyboardInterrupt:
            stopped = True
        else:
            stopped = False
    say(summary(tally, inputs.failed))
    if stopped:
        complain("interrupted. What is counted above is stored; run the same command again for the rest.")
        raise typer.Exit(130)
    if inputs.failed:
        raise typer.Exit(1)


def _count(tally: Counter[str], added: Added) -> None:
    tally["seen"] += 1
    tally[added.outcome] += 1
    if added.outcome in ("added", "updated"):
        tally.update(moves=added.moves, positions=added.positions, groups=added.groups)


def summary(tally: Counter[str], problems: int) -> str:
    """The one line at the end: "15 articles added with 61 moves; 2 were known already; 1 input failed."."""
    line = f"{_counted(tally['added'], 'article')} added"
    if tally["updated"]:
        line += f", {tally['updated']} updated"
    if tally["added"] or tally["updated"]:
        line += f", with {_counted(tally['moves'], 'move')}, {_counted(tally['positions'], 'position')}"
        line += f" and {_counted(tally['groups'], 'group')}"
    if tally["known"]:
        line += f"; {tally['known']} known already"
    if problems:
        line += f"; {_counted(problems, 'input')} failed"
    return line + "."


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


class _Silent:
    """No progress to show: nobody looks at standard error."""

    def tell(self, line: str) -> None:
        complain(line)

    def advance(self, tally: Counter[str]) -> None:
        pass


@contextmanager
def _progress() -> Iterator[Progress]:
    if not is_terminal(sys.stderr):
        yield _Silent()
        return
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    # How many articles a stream or a folder holds is known only at its end, so the bar moves without a total.
    columns = (BarColumn(bar_width=20), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task("reading ...", total=None)

        class Shown:
            def tell(self, line: str) -> None:
                bar.stop()
                complain(line)
                bar.start()

            def advance(self, tally: Counter[str]) -> None:
                bar.update(task, description=f"{tally['seen']:,} articles, {tally['moves']:,} moves")

        yield Shown()
