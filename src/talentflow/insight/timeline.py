"""Moves prepared for counting: in order of time, with their days at hand, by person and by route.

Whoever works out several figures of the same moves prepares them once; what is worked out on the way is kept. Where
some of the moves change, what was prepared of the others is taken over: see `Timeline.changed`.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from talentflow.insight.changes import changes, is_change, when
from talentflow.insight.ordered import Ordered
from talentflow.model import Move, PartialDate

if TYPE_CHECKING:
    from talentflow.insight.columns import Numbers, Routes

Key = TypeVar("Key")
Made = TypeVar("Made")
Chosen = TypeVar("Chosen")

_LATEST = date.max.toordinal()
_NO_NUMBERS = (-1, -1, -1, -1)
Route = tuple[str, str]


class Timeline:
    """Moves, and the changes of place among them in order of time."""

    def __init__(self, moves: Iterable[Move]) -> None:
        self._by_id = {move.id: move for move in moves}
        self._journeys = _Journeys()
        self._worked_out: dict[str, Any] = {}
        self._in_parts: dict[str, _Parts] = {}
        self._lock = threading.Lock()

    @staticmethod
    def of(moves: Iterable[Move] | Timeline) -> Timeline:
        """The moves prepared; those that are prepared already as they are."""
        return moves if isinstance(moves, Timeline) else Timeline(moves)

    def changed(self, gone: Sequence[Move], come: Sequence[Move]) -> Timeline:
        """The timeline without some moves and with others; whatever was worked out of this one goes over to it."""
        made = Timeline(())
        made._by_id, made._journeys = self._by_id.copy(), self._journeys
        for move in gone:
            made._by_id.pop(move.id, None)
        made._by_id.update((move.id, move) for move in come)
        before, after = list(filter(is_change, gone)), list(filter(is_change, come))
        with self._lock:
            parts, kept = dict(self._in_parts), dict(self.__dict__)
        if "_changes" in kept:
            made.__dict__["_changes"] = self._changes.changed(before, after)
        if "_all" in kept:
            made.__dict__["_all"] = self._all.changed(gone, come)
        for name, key_of in (("by_person", _person), ("_routes", _route), ("_departures", _former)):
            if name in kept:
                made.__dict__[name] = _regrouped(kept[name], key_of, before, after)
        for name, part in parts.items():
            touched = {key for move in (*before, *after) if (key := part.key_of(move)) is not None}
            made._in_parts[name] = part.without(touched)
        return made

    @cached_property
    def moves(self) -> Sequence[Move]:
        """All moves."""
        return tuple(self._by_id.values())

    @property
    def changes(self) -> Sequence[Move]:
        """The moves by which somebody has come to an organization or has left one, in order of time and then of id."""
        return self._changes.moves

    @property
    def by_date(self) -> Sequence[Move]:
        """All moves by their dates as they are written, then by id."""
        return self._all.moves

    @cached_property
    def by_person(self) -> dict[str, list[Move]]:
        """The changes of each person, in order of time."""
        return _grouped(self.changes, _person)

    @cached_property
    def _routes(self) -> dict[Route, list[Move]]:
        return _grouped(self.changes, _route)

    @cached_property
    def _departures(self) -> dict[str, list[Move]]:
        return _grouped(self.changes, _former)

    def of_route(self, route: Route) -> Dated:
        """The changes from one organization to another, in order of time."""
        return Dated(self._routes.get(route, ()), _by_time)

    def once(self, name: str, work_out: Callable[[], Made]) -> Made:
        """What is worked out of all these moves under a name, for the first time or from the last."""
        if name not in self._worked_out:
            self._worked_out[name] = work_out()
        made: Made = self._worked_out[name]
        return made

    def of_each_person(self, name: str, work_out: Callable[[Sequence[Move]], Made]) -> Mapping[str, Made]:
        """What is worked out of the changes of each person under a name."""
        return self._worked_out_in_parts(name, self.by_person, _person, work_out)

    def of_each_route(self, name: str, work_out: Callable[[Sequence[Move]], Made]) -> Mapping[Route, Made]:
        """What is worked out of the changes along each route under a name."""
        return self._worked_out_in_parts(name, self._routes, _route, work_out)

    def of_each_left(self, name: str, work_out: Callable[[Sequence[Move]], Made]) -> Mapping[str, Made]:
        """What is worked out under a name of the changes by which people left each organization."""
        return self._worked_out_in_parts(name, self._departures, _former, work_out)

    def _worked_out_in_parts(
        self,
        name: str,
        groups: Mapping[Key, Sequence[Move]],
        key_of: Callable[[Move], Any],
        work_out: Callable[[Sequence[Move]], Made],
    ) -> Mapping[Key, Made]:
        with self._lock:
            part = self._in_parts.get(name)
            if part is None:
                part = self._in_parts[name] = _Parts(key_of, {}, set(groups))
            for key in part.missing:
                if key in groups:
                    part.made[key] = work_out(groups[key])
            part.missing.clear()
            return part.made

    def changes_within(self, since: str | None, until: str | None) -> Sequence[Move]:
        """The changes that can lie in a period, in order of time."""
        return self._changes.within(since, until)

    def people_by_route(self, since: str | None, until: str | None) -> Counter[Route]:
        """How many people went from one organization to another in a period.

        Numbers stand for who went where, given once: counting them anew for each period is then soon done.
        """
        routes, names = self.routes_within(since, until), self._journeys.ends.names
        return Counter({(names[source], names[goal]): people for source, goal, people in routes.all()})

    def routes_within(self, since: str | None, until: str | None) -> Routes:
        """The same, of which a part may be asked for, by the numbers of the ends: see `name_of_end`."""
        from talentflow.insight.columns import Routes

        return Routes(*self._changes.numbers_within(since, until))

    def name_of_end(self, number: int) -> str:
        """The organization that an end of a route stands for."""
        return self._journeys.ends.names[number]

    def people_by_end(self, since: str | None, until: str | None) -> tuple[Counter[str], Counter[str]]:
        """How often somebody came to each organization in a period, and how often somebody left it."""
        from talentflow.insight.columns import each_counted

        _, _, sources, goals = self._changes.numbers_within(since, until)
        names = self._journeys.ends.names
        came, left = (Counter({names[end]: count for end, count in each_counted(ends)}) for ends in (goals, sources))
        return came, left

    def reaching(self, since: str | None, until: str | None) -> Numbers:
        """For each of all moves, by their dates as they are written, whether it can lie in a period."""
        return self._all.reaching(since, until)

    @cached_property
    def _changes(self) -> Dated:
        return Dated(changes(self._by_id.values()), _by_time, numbers=self._journeys.numbers_of)

    @cached_property
    def _all(self) -> Dated:
        return Dated(sorted(self._by_id.values(), key=_as_written), _as_written)


class Numbered(Generic[Key]):
    """Numbers for names, given in turn; once given they stay, whichever thread asks."""

    def __init__(self) -> None:
        self.names: list[Key] = []
        self._numbers: dict[Key, int] = {}
        self._lock = threading.Lock()

    def of(self, name: Key) -> int:
        """The number of a name."""
        number = self._numbers.get(name)
        if number is None:
            with self._lock:
                number = self._numbers.get(name)
                if number is None:
                    number = len(self.names)
                    self.names.append(name)
                    self._numbers[name] = number
        return number


class _Journeys:
    """Numbers for who went from where to where, for each such route, and for its ends."""

    def __init__(self) -> None:
        self.routes = Numbered[Route]()
        self.ends = Numbered[str]()
        self._journeys = Numbered[tuple[int, str]]()

    def numbers_of(self, move: Move) -> tuple[int, int, int, int]:
        """The numbers of a move's journey, its route, where it leads from and where to; -1 for what is open."""
        route = _route(move)
        number = -1 if route is None else self.routes.of(route)
        journey = -1 if route is None else self._journeys.of((number, move.person))
        source, goal = (-1 if end is None else self.ends.of(end) for end in (move.from_org, move.to_org))
        return journey, number, source, goal


