"""How often one address may ask the API: so many requests a minute, in bursts as they come."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

from starlette.types import ASGIApp, Receive, Scope, Send

from talentflow.serve.web.answers import problem

_MOST_ADDRESSES = 10_000  # remembered; the one that asked longest ago is forgotten first


class Rates:
    """Buckets of requests, one an address, each filled again over a minute."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.a_minute = a_minute
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str) -> float:
        """Take a request of an address: 0 where it may be answered, else the seconds until one may be."""
        now, key = self._clock(), _household(address)
        left, since = self._buckets.pop(key, (float(self.a_minute), now))
        left = min(float(self.a_minute), left + (now - since) * self.a_minute / 60)
        is_allowed = left >= 1
        self._buckets[key] = (left - 1 if is_allowed else left, now)
        if len(self._buckets) > _MOST_ADDRESSES:
            self._buckets.popitem(last=False)
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
