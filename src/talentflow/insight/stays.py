"""How long people stay with an organization, how many are still there after a while, and who comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from talentflow.insight.changes import days_between, first_day, happened, is_after
from talentflow.insight.timeline import Timeline, bounds, days_of, lies_within
from talentflow.model import Move, PartialDate


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
    timeline = Timeline.of(moves)
    end = _end(timeline, until)
    if end is None:
        return []
    ended = timeline.once("ended", lambda: {stay.came.id: stay for stay in stays(timeline)})
    period, last = bounds(since, until), end.toordinal() - days
    found: dict[str, list[tuple[Move, bool]]] = {}
    for between, arrived, came in timeline.once("arrivals", lambda: _arrivals(timeline)):
        if arrived > last or not lies_within(between, period):
            continue
        stay = ended.get(came.id)
        if stay is not None and stay.days is None:
            continue  # left at a time that nobody knows well enough
        found.setdefault(str(came.to_org), []).append((came, stay is None or (stay.days or 0) >= days))
    return sorted(_retentions(found, ended, days), key=lambda row: (-row.came, row.organization))


def _arrivals(timeline: Timeline) -> list[tuple[tuple[int, int] | None, int, Move]]:
    """The changes by which somebody came in a month that is known, with their days and the last of these, by number."""
    dated = [(happened(came), came) for came in timeline.changes if came.to_org is not None]
    return [
        (days_of(came), day.last_day.toordinal(), came)
        for day, came in dated
        if day is not None and day.month is not None
    ]


def _end(timeline: Timeline, until: str | None) -> date | None:
    """The last day of which something is known."""
    days = (day.last_day for day in map(happened, timeline.changes) if day is not None)
    last = timeline.once("last day", lambda: max(days, default=None))
    if last is None or until is None:
        return last
    return min(last, PartialDate.parse(until).last_day)


def _retentions(found: dict[str, list[tuple[Move, bool]]], ended: dict[str, Stay], days: int) -> Iterator[Retention]:
    for org, group in found.items():
        left = [ended[came.id].left.id for came, stayed in group if not stayed]
        behind = tuple(dict.fromkeys((*(came.id for came, _ in group), *left)))
        yield Retention(org, days, len(group), sum(stayed for _, stayed in group), behind)


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