class _Parts:
    """What was worked out of each group of the changes, and the groups of which it is still to be."""

    def __init__(self, key_of: Callable[[Move], Any], made: dict[Any, Any], missing: set[Any]) -> None:
        self.key_of, self.made, self.missing = key_of, made, missing

    def without(self, touched: set[Any]) -> _Parts:
        made = self.made.copy()
        for key in touched:
            made.pop(key, None)
        return _Parts(self.key_of, made, self.missing | touched)


def _person(move: Move) -> str:
    return move.person


def _route(move: Move) -> Route | None:
    return (move.from_org, move.to_org) if move.from_org and move.to_org else None


def _former(move: Move) -> str | None:
    return move.from_org


def _by_time(move: Move) -> tuple[int, str]:
    day = when(move)
    return (_LATEST if day is None else day.first_day.toordinal(), move.id)


def _as_written(move: Move) -> tuple[str, str]:
    return (move.date or move.known_on or "", move.id)


def _grouped(moves: Iterable[Move], key_of: Callable[[Move], Key | None]) -> dict[Key, list[Move]]:
    found: dict[Key, list[Move]] = {}
    for move in moves:
        key = key_of(move)
        if key is not None:
            found.setdefault(key, []).append(move)
    return found


def _regrouped(
    groups: Mapping[Key, list[Move]],
    key_of: Callable[[Move], Key | None],
    gone: Sequence[Move],
    come: Sequence[Move],
) -> dict[Key, list[Move]]:
    """The groups, each in order of time, without some moves and with others."""
    made, away = dict(groups), {move.id for move in gone}
    new = _grouped(come, key_of)
    for key in {*new, *_grouped(gone, key_of)}:
        theirs = [*(move for move in made.get(key, ()) if move.id not in away), *new.get(key, ())]
        if theirs:
            made[key] = sorted(theirs, key=_by_time)
        else:
            made.pop(key, None)
    return made


