"""Mentions, and the judgements that say which of them is which entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, bindparam, insert, select, update

from talentflow.store.rows import in_chunks, now
from talentflow.store.schema import articles, claims, judgements, mentions, readings
from talentflow.store.stale import mark_stale

# Made once: to put a question together takes longer than to answer it.
_JUDGED = select(judgements.c.mention_id, judgements.c.entity).where(
    judgements.c.mention_id.in_(bindparam("mentions", expanding=True)), judgements.c.withdrawn_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention with the article that it stands in."""

    id: str
    article_key: int
    sort: str
    reader_id: str
    name: str | None
    mention: str
    listed: bool
    romanised: bool
    name_key: str


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """Which entity a mention is, how sure that is, why, and who says so."""

    mention_id: str
    entity: str
    score: float
    reason: str
    author: str
    reviewed: bool = False
    made_at: str = ""


def mentions_of_names(connection: Connection, keys: Iterable[str]) -> Iterator[MentionRow]:
    """The mentions of these names in readings that count."""
    for chunk in in_chunks(keys):
        yield from _mentions(connection, mentions.c.name_key.in_(chunk))


def mentions_of_articles(connection: Connection, keys: Iterable[int]) -> Iterator[MentionRow]:
    """The mentions in the readings of these articles that count."""
    for chunk in in_chunks(keys):
        yield from _mentions(connection, readings.c.article_key.in_(chunk))


def mentions_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, MentionRow]:
    """Mentions by id, in readings that count."""
    return {row.id: row for chunk in in_chunks(ids) for row in _mentions(connection, mentions.c.id.in_(chunk))}


def mentions_of_entity(connection: Connection, entity: str) -> list[MentionRow]:
    """The mentions that are judged to be an entity, in readings that count."""
    wanted = select(judgements.c.mention_id).where(judgements.c.entity == entity, judgements.c.withdrawn_at.is_(None))
    return list(mentions_by_id(connection, connection.execute(wanted).scalars().all()).values())


def mention_ids_of_entities(connection: Connection, entities: Iterable[str]) -> list[str]:
    """The ids of the mentions that are judged to be one of these entities, also in readings that no longer count."""
    found: list[str] = []
    for chunk in in_chunks(sorted(set(entities))):
        wanted = select(judgements.c.mention_id)
        standing = wanted.where(judgements.c.entity.in_(chunk), judgements.c.withdrawn_at.is_(None))
        found += connection.execute(standing).scalars()
    return found


def newest_mention_ids_of_entity(connection: Connection, entity: str, limit: int, skip: int = 0) -> list[str]:
    """The ids of so many mentions that are judged to be an entity, those that were judged last first; after some."""
    wanted = (
        select(judgements.c.mention_id)
        .where(judgements.c.entity == entity, judgements.c.withdrawn_at.is_(None))
        .order_by(judgements.c.key.desc())
        .limit(limit)
        .offset(skip)
    )
    return list(connection.execute(wanted).scalars())


def newest_mentions_of_entity(connection: Connection, entity: str, limit: int) -> list[MentionRow]:
    """So many mentions that are judged to be an entity, in readings that count, those that were judged last first."""
    ids = newest_mention_ids_of_entity(connection, entity, limit)
    found = mentions_by_id(connection, ids)
    return [found[identity] for identity in ids if identity in found]


def has_more_mentions(connection: Connection, entity: str, than: int) -> bool:
    """Whether more than so many mentions are judged to be an entity."""
    wanted = select(judgements.c.key).where(judgements.c.entity == entity, judgements.c.withdrawn_at.is_(None))
    return connection.execute(wanted.limit(1).offset(than)).first() is not None


