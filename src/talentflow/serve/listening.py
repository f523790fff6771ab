"""Where we listen, and under which names we are asked."""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass

from talentflow.model import TalentflowError

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def shown(host: str) -> str:
    """A host as it stands in an address: an IPv6 one in brackets."""
    return f"[{host}]" if ":" in host else host


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an interface."""
    return shown(host) in LOOPBACK


def host_of(header: str | None) -> str:
    """The host of a Host header, without its port."""
    host = (header or "").strip().lower()
    return host if host.endswith("]") else host.rsplit(":", 1)[0] if ":" in host else host


def is_number(host: str) -> bool:
    """Whether a host is the number of a machine: no name that somebody could point elsewhere."""
    try:
        ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Addresses:
    """Under which names we are asked, and whether by number too.

    A page of another site could point its own name at this machine and have a visitor's browser ask it: whoever asks
    under a name that is none of ours is not answered.
    """

    names: frozenset[str]
    by_number: bool = False

    def hold(self, header: str | None) -> bool:
        """Whether a Host header, or the place of an Origin header, names one of these."""
        host = host_of(header)
        return host in self.names or (self.by_number and is_number(host))


def addresses_of(host: str, names: Iterable[str] = ()) -> Addresses:
    """Where we are asked when we listen on an interface, besides under these names."""
    is_local = is_loopback(host)
    own = (*LOOPBACK, *names, *(() if is_local else (host, socket.gethostname())))
    return Addresses(frozenset(name.lower() for name in own), by_number=not is_local)


def listen(host: str, port: int, *, or_any: bool = False) -> socket.socket:
    """A socket on which others can reach us, or TalentflowError with the reason in a line."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named so that asyncio sends each answer at once: it asks for that only where it sees TCP, and
    # an answer's second packet would wait 40 ms for the first to be acknowledged.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # from now on whoever comes waits, and is not refused
    except (OSError, UnicodeError) as error:
        listening.close()
        if or_any and getattr(error, "errno", None) == errno.EADDRINUSE:
            return listen(host, 0)
        reason = getattr(error, "strerror", None) or str(error)
        raise TalentflowError(
            f"{host}:{port}: cannot listen there ({reason}). Name another port with --port, or 0 for any that is free."
        ) from None
    return listening
