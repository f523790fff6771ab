"""The whole ledger as plain data, in the form that the ledger's gold standard is scored in.

It is walked and not held: a record of a hundred thousand articles does not fit into memory as plain data, and whoever
writes it to a file needs one row after the other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection

from talentflow.app.identity import Names
from talentflow.app.plain_data import move_as_dict
from talentflow.app.present import show_moves
from talentflow.app.sightings import find_sightings
from talentflow.app.then import groups_then, moves_then
from talentflow.app.veil import veil_of
from talentflow.model import Move
from talentflow.store.articles import current_details
from talentflow.store.entities import EntityRow, all_entities
from talentflow.store.known import entities_known_by
from talentflow.store.move_queries import MoveQuery, find_move_ids
from talentflow.store.moves import moves_by_id
from talentflow.store.rows import in_chunks
from talentflow.store.walking import count_articles, each_article, each_judged_mention, ends_of_moves

_AT_ONCE = 200  # moves
_ROWS_AT_ONCE = 2000  # mentions

Row = dict[str, Any]


class Walked:
    """Rows that are made as they are walked, as often as somebody walks them."""

    def __init__(self, count: int, walk: Callable[[], Iterator[Row]]) -> None:
        self._count = count
        self._walk = walk

    def __len__(self) -> int:
        return self._count

    def __contains__(self, row: object) -> bool:
        return any(row == one for one in self)

    def __iter__(self) -> Iterator[Row]:
        return self._walk()


@contextmanager
def walked_ledger(connection: Connection, names: Names, until: str | None = None) -> Iterator[dict[str, Walked]]:
    """Articles with story and origin, entities with their mentions, moves with history, accounts and sentences.

    They can be walked for as long as the connection is open. With a day they are as all this stood then; the moves of a
    day are worked out at once and held.
    """
    moves = _Moves(connection, names, until)
    entities = {row.id: row for row in all_entities(connection)}
    if until is not None:
        known = entities_known_by(connection, until)
        entities = {identity: row for identity, row in entities.items() if identity in known}
    moving = [entities[entity] for entity in sorted(moves.ends()) if entity in entities]
    with closing(_Mentions(connection, names, moving, until)) as mentions:
        yield {
            "articles": _articles(connection, until),
            "entities": Walked(len(entities), lambda: _entities(entities.values(), mentions)),
            "moves": Walked(len(moves), moves.each),
        }


def _articles(connection: Connection, until: str | None) -> Walked:
    veil = veil_of(connection)
    if until is not None:
        groups, details = groups_then(connection, until), current_details(connection)
        return Walked(
            len(groups),
            lambda: (
                {"id": article, "story": story, "origin": origin, **veil.details(about, key)}
                for article, origin, story in groups
                for key, about in (details[article],)
            ),
        )
    return Walked(
        count_articles(connection),
        lambda: (
            {"id": article, "story": story, "origin": origin, **veil.details(about, key)}
            for article, origin, story, key, about in each_article(connection)
        ),
    )


class _Moves:
    """The moves of a ledger, some at a time."""

    def __init__(self, connection: Connection, names: Names, until: str | None) -> None:
        self._connection = connection
        self._then: list[Move] | None = None
        self._ids: list[str] = []
        if until is None:
            self._ids = find_move_ids(connection, MoveQuery())
        else:
            self._then = moves_then(connection, names, MoveQuery(), until)

    def __len__(self) -> int:
        return len(self._ids) if self._then is None else len(self._then)

    def ends(self) -> set[str]:
        """Everybody and every organization in them."""
        if self._then is None:
            return ends_of_moves(self._connection)
        return {end for move in self._then for end in move.ends}

    def each(self) -> Iterator[Row]:
        """One after the other, newest first."""
        for moves in self._parts():
            for move, view in zip(moves, show_moves(self._connection, moves), strict=True):
                yield {**move_as_dict(view), "claims": list(move.claims)}

    def _parts(self) -> Iterator[Sequence[Move]]:
        if self._then is not None:
            yield from in_chunks(self._then, _AT_ONCE)
            return
        for ids in in_chunks(self._ids, _AT_ONCE):
            yield moves_by_id(self._connection, ids)


class _Mentions:
    """Where each entity is mentioned: sorted on disk, as there are far more mentions than anything else."""

    def __init__(self, connection: Connection, names: Names, moving: Sequence[EntityRow], until: str | None) -> None:
        self._connection = connection
        self._names = names
        self._moving = moving
        self._until = until
        self._sorted: sqlite3.Connection | None = None

    def of(self, entity: str) -> list[dict[str, str]]:
        """The mentions of an entity in order."""
        if self._sorted is None:
            self._sorted = self._gathered()
        wanted = "SELECT article, mention FROM mentions WHERE entity = ? ORDER BY article, mention"
        return [{"article": article, "mention": words} for article, words in self._sorted.execute(wanted, (entity,))]

    def _gathered(self) -> sqlite3.Connection:
        scratch = sqlite3.connect("", isolation_level=None)  # a file without a name, gone when it is closed
        scratch.execute(
            "CREATE TABLE mentions (entity TEXT, article TEXT, mention TEXT, PRIMARY KEY (entity, article, mention))"
            " WITHOUT ROWID"
        )
        sources = (
            each_judged_mention(self._connection, self._until),
            find_sightings(self._connection, self._names.registry, self._moving, self._until),
        )
        scratch.execute("BEGIN")
        for source in sources:
            for rows in in_chunks(source, _ROWS_AT_ONCE):
                scratch.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?)", rows)
        scratch.execute("COMMIT")
        return scratch

    def close(self) -> None:
        """Let go of the file."""
        if self._sorted is not None:
            self._sorted.close()


def _entities(rows: Iterable[EntityRow], mentions: _Mentions) -> Iterator[Row]:
    for row in rows:
        yield {
            "id": row.id,
            "name": row.name,
            "type": row.sort,
            "listed": row.listed,
            "romanised": row.romanised,
            "mentions": mentions.of(row.id),
        }
