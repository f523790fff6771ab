"""What could be known by a day: the articles, and whom later ones touch."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from talentflow.store.payloads import HINT
from talentflow.store.rows import in_chunks
from talentflow.store.schema import (
    article_groups,
    article_spellings,
    articles,
    claims,
    judgements,
    mentions,
    moves,
    readings,
)


@dataclass(frozen=True, slots=True)
class ClaimDays:
    """When a claim could be known, and when the last article of its origin; the latest day that it speaks of."""

    known_on: str
    settled_on: str
    latest: str


def days_of_claims(connection: Connection, ids: Iterable[str]) -> dict[str, ClaimDays]:
    """The days of claims, by id."""
    rows: list[tuple[str, str | None, str | None, str | None, str | None]] = []
    origins: dict[str, str] = {}
    for chunk in in_chunks(sorted(set(ids))):
        wanted = (
            select(claims.c.id, claims.c.date, articles.c.published, articles.c.known_on, article_groups.c.origin)
            .join(readings, readings.c.key == claims.c.reading_key)
            .join(articles, articles.c.key == readings.c.article_key)
            .outerjoin(article_groups, article_groups.c.article_key == articles.c.key)
            .where(claims.c.id.in_(chunk))
        )
        rows += [tuple(row) for row in connection.execute(wanted)]
    for chunk in in_chunks(sorted({row[4] for row in rows if row[4] is not None})):
        last = (
            select(article_groups.c.origin, func.max(articles.c.known_on))
            .join(articles, articles.c.key == article_groups.c.article_key)
            .where(article_groups.c.origin.in_(chunk), articles.c.current)
            .group_by(article_groups.c.origin)
        )
        origins.update((row[0], row[1]) for row in connection.execute(last))
    out = {}
    for claim, date, published, known, origin in rows:
        known = known or ""
        latest = max(first_of(date), first_of(published))
        out[claim] = ClaimDays(known, max(known, origins.get(origin or "", "")), latest)
    return out


def latest_days(claims: Iterable[ClaimDays]) -> str:
    """The latest day of these claims as it grew: "2025-03-02=2025-03-01 2025-05-04=2025-05-03", known on the first."""
    steps: list[str] = []
    latest = ""
    for known_on, day in sorted((claim.known_on, claim.latest) for claim in claims):
        if day > latest:
            latest = day
            steps.append(f"{known_on}={day}")
    return " ".join(steps)


def _latest_by(days: str, day: str) -> str:
    """The latest day by what was known on a day."""
    latest = ""
    for step in days.split():
        known_on, _, found = step.partition("=")
        if known_on > day:
            break
        latest = found
    return latest


def first_of(day: str | None) -> str:
    """The first day that a date allows, as text that sorts; empty where nothing is known."""
    day = day or ""
    return day + "-01-01"[len(day) - 4 :] if 4 <= len(day) < 10 else day[:10]


def keys_known_by(connection: Connection, day: str) -> list[int]:
    """The present versions of articles that could be known by a day."""
    wanted = select(articles.c.key).where(articles.c.current, articles.c.known_on <= day)
    return list(connection.execute(wanted).scalars())


def unsettled_on(connection: Connection, day: str, people: Iterable[str] | None = None) -> dict[str, str]:
    """Whose moves were told by a day, in part, and went on to change; each with the latest day that one had by then.

    Of those people, where some are given. All others have made the moves of today by then, or none.
    """
    wanted = select(moves.c.person, moves.c.latest_days).where(moves.c.settled_on > day, moves.c.known_from <= day)
    questions = [wanted] if people is None else [wanted.where(moves.c.person.in_(part)) for part in in_chunks(people)]
    latest: dict[str, str] = {}
    for question in questions:
        for person, days in connection.execute(question):
            latest[person] = max(latest.get(person, ""), _latest_by(days, day))
    return latest


def people_at(connection: Connection, organizations: Iterable[str]) -> set[str]:
    """Those of whom an article says that they come to one of these organizations or leave it."""
    found: set[str] = set()
    of_person = judgements.alias()
    for chunk in in_chunks(sorted(set(organizations))):
        ends = (
            select(judgements.c.mention_id)
            .where(judgements.c.entity.in_(chunk), judgements.c.withdrawn_at.is_(None))
            .scalar_subquery()
        )
        wanted = (
            select(of_person.c.entity)
            .join(claims, claims.c.person_mention == of_person.c.mention_id)
            .where(of_person.c.withdrawn_at.is_(None), claims.c.sort == "move")
            .where(or_(claims.c.from_mention.in_(ends), claims.c.to_mention.in_(ends)))
            .distinct()
        )
        found.update(connection.execute(wanted).scalars())
    return found


def days_of_entities(connection: Connection) -> list[tuple[str, str]]:
    """For each entity that an article mentions its sort and the first day on which one that does could be known."""
    # An outer join is begun from its left side: to look up the mentions of each article, which stand together, costs a
    # quarter of looking up the article of each mention.
    wanted = (
        select(func.min(article_spellings.c.spelling), func.min(articles.c.known_on))
        .select_from(articles)
        .outerjoin(article_spellings, articles.c.key == article_spellings.c.article_key)
        .group_by(article_spellings.c.entity)
    )
    found = connection.execute(wanted)
    return [(json.loads(spelling)[0], known) for spelling, known in found if spelling is not None]


def days_of_groups(connection: Connection) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """The days on which articles could be known: of each origin the first and the last, of each story the first."""
    wanted = (
        select(articles.c.known_on, article_groups.c.origin, article_groups.c.story)
        .select_from(article_groups)
        .join(articles, articles.c.key == article_groups.c.article_key)
        .where(articles.c.current, articles.c.known_on.is_not(None))
    )
    origins: dict[str, tuple[str, str]] = {}
    stories: dict[str, str] = {}
    # To gather a hundred thousand rows here is quicker than to have the database sort them twice.
    for known, origin, story in connection.execute(wanted):
        days = origins.get(origin)
        if days is None:
            origins[origin] = (known, known)
        elif not days[0] <= known <= days[1]:
            origins[origin] = (min(days[0], known), max(days[1], known))
        if story not in stories or known < stories[story]:
            stories[story] = known
    return origins, stories


def articles_by_day(connection: Connection) -> dict[str, dict[tuple[str, str, str], int]]:
    """How many present articles could first be known on each day, by language, reader and its version."""
    columns = (articles.c.known_on, readings.c.lang, readings.c.reader, readings.c.reader_version)
    wanted = (
        select(*columns, func.count())
        .select_from(readings)
        .join(articles, articles.c.key == readings.c.article_key)
        .where(readings.c.current, articles.c.current)
        .group_by(*columns)
    )
    found: dict[str, dict[tuple[str, str, str], int]] = {}
    for known, lang, reader, version, count in connection.execute(wanted):
        found.setdefault(known, {})[lang, reader, version] = count
    return found


def versions_by_day(connection: Connection) -> list[tuple[str, bool, int]]:
    """How many versions of articles could first be known on each day, and whether they are present, day by day."""
    columns = (articles.c.known_on, articles.c.current)
    wanted = select(*columns, func.count()).where(articles.c.known_on.is_not(None)).group_by(*columns)
    return [(row[0], bool(row[1]), row[2]) for row in connection.execute(wanted)]


def claims_by_day(connection: Connection) -> dict[str, int]:
    """How many claims could first be known on each day, in all readings and versions."""
    wanted = (
        select(articles.c.known_on, func.count())
        .select_from(claims)
        .join(readings, readings.c.key == claims.c.reading_key)
        .join(articles, articles.c.key == readings.c.article_key)
        .where(claims.c.sort != HINT)
        .group_by(articles.c.known_on)
    )
    return {row[0]: row[1] for row in connection.execute(wanted)}


def entities_known_by(connection: Connection, day: str) -> dict[str, str]:
    """The people and organizations that an article known by then mentions, with their sort."""
    wanted = (
        select(judgements.c.entity, func.min(mentions.c.sort))
        .join(mentions, mentions.c.id == judgements.c.mention_id)
        .join(readings, readings.c.key == mentions.c.reading_key)
        .join(articles, articles.c.key == readings.c.article_key)
        .where(judgements.c.withdrawn_at.is_(None), readings.c.current, articles.c.current, ~mentions.c.hinted)
        .where(articles.c.known_on <= day)
        .group_by(judgements.c.entity)
    )
    return {row[0]: row[1] for row in connection.execute(wanted)}
