"""The day by which an article could be known."""

from __future__ import annotations

from talentflow.model import PartialDate


def known_on(published: str | None, added_at: str) -> str:
    """The last day that the date of publication allows; without one, the day on which the article was added."""
    try:
        return PartialDate.parse(published or "").last_day.isoformat()
    except ValueError:
        return added_at[:10]
