"""What was worked out of the record, kept for as long as the record stays as it is.

A figure over all moves asks for tens of thousands of them; the next one asks for the same. What is kept bears the
revision of the record that it was made of (see `store.revision`), which is read in the transaction of the question:
after any change, by whatever process, the first question finds another revision and everything is made anew.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from talentflow.store.revision import record_revision

Made = TypeVar("Made")

_MOST = 64  # things; the one that was asked for longest ago is forgotten first


class Remembered:
    """What was made of one state of the record."""

    def __init__(self) -> None:
        self._revision = -1
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, connection: Connection, name: Hashable, make: Callable[[], Made]) -> Made:
        """What goes by this name, made where it is not at hand; several that ask at once wait for one of them."""
        revision = record_revision(connection)
        with self._lock:
            if revision > self._revision:
                self._revision = revision
                self._made.clear()
                self._making.clear()
            is_latest = revision == self._revision  # else an older state than others see by now: nothing kept is of it
            if is_latest and name in self._made:
                self._made.move_to_end(name)
                return cast("Made", self._made[name])
            making = self._making.setdefault(name, threading.Lock()) if is_latest else threading.Lock()
        with making:
            with self._lock:
                if revision == self._revision and name in self._made:
                    return cast("Made", self._made[name])
            made = make()
            with self._lock:
                if revision == self._revision:
                    self._made[name] = made
                    while len(self._made) > _MOST:
                        self._made.popitem(last=False)
            return made
