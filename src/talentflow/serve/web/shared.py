"""What the processes of one server have in common: who has signed in, how often who asked, and whose turn it is.

It is no part of the record and ends with the server. One process keeps it in memory, several keep it in a small SQLite
file of their own, which is a way of sharing that is at hand everywhere.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_TABLES = """
CREATE TABLE IF NOT EXISTS sessions (digest TEXT PRIMARY KEY, token TEXT, key TEXT, seen REAL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS asked (address TEXT PRIMARY KEY, left REAL, since REAL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS asked_longest_ago ON asked (since);
CREATE TABLE IF NOT EXISTS turns (name TEXT PRIMARY KEY, holder TEXT, until REAL) WITHOUT ROWID;
"""
_PATIENCE = 10.0  # seconds
_TURN = 30.0  # seconds after which a turn that was not renewed is over: its process may have been killed


class Shared:
    """A place that all processes of a server read and change, each change whole or not at all."""

    def __init__(self, path: Path | None = None) -> None:
        """In memory, for one process, unless there is a file for several."""
        where = ":memory:" if path is None else str(path)
        self._connection = sqlite3.connect(where, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        self._lock = threading.Lock()
        weakref.finalize(self, self._connection.close)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = OFF")  # it need not outlive the machine
        self._connection.executescript(_TABLES)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection on which something is looked up."""
        with self._lock:
            yield self._connection

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A connection on which something is changed, after what others change and before what they change next."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of it."""
        with self._lock:
            self._connection.close()


class Turn:
    """What one of the processes does for all of them, until it no longer says that it does."""

    def __init__(self, shared: Shared, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        """The clock is one that all processes of a machine have in common."""
        self._shared, self._name, self._clock = shared, name, clock
        self._holder = f"{os.getpid()} {id(self)}"

    def is_ours(self) -> bool:
        """Whether it is our turn; if so, and if nobody's, it stays ours for half a minute more."""
        now = self._clock()
        with self._shared.changing() as connection:
            row = connection.execute("SELECT holder, until FROM turns WHERE name = ?", (self._name,)).fetchone()
            if row is not None and row[0] != self._holder and row[1] > now:
                return False
            row = (self._name, self._holder, now + _TURN)
            connection.execute("INSERT OR REPLACE INTO turns VALUES (?, ?, ?)", row)
        return True
