"""Addresses of pages: which may be asked for at all, and which machines are nobody's business to reach from here.

An address that somebody typed, or that a page redirects to, may lead to this machine, to its neighbours or to a cloud's
own services, in a dozen disguises. Names are never judged: only the numbers that they stand for, whichever way these
are written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import quote, urlsplit

from talentflow.sources.problems import Unreadable

PORTS = frozenset({80, 443})
_LONGEST = 2000
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*\.?")
_UNSAFE_IN_PATH = "%/:=&?~#+!$,;'@()*[]"
# Addresses that lead on to an IPv4 address within them: NAT64, 6to4 and the old compatible form.
_CARRIERS = tuple(
    (IPv6Network(network), shift)
    for network, shift in (("64:ff9b::/96", 0), ("64:ff9b:1::/48", 0), ("2002::/16", 80), ("::/96", 0))
)
# Open to the world by their number, and yet a cloud's or a provider's own.
_SERVICES = (ip_network("168.63.129.16/32"), ip_network("192.0.0.0/24"), ip_network("100.64.0.0/10"))
_EXAMPLES = (ip_network("3fff::/20"),)  # of documents (RFC 9637); older Pythons do not know it
_NUMBER = re.compile(r"\[[0-9a-f:.]+\](?::\d*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `path` with its query, as it is sent."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        """The host as it stands in an address and in a Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = 443 if self.scheme == "https" else 80
        return host if self.port == usual else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address, without a fragment."""
        return f"{self.scheme}://{self.netloc}{self.path}"


def is_address(path: str) -> bool:
    """Whether what the user gave is an address and no path."""
    return _SCHEME.match(path) is not None


def target_of(url: str, ports: frozenset[int] | None = PORTS) -> Target:
    """Where an address leads, or Unreadable where it is none that may be asked for; `ports` None allows any."""
    if len(url) > _LONGEST or _ODD.search(url) or not is_address(url):
        raise _refused("is no address of a page")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _refused("is no address of a page") from None
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise _refused("has a name or a password in it")
    if "[" in parts.netloc and not _NUMBER.fullmatch(parts.netloc):
        raise _refused("names no host")
    scheme = parts.scheme.lower()
    port = (443 if scheme == "https" else 80) if port is None else port
    if ports is not None and port not in ports:
        raise _refused(f"asks for port {port}, where no pages are")
    path = quote(parts.path or "/", safe=_UNSAFE_IN_PATH) + (
        f"?{quote(parts.query, safe=_UNSAFE_IN_PATH)}" if parts.query else ""
    )
    return Target(scheme, _plain_host(host), port, path)


def _plain_host(host: str) -> str:
    """A host as it is looked up: ASCII, or the number that it is."""
    if ":" in host:
        try:
            return str(ip_address(host.partition("%")[0])) if "%" not in host else _no_host()
        except ValueError:
            return _no_host()
    try:
        plain = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return _no_host()
    return plain if _HOST.fullmatch(plain) and len(plain) <= 253 else _no_host()


def _no_host() -> str:
    raise _refused("names no host")


def _refused(what: str) -> Unreadable:
    return Unreadable(what, "Give the address of one article, beginning with https:// or http://.")


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the open internet, and to nobody's own machines or services."""
    try:
        number = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if "%" in address:  # an address with a zone is a neighbour's
        return False
    return _is_open(number)


def is_disguised(address: str) -> bool:
    """Whether a numeric address is an IPv6 one that stands for an IPv4 address or leads to it."""
    number = ip_address(address)
    return isinstance(number, IPv6Address) and _carried(number) is not None


def _is_open(number: IPv4Address | IPv6Address) -> bool:
    if isinstance(number, IPv6Address):
        inner = _carried(number)
        if inner is not None:
            return _is_open(inner)
        if number.teredo is not None or number.is_site_local:
            return False
    closed = (number.is_private, number.is_loopback, number.is_link_local, number.is_multicast, number.is_reserved)
    if any(closed) or number.is_unspecified or not number.is_global:
        return False
    return not any(number.version == network.version and number in network for network in (*_SERVICES, *_EXAMPLES))


def _carried(number: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for or leads to."""
    if number.ipv4_mapped is not None:
        return number.ipv4_mapped
    for network, shift in _CARRIERS:
        if number in network:
            return IPv4Address(int(number) >> shift & 0xFFFF_FFFF)
    return None
