"""Whom articles place with an organization, asked for without making claims of more than is shown."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, Select, case, func, select

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
    goes_on = case((claims.c.payload.contains('"when":"current"', autoescape=True), 1), else_=0)
    likely = case((claims.c.payload.contains(word, autoescape=True), 1), else_=0)
    columns = (_WHOSE.c.entity, func.max(goes_on), func.max(likely))
    wanted = _stated(organization, limit).with_only_columns(*columns)
    ordered = wanted.group_by(_WHOSE.c.entity).order_by(func.max(_NEWEST.c.key).desc(), _WHOSE.c.entity)
    rows = connection.execute(ordered).all()
    bearers = _bearers_of_post(connection, organization, word, limit) if any(row[2] for row in rows) else set()
    return {row[0]: Placed(bool(row[1]), row[0] in bearers) for row in rows}


def _bearers_of_post(connection: Connection, organization: str, word: str, limit: int) -> set[str]:
    wanted = _stated(organization, limit).with_only_columns(_WHOSE.c.entity, claims.c.payload)
    likely = wanted.where(claims.c.payload.contains(word, autoescape=True))
    return {row[0] for row in connection.execute(likely) if word in (json.loads(row[1]).get("role") or "")}


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
