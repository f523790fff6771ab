"""What of the derived record no longer matches what is kept."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, select

from talentflow.store.rows import in_chunks, insert_new
from talentflow.store.schema import stale


def mark_stale(connection: Connection, sort: str, keys: Iterable[str]) -> None:
    """Remember that derived rows must be made anew."""
    for chunk in in_chunks(sorted(set(keys))):
        insert_new(connection, stale, [{"sort": sort, "key": key} for key in chunk])


def take_stale(connection: Connection, sort: str, limit: int) -> list[str]:
    """The next stale keys of a sort; they are no longer stale if the transaction is kept."""
    keys = list(connection.execute(select(stale.c.key).where(stale.c.sort == sort).limit(limit)).scalars())
    for chunk in in_chunks(keys):
        connection.execute(delete(stale).where(stale.c.sort == sort, stale.c.key.in_(chunk)))
    return keys


def count_stale(connection: Connection) -> dict[str, int]:
    """How many stale keys there are of each sort."""
    rows = connection.execute(select(stale.c.sort, func.count()).group_by(stale.c.sort))
    return {row[0]: row[1] for row in rows}
