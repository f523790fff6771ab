"""Keeps the record up to date beside those who ask, so that none of them waits for it.

Who adds articles works them in, as `talentflow add` does while it goes. The keeper sees to what somebody left: it looks
every second whether anything is stale, and begins when nobody has changed that since it looked before, or when it has
waited long enough. Once all that was there at first is worked in, a question is answered from the record as it was
last brought up to date. What is kept in memory follows in the same rhythm, see `app.brief`.
"""

from __future__ import annotations

import threading
from contextlib import suppress

from talentflow.app.library import Library
from talentflow.model import StoreError

_EVERY, _LONGEST = 1.0, 30.0  # seconds
_LAG_OF_COUNTS = 5.0


class Keeper:
    """A thread that brings a library's record up to date; use it in a `with` statement."""

    def __init__(self, library: Library, every: float = _EVERY, longest: float = _LONGEST) -> None:
        self._library = library
        self._every, self._longest = every, longest
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def __enter__(self) -> Keeper:
        self._library.lag_of_counts = _LAG_OF_COUNTS
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._library.keeps_up, self._library.lag_of_counts = True, 0.0

    def _keep(self) -> None:
        before: dict[str, int] | None = None
        waited = 0.0
        with suppress(StoreError):  # else every question goes on seeing to it, and tells what is wrong
            self._library.refresh()
            self._library.keeps_up = False
            self._library.prepare()
        while not self._over.wait(self._every):
            try:
                now = self._library.stale()
                waited = waited + self._every if now else 0.0
                if now and (now == before or waited >= self._longest):
                    self._library.refresh()
                    self._library.keeps_up = False
                    now, waited = {}, 0.0
                before = now
                self._library.prepare()
            except StoreError:
                before = None  # another writes for long, or the file is away: those who ask are told, and it goes on
