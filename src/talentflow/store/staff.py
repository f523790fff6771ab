"""Whom articles place with an organization, asked for without making claims of more than is shown."""

from __future__ import annotations

import json

from sqlalchemy import Connection, Select, case, func, select

from talentflow.store.schema import claims, entities, judgements

_WHOSE = judgements.alias()
_NEWEST = judgements.alias()


def placed_at(connection: Connection, organization: str, limit: int) -> dict[str, bool]:
    """Whom the last so many mentions of an organization place there, and whether any says that it goes on.

    The person of the newest mention comes first. Readings that no longer count are looked through too.
    """
    goes_on = case((claims.c.payload.contains('"when":"current"', autoescape=True), 1), else_=0)
    wanted = _stated(organization, limit).with_only_columns(_WHOSE.c.entity, func.max(goes_on))
    ordered = wanted.group_by(_WHOSE.c.entity).order_by(func.max(_NEWEST.c.key).desc(), _WHOSE.c.entity)
    return {row[0]: bool(row[1]) for row in connection.execute(ordered)}


def bearers_of_post(connection: Connection, organization: str, word: str, limit: int) -> list[str]:
    """Who has this word in a post that the last so many mentions of an organization state there, the newest first."""
    wanted = _stated(organization, limit).with_only_columns(_WHOSE.c.entity, claims.c.payload)
    likely = wanted.where(claims.c.payload.contains(word, autoescape=True)).order_by(_NEWEST.c.key.desc())
    found = [row[0] for row in connection.execute(likely) if word in (json.loads(row[1]).get("role") or "")]
    return list(dict.fromkeys(found))


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
