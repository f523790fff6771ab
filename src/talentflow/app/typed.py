"""Names that begin as somebody has begun to type, in any script: for results while typing."""

from __future__ import annotations

from sqlalchemy import Connection

from talentflow.app.finding import find_entities
from talentflow.app.identity import Names
from talentflow.app.remembered import Remembered
from talentflow.store.columns import plain
from talentflow.text.fold import search_key

_MOST_LOOKED_AT = 5000  # spellings that begin so: more than that nobody has meant yet
_LEAST_BY_SOUND = 3  # letters: fewer sound like half of all names


def typed_entities(
    connection: Connection, remembered: Remembered, names: Names, typed: str, sort: str, limit: int
) -> list[str]:
    """The ids of those in whose names a word begins like this, best first; where nobody's does, who sounds like it."""
    wanted = search_key(plain(typed))
    if not wanted:
        return []
    brief = remembered.brief(connection)
    best: dict[str, int] = {}
    for spelled, bearer in brief.spelled(sort).beginning_so(wanted, _MOST_LOOKED_AT):
        rank = 2 if spelled == wanted else 1 if spelled.startswith(wanted) else 0
        best[bearer] = max(best.get(bearer, 0), rank)
    found = list(best)
    if not found and len(wanted) >= _LEAST_BY_SOUND:
        found = find_entities(connection, names, typed, sort, remembered)
    return sorted(found, key=lambda entity: (-best.get(entity, 0), -len(brief.moves_at(entity)), entity))[:limit]
