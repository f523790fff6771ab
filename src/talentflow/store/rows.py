"""Small helpers that every table needs: insert what is new, and ask for many keys at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

Item = TypeVar("Item")

# SQLite allows no more than 32,766 parameters in a statement, older ones 999.
_AT_A_TIME = 500


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, passing over those whose key is there already."""
    if not rows:
        return
    make = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    connection.execute(make(table).on_conflict_do_nothing(), list(rows))


def in_chunks(items: Iterable[Item], size: int = _AT_A_TIME) -> Iterator[list[Item]]:
    """The items in lists that fit into one statement."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def now() -> str:
    """This instant in UTC, as it is stored."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
