"""Options that several commands share, and the library that they open."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from talentflow.model import STATUSES, TalentflowError, is_date

if TYPE_CHECKING:
    from talentflow.app.library import Library
    from talentflow.app.reading import Reader

DATABASE_HELP = "The database: a file or a URL (else TALENTFLOW_DB, else a file in your data folder)."

OWN_READERS = ("embedded", "rules")  # they ask nobody
MODEL_READERS = ("llm", "cascade")
READER_VARIABLE = "TALENTFLOW_READER"

Database = Annotated[str | None, typer.Option("--db", metavar="URL", help=DATABASE_HELP)]
WithoutRegistryPeople = Annotated[
    bool,
    typer.Option(
        "--without-registry-people",
        help="Read as if no person were known beforehand: measures how well unlisted names are found.",
    ),
]


@dataclass
class Globals:
    """What was said before the command's name."""

    db: str | None = None


def open_library(context: typer.Context, db: str | None) -> Library:
    """The library that the user means: `--db` after the command, else before it, else the default."""
    from talentflow.app.library import Library

    given = context.find_object(Globals)
    return Library(db or (given.db if given else None))


def open_reader(*, without_registry_people: bool = False, is_quick: bool = False) -> Reader:
    """The embedded reader, `is_quick` by its rules alone.

    It takes a moment to load, so only commands that read ask for it.
    """
    from talentflow.reader.embedded import EmbeddedReader

    return EmbeddedReader(without_registry_people=without_registry_people, is_quick=is_quick)


def _own_reader(name: str | None) -> str:
    """The reader meant: the option, else the environment where that names one of our own, else the encoder's."""
    if name is None:
        name = os.environ.get(READER_VARIABLE, "") or OWN_READERS[0]
        if name in MODEL_READERS:  # which the command line asks, and pages and assistants do not
            return OWN_READERS[0]
    if name not in OWN_READERS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(OWN_READERS)}.")
    return name


OwnNames = Annotated[
    list[str] | None,
    typer.Option(
        "--name", metavar="NAME", help="A name under which --host is reached; may be repeated. Numbers always are."
    ),
]
OwnReader = Annotated[
    str | None,
    typer.Option(
        "--reader",
        metavar="embedded|rules",
        callback=_own_reader,
        help="Who reads what is given to it: the built-in rules with a small encoder beside them, or the rules alone, "
        f"far quicker, which find less (else {READER_VARIABLE}).",
    ),
]


def user_name(remedy: str = "Set the environment variable LOGNAME to it.") -> str:
    """Who sits at the keyboard, for what is kept with its author; `remedy` is told where nobody has a name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        raise TalentflowError(f"Your user name is not known. {remedy}") from None


def iso_date(value: str | None) -> str | None:
    """An ISO date as exact as wished, for an option; anything else is wrong usage."""
    if value is not None and not is_date(value):
        raise typer.BadParameter(f"{value!r} is no date. Write 2025, 2025-10 or 2025-10-14.")
    return value


AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        callback=iso_date,
        help="As it stood on this day (or at the end of this month or year): from what had been published by then.",
    ),
]


def each_of(choices: Sequence[str]) -> Callable[[list[str] | None], list[str] | None]:
    """A check for an option that may be repeated: every value must be one of the choices."""

    def check(values: list[str] | None) -> list[str] | None:
        for value in values or ():
            if value not in choices:
                raise typer.BadParameter(f"{value!r} is none of {', '.join(choices)}.")
        return values

    return check


Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", callback=iso_date, help="From this day, month or year on.")
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", callback=iso_date, help="Up to and with this day, month or year."),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        callback=each_of(STATUSES),
        help=f"Only this one: {', '.join(STATUSES)}; may be repeated.",
    ),
]
ListFormat = Annotated[
    Literal["table", "plain", "jsonl", "csv"] | None,
    typer.Option(
        "--format",
        metavar="table|plain|jsonl|csv",
        help="How to print: table on a terminal, plain (tabs) when piped, unless said here.",
    ),
]
