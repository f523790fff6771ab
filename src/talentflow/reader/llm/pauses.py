"""How long to wait before a question is asked again."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0  # seconds


def back_off(attempt: int, chance: Callable[[], float] = random.random) -> float:
    """The wait before the next attempt: drawn up to twice as long each time, so that many do not come back at once."""
    return min(LONGEST_WAIT, FIRST_WAIT * 2.0**attempt) * chance()


def asked_to_wait(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """The seconds that a server asks to wait for, None where it does not say so in a way that can be understood."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        told = headers.get(name, "").strip()
        if not told:
            continue
        seconds: float | None
        try:
            seconds = float(told) * unit
        except ValueError:
            seconds = _until(told, now or datetime.now(UTC))
        if seconds is not None and seconds == seconds:  # not a number is no wait
            return max(0.0, seconds)
    return None


def _until(told: str, now: datetime) -> float | None:
    try:
        then = parsedate_to_datetime(told)
    except ValueError:
        return None
    return ((then if then.tzinfo else then.replace(tzinfo=UTC)) - now).total_seconds()
