"""People and organizations as the record shows them: their usual name and all their spellings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from talentflow.app.identity import Names
from talentflow.app.veil import veil_of
from talentflow.resolver import script_of
from talentflow.store.entities import EntityRow, replace_entity
from talentflow.store.spellings import SpellingRow, count_spellings, spellings_of_entity
from talentflow.store.stale import mark_stale
from talentflow.text.fold import search_key


@dataclass(slots=True)
class _Use:
    """How often a spelling is used, how often by articles that are no copies, and since when."""

    articles: int = 0
    leading: int = 0
    since: str = "9999"

    def add(self, row: SpellingRow) -> None:
        self.articles += row.articles
        self.leading += row.leading
        self.since = min(self.since, row.since)


def count_articles(connection: Connection, names: Names, keys: list[str]) -> None:
    """Count anew how these articles name people and organizations."""
    mark_stale(connection, "entity", count_spellings(connection, map(int, keys)))


def describe_entities(connection: Connection, names: Names, keys: list[str]) -> None:
    """Work out name and spellings of these entities; those that nothing mentions any more, or that are hidden, go."""
    veil = veil_of(connection)
    for entity in sorted(keys):
        rows = spellings_of_entity(connection, entity)
        if not rows or veil.hides(connection, entity):
            replace_entity(connection, entity, None, ())
            continue
        sort = rows[0].sort
        registered = names.usual_name(sort, entity)
        own = _uses((row.name, row) for row in rows if not row.romanised)
        ours = _uses((row.name, row) for row in rows if row.romanised)
        described = names.described(sort, entity)
        written = _uses((row.mention, row) for row in rows if row.mention not in described)
        usual = registered or _usual(_latin(own, written)) or _usual(ours)
        listed = names.listed(sort, entity)
        known = (*(listed.spellings if listed is not None else ()), *own, *([usual] if usual else []))
        spellings = dict.fromkeys(known, 0)
        spellings |= {mention: use.articles for mention, use in written.items()}
        replace_entity(
            connection,
            entity,
            EntityRow(
                id=entity,
                sort=sort,
                name=usual,
                mention=_usual(written) or usual or "",
                listed=listed is not None or any(row.listed for row in rows),
                romanised=registered is None and not own and bool(ours),
            ),
            [(name, search_key(name), count) for name, count in sorted(spellings.items())],
        )


def _uses(pairs: Iterable[tuple[str | None, SpellingRow]]) -> dict[str, _Use]:
    found: dict[str, _Use] = {}
    for name, row in pairs:
        if name is not None:
            found.setdefault(name, _Use()).add(row)
    return found


def _latin(names: dict[str, _Use], written: dict[str, _Use]) -> dict[str, _Use]:
    """The names that articles write in Latin letters themselves; where none does, those that readers gave."""
    found = {name: written[name] for name in names if name in written and script_of(name) == "latin"}
    return found or names


def _usual(uses: dict[str, _Use]) -> str | None:
    """The spelling of most articles, copies apart: a translation guesses at spellings. Of equals the first."""

    def rank(name: str) -> tuple[int, int, str, int, str]:
        use = uses[name]
        return (-use.leading, -use.articles, use.since, -len(name), name)

    ordered = sorted(uses, key=rank)
    return ordered[0] if ordered else None
