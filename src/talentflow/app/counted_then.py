"""How much the record held on a day, counted from what it holds today.

Most of it stands as today: only the origins that a later article belongs to are put together anew, with the articles
whose stories hang together with theirs. Moves are counted for each day when they are made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from talentflow.app.brief import AsSeen
from talentflow.app.groups_then import put_together, reached
from talentflow.app.identity import Names
from talentflow.app.people import claims_of_person, count_moves_of, ledger_claims
from talentflow.app.remembered import Remembered
from talentflow.app.twins import weighed_with_translations
from talentflow.app.veil import veil_of
from talentflow.store.articles import StoredClaim
from talentflow.store.groups import get_groups
from talentflow.store.known import articles_by_day, claims_by_day, days_of_entities, days_of_groups, versions_by_day
from talentflow.store.moves import count_moves_by, uncounted

_ALL, _KEPT = "days of all", "kept by day"


@dataclass(frozen=True, slots=True)
class _Days:
    """The first days on which each thing was known, in order; and the origins to which articles came later."""

    entities: Mapping[str, list[str]]  # by sort
    origins: list[str]
    stories: list[str]
    growing: list[tuple[str, str, str]]  # the first day, the last day, the origin


@dataclass(frozen=True, slots=True)
class _Kept:
    """By the day they could be known on how many versions there are, articles by language and reader, and claims."""

    versions: Sequence[tuple[str, bool, int]]
    articles: Mapping[str, Mapping[tuple[str, str, str], int]]
    claims: Mapping[str, int]


def counts_then(connection: Connection, remembered: Remembered, names: Names, day: str) -> dict[str, int]:
    """How many moves, people, organizations, stories and origins there were."""
    days = remembered.prepared(connection, _ALL, lambda: _days(connection))
    stories, origins = _groups_then(connection, days, day)
    return {
        "moves": _moves_then(connection, remembered.brief(connection), names, day),
        "people": bisect_right(days.entities.get("person", []), day),
        "organizations": bisect_right(days.entities.get("organization", []), day),
        "stories": stories,
        "origins": origins,
    }


def prepare_days(connection: Connection, remembered: Remembered) -> None:
    """Have at hand what is asked of any day in the past, so that the next who asks need not wait for it."""
    remembered.prepare(connection, _ALL, lambda: _days(connection))
    remembered.prepare(connection, _KEPT, lambda: _kept(connection))


@dataclass(frozen=True, slots=True)
class KeptThen:
    """How many present articles, versions and claims there were; `read` has the articles by language and reader."""

    articles: int
    versions: int
    claims: int
    read: Mapping[tuple[str, str, str], int]


def kept_then(connection: Connection, remembered: Remembered, day: str) -> KeptThen:
    """How much of what is kept there was."""
    kept = remembered.prepared(connection, _KEPT, lambda: _kept(connection))
    read: Counter[tuple[str, str, str]] = Counter()
    for known, found in kept.articles.items():
        if known <= day:
            read.update(found)
    versions = [(is_present, count) for known, is_present, count in kept.versions if known <= day]
    return KeptThen(
        articles=sum(count for is_present, count in versions if is_present),
        versions=sum(count for _, count in versions),
        claims=sum(count for known, count in kept.claims.items() if known <= day),
        read=read,
    )


def _days(connection: Connection) -> _Days:
    entities: dict[str, list[str]] = defaultdict(list)
    for sort, known in days_of_entities(connection):
        entities[sort].append(known)
    origins, stories = days_of_groups(connection)
    return _Days(
        {sort: sorted(found) for sort, found in entities.items()},
        sorted(first for first, _ in origins.values()),
        sorted(stories.values()),
        [(first, last, origin) for origin, (first, last) in origins.items() if first != last],
    )


def _kept(connection: Connection) -> _Kept:
    return _Kept(versions_by_day(connection), articles_by_day(connection), claims_by_day(connection))


def _groups_then(connection: Connection, days: _Days, day: str) -> tuple[int, int]:
    """How many stories and origins there were.

    An origin all of whose articles were known was what it is today, and an origin none of whose articles was known
    comes after all that were: neither changes the story of another. What an origin in between changes reaches as far as
    news do that it shares with others, told within some days.
    """
    changed = [origin for first, last, origin in days.growing if first <= day < last]
    origins, stories = bisect_right(days.origins, day), bisect_right(days.stories, day)
    if not changed:
        return stories, origins
    present = {key: head for key, head in reached(connection, changed).items() if head.known_on <= day}
    then = put_together(connection, present).values()
    groups = get_groups(connection, present)
    today = [groups[key] for key in present if key in groups]
    stories += len({place.story for place in then}) - len({group.story for group in today})
    return stories, origins + len({place.origin for place in then}) - len({group.origin for group in today})


def _moves_then(connection: Connection, brief: AsSeen, names: Names, day: str) -> int:
    """How many moves there were: as counted when they were made, and of whom much is claimed by their claims.

    How many somebody had holds for all days between two on which more of it was known, and is kept for these.
    """
    total, kept = count_moves_by(connection, day), brief.counted_then
    unknown: list[str] = []
    for person in sorted(uncounted(connection)):
        count = next((count for since, until, count in kept.get(person, ()) if since <= day < until), None)
        if count is None:
            unknown.append(person)
        else:
            total += count
    veil = veil_of(connection)
    for person in unknown:
        span = _counted(connection, names, claims_of_person(connection, person, veil), day)
        kept[person] = (*kept.get(person, ()), span)
        total += span[2]
    return total


def _counted(connection: Connection, names: Names, stored: list[StoredClaim], day: str) -> tuple[str, str, int]:
    """How many moves somebody had made by a day: from when on, until when, and how many."""
    known = sorted({row.known_on for row in stored})
    told = weighed_with_translations(connection, list(ledger_claims(connection, stored)), ledger_claims)
    by_then = {row.id for row in stored if row.known_on <= day}
    made = count_moves_of(stored, [row for row in told if row[1].id in by_then], names)
    place = bisect_right(known, day)
    since, until = known[place - 1] if place else "", known[place] if place < len(known) else "~"
    return since, until, made
