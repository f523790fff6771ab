"""Keeps the record up to date beside those who ask, so that none of them waits for it.

Who adds articles works them in, as `talentflow add` does while it goes. The keeper sees to what somebody left: it looks
every second whether anything is stale, and begins when nothing has changed of that for ten, or when it has waited long
enough. While another process is at it, to do the same here would only hold up whoever asks. Once all that was there at
first is worked in, a question is answered from the record as it was last brought up to date. What is kept in memory
follows in the same rhythm, see `app.brief`. Of the processes of one server one works things in, for all of them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from talentflow.app.library import Library
from talentflow.model import StoreError

# Seconds: between two looks, for which nothing must have moved, and after which it is done though somebody is at it.
_EVERY, _STILL, _LONGEST = 1.0, 10.0, 120.0
_LAG = 15.0  # seconds


class Keeper:
    """A thread that brings a library's record up to date; use it in a `with` statement."""

    def __init__(
        self,
        library: Library,
        every: float = _EVERY,
        longest: float = _LONGEST,
        still: float = _STILL,
        prepared: Callable[[], object] = lambda: None,
        is_our_turn: Callable[[], bool] = lambda: True,
    ) -> None:
        """`prepared` is called once the record is first up to date, and what most questions ask of it at hand.

        `is_our_turn` says whether this keeper is the one that works things in; it is asked again as that goes on.
        """
        self._library = library
        self._prepared = prepared
        self._is_our_turn = is_our_turn
        self._every, self._longest, self._still = every, longest, still
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def __enter__(self) -> Keeper:
        self._library.may_lag(_LAG)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._library.keeps_up = True
        self._library.may_lag(0.0)

    def _work_in_the_first_time(self) -> None:
        """What was there at first, here or by another, who may be killed before it is done."""
        while not self._over.is_set():
            if self._is_our_turn():
                self._work_in()
                return
            if not self._library.stale():
                break
            self._over.wait(self._every)
        self._library.keeps_up = False

    def _work_in(self) -> None:
        def go_on(*_: object) -> None:
            self._is_our_turn()  # a turn is over where it is not renewed

        self._library.refresh(go_on)
        self._library.keeps_up = False

    def _keep(self) -> None:
        before: dict[str, int] | None = None
        waited = unmoved = 0.0
        with suppress(StoreError):  # else every question goes on seeing to it, and tells what is wrong
            self._work_in_the_first_time()
            self._library.prepare()
            self._prepared()
        while not self._over.wait(self._every):
            try:
                now = self._library.stale()
                waited = waited + self._every if now else 0.0
                unmoved = unmoved + self._every if now == before else 0.0
                if now and (unmoved >= self._still or waited >= self._longest) and self._is_our_turn():
                    self._work_in()
                    now, waited, unmoved = {}, 0.0, 0.0
                before = now
                self._library.prepare()
            except StoreError:
                before = None  # another writes for long, or the file is away: those who ask are told, and it goes on