class Dated:
    """Moves in an order, with the first and the last day on which each can have been, and numbers of its own."""

    def __init__(
        self,
        moves: Sequence[Move],
        key_of: Callable[[Move], Any],
        *,
        rows: Ordered | None = None,
        numbers: Callable[[Move], tuple[int, int, int, int]] = lambda _: _NO_NUMBERS,
    ) -> None:
        """Moves that are in the order of a key already, each with the numbers of `_Journeys`."""
        self._key_of, self._numbers = key_of, numbers
        if rows is None:
            told, width = [self._row(move) for move in moves], 3 + len(_NO_NUMBERS)
            rows = Ordered([row[0] for row in told], tuple([row[1][place] for row in told] for place in range(width)))
        self._rows = rows
        self.moves, self.firsts, self.lasts = rows.columns[:3]

    def changed(self, gone: Iterable[Move], come: Iterable[Move]) -> Dated:
        """The same without some moves and with others."""
        rows = self._rows.changed(map(self._key_of, gone), map(self._row, come))
        return Dated((), self._key_of, rows=rows, numbers=self._numbers)

    def _row(self, move: Move) -> tuple[Any, tuple[Any, ...]]:
        day = when(move)
        # Who has no day comes last, and lies in no period: not even in one that begins with the first of all days.
        first, last = (_LATEST, 0) if day is None else (day.first_day.toordinal(), day.last_day.toordinal())
        return self._key_of(move), (move, first, last, *self._numbers(move))

    def within(self, since: str | None, until: str | None) -> Sequence[Move]:
        """Those that can lie in a period."""
        return self.moves if since is None and until is None else list(self.chosen(self.moves, since, until))

    def chosen(self, beside: Sequence[Chosen], since: str | None, until: str | None) -> Iterable[Chosen]:
        """Of what stands beside the moves, one for each, that of those which can lie in a period."""
        if since is None and until is None:
            return beside
        first, last = bounds(since, until)
        return compress(
            beside, [one <= last and end >= first for one, end in zip(self.firsts, self.lasts, strict=True)]
        )

    def numbers_within(self, since: str | None, until: str | None) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Of those that can lie in a period the numbers of the journeys, of their routes, sources and goals."""
        journeys, routes, sources, goals = self._arrays[2:]
        if since is None and until is None:
            return journeys, routes, sources, goals
        reaching = self.reaching(since, until)
        return journeys[reaching], routes[reaching], sources[reaching], goals[reaching]

    def reaching(self, since: str | None, until: str | None) -> Numbers:
        """For each of the moves whether it can lie in a period."""
        from talentflow.insight.columns import reaching

        return reaching(self._arrays[0], self._arrays[1], bounds(since, until))

    @cached_property
    def _arrays(self) -> tuple[Numbers, ...]:
        from talentflow.insight.columns import numbers

        return tuple(numbers(column) for column in self._rows.columns[1:])

    def beginning_between(self, first: date, last: date) -> Sequence[Move]:
        """Of moves in order of time, those whose first day lies after one day and not after another."""
        begin = bisect_right(self.firsts, first.toordinal())
        return self.moves[begin : bisect_right(self.firsts, last.toordinal())]


def bounds(since: str | None, until: str | None) -> tuple[int, int]:
    """The first and the last day of a period, by number; one that is open begins before all days and ends with them."""
    first = 0 if since is None else PartialDate.parse(since).first_day.toordinal()
    return first, _LATEST if until is None else PartialDate.parse(until).last_day.toordinal()


def lies_within(days: tuple[int, int] | None, period: tuple[int, int]) -> bool:
    """Whether what can have been between two days can lie in a period; who has no day lies in the open one alone."""
    if days is None:
        return period == (0, _LATEST)
    return days[0] <= period[1] and days[1] >= period[0]


def days_of(move: Move) -> tuple[int, int] | None:
    """The first and the last day on which a move can have been, by number."""
    day = when(move)
    return None if day is None else (day.first_day.toordinal(), day.last_day.toordinal())
