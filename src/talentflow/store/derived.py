"""Everything derived: by which rules it was made, how much there is, and how it is dropped to be made anew."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Text, cast, delete, func, insert, literal, select

from talentflow.store.changes import note_changes
from talentflow.store.rows import insert_new
from talentflow.store.schema import (
    article_blocks,
    article_groups,
    article_links,
    article_spellings,
    article_traces,
    articles,
    entities,
    entity_names,
    entity_spellings,
    move_counts,
    moves,
    name_blocks,
    name_links,
    names,
    namesakes,
    stale,
    stamps,
)

_RULES = "rules"
_DERIVED = (
    names,
    name_blocks,
    name_links,
    namesakes,
    entities,
    entity_names,
    article_spellings,
    entity_spellings,
    article_traces,
    article_blocks,
    article_links,
    article_groups,
    moves,
    move_counts,
    stale,
)


def get_stamp(connection: Connection) -> str | None:
    """By which rules the derived rows were made; None where none were yet."""
    return connection.execute(select(stamps.c.value).where(stamps.c.name == _RULES)).scalar()


def set_stamp(connection: Connection, value: str) -> None:
    """Write down by which rules derived rows are made from now on."""
    connection.execute(delete(stamps).where(stamps.c.name == _RULES))
    insert_new(connection, stamps, [{"name": _RULES, "value": value}])


def forget_derived(connection: Connection) -> None:
    """Drop all derived rows, and mark every present article to have them made anew."""
    for table in _DERIVED:
        connection.execute(delete(table))
    note_changes(connection, "all")
    present = select(literal("text"), cast(articles.c.key, Text)).where(articles.c.current)
    connection.execute(insert(stale).from_select(["sort", "key"], present))


def record_counts(connection: Connection) -> dict[str, int]:
    """How many moves, people, organizations, stories and origins there are."""

    def count(wanted: Any) -> int:
        return int(connection.execute(wanted).scalar_one())

    return {
        "moves": count(select(func.count()).select_from(moves)),
        "people": count(select(func.count()).where(entities.c.sort == "person")),
        "organizations": count(select(func.count()).where(entities.c.sort == "organization")),
        "stories": count(select(func.count(article_groups.c.story.distinct()))),
        "origins": count(select(func.count(article_groups.c.origin.distinct()))),
    }
