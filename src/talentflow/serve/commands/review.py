"""`talentflow review`: pairs of names that may be one, decided one after the other."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from talentflow.serve.options import Database, open_library, user_name
from talentflow.serve.terminal import complain, counted, is_terminal, paragraph, plain_row, say, shown
from talentflow.text.visible import json_text

if TYPE_CHECKING:
    from talentflow.app.library import Library
    from talentflow.app.views import PairView, SideView

_ANSWERS = {"s": "same", "d": "different", "u": "unsure"}
_QUESTION = "same, different, unsure, back, skip or quit? [s/d/u/b/k/q] "


def review(
    context: typer.Context,
    reviewer: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides; kept with each decision (else your user name).")
    ] = None,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why, kept with each decision of this run.")] = "",
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many pairs.")] = 100,
    only_list: Annotated[bool, typer.Option("--list", help="List the open pairs and decide nothing.")] = False,
    decided: Annotated[bool, typer.Option("--decided", help="List the decisions that stand.")] = False,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="List the moves on which readers disagree and decide nothing.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back your last decision that stands.")] = False,
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", metavar="text|json", help="How to print lists.")
    ] = "text",
    db: Database = None,
) -> None:
    """Decide which names are one person's or one organization's.

    Walks through the pairs that are near and not sure enough to be joined: each with its score, the reason, and what
    is told of both. A decision stands above the machine's view, survives every rebuild and upgrade, keeps its author
    and its time, and can be taken back. "Different" keeps the two apart for good, also by way of a third name.
    With --disputed: the moves that only one of two readers finds (see `--reader cascade` of read and add).

    Example:

    \b
        talentflow review --reviewer Carla
        talentflow review --list
        talentflow review --disputed
        talentflow review --undo --reviewer Carla
    """
    who = reviewer or user_name("Say who decides with --reviewer NAME.")
    with open_library(context, db) as library:
        if undo:
            _take_back(library, who)
        elif decided:
            _list_decisions(library, as_json=output == "json")
        elif disputed:
            _list_disputes(library, as_json=output == "json")
        elif only_list:
            _list_pairs(library.open_pairs(limit), as_json=output == "json")
        else:
            _walk(library, library.open_pairs(limit), who, reason)


def _walk(library: Library, pairs: list[PairView], reviewer: str, reason: str) -> None:
    """One pair after the other; "back" takes the last decision of this run back and shows its pair again."""
    if not pairs:
        say("No pair of names is open.")
        return
    place, made = 0, list[int]()
    while place < len(pairs):
        pair = pairs[place]
        _print_pair(pair, f"{place + 1} of {len(pairs)}")
        answer = _ask()
        if answer == "q":
            break
        if answer == "b":
            if not made:
                complain("there is nothing to take back in this run. An older decision: talentflow review --undo")
                continue
            library.undo(reviewer=reviewer)
            place = made.pop()
            continue
        if answer in _ANSWERS:
            library.decide(pair.one.key, pair.other.key, _ANSWERS[answer], reviewer=reviewer, reason=reason)
            made.append(place)
        place += 1
    library.refresh()
    say(f"{counted(len(made), 'decision')} kept, by {shown(reviewer)}.")


def _ask() -> str:
    """The first letter of the answer; the end of the input quits."""
    while True:
        say(_QUESTION, end="")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not is_terminal(sys.stdin):
            say()
        if not line:
            return "q"
        letter = "k" if line.strip().casefold() in ("skip", "k", "") else line.strip()[0].casefold()
        if letter in (*_ANSWERS, "b", "k", "q"):
            return letter
        complain(f"{line.strip()[:20]!r} is no answer.")


def _print_pair(pair: PairView, where: str) -> None:
    say()
    paragraph(f"{where}, {pair.type}, score {pair.score:.2f}: {shown(pair.reason)}", style="bold")
    for side in (pair.one, pair.other):
        paragraph(_side_words(side), indent=2)


def _side_words(side: SideView) -> str:
    words = " / ".join(shown(name) for name in side.names)
    if side.name and side.name not in side.names:
        words += f" (held to be {shown(side.name)})"
    if side.employers:
        words += f"; with {', '.join(shown(employer) for employer in side.employers)}"
    return f"{words}; in {', '.join(shown(article) for article in side.articles)}" if side.articles else words


def _list_pairs(pairs: list[PairView], *, as_json: bool) -> None:
    if not pairs:
        complain("no pair of names is open.")
    for pair in pairs:
        if as_json:
            say(json_text(asdict(pair)))
        else:
            names = (" / ".join(side.names) for side in (pair.one, pair.other))
            say(plain_row([f"{pair.score:.2f}", pair.type, *names, pair.reason]))


def _list_disputes(library: Library, *, as_json: bool) -> None:
    disputes = library.disputes()
    if not disputes:
        complain("readers disagree on no move. Only articles read with --reader cascade are compared.")
    for found in disputes:
        if as_json:
            say(json_text(asdict(found)))
        else:
            say(plain_row([f"{found.confidence:.2f}", found.article, found.move, found.why, found.quote]))


def _list_decisions(library: Library, *, as_json: bool) -> None:
    decisions = library.decisions()
    if not decisions:
        complain("no decision stands.")
    for decision in decisions:
        if as_json:
            say(json_text(asdict(decision)))
        else:
            said = (decision.made_at, decision.author, decision.verdict, decision.one, decision.other, decision.reason)
            say(plain_row(said))


def _take_back(library: Library, reviewer: str) -> None:
    decision = library.undo(reviewer=reviewer)
    if decision is None:
        complain(f"no decision of {reviewer} stands, so there is nothing to take back.")
        raise typer.Exit(1)
    library.refresh()
    say(f"Taken back: {shown(decision.one)} and {shown(decision.other)} are {decision.verdict} ({decision.made_at}).")
