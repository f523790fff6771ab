"""Names, what links them, and the judgements that say which mention is which entity."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from talentflow.store.rows import in_chunks, insert_new, now
from talentflow.store.schema import articles, judgements, mentions, name_blocks, name_links, names, readings


@dataclass(frozen=True, slots=True)
class NameRow:
    """A distinct name: its spellings as written, and the entity that it now belongs to."""

    key: str
    sort: str
    listed: str | None
    spellings: tuple[str, ...]
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """Two names that are held to be one entity's."""

    one: str
    other: str
    score: float
    reason: str


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


def insert_names(connection: Connection, rows: Iterable[NameRow], blocks: Mapping[str, Iterable[str]]) -> list[str]:
    """Keep names that are not known yet, with their blocks; the keys of those that were new."""
    wanted = {row.key: row for row in rows}
    known: set[str] = set()
    for chunk in in_chunks(wanted):
        known.update(connection.execute(select(names.c.key).where(names.c.key.in_(chunk))).scalars())
    new = [row for key, row in wanted.items() if key not in known]
    insert_new(
        connection,
        names,
        [
            {
                "key": row.key,
                "sort": row.sort,
                "listed": row.listed,
                "spellings": json.dumps(row.spellings),
                "entity": None,
            }
            for row in new
        ],
    )
    pairs = [{"block": block, "name_key": row.key} for row in new for block in sorted(blocks.get(row.key, ()))]
    insert_new(connection, name_blocks, pairs)
    return [row.key for row in new]


def get_names(connection: Connection, keys: Iterable[str]) -> dict[str, NameRow]:
    """Names by key."""
    found = {}
    for chunk in in_chunks(keys):
        for row in connection.execute(select(names).where(names.c.key.in_(chunk))):
            spellings = tuple(json.loads(row.spellings))
            found[row.key] = NameRow(row.key, row.sort, row.listed, spellings, row.entity)
    return found


def neighbours_in_blocks(connection: Connection, key: str) -> list[str]:
    """The names that share a block with a name."""
    mine = name_blocks.alias()
    wanted = (
        select(name_blocks.c.name_key)
        .join(mine, mine.c.block == name_blocks.c.block)
        .where(mine.c.name_key == key, name_blocks.c.name_key != key)
        .distinct()
        .order_by(name_blocks.c.name_key)
    )
    return list(connection.execute(wanted).scalars())


def insert_links(connection: Connection, links: Iterable[LinkRow]) -> None:
    """Keep links between names; `one` is the smaller key."""
    rows = [{"one": link.one, "other": link.other, "score": link.score, "reason": link.reason[:500]} for link in links]
    insert_new(connection, name_links, rows)


def connected_names(connection: Connection, keys: Iterable[str]) -> tuple[dict[str, NameRow], list[LinkRow]]:
    """All names that can be reached over links, or over a common listed id, with the links among them."""
    found: dict[str, NameRow] = {}
    links: dict[tuple[str, str], LinkRow] = {}
    seen_listed: set[str] = set()
    frontier = set(keys)
    while frontier:
        rows = get_names(connection, sorted(frontier))
        found |= rows
        reached: set[str] = set()
        for chunk in in_chunks(sorted(frontier)):
            touching = select(name_links).where(name_links.c.one.in_(chunk) | name_links.c.other.in_(chunk))
            for row in connection.execute(touching):
                links[row.one, row.other] = LinkRow(row.one, row.other, row.score, row.reason)
                reached |= {row.one, row.other}
        listed = {row.listed for row in rows.values() if row.listed is not None} - seen_listed
        seen_listed |= listed
        for listed_chunk in in_chunks(sorted(listed)):
            reached.update(connection.execute(select(names.c.key).where(names.c.listed.in_(listed_chunk))).scalars())
        frontier = reached - found.keys()
    return found, list(links.values())


def set_entities(connection: Connection, entities: Mapping[str, str]) -> None:
    """Write down which entity each name belongs to."""
    for key, entity in sorted(entities.items()):
        connection.execute(update(names).where(names.c.key == key).values(entity=entity))


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


def spellings_of_entity(connection: Connection, entity: str) -> list[tuple[str | None, str, bool, bool, str, int]]:
    """How articles name an entity: name, mention, listed, romanised, sort, and in how many articles."""
    wanted = (
        select(
            mentions.c.name,
            mentions.c.mention,
            mentions.c.listed,
            mentions.c.romanised,
            mentions.c.sort,
            func.count(readings.c.article_key.distinct()),
        )
        .join(judgements, judgements.c.mention_id == mentions.c.id)
        .join(readings, readings.c.key == mentions.c.reading_key)
        .join(articles, articles.c.key == readings.c.article_key)
        .where(judgements.c.entity == entity, judgements.c.withdrawn_at.is_(None))
        .where(readings.c.current, articles.c.current)
        .group_by(mentions.c.name, mentions.c.mention, mentions.c.listed, mentions.c.romanised, mentions.c.sort)
    )
    return [(row[0], row[1], bool(row[2]), bool(row[3]), row[4], row[5]) for row in connection.execute(wanted)]


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


def judge(connection: Connection, new: Sequence[JudgementRow]) -> list[str]:
    """Let judgements stand instead of those that stood; the entities that gained or lost a mention.

    A reviewer's judgement is never set aside by a machine's, and one that changes nothing is not written.
    """
    standing = standing_judgements(connection, [row.mention_id for row in new])
    touched: list[str] = []
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
        connection.execute(
            insert(judgements).values(
                mention_id=row.mention_id,
                entity=row.entity,
                score=row.score,
                reason=row.reason[:500],
                author=row.author,
                reviewed=row.reviewed,
                made_at=instant,
            )
        )
        touched.append(row.entity)
    return sorted(set(touched))


def withdraw(connection: Connection, mention_id: str) -> None:
    """Withdraw the judgement that stands for a mention; it stays on record."""
    connection.execute(
        update(judgements)
        .where(judgements.c.mention_id == mention_id, judgements.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now())
    )


def forget_names(connection: Connection) -> None:
    """Drop all that was worked out about names (not the judgements), to work it out anew."""
    for table in (name_links, name_blocks, names):
        connection.execute(delete(table))


def names_in_blocks(connection: Connection, blocks: Iterable[str]) -> list[NameRow]:
    """The names in any of these blocks."""
    keys: set[str] = set()
    for chunk in in_chunks(sorted(blocks)):
        keys.update(connection.execute(select(name_blocks.c.name_key).where(name_blocks.c.block.in_(chunk))).scalars())
    found = get_names(connection, sorted(keys))
    return [found[key] for key in sorted(found)]


def all_judged_mentions(connection: Connection) -> list[tuple[str, str, str]]:
    """Every entity with the article and the words that mention it."""
    wanted = (
        select(judgements.c.entity, articles.c.id, mentions.c.mention)
        .join(mentions, mentions.c.id == judgements.c.mention_id)
        .join(readings, readings.c.key == mentions.c.reading_key)
        .join(articles, articles.c.key == readings.c.article_key)
        .where(judgements.c.withdrawn_at.is_(None), readings.c.current, articles.c.current)
        .distinct()
        .order_by(judgements.c.entity, articles.c.id, mentions.c.mention)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(wanted)]
