"""`talentflow person` and `talentflow org`: everything known about one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from talentflow.serve.nothing import tell_if_empty, unknown
from talentflow.serve.options import AsOf, Database, open_library
from talentflow.serve.terminal import complain, say
from talentflow.text.visible import json_text

if TYPE_CHECKING:
    from talentflow.app.views import EntityView, Lookup

Why = Annotated[bool, typer.Option("--why", help="Show why each mention is held to be this one.")]
Output = Annotated[
    Literal["text", "json"], typer.Option("--format", metavar="text|json", help="How to print: json gives everything.")
]


def person(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any script or spelling.")],
    why: Why = False,
    output: Output = "text",
    as_of: AsOf = None,
    db: Database = None,
) -> None:
    """Show a person: moves, posts, spellings.

    Each move with the sentences behind it, in the original script.

    Example:

    \b
        talentflow person "Mira Murati"
        talentflow person "بريت زوف" --why
    """
    _look_up(context, db, name, "person", as_of=as_of, why=why, as_json=output == "json")


def org(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any script or spelling.")],
    why: Why = False,
    output: Output = "text",
    as_of: AsOf = None,
    db: Database = None,
) -> None:
    """Show an organization: who came, who left.

    With its spellings in all scripts and the posts that articles state.

    Example:

    \b
        talentflow org "Thinking Machines"
        talentflow org ميتا
    """
    _look_up(context, db, name, "organization", as_of=as_of, why=why, as_json=output == "json")


def _look_up(
    context: typer.Context, db: str | None, name: str, sort: str, *, as_of: str | None, why: bool, as_json: bool
) -> None:
    with open_library(context, db) as library:
        lookup = (library.person if sort == "person" else library.organization)(name, as_of=as_of)
        if not lookup.found:
            if not tell_if_empty(library):
                complain(unknown(name, sort, lookup.suggestions))
            raise typer.Exit(1)
    _print_lookup(lookup, why=why, as_json=as_json)


def _print_lookup(lookup: Lookup, *, why: bool, as_json: bool) -> None:
    if as_json:
        for entity in lookup.found:
            say(json_text(_entity_as_dict(entity, why=why)))
        return
    from talentflow.serve.sheets import print_entity

    if len(lookup.found) > 1:
        say(f"{len(lookup.found)} bear this name:\n")
    for number, entity in enumerate(lookup.found):
        if number:
            say()
        print_entity(entity, why=why)


def _entity_as_dict(entity: EntityView, *, why: bool) -> dict[str, object]:
    from dataclasses import asdict

    from talentflow.app.plain_data import move_as_dict

    out = asdict(entity)
    out["moves"] = [move_as_dict(move) for move in entity.moves]
    if not why:
        del out["judgements"]
    return out
