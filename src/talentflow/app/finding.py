"""From a name in any script or spelling to entities, or to names that the user may have meant."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz import process
from rapidfuzz.fuzz import WRatio, ratio
from sqlalchemy import Connection

from talentflow.app.brief import SORTS_OF_NAMES
from talentflow.app.identity import Names
from talentflow.app.remembered import Remembered
from talentflow.resolver import Name, blocks_of, compare, scripts_to_look_in
from talentflow.store.columns import plain
from talentflow.store.entities import entities_by_name, entities_by_word, get_entities
from talentflow.store.names import names_in_blocks
from talentflow.text.fold import search_key

_NEAR = 70  # of 100, for a suggestion
_BESIDE = 15  # below the nearest: what is farther only shares some letters
_MOST_SUGGESTIONS = 5
_SHORTEST = 0.5  # of what was typed: any text holds the letters of a name like "X"
_MANY, _LIKELY = 3000, 500  # names


def find_entities(
    connection: Connection, names: Names, query: str, sort: str, remembered: Remembered | None = None
) -> list[str]:
    """The ids of stored entities that a name means, by the surest way that finds any.

    As it is written somewhere; as the registry knows it; as it sounds in another script; as a part of a longer name.
    """
    query = plain(query)  # what was typed need not be proper text
    wanted = search_key(query)
    if not wanted:
        return []
    # One after the other: the later ways cost more, and the last one looks at every name.
    ways: tuple[Callable[[], list[str]], ...] = (
        lambda: entities_by_name(connection, wanted, sort),
        lambda: sorted(get_entities(connection, _registered(names, query, sort))),
        lambda: _heard_so(connection, remembered, query, sort),
        lambda: _by_word(connection, remembered, wanted, sort),
    )
    for way in ways:
        if found := way():
            return found
    # Asked for by its id, as exports give it.
    row = get_entities(connection, [query]).get(query)
    return [row.id] if row is not None and row.sort == sort else []


def _registered(names: Names, query: str, sort: str) -> list[str]:
    if sort == "person":
        return [person.id for person in names.registry.find_people(query)]
    found = names.registry.find_organizations(query)
    return [identity for org in found for identity in (org.id, names.registry.employer(org).id)]


def _heard_so(connection: Connection, remembered: Remembered | None, query: str, sort: str) -> list[str]:
    """What `_by_sound` finds, from the last time where no name has changed: what is asked for is asked for again."""
    if remembered is None:
        return _by_sound(connection, query, sort)
    name = ("by sound", sort, query)
    return remembered.brief(connection).figure(name, lambda: _by_sound(connection, query, sort))


def _by_sound(connection: Connection, query: str, sort: str) -> list[str]:
    asked = Name("", sort, (" ".join(query.split()),))
    best: dict[str, float] = {}
    for row in names_in_blocks(connection, blocks_of(asked), scripts_to_look_in(asked)):
        match = compare(asked, Name(row.key, row.sort, row.spellings)) if row.entity and row.sort == sort else None
        if match is not None and row.entity is not None:
            best[row.entity] = max(match.score, best.get(row.entity, 0.0))
    top = max(best.values(), default=0.0)
    return sorted(get_entities(connection, [entity for entity, score in best.items() if score >= top - 0.05]))


def _by_word(connection: Connection, remembered: Remembered | None, wanted: str, sort: str) -> list[str]:
    """Who has these words in a spelling; among words that are at hand it is a hundred times as fast as in the table."""
    if remembered is None:
        return entities_by_word(connection, wanted, sort)
    return remembered.brief(connection).spelled(sort).with_words(wanted)


def suggest_names(connection: Connection, remembered: Remembered, query: str, sort: str | None) -> tuple[str, ...]:
    """Names in the record that are near to what was asked for, nearest first."""
    wanted = search_key(plain(query))
    brief = remembered.brief(connection)
    spelled = [brief.spelled(one) for one in (SORTS_OF_NAMES if sort is None else (sort,))]
    names, bearers = ([item for one in spelled for item in one.rows.columns[place]] for place in (0, 1))
    if len(names) > _MANY:
        # All are looked at cheaply, and those that could be near with all care.
        likely = process.extract(wanted, names, scorer=ratio, limit=_LIKELY)
        names, bearers = [row[0] for row in likely], [bearers[row[2]] for row in likely]
    found = [
        row
        for row in process.extract(wanted, names, scorer=WRatio, score_cutoff=_NEAR, limit=50)
        if len(row[0]) >= _SHORTEST * len(wanted)
    ]
    least = max((row[1] for row in found), default=0) - _BESIDE
    entities = {bearers[position]: score for _, score, position in reversed(found) if score >= least}
    shown = get_entities(connection, entities)
    ordered = sorted(entities, key=lambda entity: (-entities[entity], entity))
    suggested = dict.fromkeys(shown[entity].name or shown[entity].mention for entity in ordered if entity in shown)
    return tuple(suggested)[:_MOST_SUGGESTIONS]


def with_parts(names: Names, organizations: list[str]) -> list[str]:
    """The organizations together with those that belong to them."""
    wanted = set(organizations)
    parts = [
        org.id
        for org in names.registry.organizations.values()
        if org.parent is not None and any(above.id in wanted for above in names.registry.ancestors(org))
    ]
    return sorted(wanted.union(parts))
