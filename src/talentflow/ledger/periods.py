"""When a claim's move can have happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from talentflow.model import LedgerClaim, PartialDate

# An undated rumour or plan speaks of the months around it.
_BEFORE = timedelta(days=60)
_AFTER = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Period:
    """The days between which something happened; `dated` unless worked out from the day of publication."""

    first: date
    last: date
    dated: bool = True

    def days_to(self, other: Period) -> int:
        """How many days lie between; 0 where they overlap, negative where the other came first."""
        if self.first <= other.last and other.first <= self.last:
            return 0
        if other.first > self.last:
            return (other.first - self.last).days
        return -(self.first - other.last).days


def period_of(claim: LedgerClaim) -> Period | None:
    """The period that a claim allows; None for undated background, which may be any time before."""
    stated = parse(claim.date)
    if stated is not None:
        return Period(stated.first_day, stated.last_day)
    published = parse(claim.published)
    if published is None or claim.status == "done":
        return None
    return Period(published.first_day - _BEFORE, published.last_day + _AFTER, dated=False)


@lru_cache(maxsize=16384)  # the articles of many years have few days
def parse(text: str | None) -> PartialDate | None:
    """The date, None where there is none that can be read."""
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None
