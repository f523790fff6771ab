"""Partial dates: a year, a month or a day, as exact as a text allows."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_EXACT = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day; prints as ISO (`2024`, `2024-10`, `2024-10-14`)."""

    year: int
    month: int | None = None
    day: int | None = None

    @staticmethod
    def parse(text: str) -> PartialDate:
        """The date that an ISO string gives; a time of day after it is cut off.

        Raises ValueError where the string is no date: "2024-13", "soon".
        """
        return _parsed(text)

    @property
    def first_day(self) -> date:
        """The earliest day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


def is_date(text: str) -> bool:
    """Whether a text is no more than a year, a month or a day that exists: "2025", "2025-10", "2025-10-14"."""
    if not _EXACT.fullmatch(text):
        return False
    try:
        _parsed(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=16384)  # the articles of many years have few days
def _parsed(text: str) -> PartialDate:
    match = _ISO.match(text.strip()[:10])
    if match is None:
        raise ValueError(f"not a date: {text!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    date(year, month or 1, day or 1)  # raises ValueError for a month or a day that does not exist
    return PartialDate(year, month, day)


def can_coincide(one: PartialDate, other: PartialDate) -> bool:
    """Whether both dates can be true of one move.

    2024 and 2024-10 can; 2024-09 and 2024-10 cannot.
    """
    return one.first_day <= other.last_day and other.first_day <= one.last_day
