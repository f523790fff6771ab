"""Which articles tell the same news: same person and same end, within days of the first of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from talentflow.ledger.grouping import Family
from talentflow.model import LedgerClaim, PartialDate

SPAN_DAYS = 5  # how long after its first article a piece of news is still the same story
_FRESH_DAYS = 35
_STANDING = {"done": "done", "planned": "open", "rumored": "open", "denied": "denied", "declined": "denied"}


@dataclass(frozen=True, slots=True)
class Telling:
    """An origin with its first day and the news that it tells; `articles` in order of id."""

    origin: str
    day: date | None
    news: frozenset[str]


def news_of(claims: Iterable[LedgerClaim], family: Family) -> frozenset[str]:
    """Keys of the news in one article: person, end and standing of each fresh claim, or of all where none is fresh.

    A rumour and its confirmation are two pieces of news about one move.
    """
    every, fresh = set(), set()
    for claim in claims:
        keys = {f"{key}:{_STANDING.get(claim.status, 'done')}" for key in end_keys(claim, family)}
        every |= keys
        if _is_fresh(claim):
            fresh |= keys
    return frozenset(fresh or every)


def end_keys(claim: LedgerClaim, family: Family) -> frozenset[str]:
    """Person and end, for each end of a claim; units count as the organization that they belong to."""
    found = set()
    for org in (claim.from_org, claim.to_org):
        if org is not None:
            found.add(f"{claim.person}={family(org)}")
    return frozenset(found)


def _is_fresh(claim: LedgerClaim) -> bool:
    published = as_day(claim.published)
    if published is None:
        return True
    if claim.date is None:
        return claim.status != "done"
    try:
        return PartialDate.parse(claim.date).last_day >= published - timedelta(days=_FRESH_DAYS)
    except ValueError:
        return False


def as_day(published: str | None) -> date | None:
    """The day of publication; None unless it is known to the day."""
    if not published:
        return None
    try:
        parsed = PartialDate.parse(published)
    except ValueError:
        return None
    return parsed.first_day if parsed.day is not None else None


def stories_of(tellings: Iterable[Telling]) -> dict[str, str]:
    """The story of each origin, named by its first origin.

    The earliest telling opens a story; later ones with common news join the first story that is still open.
    """
    ordered = sorted(tellings, key=lambda telling: (telling.day or date.max, telling.origin))
    story: dict[str, str] = {}
    open_stories: dict[str, tuple[date, str]] = {}
    for telling in ordered:
        if telling.day is None:
            story[telling.origin] = telling.origin
            continue
        limit = telling.day - timedelta(days=SPAN_DAYS)
        candidates = [open_stories[key] for key in telling.news if key in open_stories]
        running = sorted(found for found in candidates if found[0] >= limit)
        opened, name = running[0] if running else (telling.day, telling.origin)
        story[telling.origin] = name
        for key in telling.news:
            if key not in open_stories or open_stories[key][0] < limit:
                open_stories[key] = (opened, name)
    return story