def people_in_articles(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The people of whom these articles claim that they move, in readings that count."""
    found: set[str] = set()
    for chunk in in_chunks(sorted(set(ids))):
        wanted = (
            select(judgements.c.entity)
            .join(claims, claims.c.person_mention == judgements.c.mention_id)
            .join(readings, readings.c.key == claims.c.reading_key)
            .join(articles, articles.c.key == readings.c.article_key)
            .where(articles.c.id.in_(chunk), articles.c.current, readings.c.current)
            .where(claims.c.sort == "move", judgements.c.withdrawn_at.is_(None))
            .distinct()
        )
        found.update(connection.execute(wanted).scalars())
    return found


def _mentions(connection: Connection, condition: ColumnElement[bool]) -> Iterator[MentionRow]:
    wanted = (
        select(mentions, readings.c.article_key)
        .join(readings, readings.c.key == mentions.c.reading_key)
        .join(articles, articles.c.key == readings.c.article_key)
        .where(readings.c.current, articles.c.current, condition)
        .order_by(mentions.c.id)
    )
    for row in connection.execute(wanted):
        yield MentionRow(
            row.id,
            row.article_key,
            row.sort,
            row.reader_id,
            row.name,
            row.mention,
            bool(row.listed),
            bool(row.romanised),
            row.name_key,
        )


def standing_judgements(connection: Connection, mention_ids: Iterable[str]) -> dict[str, JudgementRow]:
    """The judgement that counts for each mention that has one."""
    found = {}
    for chunk in in_chunks(mention_ids):
        wanted = select(judgements).where(judgements.c.mention_id.in_(chunk), judgements.c.withdrawn_at.is_(None))
        for row in connection.execute(wanted):
            found[row.mention_id] = JudgementRow(
                row.mention_id, row.entity, row.score, row.reason, row.author, bool(row.reviewed), row.made_at
            )
    return found


def judged_entities(connection: Connection, mention_ids: Iterable[str]) -> dict[str, str]:
    """Which entity each of these mentions is, those that are judged."""
    found: dict[str, str] = {}
    for chunk in in_chunks(sorted(set(mention_ids))):
        found.update((row[0], row[1]) for row in connection.execute(_JUDGED, {"mentions": chunk}))
    return found


def judge(connection: Connection, new: Sequence[JudgementRow]) -> list[str]:
    """Let judgements stand instead of those that stood; the entities that gained or lost a mention.

    A reviewer's judgement is never set aside by a machine's, and one that changes nothing is not written.
    """
    standing = standing_judgements(connection, [row.mention_id for row in new])
    touched: list[str] = []
    made: list[dict[str, object]] = []
    instant = now()
    for row in new:
        old = standing.get(row.mention_id)
        if old is not None:
            if old.reviewed and not row.reviewed:
                continue
            if (old.entity, old.score, old.reason, old.author) == (row.entity, row.score, row.reason, row.author):
                continue
            connection.execute(
                update(judgements)
                .where(judgements.c.mention_id == row.mention_id, judgements.c.withdrawn_at.is_(None))
                .values(withdrawn_at=instant)
            )
            touched.append(old.entity)
        made.append(
            {
                "mention_id": row.mention_id,
                "entity": row.entity,
                "score": row.score,
                "reason": row.reason[:500],
                "author": row.author,
                "reviewed": row.reviewed,
                "made_at": row.made_at or instant,
            }
        )
        touched.append(row.entity)
    if made:
        connection.execute(insert(judgements), made)
        _mark_uses(connection, [row.mention_id for row in new])
    return sorted(set(touched))


def reviewed_of(connection: Connection, entities: Iterable[str]) -> list[JudgementRow]:
    """The judgements of reviewers that stand and name one of these entities."""
    found = []
    for chunk in in_chunks(sorted(set(entities))):
        wanted = select(judgements).where(
            judgements.c.entity.in_(chunk), judgements.c.withdrawn_at.is_(None), judgements.c.reviewed
        )
        found += [
            JudgementRow(row.mention_id, row.entity, row.score, row.reason, row.author, True, row.made_at)
            for row in connection.execute(wanted)
        ]
    return found


def withdraw(connection: Connection, mention_id: str) -> None:
    """Withdraw the judgement that stands for a mention; it stays on record."""
    connection.execute(
        update(judgements)
        .where(judgements.c.mention_id == mention_id, judgements.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now())
    )
    _mark_uses(connection, [mention_id])


def _mark_uses(connection: Connection, mention_ids: Iterable[str]) -> None:
    """Remember that what the articles of these mentions add to the counts of spellings is no longer so."""
    keys: set[str] = set()
    for chunk in in_chunks(mention_ids):
        wanted = select(readings.c.article_key).join(mentions, mentions.c.reading_key == readings.c.key)
        keys.update(map(str, connection.execute(wanted.where(mentions.c.id.in_(chunk))).scalars()))
    mark_stale(connection, "spelling", keys)


def set_name_keys(connection: Connection, keys: Mapping[str, str]) -> None:
    """Write down under which names mentions are compared."""
    known: dict[str, str] = {}
    for chunk in in_chunks(sorted(keys)):
        wanted = select(mentions.c.id, mentions.c.name_key).where(mentions.c.id.in_(chunk))
        known.update((row[0], row[1]) for row in connection.execute(wanted))
    for identity, key in sorted(keys.items()):
        if known.get(identity) not in (None, key):
            connection.execute(update(mentions).where(mentions.c.id == identity).values(name_key=key))
