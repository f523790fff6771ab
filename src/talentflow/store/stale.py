"""What of the derived record no longer matches what is kept."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from talentflow.store.rows import in_chunks, insert_new
from talentflow.store.schema import stale


def mark_stale(connection: Connection, sort: str, keys: Iterable[str]) -> None:
    """Remember that derived rows must be made anew."""
    for chunk in in_chunks(sorted(set(keys))):
        insert_new(connection, stale, [{"sort": sort, "key": key} for key in chunk])
