"""What the database engine complains of, said in one line that tells the user what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from talentflow.model import StoreError

# What SQLite says -> what it means for the user, and what to do. The first that fits is taken.
_MEANINGS = (
    ("file is not a database", "not a database. Name another file with --db."),
    ("readonly database", "the database is read-only. Make it writable, or name another with --db."),
    ("query_only", "the database is read-only. Make it writable, or name another with --db."),
    ("database or disk is full", "the disk is full; what was stored before is safe. Make room and run it again."),
    ("disk i/o error", "the disk cannot be written (full, over a limit, or failing); what was stored before is safe."),
    ("file too large", "the disk cannot be written (over a size limit); what was stored before is safe."),
    ("database is locked", "another program is writing to the database. Wait for it to finish and run it again."),
    ("unable to open database file", "cannot be opened. Check that its folder exists and that you may write there."),
    ("malformed", "the database is damaged. Restore a copy, or start a new one with --db."),
)


def explain(where: str, error: BaseException) -> StoreError:
    """The one line for an error of the database engine."""
    said = str(getattr(error, "orig", None) or error)
    low = said.casefold()
    for sign, meaning in _MEANINGS:
        if sign in low:
            return StoreError(f"{where}: {meaning}")
    return StoreError(f"{where}: the database failed ({' '.join(said.split())[:200]}).")


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn errors of the database engine within into a StoreError of one line."""
    try:
        yield
    except DBAPIError as error:
        raise explain(where, error) from error
    except SQLAlchemyError as error:
        raise explain(where, error) from error
