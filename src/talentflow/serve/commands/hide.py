"""`talentflow hide`: a person who asks to be removed."""

from __future__ import annotations

from typing import Annotated

import typer

from talentflow.serve.options import Database, open_library, user_name
from talentflow.serve.terminal import complain, plain_row, say, shown


def hide(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The person, by a name in any script, or by id.")
    ] = None,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why, kept in the log.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Show the person again.")] = False,
    only_list: Annotated[bool, typer.Option("--list", help="List who is hidden.")] = False,
    db: Database = None,
) -> None:
    """Hide a person who asks to be removed: everywhere, and for good.

    Pages, API, exports, figures and search show the person no more, in no spelling, and the texts of articles have the
    name struck out. It stays so whatever is read later or anew. The articles themselves are kept as they came, and
    the log says who hid whom when; --undo takes it back.

    Example:

    \b
        talentflow hide "Ada Moreno" --reason "asked by letter, 12 May"
        talentflow hide --list
        talentflow hide "Ada Moreno" --undo
    """
    if not only_list and not name:
        raise typer.BadParameter('Say who: talentflow hide "NAME"')
    with open_library(context, db) as library:
        if only_list:
            hidden = library.hiding.all()
            if not hidden:
                complain("nobody is hidden.")
            for found in hidden:
                say(plain_row((found.made_at, found.author, found.name, found.reason)))
        elif undo:
            found = library.hiding.show_again(name or "", author=user_name(), reason=reason)
            say(f"Shown again: {shown(found.name)}.")
        else:
            found, was_known = library.hiding.hide(name or "", author=user_name(), reason=reason)
            if not was_known:
                complain(f"nobody called {found.name} is in the record; whoever comes by this name stays hidden.")
            say(f"Hidden: {shown(found.name)}. To show the person again: talentflow hide --undo NAME")
