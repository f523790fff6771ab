"""Webhooks: moves posted as JSON, signed as Standard Webhooks has it, to the open internet alone unless allowed."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import socket
import ssl
import time
from base64 import b64decode, b64encode
from collections.abc import Sequence
from urllib.parse import urlsplit

from talentflow import __version__
from talentflow.app.alerts import Alert, Outcome
from talentflow.app.plain_data import move_as_dict
from talentflow.app.views import MoveView
from talentflow.model import TalentflowError
from talentflow.sources.addresses import is_disguised, is_public
from talentflow.text.visible import json_text, visible

_SECONDS = 10
_MOST_SAID = 200  # bytes of an answer that are kept
_GONE = 410


def check_address(url: str) -> None:
    """Raise TalentflowError where a webhook could never be posted to this address."""
    try:
        parts = urlsplit(url)
        has_host, _ = bool(parts.hostname), parts.port
    except ValueError:
        has_host, parts = False, urlsplit("")
    is_plain = url.isascii() and url.isprintable() and " " not in url
    if parts.scheme not in ("http", "https") or not has_host or parts.username is not None or not is_plain:
        raise TalentflowError(f"{visible(url)}: no address to post to. Give one beginning with https:// or http://.")


def post(alert: Alert, delivery: str, moves: Sequence[MoveView]) -> Outcome:
    """Post the moves of a delivery; nothing is raised, whatever goes wrong on the way."""
    content = {
        "type": "moves",
        "alert": {"id": alert.id, "name": alert.name},
        "moves": [move_as_dict(move) for move in moves],
    }
    body = json_text(content).encode("utf-8")
    instant = str(int(time.time()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"Talentflow/{__version__}",
        "webhook-id": delivery,
        "webhook-timestamp": instant,
        "webhook-signature": signature(alert.secret, delivery, instant, body),
    }
    try:
        status, said = _posted(alert.target, body, headers, allows_private=alert.allows_private)
    except _Refused as refusal:
        return Outcome(False, str(refusal))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Outcome(False, visible(f"{type(error).__name__}: {error}")[:_MOST_SAID])
    answer = visible(f"{status} {said}".strip())
    return Outcome(200 <= status < 300, answer, is_final=status == _GONE)


def signature(secret: str, delivery: str, instant: str, body: bytes) -> str:
    """The signature of a message: HMAC-SHA256 by the secret over its id, its instant and its body."""
    key = b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, f"{delivery}.{instant}.".encode() + body, hashlib.sha256).digest()
    return f"v1,{b64encode(signed).decode()}"


class _Refused(Exception):  # noqa: N818 (a decision of ours, no error)
    """The address leads where nothing may be sent."""


def _posted(url: str, body: bytes, headers: dict[str, str], *, allows_private: bool) -> tuple[int, str]:
    """The status of the answer and its beginning. A redirect is an answer like others: it is not followed."""
    parts = urlsplit(url)
    host, is_safe = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if is_safe else 80)
    # The name is looked up once and the number found is what we connect to: it cannot change in between.
    open_socket = socket.create_connection((_number_of(host, port, allows_private), port), timeout=_SECONDS)
    try:
        if is_safe:
            open_socket = ssl.create_default_context().wrap_socket(open_socket, server_hostname=host)
        connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
        connection.sock = open_socket
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, {"Host": parts.netloc, **headers})
        answer = connection.getresponse()
        return answer.status, answer.read(_MOST_SAID).decode("utf-8", "replace")
    finally:
        open_socket.close()


def _number_of(host: str, port: int, allows_private: bool) -> str:
    numbers = [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not allows_private and not all(map(is_open, numbers)):
        raise _Refused(f"{host} leads to a private address; allow it with --allow-private")
    return numbers[0]


def is_open(number: str) -> bool:
    """Whether a numeric address belongs to the open internet; of one in disguise, whoever means it can say it."""
    return is_public(number) and not is_disguised(number)
