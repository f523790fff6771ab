"""`talentflow alerts`: be told of new moves, by webhook or by e-mail."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import parse_qsl

import typer

from talentflow.model import TalentflowError
from talentflow.serve.options import Database, open_library
from talentflow.serve.terminal import complain, plain_row, say, shown

if TYPE_CHECKING:
    from talentflow.app.library import Library
    from talentflow.app.views import MoveFilter


def alerts(
    context: typer.Context,
    action: Annotated[
        Literal["add", "list", "remove", "send", "log"],
        typer.Argument(metavar="ACTION", help="What to do: add, list, remove, send or log."),
    ],
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="A name for the new alert; to remove one, its id from the list."),
    ] = None,
    wanted: Annotated[
        str, typer.Option("--filter", metavar="QUERY", help="Which moves, as the address of the first page has it.")
    ] = "",
    webhook: Annotated[
        str | None, typer.Option("--webhook", metavar="URL", help="Post the moves to this address, signed.")
    ] = None,
    email: Annotated[
        str | None, typer.Option("--email", metavar="ADDRESS", help="Send the moves as a digest to this address.")
    ] = None,
    every: Annotated[
        Literal["now", "day", "week"] | None,
        typer.Option("--every", metavar="now|day|week", help="How often: webhooks at once, digests each day else."),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let the webhook lead to this machine or a private network.")
    ] = False,
    keep_on: Annotated[
        int | None, typer.Option("--keep-on", metavar="SECONDS", min=1, help="With send: go on, looking this often.")
    ] = None,
    pages: Annotated[
        str | None, typer.Option("--pages", metavar="ADDRESS", help="With send: where the pages are, for links.")
    ] = None,
    db: Database = None,
) -> None:
    """Save filters, and send what is new to webhooks and by e-mail.

    An alert tells of every move that passes its filter once it is made, and again when its status changes.
    `send` looks for what is new and sends it; what fails is tried again after 1, 5 and 30 minutes, 2, 6 and 24 hours.
    Let cron run it, or let it go on with --keep-on. Webhooks are signed as Standard Webhooks has it, with the secret
    that `add` prints. E-mail needs two settings, TALENTFLOW_SMTP (smtps://user:password@host) and TALENTFLOW_MAIL_FROM.

    Example:

    \b
        talentflow alerts add "Out of Meta" --filter "from=Meta&status=done" --webhook https://example.org/hook
        talentflow alerts add "Rumours" --filter status=rumored --email desk@example.org --every week
        talentflow alerts send
        talentflow alerts log
    """
    if action in ("add", "remove") and not name:
        raise typer.BadParameter(f"Say which: talentflow alerts {action} NAME", param_hint="NAME")
    with open_library(context, db) as library:
        if action == "add":
            _add(library, name or "", wanted, webhook, email, every, allow_private=allow_private)
        elif action == "list":
            _list(library)
        elif action == "remove":
            library.alerts.remove(name or "")
            say(f"Removed: {shown(name or '')}. It tells nothing more.")
        elif action == "log":
            _show_log(library)
        else:
            _send(library, keep_on, pages)


def _list(library: Library) -> None:
    alerts = library.alerts.all()
    if not alerts:
        complain("there is no alert. Add one with: talentflow alerts add NAME --filter QUERY --email ADDRESS")
    for alert in alerts:
        say(plain_row((alert.id, alert.name, alert.channel, alert.target, alert.pace, alert.made_at)))


def _show_log(library: Library) -> None:
    sent = library.alerts.log()
    if not sent:
        complain("nothing has been sent.")
    for row in sent:
        say(plain_row((row.made_at, row.alert, row.id, row.state, str(row.tries), row.answer or "")))


def _add(
    library: Library,
    name: str,
    wanted: str,
    webhook: str | None,
    email: str | None,
    every: str | None,
    *,
    allow_private: bool,
) -> None:
    from talentflow.serve.delivery.mail import check_mail_address
    from talentflow.serve.delivery.webhooks import check_address

    if (webhook is None) == (email is None):
        raise typer.BadParameter("Say where to: either --webhook or --email.", param_hint="--webhook")
    if webhook is not None:
        check_address(webhook)
    else:
        check_mail_address(email or "")
    alert = library.alerts.add(
        name[:200],
        _filter(wanted),
        "webhook" if webhook else "email",
        webhook or email or "",
        pace=every or ("now" if webhook else "day"),
        allows_private=allow_private,
    )
    say(f"Added: {alert.id}, {shown(alert.name)}, to {shown(alert.target)}.")
    if webhook:
        say(f"Check what comes with this secret: {alert.secret}")


def _filter(query: str) -> MoveFilter:
    """The filter of a query such as "from=Meta&status=done"; a slip of the pen is told, not passed over."""
    from dataclasses import replace

    from talentflow.serve.web.wanted import FIELDS, wanted_of

    given = dict(parse_qsl(query.lstrip("?"), keep_blank_values=True))
    read = wanted_of(given)
    unknown = [*(field for field in given if field not in FIELDS), *read.misunderstood]
    if unknown or (query and not given):
        what = ", ".join(unknown) or query
        raise TalentflowError(f"--filter: {shown(what)} is not understood. Write such as from=Meta&status=done.")
    return replace(read.filter, limit=None, skip=0)


def _send(library: Library, keep_on: int | None, pages: str | None) -> None:
    from talentflow.serve.delivery.mail import mailer
    from talentflow.serve.delivery.webhooks import post

    while True:
        library.alerts.gather()
        for alert, row in library.alerts.deliver({"webhook": post, "email": mailer(pages)}):
            say(plain_row((alert.name, alert.target, row.state, row.answer or "")))
        if keep_on is None:
            return
        time.sleep(keep_on)
