"""Distinct names, the blocks that they are kept in, and what links them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, select, update

from talentflow.store.rows import in_chunks, insert_new
from talentflow.store.schema import decisions, name_blocks, name_links, names, namesakes


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


def insert_names(connection: Connection, rows: Iterable[NameRow], blocks: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Keep names that are not known yet; the keys of those that were new.

    `blocks` gives for each name its blocks, each with the script of names that it is no ground to compare it with.
    """
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
    pairs = [
        {"block": block, "name_key": row.key, "script": script}
        for row in new
        for block, script in sorted(blocks.get(row.key, {}).items())
    ]
    insert_new(connection, name_blocks, pairs)
    return [row.key for row in new]


def get_names(connection: Connection, keys: Iterable[str]) -> dict[str, NameRow]:
    """Names by key."""
    found: dict[str, NameRow] = {}
    for chunk in in_chunks(keys):
        found |= _by_key(connection, select(names).where(names.c.key.in_(chunk)))
    return found


def _by_key(connection: Connection, wanted: Select[Any]) -> dict[str, NameRow]:
    columns = (names.c.key, names.c.sort, names.c.listed, names.c.spellings, names.c.entity)
    return {
        key: NameRow(key, sort, listed, tuple(json.loads(spellings)), entity)
        for key, sort, listed, spellings, entity in connection.execute(wanted.with_only_columns(*columns))
    }


def names_of(connection: Connection, entity: str) -> list[NameRow]:
    """The names that belong to an entity, by key."""
    found = _by_key(connection, select(names).where(names.c.entity == entity))
    return [found[key] for key in sorted(found)]


def neighbours_in_blocks(connection: Connection, key: str, scripts: Iterable[str]) -> list[str]:
    """The names that share a block with a name and are kept there under one of these scripts."""
    mine = name_blocks.alias()
    wanted = (
        select(name_blocks.c.name_key)
        .join(mine, mine.c.block == name_blocks.c.block)
        .where(mine.c.name_key == key, name_blocks.c.name_key != key, name_blocks.c.script.in_(sorted(scripts)))
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
        for chunk in in_chunks(sorted(frontier)):
            # A reviewer can bring together what no comparison would.
            said = select(decisions.c.one, decisions.c.other).where(
                decisions.c.one.in_(chunk) | decisions.c.other.in_(chunk), decisions.c.withdrawn_at.is_(None)
            )
            reached.update(key for pair in connection.execute(said) for key in pair)
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


def names_in_blocks(connection: Connection, blocks: Iterable[str], scripts: Iterable[str]) -> list[NameRow]:
    """The names in any of these blocks that are kept there under one of these scripts."""
    found: dict[str, NameRow] = {}
    among = name_blocks.c.script.in_(sorted(scripts))
    for chunk in in_chunks(sorted(blocks)):
        # Asked for at once: hundreds of keys that go to and fro take longer than what they ask for.
        inside = select(name_blocks.c.name_key).where(name_blocks.c.block.in_(chunk), among)
        found |= _by_key(connection, select(names).where(names.c.key.in_(inside)))
    return [found[key] for key in sorted(found)]


def set_namesakes(connection: Connection, names_of: Iterable[str], bearers: Mapping[str, Iterable[str]]) -> set[str]:
    """Write down which of these names several entities bear; those of which this is no longer so."""
    wanted, before = sorted(names_of), set[str]()
    for chunk in in_chunks(wanted):
        touching = namesakes.c.name_key.in_(chunk)
        before.update(connection.execute(select(namesakes.c.name_key).where(touching)).scalars())
        connection.execute(delete(namesakes).where(touching))
    rows = [{"name_key": key, "entity": entity} for key, found in sorted(bearers.items()) for entity in sorted(found)]
    insert_new(connection, namesakes, rows)
    return before - bearers.keys()


def get_namesakes(connection: Connection, keys: Iterable[str]) -> dict[str, set[str]]:
    """The entities that may be meant, for those of these names that several bear."""
    found: dict[str, set[str]] = {}
    for chunk in in_chunks(sorted(set(keys))):
        for row in connection.execute(select(namesakes).where(namesakes.c.name_key.in_(chunk))):
            found.setdefault(row.name_key, set()).add(row.entity)
    return found


def shared_names(connection: Connection, entities: Iterable[str]) -> set[str]:
    """The names that one of these entities bears beside others."""
    found: set[str] = set()
    for chunk in in_chunks(sorted(set(entities))):
        wanted = select(namesakes.c.name_key).where(namesakes.c.entity.in_(chunk))
        found.update(connection.execute(wanted).scalars())
    return found
