"""Moves prepared for counting: in order of time, with their days at hand, by person and by route.

Whoever works out several figures of the same moves prepares them once; what is worked out on the way is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import compress
from typing import Any, TypeVar

from talentflow.insight.changes import changes, when
from talentflow.model import Move, PartialDate

Key = TypeVar("Key")
Made = TypeVar("Made")
Chosen = TypeVar("Chosen")

_LATEST = date.max.toordinal()


class Timeline:
    """Moves, and the changes of place among them in order of time."""

    def __init__(self, moves: Iterable[Move]) -> None:
        self.moves = tuple(moves)
        self._worked_out: dict[str, Any] = {}

    @staticmethod
    def of(moves: Iterable[Move] | Timeline) -> Timeline:
        """The moves prepared; those that are prepared already as they are."""
        return moves if isinstance(moves, Timeline) else Timeline(moves)

    @cached_property
    def changes(self) -> Sequence[Move]:
        """The moves by which somebody has come to an organization or has left one, in order of time and then of id."""
        return changes(self.moves)

    @cached_property
    def by_date(self) -> Sequence[Move]:
        """All moves by their dates as they are written, then by id."""
        return sorted(self.moves, key=lambda move: (move.date or move.known_on or "", move.id))

    @cached_property
    def by_person(self) -> dict[str, list[Move]]:
        """The changes of each person, in order of time."""
        return _grouped([(move.person, move) for move in self.changes])

    @cached_property
    def by_route(self) -> dict[tuple[str, str], Dated]:
        """The changes from one organization to another, in order of time."""
        routes = _grouped(
            [((move.from_org, move.to_org), move) for move in self.changes if move.from_org and move.to_org]
        )
        return {route: Dated(moves) for route, moves in routes.items()}

    def once(self, name: str, work_out: Callable[[], Made]) -> Made:
        """What is worked out of all these moves under a name, for the first time or from the last."""
        if name not in self._worked_out:
            self._worked_out[name] = work_out()
        made: Made = self._worked_out[name]
        return made

    def changes_within(self, since: str | None, until: str | None) -> Sequence[Move]:
        """The changes that can lie in a period, in order of time."""
        return self._changes.within(since, until)

    def people_by_route(self, since: str | None, until: str | None) -> Counter[tuple[str, str]]:
        """How many people went from one organization to another in a period.

        Numbers stand for who went where, given once: counting them anew for each period is then soon done.
        """
        beside, routes = self._journeys
        return Counter([routes[journey] for journey in set(self._changes.chosen(beside, since, until)) if journey >= 0])

    @cached_property
    def _journeys(self) -> tuple[Sequence[int], Sequence[tuple[str, str]]]:
        """Beside each change the number of its person's journey, -1 where an end is open; the route of each journey."""
        numbers: dict[tuple[str, str, str], int] = {}
        beside = []
        for move in self.changes:
            if move.from_org is None or move.to_org is None:
                beside.append(-1)
            else:
                beside.append(numbers.setdefault((move.from_org, move.to_org, move.person), len(numbers)))
        return beside, [(from_org, to_org) for from_org, to_org, _ in numbers]

    def moves_within(self, since: str | None, until: str | None) -> Sequence[Move]:
        """All moves that can lie in a period, by their dates as they are written."""
        return self._all.within(since, until)

    @cached_property
    def _changes(self) -> Dated:
        return Dated(self.changes)

    @cached_property
    def _all(self) -> Dated:
        return Dated(self.by_date)


def _grouped(pairs: Iterable[tuple[Key, Move]]) -> dict[Key, list[Move]]:
    found: dict[Key, list[Move]] = {}
    for key, move in pairs:
        found.setdefault(key, []).append(move)
    return found


class Dated:
    """Moves in an order, with the first and the last day on which each can have been."""

    def __init__(self, moves: Sequence[Move]) -> None:
        self.moves = moves
        days = list(map(when, moves))
        # Who has no day comes last, and lies in no period: not even in one that begins with the first of all days.
        self._firsts = [_LATEST if day is None else day.first_day.toordinal() for day in days]
        self._lasts = [0 if day is None else day.last_day.toordinal() for day in days]

    def within(self, since: str | None, until: str | None) -> Sequence[Move]:
        """Those that can lie in a period."""
        return self.moves if since is None and until is None else list(self.chosen(self.moves, since, until))

    def chosen(self, beside: Sequence[Chosen], since: str | None, until: str | None) -> Iterable[Chosen]:
        """Of what stands beside the moves, one for each, that of those which can lie in a period."""
        if since is None and until is None:
            return beside
        first = 1 if since is None else PartialDate.parse(since).first_day.toordinal()
        last = _LATEST if until is None else PartialDate.parse(until).last_day.toordinal()
        passes = [begins <= last and ends >= first for begins, ends in zip(self._firsts, self._lasts, strict=True)]
        return compress(beside, passes)

    def beginning_between(self, first: date, last: date) -> Sequence[Move]:
        """Of moves in order of time, those whose first day lies after one day and not after another."""
        begin = bisect_right(self._firsts, first.toordinal())
        return self.moves[begin : bisect_right(self._firsts, last.toordinal())]
