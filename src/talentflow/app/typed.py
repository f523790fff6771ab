"""Names that begin as somebody has begun to type, in any script: for results while typing."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from sqlalchemy import Connection

from talentflow.app.brief import all_moves_at
from talentflow.app.finding import find_entities
from talentflow.app.identity import Names
from talentflow.app.remembered import Remembered
from talentflow.store.columns import plain
from talentflow.store.records import all_names
from talentflow.text.fold import search_key

_MOST_LOOKED_AT = 5000  # spellings that begin so: more than that nobody has meant yet
_LEAST_BY_SOUND = 3  # letters: fewer sound like half of all names


@dataclass(frozen=True, slots=True)
class _Spellings:
    """Every folded spelling in one text, each after a line break and a space; where each begins, whose it is."""

    text: str
    begins: list[int]
    bearers: list[str]


def typed_entities(
    connection: Connection, remembered: Remembered, names: Names, typed: str, sort: str, limit: int
) -> list[str]:
    """The ids of those in whose names a word begins like this, best first; where nobody's does, who sounds like it."""
    wanted = search_key(plain(typed))
    if not wanted:
        return []
    spelled = remembered.get(connection, ("spellings", sort), lambda: _spellings(connection, sort))
    best: dict[str, int] = {}
    place = spelled.text.find(f" {wanted}")
    for _ in range(_MOST_LOOKED_AT):
        if place < 0:
            break
        index = bisect_right(spelled.begins, place) - 1
        begins_so = place == spelled.begins[index]
        is_whole = begins_so and spelled.text.startswith("\n", place + 1 + len(wanted))
        bearer, rank = spelled.bearers[index], 2 if is_whole else 1 if begins_so else 0
        best[bearer] = max(best.get(bearer, 0), rank)
        place = spelled.text.find(f" {wanted}", place + 1)
    found = list(best)
    if not found and len(wanted) >= _LEAST_BY_SOUND:
        found = find_entities(connection, names, typed, sort, remembered)
    told = all_moves_at(connection, remembered)
    return sorted(found, key=lambda entity: (-best.get(entity, 0), -len(told.get(entity, ())), entity))[:limit]


def _spellings(connection: Connection, sort: str) -> _Spellings:
    parts, begins, bearers, length = [], [], [], 0
    for _, folded, bearer in all_names(connection, sort):
        begins.append(length + 1)  # of the space
        bearers.append(bearer)
        parts.append(f"\n {folded}")
        length += len(folded) + 2
    return _Spellings("".join(parts) + "\n", begins, bearers)
