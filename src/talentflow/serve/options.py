"""Options that several commands share, and the library that they open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from talentflow.model import PartialDate

if TYPE_CHECKING:
    from talentflow.app.library import Library
    from talentflow.app.reading import Reader

DATABASE_HELP = "The database: a file or a URL (else TALENTFLOW_DB, else a file in your data folder)."

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


def open_reader(*, without_registry_people: bool = False) -> Reader:
    """The embedded reader; it takes a moment to load, so only commands that read ask for it."""
    from talentflow.reader.embedded import EmbeddedReader

    return EmbeddedReader(without_registry_people=without_registry_people)


def iso_date(value: str | None) -> str | None:
    """An ISO date as exact as wished, for an option; anything else is wrong usage."""
    if value is not None:
        try:
            PartialDate.parse(value)
        except ValueError:
            raise typer.BadParameter(f"{value!r} is no date. Write 2025, 2025-10 or 2025-10-14.") from None
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
