"""`talentflow token`: who may do what over the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from talentflow.serve.options import Database, open_library, user_name
from talentflow.serve.terminal import complain, plain_row, say, shown

if TYPE_CHECKING:
    from talentflow.app.library import Library


def token(
    context: typer.Context,
    action: Annotated[
        Literal["make", "list", "revoke"], typer.Argument(metavar="ACTION", help="What to do: make, list or revoke.")
    ],
    whose: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Whose token to make; to revoke one, its id from the list.")
    ] = None,
    scopes: Annotated[
        list[str] | None,
        typer.Option("--scope", metavar="SCOPE", help="What it opens: read (else), add, review or admin; repeatable."),
    ] = None,
    days: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=36_500, help="Let it end after so many days.")
    ] = None,
    db: Database = None,
) -> None:
    """Make, list or revoke tokens for the pages and the API.

    A token is printed once and kept only as a digest: whoever loses it gets a new one. Adding and reviewing in the
    browser ask for one, and so does everything when `serve` listens on other interfaces than this machine's own.
    "add" and "review" include reading; "admin" includes all.

    Example:

    \b
        talentflow token make Carla --scope review --scope add --days 90
        talentflow token list
        talentflow token revoke 3f9a0c1b2d4e
    """
    if action != "list" and not whose:
        what = "Say whose token it is" if action == "make" else "Say which token, by its id from the list"
        raise typer.BadParameter(f"{what}: talentflow token {action} NAME")
    with open_library(context, db) as library:
        if action == "list":
            _list(library)
        elif action == "make":
            made, text = library.tokens.make(whose or "", scopes or ("read",), author=user_name(), days=days)
            until = f" until {made.expires_on}" if made.expires_on else ""
            say(text)
            say(f"Token {made.id} for {shown(made.name)}: {', '.join(made.scopes)}{until}. It is not shown again.")
        else:
            gone = library.tokens.revoke(whose or "", author=user_name())
            say(f"Revoked: token {gone.id} of {shown(gone.name)}. It opens nothing any more.")


def _list(library: Library) -> None:
    tokens = library.tokens.all()
    if not tokens:
        complain("there is no token. Make one with: talentflow token make NAME")
    for found in tokens:
        state = f"revoked {found.revoked_at}" if found.revoked_at else f"until {found.expires_on or 'revoked'}"
        say(plain_row((found.id, found.name, ", ".join(found.scopes), found.made_at, state)))
