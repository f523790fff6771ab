"""Who did what when: the log of everything that people, not the machine, changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from talentflow.store.columns import plain
from talentflow.store.rows import in_chunks, now
from talentflow.store.schema import decisions, deeds, verdicts


@dataclass(frozen=True, slots=True)
class DeedRow:
    """Something that somebody did: `undone_at` is set where it was taken back."""

    key: int
    made_at: str
    author: str
    action: str
    about: str
    reason: str
    undone_at: str | None


def insert_deed(connection: Connection, author: str, action: str, about: str, reason: str = "") -> int:
    """Write down a deed; its key."""
    row = {"made_at": now(), "author": plain(author), "action": action, "about": plain(about), "reason": plain(reason)}
    inserted = connection.execute(insert(deeds).values(row)).inserted_primary_key
    assert inserted is not None
    return int(inserted[0])


def get_deed(connection: Connection, key: int) -> DeedRow | None:
    """A deed by its key."""
    row = connection.execute(select(deeds).where(deeds.c.key == key)).first()
    return None if row is None else DeedRow(*row)


def mark_undone(connection: Connection, key: int) -> None:
    """Write down that a deed was taken back."""
    connection.execute(update(deeds).where(deeds.c.key == key).values(undone_at=now()))


def deeds_that_stand(connection: Connection, keys: Sequence[int]) -> set[int]:
    """Those of these deeds of which a decision or a verdict still stands, so that it can be taken back."""
    found: set[int] = set()
    for chunk in in_chunks(sorted(set(keys))):
        for table in (decisions, verdicts):
            wanted = select(table.c.deed).where(table.c.deed.in_(chunk), table.c.withdrawn_at.is_(None))
            found.update(connection.execute(wanted.distinct()).scalars())
    return found


def last_deeds(connection: Connection, limit: int, skip: int = 0) -> list[DeedRow]:
    """The deeds, newest first."""
    rows = connection.execute(select(deeds).order_by(deeds.c.key.desc()).limit(limit).offset(skip))
    return [DeedRow(*row) for row in rows]
