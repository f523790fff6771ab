"""What was worked out of the record, kept for as long as it holds.

A figure over all moves asks for tens of thousands of them; the next one asks for the same. Some things are kept under
the revision of the record that they were made of (see `store.revision`), which is read in the transaction of the
question: after any change, by whatever process, the next question makes them anew. The moves in brief, the names, and
what is shown of them follow the changes one by one instead, see `app.brief`.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from talentflow.app.brief import AsSeen, Brief
from talentflow.store.changes import changes_since, last_change
from talentflow.store.revision import record_revision

Made = TypeVar("Made")

_MOST = 64  # things; the one that was asked for longest ago is forgotten first
# What is prepared is made anew when nothing has changed for a third of the lag, at the latest after three of them, and
# will do for four.
_STILL, _LATEST, _LONGEST = 1 / 3, 3, 4


@dataclass(slots=True)
class _Made:
    """What was made of a revision, when, and since when it is known that there is another one."""

    revision: int
    at: float
    thing: Any
    outdated_at: float | None = None
    changed_at: float = 0.0  # when the record was last seen to be of another revision than before,
    seen: int = -1  # and that revision


class Remembered:
    """What was made of the record."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, _Made] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()
        self._brief: Brief | None = None
        self._following = threading.Lock()
        # Seconds for which figures and what was shown will do though something of them has changed; see `Brief`.
        self.lag = 0.0

    def brief(self, connection: Connection) -> AsSeen:
        """The record in brief, as this connection sees it or newer."""
        with self._following:
            number, brief = self._followed(connection, self.lag)
            return AsSeen(brief, connection, is_of_now=number == brief.number)

    def _followed(self, connection: Connection, lag: float) -> tuple[int, Brief]:
        """The number of the last change that this connection sees, and the brief as of it or of a later one."""
        number, before = last_change(connection), self._brief
        if before is None:
            self._brief = Brief(number)
        elif number > before.number:
            changes = changes_since(connection, before.number)
            self._brief = Brief(number) if changes.is_all else before.followed(connection, number, changes, lag)
        assert self._brief is not None
        return number, self._brief

    def without_lag(self, connection: Connection) -> None:
        """Let nothing that this connection sees changed, by now or before, be shown as it was."""
        with self._following:
            self._followed(connection, lag=0.0)[1].without_lag()

    def get(self, connection: Connection, name: Hashable, make: Callable[[], Made], *, may_lag: bool = False) -> Made:
        """What goes by this name, made where it is not at hand; several that ask at once wait for one of them.

        Where it may lag, what was made of an older state will do for the seconds of `lag`.
        """
        lag = self.lag if may_lag else 0.0
        revision = record_revision(connection)
        with self._lock:
            making = self._making.setdefault(name, threading.Lock())
        with making:
            with self._lock:
                kept = self._made.get(name)
                if kept is not None and (kept.revision >= revision or time.monotonic() - kept.at < lag):
                    self._made.move_to_end(name)
                    return cast("Made", kept.thing)
            made = make()
            self._keep(name, revision, made)
            return made

    def prepared(self, connection: Connection, name: Hashable, make: Callable[[], Made]) -> Made:
        """The same of what is prepared: while somebody does so, what was made of an older state will do."""
        if self.lag:
            revision = record_revision(connection)
            with self._lock:
                kept = self._made.get(name)
                if kept is not None and self._outdated(kept, revision) < self.lag * _LONGEST:
                    return cast("Made", kept.thing)
        return self.get(connection, name, make)

    def prepare(self, connection: Connection, name: Hashable, make: Callable[[], Made]) -> None:
        """Have at hand what goes by this name, made anew soon after the record has changed.

        While it goes on changing that is done now and then; nobody waits for it who asks meanwhile.
        """
        revision, lag = record_revision(connection), self.lag
        with self._lock:
            kept = self._made.get(name)
            if kept is not None:
                outdated, now = self._outdated(kept, revision), time.monotonic()
                is_still = outdated and now - kept.changed_at >= lag * _STILL
                if not is_still and outdated < max(lag * _LATEST, 1e-9):
                    return
        self._keep(name, revision, make())

    @staticmethod
    def _outdated(kept: _Made, revision: int) -> float:
        """For how many seconds it has been known that there is another revision; 0 where there is none."""
        if kept.revision >= revision:
            return 0.0
        now = time.monotonic()
        if kept.seen != revision:
            kept.seen, kept.changed_at = revision, now
        if kept.outdated_at is None:
            kept.outdated_at = now
        return max(now - kept.outdated_at, 1e-9)

    def _keep(self, name: Hashable, revision: int, made: Any) -> None:
        with self._lock:
            self._made[name] = _Made(revision, time.monotonic(), made)
            self._made.move_to_end(name)
            while len(self._made) > _MOST:
                self._making.pop(self._made.popitem(last=False)[0], None)
