"""How often one address may ask the API: so many requests a minute, in bursts as they come."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

from starlette.types import ASGIApp, Receive, Scope, Send

from talentflow.serve.web.answers import problem
from talentflow.serve.web.shared import Shared

_MOST_ADDRESSES = 10_000  # remembered; the one that asked longest ago is forgotten first
_LOOKED_AFTER = 1000  # new addresses after which it is seen to that there are no more than that


class Rates:
    """Buckets of requests, one an address, each filled again over a minute; all processes of a server take of them."""

    def __init__(
        self, a_minute: int, shared: Shared | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """The clock is one that all processes of a machine have in common."""
        self.a_minute = a_minute
        self._shared = shared if shared is not None else Shared()
        self._clock = clock
        self._new = 0

    def wait(self, address: str) -> float:
        """Take a request of an address: 0 where it may be answered, else the seconds until one may be."""
        now, key, full = self._clock(), _household(address), float(self.a_minute)
        with self._shared.changing() as connection:
            row = connection.execute("SELECT left, since FROM asked WHERE address = ?", (key,)).fetchone()
            left, since = row or (full, now)
            left = min(full, left + (now - since) * self.a_minute / 60)
            is_allowed = left >= 1
            kept = (key, left - 1 if is_allowed else left, now)
            connection.execute("INSERT OR REPLACE INTO asked VALUES (?, ?, ?)", kept)
            self._new += row is None
            if self._new > _LOOKED_AFTER:
                self._new = 0
                last = "SELECT address FROM asked ORDER BY since DESC LIMIT -1 OFFSET ?"
                connection.execute(f"DELETE FROM asked WHERE address IN ({last})", (_MOST_ADDRESSES,))
        return 0.0 if is_allowed else (1 - left) * 60 / self.a_minute


def _household(address: str) -> str:
    """The address, or the network of an IPv6 one: whoever has one has as many as they like."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((parsed, 64), strict=False)) if isinstance(parsed, IPv6Address) else address


class RateLimit:
    """A layer around the application that turns away who asks the API too often."""

    def __init__(self, application: ASGIApp, rates: Rates) -> None:
        self.application = application
        self.rates = rates

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say when to come again."""
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            client = scope.get("client")
            wait = self.rates.wait(client[0] if client else "")
            if wait:
                seconds = math.ceil(wait)
                detail = f"No more than {self.rates.a_minute} requests a minute. Come again in {seconds} s."
                refusal = problem(429, "Too many requests", detail, headers={"Retry-After": str(seconds)})
                await refusal(scope, receive, send)
                return
        await self.application(scope, receive, send)
