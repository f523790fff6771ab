"""Who bears a name or an id: briefly, with everything that is told, or with the newest of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from talentflow.app.brief import AsSeen
from talentflow.app.finding import find_entities, suggest_names
from talentflow.app.identity import Names
from talentflow.app.present import about_entity, query_of, show_entity, show_names, show_newest
from talentflow.app.remembered import Remembered
from talentflow.app.then import moves_then
from talentflow.app.typed import typed_entities
from talentflow.app.views import EntityView, Lookup, NamedView
from talentflow.store.entities import EntityRow, get_entities, names_of_entities
from talentflow.store.mentions import has_more_mentions
from talentflow.store.move_queries import find_moves

_NEWEST = 20  # moves and posts of each that bears a name, where not all bearers are asked for
_FEW_MENTIONS = 200  # of an organization that is shown whole also where only a part is asked for


def look_up(
    connection: Connection,
    remembered: Remembered,
    names: Names,
    name: str,
    sort: str,
    *,
    day: str | None,
    limit: int | None,
) -> Lookup:
    """All who bear a name, or so many of them, or names to try instead; as it stood at the end of a day."""
    rows = _bearers(connection, remembered, names, name, sort, limit)
    views = [
        entity_view(connection, remembered, names, row, None if limit is None else max(limit, _NEWEST))
        if day is None
        else show_entity(connection, names, row, moves_then(connection, names, query_of(row), day), day)
        for row in rows
    ]
    found = tuple(view for view in views if view is not None)
    return Lookup(name, found, () if found else suggest_names(connection, remembered, name, sort))


def entity_view(
    connection: Connection, remembered: Remembered, names: Names, row: EntityRow, limit: int | None
) -> EntityView | None:
    """A person or an organization; with a limit, of an organization only so many moves and posts, the newest."""
    if limit is None:
        return show_entity(connection, names, row, find_moves(connection, query_of(row)))
    brief = remembered.brief(connection)
    return brief.once(
        ("entity", row.id, limit),
        lambda: _in_part(connection, brief, names, row, limit),
        lambda view: () if view is None else about_entity(view),
    )


def _in_part(connection: Connection, brief: AsSeen, names: Names, row: EntityRow, limit: int) -> EntityView | None:
    moves = brief.moves_at(row.id)
    if row.sort == "organization" and (len(moves) > limit or has_more_mentions(connection, row.id, _FEW_MENTIONS)):
        return show_newest(connection, brief, names, row, moves, limit)
    return show_entity(connection, names, row, find_moves(connection, query_of(row)))


def named_so(
    connection: Connection, remembered: Remembered, names: Names, name: str, sort: str, limit: int
) -> list[NamedView]:
    """Who bears a name, briefly: so many, those of whom most is told."""
    return _briefly(connection, remembered, _bearers(connection, remembered, names, name, sort, limit))


def named_as_typed(
    connection: Connection, remembered: Remembered, names: Names, typed: str, sort: str, limit: int
) -> list[NamedView]:
    """Whose name begins as it is typed so far, briefly, best first."""
    ids = typed_entities(connection, remembered, names, typed, sort, limit)
    rows = get_entities(connection, ids)
    return _briefly(connection, remembered, [rows[entity] for entity in ids if entity in rows])


def _bearers(
    connection: Connection, remembered: Remembered, names: Names, name: str, sort: str, limit: int | None
) -> list[EntityRow]:
    found = get_entities(connection, find_entities(connection, names, name, sort, remembered))
    rows = [row for _, row in sorted(found.items())]
    if limit is not None and len(rows) > limit:
        told = remembered.brief(connection).moves_at
        rows = sorted(sorted(rows, key=lambda row: -len(told(row.id)))[:limit], key=lambda row: row.id)
    return rows


def _briefly(connection: Connection, remembered: Remembered, rows: Sequence[EntityRow]) -> list[NamedView]:
    spelled = names_of_entities(connection, [row.id for row in rows])
    told = remembered.brief(connection).moves_at
    return [NamedView(row.id, row.name, show_names(spelled.get(row.id, ())), len(told(row.id))) for row in rows]
