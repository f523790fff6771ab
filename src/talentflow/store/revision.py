"""How often the record has changed: by this, what was worked out of it is known to hold still."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from talentflow.store.rows import insert_new
from talentflow.store.schema import stamps

_REVISION = "revision"


def record_revision(connection: Connection) -> int:
    """The number of the record's present state, as this connection sees it."""
    value = connection.execute(select(stamps.c.value).where(stamps.c.name == _REVISION)).scalar()
    return int(value or 0)


def next_revision(connection: Connection) -> None:
    """Say that the record changes with this transaction."""
    value = record_revision(connection) + 1
    connection.execute(delete(stamps).where(stamps.c.name == _REVISION))
    insert_new(connection, stamps, [{"name": _REVISION, "value": str(value)}])
