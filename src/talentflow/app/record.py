"""A record in a database, and what keeps it up to date: opened, added to, worked in, made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from talentflow.app.adding import add_documents
from talentflow.app.counted_then import prepare_days
from talentflow.app.identity import Names
from talentflow.app.reading import Reader
from talentflow.app.refresh import Progress, rebuild, refresh
from talentflow.app.remembered import Remembered
from talentflow.app.settings import database_url
from talentflow.app.views import Added
from talentflow.model import Document
from talentflow.registry import Registry, load_registry
from talentflow.store import Database
from talentflow.store.changes import note_changes
from talentflow.store.stale import count_stale


class Record:
    """A database of articles and claims with the record that is made of them; `Library` answers questions of it."""

    def __init__(self, url: str | None = None, registry: Registry | None = None) -> None:
        """Open the database at `url` (or a plain path; None for the user's own), making or upgrading it first."""
        self.url = database_url(url)
        self._database = Database(self.url)
        self._registry = registry
        self._loaded: Names | None = None
        self._remembered = Remembered()
        # Whether each question first brings the record up to date. Who answers many at once has a `Keeper` do it
        # beside them, so that nobody waits; what is added is then worked in before its outcome is told.
        self.keeps_up = True

    def _names(self) -> Names:
        # Loaded when first needed: many commands never ask.
        if self._loaded is None:
            self._loaded = Names(self._registry if self._registry is not None else load_registry())
        return self._loaded

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def add(self, documents: Iterable[Document], reader: Reader) -> Iterator[Added]:
        """Read and keep documents, one result each, in order. Nothing happens until the iterator is walked.

        A document is stored whole or not at all. The same article again is "known"; the same id with other words
        is "updated", and the old words are kept. The record is brought up to date when it is next asked for, or by
        `refresh`.
        """
        for added in add_documents(self._database, self._names(), documents, reader):
            if not self.keeps_up and added.outcome in ("added", "updated"):
                self.refresh()
                with self._database.writing() as connection:  # for the other processes of this server
                    note_changes(connection, "urgent")
            yield added

    @contextmanager
    def _asked(self) -> Iterator[Connection]:
        """The record for a question, brought up to date first unless somebody else sees to that."""
        if self.keeps_up:
            self.refresh()
        with self._database.reading() as connection:
            yield connection

    def refresh(self, progress: Progress | None = None) -> None:
        """Bring the record up to date with all that was added; every question does so first.

        `progress` is called with what is worked on ("text", "name", "article", "person", "spelling", "entity"), how
        many are done and how many there are.
        """
        refresh(self._database, self._names, progress)
        if self._remembered.lag:
            with self._database.reading() as connection:
                self._remembered.without_lag(connection)

    def may_lag(self, seconds: float) -> None:
        """Let figures, counts and what was shown do for so many seconds though something of them has changed.

        They take long, and change with every article. What this library itself changes, what reviewers say and
        whoever is hidden hold at once.
        """
        self._remembered.lag = seconds

    def prepare(self) -> None:
        """Have at hand what most questions ask of the whole record, so that the next of them need not wait for it."""
        with self._database.reading() as connection:
            self._remembered.brief(connection).prepare()
            prepare_days(connection, self._remembered)
        self._names()

    def stale(self) -> dict[str, int]:
        """How much of the record no longer matches what is stored, by sort; empty where it is up to date."""
        with self._database.reading() as connection:
            return count_stale(connection)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make everything derived anew from articles, claims and judgements; the result is the same.

        It is done by itself when a new version of Talentflow has other rules.
        """
        rebuild(self._database, self._names, progress)
