"""The people and organizations of the record, and the spellings by which articles write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from talentflow.store.changes import note_changes
from talentflow.store.rows import in_chunks, insert_new
from talentflow.store.schema import entities, entity_names

_OF_ENTITIES = (
    entities.c.id, entities.c.sort, entities.c.name, entities.c.mention, entities.c.listed, entities.c.romanised,
)  # fmt: skip
# Made once: to put a question together takes longer than to answer it.
_ENTITIES = select(*_OF_ENTITIES).where(entities.c.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A person or an organization as the record shows it."""

    id: str
    sort: str
    name: str | None
    mention: str
    listed: bool
    romanised: bool


def replace_entity(
    connection: Connection, entity: str, row: EntityRow | None, spellings: Iterable[tuple[str, str, int]]
) -> None:
    """Let this be what is known of an entity; None where nothing mentions it any more.

    `spellings` come with their folded form and the number of articles that use them.
    """
    connection.execute(delete(entities).where(entities.c.id == entity))
    connection.execute(delete(entity_names).where(entity_names.c.entity == entity))
    note_changes(connection, "entity", [entity])
    if row is None:
        return
    insert_new(connection, entities, [asdict(row)])
    insert_new(
        connection,
        entity_names,
        [{"entity": entity, "name": name, "folded": folded, "articles": count} for name, folded, count in spellings],
    )


def get_entities(connection: Connection, ids: Iterable[str]) -> dict[str, EntityRow]:
    """Entities by id."""
    found = {}
    for chunk in in_chunks(sorted(set(ids))):
        for row in connection.execute(_ENTITIES, {"ids": chunk}):
            found[row[0]] = _entity(row)
    return found


def all_entities(connection: Connection) -> list[EntityRow]:
    """All people and organizations."""
    return [_entity(row) for row in connection.execute(select(*_OF_ENTITIES).order_by(entities.c.id))]


def _entity(row: Sequence[Any]) -> EntityRow:
    identity, sort, name, mention, listed, romanised = row
    return EntityRow(identity, sort, name, mention, bool(listed), bool(romanised))


def names_of_entity(connection: Connection, entity: str) -> list[tuple[str, int]]:
    """The spellings of an entity, with the number of articles that use each."""
    return names_of_entities(connection, [entity]).get(entity, [])


def names_of_entities(connection: Connection, ids: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
    """The spellings of entities, with the number of articles that use each, most used first."""
    found: dict[str, list[tuple[str, int]]] = {}
    for chunk in in_chunks(sorted(set(ids))):
        columns = (entity_names.c.entity, entity_names.c.name, entity_names.c.articles)
        wanted = select(*columns).where(entity_names.c.entity.in_(chunk))
        order = (entity_names.c.entity, entity_names.c.articles.desc(), entity_names.c.name)
        for entity, name, count in connection.execute(wanted.order_by(*order)):
            found.setdefault(entity, []).append((name, count))
    return found


def entities_by_name(connection: Connection, folded: str, sort: str) -> list[str]:
    """The entities of a sort that are written like this, when folded."""
    wanted = (
        select(entity_names.c.entity)
        .join(entities, entities.c.id == entity_names.c.entity)
        .where(entity_names.c.folded == folded, entities.c.sort == sort)
        .distinct()
        .order_by(entity_names.c.entity)
    )
    return list(connection.execute(wanted).scalars())


def entities_by_word(connection: Connection, folded: str, sort: str) -> list[str]:
    """The entities of a sort that have these words in one of their spellings."""
    padded = " " + entity_names.c.folded + " "
    wanted = (
        select(entity_names.c.entity)
        .join(entities, entities.c.id == entity_names.c.entity)
        .where(padded.contains(f" {folded} ", autoescape=True), entities.c.sort == sort)
        .distinct()
        .order_by(entity_names.c.entity)
    )
    return list(connection.execute(wanted).scalars())


def all_names(connection: Connection, sort: str | None, ids: Iterable[str] | None = None) -> list[tuple[str, str, str]]:
    """Every spelling of the entities of a sort or of both, or of some of them, with its folded form and its entity."""
    wanted = select(entity_names.c.name, entity_names.c.folded, entity_names.c.entity)
    if sort is not None:
        wanted = wanted.join(entities, entities.c.id == entity_names.c.entity).where(entities.c.sort == sort)
    wanted = wanted.order_by(entity_names.c.name, entity_names.c.entity)
    questions = [wanted]
    if ids is not None:
        questions = [wanted.where(entity_names.c.entity.in_(part)) for part in in_chunks(ids)]
    return [(row[0], row[1], row[2]) for question in questions for row in connection.execute(question)]
