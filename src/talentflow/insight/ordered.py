"""Rows in an order, of which others are made that differ by a few rows, for less than it takes to sort them anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ordered:
    """Rows in the order of their keys, of which no two are alike; each column of the rows is a list of its own."""

    keys: list[Any]
    columns: tuple[list[Any], ...]

    @staticmethod
    def of(rows: Iterable[tuple[Any, tuple[Any, ...]]], width: int) -> Ordered:
        """Keys and rows of so many columns, put in order."""
        ordered = sorted(rows, key=lambda row: row[0])
        columns = tuple([row[1][place] for row in ordered] for place in range(width))
        return Ordered([row[0] for row in ordered], columns)

    def changed(self, gone: Iterable[Any], come: Iterable[tuple[Any, tuple[Any, ...]]]) -> Ordered:
        """The same without the rows of some keys and with others; this one stays as it is."""
        keys, columns = self.keys.copy(), tuple(column.copy() for column in self.columns)
        for key in gone:
            place = self._place(keys, key)
            if place is not None:
                del keys[place]
                for column in columns:
                    del column[place]
        for key, row in come:
            place = bisect_left(keys, key)
            keys.insert(place, key)
            for column, value in zip(columns, row, strict=True):
                column.insert(place, value)
        return Ordered(keys, columns)

    def place_of(self, key: Any) -> int | None:
        """Where the row of a key stands; None where there is none."""
        return self._place(self.keys, key)

    @staticmethod
    def _place(keys: Sequence[Any], key: Any) -> int | None:
        place = bisect_left(keys, key)
        return place if place < len(keys) and keys[place] == key else None
