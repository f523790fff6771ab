"""`talentflow add`: articles into the database."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from talentflow.model import TalentflowError
from talentflow.serve.inputs import Inputs
from talentflow.serve.options import Database, open_library
from talentflow.serve.progress import progress_over
from talentflow.serve.readers import Choice, tell_estimate, tell_spent, with_reader_options
from talentflow.serve.terminal import complain, counted, say

if TYPE_CHECKING:
    from talentflow.app.views import Added

_AT_A_TIME = 50  # articles that are added before the record is brought up to date with them


@with_reader_options
def add(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Articles: .txt, .md, .html, .json, .jsonl (or .gz of them), folders, addresses of pages, or -.",
        ),
    ],
    db: Database = None,
    *,
    choice: Choice,
) -> None:
    """Read articles and keep what they say.

    The same article again changes nothing. Every article is kept whole or not at all: a run that is stopped can
    simply be run again. Of an address (https://...) the article of its page is kept; only pages of the open internet
    are asked for, never this machine or its network.

    With --reader llm a language model of yours reads; what it says of an article is kept beside
    what other readers say, and counts from then on. See docs/models.md.

    Example:

    \b
        talentflow add article.txt
        talentflow add news/ --db news.db
        talentflow add https://news.example/ada-moreno-leaves
        talentflow add "$(talentflow examples --path)"
        talentflow add news/ --reader llm --model qwen3:8b
    """
    tally: Counter[str] = Counter()
    with open_library(context, db) as library, progress_over(paths) as progress:
        inputs = Inputs(paths, progress.tell, progress.advance)
        reader = choice.open()
        if choice.dry_run:
            tell_estimate(reader, inputs)
            raise typer.Exit(1 if inputs.failed else 0)
        try:
            for added in library.add(inputs, reader):
                _count(tally, added)
                if added.outcome in ("added", "updated") and (tally["added"] + tally["updated"]) % _AT_A_TIME == 0:
                    library.refresh()  # here, where nobody waits for an answer
                if added.problem is not None:
                    inputs.fail(added.problem)
                if added.warning is not None:
                    inputs.tell(added.warning)
                progress.count(tally)
        except KeyboardInterrupt:
            stopped = True
        except TalentflowError:
            say(summary(tally, inputs.failed))  # what came before the full disk, say, is stored
            raise
        else:
            library.refresh()
            stopped = False
        finally:
            if not choice.is_embedded:
                tell_spent(reader)
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
    line = f"{counted(tally['added'], 'article')} added"
    if tally["updated"]:
        line += f", {tally['updated']} updated"
    if tally["added"] or tally["updated"]:
        line += f", with {counted(tally['moves'], 'move')}, {counted(tally['positions'], 'position')}"
        line += f" and {counted(tally['groups'], 'group')}"
    if tally["known"]:
        line += f"; {tally['known']} known already"
    if problems:
        line += f"; {counted(problems, 'input')} failed"
    return line + "."
