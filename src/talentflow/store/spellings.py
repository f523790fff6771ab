"""How articles name each entity, counted as they come and go: an article more costs the same in a large record."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from talentflow.store.rows import in_chunks, insert_new
from talentflow.store.schema import (
    article_groups,
    article_spellings,
    articles,
    entity_spellings,
    judgements,
    mentions,
    readings,
)

_NEVER = "9999"


@dataclass(frozen=True, slots=True)
class SpellingRow:
    """How articles name an entity, in how many of them, in how many that are no copies, and since when."""

    sort: str
    name: str | None
    mention: str
    listed: bool
    romanised: bool
    articles: int
    leading: int
    since: str


def spellings_of_entity(connection: Connection, entity: str) -> list[SpellingRow]:
    """The spellings of an entity in readings that count."""
    wanted = select(entity_spellings).where(entity_spellings.c.entity == entity).order_by(entity_spellings.c.spelling)
    return [
        SpellingRow(*written, articles=row.articles, leading=row.leading, since=row.since)
        for row in connection.execute(wanted)
        for written in (_unpacked(row.spelling),)
    ]


def _unpacked(spelling: str) -> tuple[str, str | None, str, bool, bool]:
    sort, name, mention, listed, romanised = json.loads(spelling)
    return sort, name, mention, listed, romanised


def count_spellings(connection: Connection, keys: Iterable[int]) -> set[str]:
    """Count anew what these articles add; the entities whose counts have changed."""
    wanted = sorted(set(keys))
    before, after = _counted(connection, wanted), _present(connection, wanted)
    gone = [use for use in before if use not in after]
    new = [use for use in after if use not in before]
    for key in sorted({use[0] for use in gone}):
        for chunk in in_chunks(sorted({use[1] for use in gone if use[0] == key})):
            connection.execute(
                delete(article_spellings).where(
                    article_spellings.c.article_key == key, article_spellings.c.entity.in_(chunk)
                )
            )
            kept = [use for use in after if use[0] == key and use[1] in chunk and use not in new]
            _insert(connection, kept)
    _insert(connection, new)
    changes: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for sign, uses in ((-1, gone), (1, new)):
        for _, entity, spelling, leads, _ in uses:
            changes[entity, spelling][0] += sign
            changes[entity, spelling][1] += sign * leads
    for (entity, spelling), (count, leading) in sorted(changes.items()):
        _change(connection, entity, spelling, count, leading)
    return {entity for entity, _ in changes}


_Use = tuple[int, str, str, int, str]  # article, entity, spelling, whether it leads, day of publication


def _counted(connection: Connection, keys: list[int]) -> set[_Use]:
    found: set[_Use] = set()
    for chunk in in_chunks(keys):
        rows = connection.execute(select(article_spellings).where(article_spellings.c.article_key.in_(chunk)))
        found.update((row.article_key, row.entity, row.spelling, row.leads, row.since) for row in rows)
    return found


def _present(connection: Connection, keys: list[int]) -> set[_Use]:
    found: set[_Use] = set()
    written = (mentions.c.sort, mentions.c.name, mentions.c.mention, mentions.c.listed, mentions.c.romanised)
    for chunk in in_chunks(keys):
        wanted = (
            select(readings.c.article_key, judgements.c.entity, article_groups.c.leads, articles.c.published, *written)
            .join(judgements, judgements.c.mention_id == mentions.c.id)
            .join(readings, readings.c.key == mentions.c.reading_key)
            .join(articles, articles.c.key == readings.c.article_key)
            .outerjoin(article_groups, article_groups.c.article_key == articles.c.key)
            .where(judgements.c.withdrawn_at.is_(None), readings.c.current, articles.c.current)
            .where(readings.c.article_key.in_(chunk), ~mentions.c.hinted)
        )
        for row in connection.execute(wanted):
            spelling = json.dumps([row.sort, row.name, row.mention, bool(row.listed), bool(row.romanised)])
            found.add((row.article_key, row.entity, spelling, int(bool(row.leads)), row.published or _NEVER))
    return found


def _insert(connection: Connection, uses: Iterable[_Use]) -> None:
    columns = ("article_key", "entity", "spelling", "leads", "since")
    insert_new(connection, article_spellings, [dict(zip(columns, use, strict=True)) for use in sorted(uses)])


def _change(connection: Connection, entity: str, spelling: str, count: int, leading: int) -> None:
    """Add to the counts of one spelling; its first day is looked up in the index."""
    table = entity_spellings.c
    first = (
        select(func.min(article_spellings.c.since))
        .where(article_spellings.c.entity == entity, article_spellings.c.spelling == spelling)
        .scalar_subquery()
    )
    this = (table.entity == entity, table.spelling == spelling)
    since = connection.execute(select(first)).scalar()
    if since is None:
        connection.execute(delete(entity_spellings).where(*this))
        return
    changed = connection.execute(
        update(entity_spellings)
        .where(*this)
        .values(articles=table.articles + count, leading=table.leading + leading, since=since)
    )
    if not changed.rowcount:
        row = {"entity": entity, "spelling": spelling, "articles": count, "leading": leading, "since": since}
        insert_new(connection, entity_spellings, [row])
