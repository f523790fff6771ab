"""Whom articles place with an organization, asked for without making claims of more than is shown."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, Select, case, select

from talentflow.store.schema import claims, entities, judgements

_WHOSE = judgements.alias()
_NEWEST = judgements.alias()


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody whom articles place with an organization: whether any says that it goes on, or tells a certain post."""

    goes_on: bool
    has_post: bool


def placed_at(connection: Connection, organization: str, limit: int, word: str) -> dict[str, Placed]:
    """Whom the last so many mentions of an organization place there, and who has this word in a post there.

    The person of the newest mention comes first. Readings that no longer count are looked through too.
    """
    payload = claims.c.payload
    goes_on = case((payload.contains('"when":"current"', autoescape=True), 1), else_=0)
    likely = case((payload.contains(word, autoescape=True), payload), else_=None)
    found: dict[str, tuple[int, bool, bool]] = {}
    # In one go: to group them, and then to look through those that have the word, would be to find all of them twice.
    wanted = _stated(organization, limit).with_only_columns(_WHOSE.c.entity, _NEWEST.c.key, goes_on, likely)
    for person, key, is_going_on, text in connection.execute(wanted):
        newest, goes, has = found.get(person, (key, False, False))
        has = has or (text is not None and word in (json.loads(text).get("role") or ""))
        found[person] = (max(newest, key), goes or bool(is_going_on), has)
    ordered = sorted(found, key=lambda person: (-found[person][0], person))
    return {person: Placed(*found[person][1:]) for person in ordered}


def _stated(organization: str, limit: int) -> Select[tuple[str]]:
    """The people of the posts that the last so many mentions of an organization state."""
    newest = (
        select(judgements.c.key)
        .where(judgements.c.entity == organization, judgements.c.withdrawn_at.is_(None))
        .order_by(judgements.c.key.desc())
        .limit(limit)
        .subquery()
    )
    return (
        select(_WHOSE.c.entity)
        .select_from(newest)
        .join(_NEWEST, _NEWEST.c.key == newest.c.key)
        .join(claims, claims.c.from_mention == _NEWEST.c.mention_id)
        .join(_WHOSE, _WHOSE.c.mention_id == claims.c.person_mention)
        .join(entities, entities.c.id == _WHOSE.c.entity)
        .where(claims.c.sort == "position", _WHOSE.c.withdrawn_at.is_(None))
    )
