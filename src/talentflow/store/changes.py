"""What of the record was made anew: whoever keeps something made of it need not make all of it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from talentflow.store.rows import in_chunks
from talentflow.store.schema import changes

_KEPT = 50_000  # rows: who has not looked for longer makes everything anew
_MOST = 4000  # of which following one by one costs less than that


@dataclass(frozen=True, slots=True)
class Changes:
    """Whose moves, and what people and organizations, were made anew.

    `is_all` where anything may have changed; `is_shown` where the tables stand and only what is shown of them does not;
    `is_urgent` where whoever changed something is to see it at once, whichever process of a server answers.
    """

    people: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    is_all: bool = False
    is_shown: bool = False
    is_urgent: bool = False


def note_changes(connection: Connection, sort: str, ids: Iterable[str] = ("",)) -> None:
    """Say that these were made anew in this transaction: "person", "entity", "shown", "urgent" or "all"."""
    for chunk in in_chunks(sorted(set(ids))):
        connection.execute(insert(changes), [{"sort": sort, "id": identity} for identity in chunk])


def last_change(connection: Connection) -> int:
    """The number of the last change that this connection sees."""
    return int(connection.execute(select(func.max(changes.c.key))).scalar() or 0)


def changes_since(connection: Connection, number: int) -> Changes:
    """What changed after a change, as this connection sees it."""
    wanted = select(changes.c.sort, changes.c.id).where(changes.c.key > number).distinct().limit(_MOST + 1)
    rows = connection.execute(wanted).all()
    first = connection.execute(select(func.min(changes.c.key))).scalar()
    sorts: dict[str, set[str]] = {}
    for sort, identity in rows:
        sorts.setdefault(sort, set()).add(identity)
    return Changes(
        people=frozenset(sorts.get("person", ())),
        entities=frozenset(sorts.get("entity", ())),
        is_all=len(rows) > _MOST or "all" in sorts or (bool(rows) and first is not None and first > number + 1),
        is_shown="shown" in sorts,
        is_urgent="urgent" in sorts,
    )


def forget_changes(connection: Connection) -> None:
    """Let the changes go that nobody asks for any more."""
    connection.execute(delete(changes).where(changes.c.key <= last_change(connection) - _KEPT))
