"""Columns of numbers over tens of thousands of moves: a question of a period is asked of a whole column at once.

numpy is needed here alone, and whoever needs this module asks for it when something is counted: most commands never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy
from numpy.typing import NDArray

Numbers = NDArray[Any]


def numbers(values: Sequence[int]) -> Numbers:
    """Whole numbers as a column."""
    return numpy.array(values, dtype=numpy.int64)


def texts(values: Sequence[str | None]) -> Numbers:
    """Ids as a column."""
    column = numpy.empty(len(values), dtype=object)
    column[:] = values
    return column


def reaching(firsts: Numbers, lasts: Numbers, period: tuple[int, int]) -> Numbers:
    """For each row whether what can have been between its first and its last day can lie in a period."""
    return (firsts <= period[1]) & (lasts >= period[0])


def each_counted(column: Numbers) -> list[tuple[int, int]]:
    """Each number that is not below zero with how often it stands in a column."""
    counts = numpy.bincount(column[column >= 0])
    found = numpy.flatnonzero(counts)
    return list(zip(found.tolist(), counts[found].tolist(), strict=True))


class Routes:
    """How many people went from where to where, by the numbers of the ends."""

    def __init__(self, journeys: Numbers, routes: Numbers, sources: Numbers, goals: Numbers) -> None:
        """Of moves: the numbers of the journeys, whose are one person's along one route, and of the routes' ends.

        A journey counts once, and a number below zero is none.
        """
        is_journey = journeys >= 0
        journeys, routes, sources, goals = (one[is_journey] for one in (journeys, routes, sources, goals))
        route_of = _by_number(journeys, routes)
        people = numpy.bincount(route_of[route_of >= 0])
        found = numpy.flatnonzero(people)
        self.people, self.sources, self.goals = (
            people[found], _by_number(routes, sources)[found], _by_number(routes, goals)[found],
        )  # fmt: skip

    def all(self) -> list[tuple[int, int, int]]:
        """From where, to where and how many people."""
        return self._rows(slice(None))

    def largest(self, most: int) -> list[tuple[int, int, int]]:
        """So many of them along which the most people went, and all that are as large as the last of these."""
        if len(self.people) <= most:
            return self.all()
        return self._rows(self.people >= numpy.partition(self.people, -most)[-most])

    def among(self, ends: Sequence[int]) -> list[tuple[int, int, int]]:
        """Those between some of the ends."""
        return self._rows(numpy.isin(self.sources, ends) & numpy.isin(self.goals, ends))

    def weights(self) -> list[tuple[int, int]]:
        """Each end with how many people came there or left."""
        weights = numpy.bincount(
            numpy.concatenate((self.sources, self.goals)), numpy.concatenate((self.people, self.people))
        ).astype(numpy.int64)
        found = numpy.flatnonzero(weights)
        return list(zip(found.tolist(), weights[found].tolist(), strict=True))

    def _rows(self, which: Any) -> list[tuple[int, int, int]]:
        columns = (self.sources[which], self.goals[which], self.people[which])
        return list(zip(*(column.tolist() for column in columns), strict=True))


def _by_number(numbered: Numbers, values: Numbers) -> Numbers:
    """For each number what stands beside it, the same wherever it stands; -1 for numbers that stand nowhere."""
    column = numpy.full(int(numbered.max(initial=-1)) + 1, -1)
    column[numbered] = values
    return column


def counted(column: Numbers, most: int) -> list[int]:
    """For each number below `most` how often it stands in a column."""
    found: list[int] = numpy.bincount(column, minlength=most).tolist()
    return found


def runs(ordered: Numbers, most: int) -> list[int]:
    """In a column of numbers that rise, where each number below `most` begins; and the end of the column."""
    found: list[int] = numpy.searchsorted(ordered, numpy.arange(most + 1)).tolist()
    return found


def places(ids: Iterable[str], of: Sequence[str]) -> Numbers:
    """For each of some ids its place in a sequence, -1 where it stands in none."""
    place = {identity: number for number, identity in enumerate(of)}
    return numbers([place.get(identity, -1) for identity in ids])
