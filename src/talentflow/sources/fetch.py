"""One page by its address: from the open internet alone, within limits of size, time and type, whatever it tries.

A name is looked up once for each request, all its numbers are checked, and the connection goes to one of the numbers
that were checked: a name that changes its mind in between changes nothing. Redirects are followed by hand, each as
strictly as the address that was given. What is in the environment for proxies plays no part.
"""

from __future__ import annotations

import contextlib
import http.client
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from talentflow import __version__
from talentflow.sources.addresses import PORTS, Target, is_public, target_of
from talentflow.sources.content import MEBIBYTE
from talentflow.sources.problems import Unreadable

LARGEST = 4 * MEBIBYTE
SECONDS = 20.0
_ONE_WAIT = 6.0  # for one answer on the wire
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KINDS = {"text/html": "HTML", "application/xhtml+xml": "HTML", "text/plain": "text"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEADERS = {
    "User-Agent": f"Talentflow/{__version__} (reads one article for its user)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave: `url` is where it was in the end, `kind` the name of its format."""

    url: str
    kind: str
    charset: str | None
    body: bytes


def look_up(host: str, port: int) -> list[str]:
    """The numeric addresses of a host, in the system's order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to a numeric address; no name is looked up."""
    return socket.create_connection((address, port), seconds)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages; the fields are for tests and for whoever has a network of their own to read from."""

    look_up: Callable[[str, int], list[str]] = look_up
    connect: Callable[[str, int, float], socket.socket] = connect
    allows: Callable[[str], bool] = is_public
    ports: frozenset[int] | None = PORTS
    largest: int = LARGEST
    seconds: float = SECONDS
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context

    def fetch(self, url: str) -> Page:
        """The page at an address. Raises Unreadable, with the reason, for whatever cannot or may not be had."""
        end = time.monotonic() + self.seconds
        target = target_of(url.strip(), self.ports)
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                answer = self._ask(target, end)
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise _failed(error, is_late=time.monotonic() >= end) from None
            if isinstance(answer, Page):
                return answer
            target = target_of(urljoin(target.url, answer), self.ports)
        raise Unreadable("leads from one address to another without end", "Open it in a browser and copy the text.")

    def _ask(self, target: Target, end: float) -> Page | str:
        """The page, or the address to ask instead."""
        with self._connected(target, end) as connection:
            connection.request("GET", target.path, headers={"Host": target.netloc, **_HEADERS})
            response = connection.getresponse()
            if response.status in _REDIRECTS:
                return response.getheader("Location") or _nowhere()
            if response.status != http.client.OK:
                raise Unreadable(f"answers with {response.status}", "Open it in a browser and copy the text.")
            given = response.getheader("Content-Type") or ""
            kind = _KINDS.get(given.partition(";")[0].strip().lower())
            if kind is None:
                raise Unreadable(f"is no page but {given[:80] or 'of no stated type'}", "Give the page of one article.")
            packed = response.getheader("Content-Encoding", "identity").strip().lower()
            if packed not in ("identity", "gzip", "x-gzip", ""):
                raise Unreadable(f"is packed in a way that was not asked for ({packed[:20]})", "Copy its text.")
            charset = _CHARSET.search(given)
            return Page(target.url, kind, charset[1] if charset else None, self._body(response, end))

    @contextlib.contextmanager
    def _connected(self, target: Target, end: float) -> Iterator[http.client.HTTPConnection]:
        """A connection to one of the addresses that were checked; it is cut when the time is up."""
        numbers = self.look_up(target.host, target.port)
        if not numbers or not all(map(self.allows, numbers)):
            raise Unreadable(
                "leads to this machine, its network or a service of its own, which is never asked",
                "Give the address of a page that everybody can open.",
            )
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        held = [self.connect(numbers[0], target.port, min(_ONE_WAIT, left))]
        # A page that sends a byte now and then would keep every single wait short, and us for ever.
        cut = threading.Timer(left, _cut, [held])
        cut.daemon = True
        cut.start()
        try:
            held[0].settimeout(_ONE_WAIT)
            if target.scheme == "https":
                secured = self.trust().wrap_socket(held[0], server_hostname=target.host, do_handshake_on_connect=False)
                held[0] = secured  # the plain one is no longer the connection that can be cut
                secured.do_handshake()
            connection = http.client.HTTPConnection(target.host, target.port)
            connection.sock = held[0]
            with contextlib.closing(connection):
                yield connection
        finally:
            cut.cancel()
            held[0].close()

    def _body(self, response: http.client.HTTPResponse, end: float) -> bytes:
        held = bytearray()
        while chunk := response.read1(1 << 16):
            held += chunk
            if len(held) > self.largest:
                raise Unreadable(f"is larger than {self.largest // MEBIBYTE} MiB", "Copy its text instead.")
        if response.length:
            raise http.client.IncompleteRead(bytes(held), response.length)
        if time.monotonic() >= end:  # it was cut, and what we have may be half a page
            raise TimeoutError
        return bytes(held)


def fetch(url: str) -> Page:
    """The page at an address on the open internet."""
    return Fetcher().fetch(url)


def _cut(held: list[socket.socket]) -> None:
    with contextlib.suppress(OSError):
        held[0].shutdown(socket.SHUT_RDWR)


def _nowhere() -> str:
    raise Unreadable("leads on to no address", "Open it in a browser and copy the text.")


def _failed(error: Exception, *, is_late: bool) -> Unreadable:
    if is_late or isinstance(error, TimeoutError):
        return Unreadable("does not answer in time", "Try again later, or copy its text.")
    if isinstance(error, socket.gaierror):
        return Unreadable("has a host that nobody knows", "Check the spelling, and whether this machine is online.")
    if isinstance(error, ssl.SSLError):
        return Unreadable("does not prove that it is the page that it says", "Open it in a browser and copy the text.")
    if isinstance(error, OSError):
        return Unreadable(f"cannot be reached ({error.strerror or error})", "Try again later, or copy its text.")
    return Unreadable("answers with something that is no web page", "Open it in a browser and copy the text.")
