"""Opening a database, and its transactions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from talentflow.model import StoreError
from talentflow.store.problems import explained
from talentflow.store.versions import known_versions, upgrade, version_of

_BUSY_SECONDS = 15
_CONNECTIONS = 16  # kept open; to open one anew for each question would cost as much as the question
_CACHE = 8000  # KiB of pages of each connection to SQLite: of its own 2000 a page of the window needs more
_WRITER = 0x74616C656E74  # any number, as long as all of us use the same


class Database:
    """A database that is open, ours and of the present schema.

    `where` names it in messages, `url` is its address without the password. Reading sees one state of things
    throughout; writing is one transaction, whole or not at all, whatever happens to the process.
    """

    def __init__(self, url: str) -> None:
        """Open the database at a SQLAlchemy URL, making or upgrading it first."""
        parsed = _parse(url)
        self.where = _name(parsed)
        self.url = parsed.render_as_string(hide_password=True)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self.read_only = False
        if self.is_sqlite:
            parsed, self.read_only = _check_file(parsed, self.where)
        try:
            # SQLite always reads one state of things; PostgreSQL has to be told.
            options: dict[str, Any] = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
            if not self.is_sqlite or parsed.database not in (None, "", ":memory:"):
                options["pool_size"] = _CONNECTIONS
            self.engine = create_engine(parsed, **options)
        except (NoSuchModuleError, ImportError):
            raise StoreError(
                f"{self.where}: no driver for this kind of database. Name a file, or a postgresql:// URL "
                "with talentflow[postgresql] installed."
            ) from None
        if self.is_sqlite:
            _prepare_sqlite(self.engine, read_only=self.read_only)
        try:
            self._bring_up_to_date()
        except BaseException:
            self.close()
            raise

    @property
    def schema(self) -> str:
        """The number of the present schema."""
        return known_versions()[-1]

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        with explained(self.where), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction that is kept when the block ends, and forgotten when it raises."""
        options = {"talentflow_writes": True} if self.is_sqlite else {"isolation_level": "READ COMMITTED"}
        with explained(self.where), self.engine.connect() as connection:
            connection = connection.execution_options(**options)
            with connection.begin():
                if not self.is_sqlite:
                    # One writer at a time, as in SQLite: two would make the derived rows from half of the other's.
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER})
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        with explained(self.where):
            self.engine.dispose()

    def _bring_up_to_date(self) -> None:
        with self.reading() as connection:
            version = version_of(connection, self.where)
        if version == self.schema:
            return
        if self.read_only:
            raise StoreError(
                f"{self.where}: of an older version and read-only, so it cannot be upgraded. Make it writable."
            )
        with self.writing() as connection:
            # Another process may have been quicker between the two transactions.
            if version_of(connection, self.where) != self.schema:
                upgrade(connection)


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(f"{url}: not a database URL. Write a file name, or postgresql://user@host/name.") from None
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    return parsed


def _name(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or "the database in memory"
    return url.render_as_string(hide_password=True)


def _check_file(url: URL, where: str) -> tuple[URL, bool]:
    """The URL to open and whether it can only be read; StoreError where there is no such folder."""
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        return url, "mode=ro" in str(url) or "immutable=1" in str(url)
    path = Path(url.database)
    if path.is_dir():
        raise StoreError(f"{where}: a folder, not a database. Name a file in it with --db.")
    if not path.parent.is_dir():
        raise StoreError(f"{where}: no such folder. Make {path.parent} first, or name another file with --db.")
    if path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        # SQLite would want to write its shared-memory file beside it even for reading.
        quoted = Path(path).absolute().as_uri()
        return url.set(database=quoted, query={"immutable": "1", "uri": "true"}), True
    return url, False


def _prepare_sqlite(engine: Engine, *, read_only: bool) -> None:
    """Set each new connection up, and begin transactions ourselves: the driver would begin them too late."""

    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA cache_size = -{_CACHE}")
        if not read_only:
            cursor.execute("PRAGMA journal_mode = WAL")
            # In WAL mode this still survives a kill at any instant; it spares a disk flush for each article.
            cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("talentflow_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
