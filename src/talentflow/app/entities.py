"""People and organizations as the record shows them: their usual name and all their spellings."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection

from talentflow.app.identity import Names
from talentflow.resolver import script_of
from talentflow.store.names import spellings_of_entity
from talentflow.store.records import EntityRow, replace_entity
from talentflow.text.fold import search_key


def describe_entities(connection: Connection, names: Names, keys: list[str]) -> None:
    """Work out name and spellings of these entities; those that nothing mentions any more go."""
    for entity in sorted(keys):
        rows = spellings_of_entity(connection, entity)
        if not rows:
            replace_entity(connection, entity, None, ())
            continue
        sort = min(row[4] for row in rows)
        counts: Counter[str] = Counter()
        latin: Counter[str] = Counter()
        romanised: Counter[str] = Counter()
        for name, mention, _, is_ours, _, articles in rows:
            counts[mention] += articles
            if name is None:
                continue
            (romanised if is_ours else latin)[name] += articles
            if not is_ours:
                counts[name] += 0 if name != mention else articles
        listed = names.listed(sort, entity)
        usual = names.usual_name(sort, entity) or _usual(_latin_names(latin, counts)) or _usual(romanised)
        for spelling in listed.spellings if listed is not None else ():
            counts[spelling] += 0
        if usual:
            counts[usual] += 0
        row = EntityRow(
            id=entity,
            sort=sort,
            name=usual,
            mention=_usual(Counter({row[1]: counts[row[1]] for row in rows})) or "",
            listed=listed is not None or any(row[2] for row in rows),
            romanised=not names.usual_name(sort, entity) and not latin and bool(romanised),
        )
        replace_entity(
            connection, entity, row, [(name, search_key(name), count) for name, count in sorted(counts.items())]
        )


def _latin_names(names: Counter[str], mentions: Counter[str]) -> Counter[str]:
    """Names that readers gave, and before them those that articles write in Latin letters themselves."""
    written = Counter({name: mentions[name] for name in names if mentions[name] and script_of(name) == "latin"})
    return written or names


def _usual(counts: Counter[str]) -> str | None:
    """The spelling of most articles; of equals the longest."""
    return max(counts, key=lambda name: (counts[name], len(name), name)) if counts else None
