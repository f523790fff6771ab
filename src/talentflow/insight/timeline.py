"""Moves prepared for counting: in order of time, with their days at hand, by person and by route.

Whoever works out several figures of the same moves prepares them once; what is worked out on the way is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from talentflow.insight.changes import changes, when
from talentflow.model import Move, PartialDate

Key = TypeVar("Key")
Made = TypeVar("Made")


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
        self._firsts = [date.max if day is None else day.first_day for day in days]
        # Who has no day lies in no period: not even in one that begins with the first of all days.
        self._lasts = [date.min if day is None else day.last_day for day in days]

    def within(self, since: str | None, until: str | None) -> Sequence[Move]:
        """Those that can lie in a period."""
        if since is None and until is None:
            return self.moves
        first = date.min if since is None else PartialDate.parse(since).first_day
        last = date.max if until is None else PartialDate.parse(until).last_day
        return [
            move
            for move, begins, ends in zip(self.moves, self._firsts, self._lasts, strict=True)
            if begins <= last and ends >= first and ends != date.min
        ]

    def beginning_between(self, first: date, last: date) -> Sequence[Move]:
        """Of moves in order of time, those whose first day lies after one day and not after another."""
        return self.moves[bisect_right(self._firsts, first) : bisect_right(self._firsts, last)]
