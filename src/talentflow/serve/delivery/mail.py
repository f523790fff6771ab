"""Digests by e-mail: plain text, each move with its status in words, a quote and where it stands."""

from __future__ import annotations

import os
import re
import smtplib
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from talentflow.app.alerts import Alert, Outcome
from talentflow.app.plain_data import move_as_dict
from talentflow.app.views import MoveView
from talentflow.exports.provenance import LICENCE
from talentflow.exports.rows import web_address
from talentflow.exports.wording import in_words
from talentflow.model import TalentflowError
from talentflow.text.visible import visible

SERVER, SENDER = "TALENTFLOW_SMTP", "TALENTFLOW_MAIL_FROM"
_SECONDS = 20
_MOST_MOVES = 200
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Who takes our letters: from the administrator's settings."""

    host: str
    port: int
    is_safe: bool
    user: str | None
    password: str | None
    sender: str


def check_mail_address(address: str) -> None:
    """Raise TalentflowError for what is no plain e-mail address."""
    if not _ADDRESS.fullmatch(address) or ".." in address:
        raise TalentflowError(f"{visible(address)}: no e-mail address. Write one such as desk@example.org.")


def mail_server() -> MailServer:
    """The server of the settings: TALENTFLOW_SMTP (smtps://user:password@host or smtp://host:25) and the sender."""
    url, sender = os.environ.get(SERVER), os.environ.get(SENDER)
    if not url or not sender:
        raise TalentflowError(f"E-mail needs two settings: {SERVER} (smtps://user:password@host) and {SENDER}.")
    check_mail_address(sender)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise TalentflowError(f"{SERVER}: no mail server. Write smtps://user:password@host or smtp://host:25.")
    is_safe = parts.scheme == "smtps"
    user, password = (unquote(part) if part else None for part in (parts.username, parts.password))
    return MailServer(parts.hostname, port or (465 if is_safe else 25), is_safe, user, password, sender)


def mailer(pages: str | None = None) -> Callable[[Alert, str, Sequence[MoveView]], Outcome]:
    """A sender of digests; `pages` is where the pages are served, for links."""

    def send(alert: Alert, delivery: str, moves: Sequence[MoveView]) -> Outcome:
        try:
            server = mail_server()
            _send(server, letter(alert, delivery, moves, server.sender, pages))
        except TalentflowError as error:
            return Outcome(False, str(error))
        except smtplib.SMTPRecipientsRefused as error:
            return Outcome(False, visible(f"refused: {error.recipients}"), is_final=True)
        except (OSError, smtplib.SMTPException) as error:
            return Outcome(False, visible(f"{type(error).__name__}: {error}"))
        return Outcome(True, f"taken by {server.host}")

    return send


def letter(
    alert: Alert, delivery: str, moves: Sequence[MoveView], sender: str, pages: str | None = None
) -> EmailMessage:
    """The digest of some moves."""
    message = EmailMessage()
    user, _, domain = sender.partition("@")
    message["From"] = Address("Talentflow", user, domain)
    message["To"] = alert.target
    count = f"{len(moves)} move{'' if len(moves) == 1 else 's'}"
    message["Subject"] = f"{visible(alert.name)}: {count}"
    message["Message-ID"] = f"<{delivery}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    lines = [f"{count} that are new, or whose status changed, for “{visible(alert.name)}”.", ""]
    for move in moves[:_MOST_MOVES]:
        lines += _told(move, pages)
    if len(moves) > _MOST_MOVES:
        lines += [f"And {len(moves) - _MOST_MOVES} more.", ""]
    lines += ["-- ", "It says what articles say, not what is true: mind the status.", LICENCE]
    message.set_content("\n".join(lines))
    return message


def _told(move: MoveView, pages: str | None) -> list[str]:
    lines = [f"* {move.date or move.known_on or 'undated'}: {in_words(move_as_dict(move))}"]
    for item in move.evidence[:1]:
        source = ", ".join(part for part in (item.publisher, item.published) if part)
        lines.append(f"  “{visible(item.quote)}” ({visible(source)})")
        address = web_address(item.url)
        lines += [f"  {address}"] if address else []
    lines += [f"  {pages.rstrip('/')}/en/move/{move.id}"] if pages else []
    return [*lines, ""]


def _send(server: MailServer, message: EmailMessage) -> None:
    context = ssl.create_default_context()
    client: smtplib.SMTP
    if server.is_safe:
        client = smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=context)
    else:
        client = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
    with client:
        client.ehlo_or_helo_if_needed()
        if not server.is_safe and client.has_extn("starttls"):
            client.starttls(context=context)
            client.ehlo()
        elif server.user and not server.is_safe:
            raise TalentflowError(f"{SERVER}: the server offers no encryption, so no password is sent. Use smtps://.")
        if server.user:
            client.login(server.user, server.password or "")
        client.send_message(message)
