"""How long people stay with an organization, how many are still there after a while, and who comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from talentflow.insight.changes import days_between, first_day, happened, is_after
from talentflow.insight.timeline import Timeline, bounds, days_of, lies_within
from talentflow.model import Move, PartialDate

if TYPE_CHECKING:
    from talentflow.insight.arrivals import Arrival, Arrivals

_STILL_THERE = 10**9  # days: more than anybody asks for


@dataclass(frozen=True, slots=True)
class Stay:
    """A person's time with an organization between an arrival and the next departure that are both told.

    `days` is None where either is known to the year alone.
    """

    person: str
    organization: str
    days: int | None
    came: Move
    left: Move


@dataclass(frozen=True, slots=True)
class Tenure:
    """How long people stayed who came and left: the number of stays of known length, the median and the extremes."""

    organization: str
    stays: int
    median_days: float
    shortest: int
    longest: int
    moves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Retention:
    """Of those who came to an organization long enough ago, how many are not told to have left within `days`."""

    organization: str
    days: int
    came: int
    stayed: int
    moves: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share that stayed."""
        return self.stayed / self.came


@dataclass(frozen=True, slots=True)
class Stayed:
    """Retention as it is counted; `behind` puts together the moves that say so, for whoever shows them."""

    organization: str
    days: int
    came: int
    stayed: int
    behind: Callable[[], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Return:
    """Somebody came back to an organization that they had left; `days` away, None where that is not known."""

    person: str
    organization: str
    days: int | None
    moves: tuple[str, str]


def stays(moves: Iterable[Move] | Timeline) -> list[Stay]:
    """Every stay whose two ends are told, in order of the arrivals."""
    timeline = Timeline.of(moves)
    return timeline.once("stays", lambda: _stays(timeline))


def _stays(timeline: Timeline) -> list[Stay]:
    """In the order of the arrivals, as the changes are."""
    theirs = timeline.of_each_person("stays", stays_of)
    found = {stay.came.id: stay for some in theirs.values() for stay in some}
    return [found[move.id] for move in timeline.changes if move.id in found]


def stays_of(theirs: Sequence[Move]) -> list[Stay]:
    """The stays of one person out of the changes of that person, in order of time."""
    out: list[Stay] = []
    if len(theirs) < 2:  # as most
        return out
    for came in theirs:
        if came.to_org is None or happened(came) is None:
            continue
        left = _next_departure(theirs, came)
        if left is not None:
            out.append(Stay(came.person, came.to_org, days_between(came, left), came, left))
    return out


def _next_departure(theirs: Sequence[Move], came: Move) -> Move | None:
    """Among a person's moves the first from the organization that they came to, unless they came anew before."""
    for move in theirs:
        if move.id == came.id or not is_after(move, came):
            continue
        if move.from_org == came.to_org:
            return move
        if move.to_org == came.to_org:
            return None
    return None


def tenure(moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None) -> list[Tenure]:
    """The stays that ended in a period, by organization, most stays first; those still there do not count."""
    timeline, period = Timeline.of(moves), bounds(since, until)
    ended = timeline.once("ends of stays", lambda: [(days_of(stay.left), stay) for stay in stays(timeline)])
    found: dict[str, list[tuple[int, Stay]]] = {}
    for when, stay in ended:
        if stay.days is not None and lies_within(when, period):
            found.setdefault(stay.organization, []).append((stay.days, stay))
    out = []
    for org, group in found.items():
        lengths = [days for days, _ in group]
        behind = dict.fromkeys(move.id for _, stay in group for move in (stay.came, stay.left))
        out.append(Tenure(org, len(group), float(median(lengths)), min(lengths), max(lengths), tuple(behind)))
    return sorted(out, key=lambda row: (-row.stays, row.organization))


def retention(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None, *, days: int = 365
) -> list[Retention]:
    """Who came in a period and was still there after so many days, by organization, most arrivals first.

    Nothing is known of the time after `until`, else after the last move that is told: who came later than so many
    days before it does not count. "Stayed" means that no departure is told: what nobody reported is not known here.
    """
    return [retention_of(counted) for counted in counted_retention(moves, since, until, days=days)]


def counted_retention(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None, *, days: int = 365
) -> list[Stayed]:
    """The same by how many came and stayed, with the arrivals that say so."""
    timeline = Timeline.of(moves)
    end = _end(timeline, until)
    if end is None:
        return []
    arrivals = arrivals_of(timeline)
    by_organization = arrivals.counted(bounds(since, until), end.toordinal() - days, days)
    found = [Stayed(org, days, came, stayed, behind) for org, came, stayed, behind in by_organization]
    return sorted(found, key=lambda row: (-row.came, row.organization))


def retention_of(counted: Stayed) -> Retention:
    """Who came and stayed, as counted, with the moves: the arrivals, then the departures of those who did not stay."""
    return Retention(counted.organization, counted.days, counted.came, counted.stayed, counted.behind())


def arrivals_of(timeline: Timeline) -> Arrivals:
    """The arrivals of the changes, made once of each timeline."""
    return timeline.once("arrivals", lambda: _arrivals(timeline))


def _arrivals(timeline: Timeline) -> Arrivals:
    """In the order of the changes."""
    from talentflow.insight.arrivals import Arrivals

    theirs = timeline.of_each_person("arrivals", _arrivals_of_one)
    found = {row[0]: row for some in theirs.values() for row in some}
    return Arrivals([found[move.id] for move in timeline.changes if move.id in found])


def _arrivals_of_one(theirs: Sequence[Move]) -> list[Arrival]:
    """The changes by which one person came in a month that is known, out of all of theirs in order of time."""
    ended = {stay.came.id: stay for stay in stays_of(theirs)}
    out: list[Arrival] = []
    for came in theirs:
        day = happened(came)
        if came.to_org is None or day is None or day.month is None:
            continue
        first, last, stay = day.first_day.toordinal(), day.last_day.toordinal(), ended.get(came.id)
        if stay is None:
            out.append((came.id, came.to_org, first, last, _STILL_THERE, None))
        elif stay.days is not None:  # else they left at a time that nobody knows well enough
            out.append((came.id, came.to_org, first, last, stay.days, stay.left.id))
    return out


def _end(timeline: Timeline, until: str | None) -> date | None:
    """The last day of which something is known."""
    days = (day.last_day for day in map(happened, timeline.changes) if day is not None)
    last = timeline.once("last day", lambda: max(days, default=None))
    if last is None or until is None:
        return last
    return min(last, PartialDate.parse(until).last_day)


def returns(moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None) -> list[Return]:
    """Who came back in a period to an organization that they had left before, the latest first."""
    period = bounds(since, until)
    theirs = Timeline.of(moves).of_each_person("returns", _returns_of)
    out = [(day, back) for some in theirs.values() for days, day, back in some if lies_within(days, period)]
    return [back for _, back in sorted(out, key=lambda item: (-item[0], item[1].person, item[1].moves[1]))]


def _returns_of(theirs: Sequence[Move]) -> list[tuple[tuple[int, int] | None, int, Return]]:
    """The returns of one person, each with the days on which it can have been and the first of these, by number."""
    out: list[tuple[tuple[int, int] | None, int, Return]] = []
    if len(theirs) < 2:
        return out
    for back in theirs:
        day = first_day(back)
        if back.to_org is None or day is None:
            continue
        left = [move for move in theirs if move.from_org == back.to_org and is_after(back, move)]
        if left:
            gone = left[-1]
            found = Return(back.person, back.to_org, days_between(gone, back), (gone.id, back.id))
            out.append((days_of(back), day.toordinal(), found))
    return out
