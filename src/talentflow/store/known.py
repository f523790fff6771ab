"""What could be known by a day: the articles, and whom later ones touch."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, or_, select

from talentflow.store.rows import in_chunks
from talentflow.store.schema import article_groups, articles, claims, judgements, mentions, readings


def keys_known_by(connection: Connection, day: str) -> list[int]:
    """The present versions of articles that could be known by a day."""
    wanted = select(articles.c.key).where(articles.c.current, articles.c.known_on <= day)
    return list(connection.execute(wanted).scalars())


def people_touched_after(connection: Connection, day: str) -> set[str]:
    """Those of whom an article speaks that came later, or one that goes back to one text with such an article."""
    group = article_groups.alias()
    later = (
        select(group.c.origin)
        .join(articles, articles.c.key == group.c.article_key)
        .where(articles.c.current, articles.c.known_on > day)
    )
    wanted = (
        select(judgements.c.entity)
        .join(mentions, mentions.c.id == judgements.c.mention_id)
        .join(readings, readings.c.key == mentions.c.reading_key)
        .join(article_groups, article_groups.c.article_key == readings.c.article_key)
        .where(judgements.c.withdrawn_at.is_(None), mentions.c.sort == "person", readings.c.current)
        .where(article_groups.c.origin.in_(later))
        .distinct()
    )
    return set(connection.execute(wanted).scalars())


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
