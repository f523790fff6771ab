"""A receiver of webhooks and a mail server on this machine, and moves to send."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from talentflow.app.alerts import Alert
from talentflow.app.views import EvidenceView, MoveFilter, MoveView, PartyView


class Receiver(HTTPServer):
    """Keeps what is posted to it, and answers with `status`."""

    status = 204
    said = b""
    location: str | None = None

    def __init__(self) -> None:
        self.got: list[tuple[str, dict[str, str], bytes]] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook?x=1"


class Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, {key.lower(): value for key, value in self.headers.items()}, body))
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.send_header("Content-Length", str(len(self.server.said)))
        self.end_headers()
        self.wfile.write(self.server.said)

    def log_message(self, *_: Any) -> None:
        """Stay silent."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def alert(target: str, *, allows_private: bool = True, channel: str = "webhook", name: str = "Out of Meta") -> Alert:
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    return Alert("alert-1", name, MoveFilter(), channel, target, secret, "now", allows_private, "2026-03-01")


def moves(quote: str = "غادرت آدا مورينو") -> list[MoveView]:
    evidence = EvidenceView(
        "a-1",
        "text",
        0,
        len(quote),
        quote,
        "ar",
        "2026-01-14",
        "Harbour Ledger",
        "https://example.org/a",
        (),
        "rumored",
    )
    parties = [PartyView(key, name, name) for key, name in (("p", "Ada Moreno"), ("m", "Meta"), ("q", "Quanta"))]
    return [
        MoveView(
            "m-1", *parties, "move", "rumored", None, None, None, "2026-01-14", "2026-01-14", 0.7, 1, ("a-1",), ("ar",),
            (), (), (), (), (evidence,),
        )
    ]  # fmt: skip
