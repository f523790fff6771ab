"""The day by which an article could be known, and the day of publication as a date."""

from __future__ import annotations

import re

from talentflow.model import PartialDate

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def known_on(published: str | None, added_at: str) -> str:
    """The last day that the date of publication allows; without one, the day on which the article was added."""
    try:
        return PartialDate.parse(published or "").last_day.isoformat()
    except ValueError:
        return added_at[:10]


def iso_date(published: str | None) -> str | None:
    """A day of publication as far as it is known: an ISO date, without a time of day; None for anything else."""
    match = _DAY.match(published or "")
    return match.group() if match else None
