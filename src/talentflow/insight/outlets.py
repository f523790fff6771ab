"""An outlet's record: what became of its rumours, and how often and by how much it was first."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from talentflow.insight.ordered import Ordered
from talentflow.insight.timeline import Numbered, Timeline
from talentflow.model import Move

if TYPE_CHECKING:
    from talentflow.insight.told import ToldMoves


@dataclass(frozen=True, slots=True)
class Telling:
    """One outlet's telling of a move: on which day, as what."""

    move: str
    outlet: str
    day: date
    status: str


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """What became of an outlet's rumours, and the moves that it told before all others.

    `first` counts the moves that another outlet told on a later day; `days_first` is the median of the days between.
    """

    outlet: str
    told: int
    rumours: int
    came_true: int
    denied: int
    open: int
    first: int
    days_first: float | None
    moves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletCount:
    """An outlet's record as it is counted; `behind` puts together the moves, for whoever shows them."""

    outlet: str
    told: int
    rumours: int
    came_true: int
    denied: int
    first: int
    days_first: float | None
    behind: Callable[[], tuple[str, ...]]


class Tellings:
    """Tellings prepared for counting: the first of each outlet of each move, and who was ahead of the others.

    Of each move there is a row: its tellings, each a number, written one after the other; and who was ahead of the
    others by how many days. So a hundred thousand of them are one column as soon as somebody counts.
    """

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._outlets = Numbered[str]()
        self._rows = Ordered.of(self._rows_of(tellings), 3)
        self._told: tuple[Timeline, ToldMoves] | None = None

    def _rows_of(self, tellings: Iterable[Telling]) -> list[tuple[str, tuple[bytes, int, int]]]:
        of_move: dict[str, dict[str, Telling]] = {}
        # Of one day the surest counts, for an outlet may tell it twice.
        for telling in sorted(tellings, key=lambda found: (found.day, found.status != "done")):
            of_move.setdefault(telling.move, {}).setdefault(telling.outlet, telling)
        return [(move, self._row(told)) for move, told in of_move.items()]

    def _row(self, told: Mapping[str, Telling]) -> tuple[bytes, int, int]:
        numbers = [self._outlets.of(outlet) * 2 + (telling.status == "rumored") for outlet, telling in told.items()]
        leader, days = _lead(told) or (None, 0)
        return array("q", numbers).tobytes(), -1 if leader is None else self._outlets.of(leader), days

    def changed(self, gone: Iterable[Move], tellings: Iterable[Telling]) -> Tellings:
        """The same without the tellings of some moves and with others."""
        made = Tellings(())
        made._outlets = self._outlets
        new = self._rows_of(tellings)
        made._rows = self._rows.changed({*(move.id for move in gone), *(row[0] for row in new)}, new)
        return made

    def of(self, timeline: Timeline) -> ToldMoves:
        """What outlets told of these moves, as columns; the last is kept."""
        from talentflow.insight.told import ToldMoves

        kept = self._told
        if kept is None or kept[0] is not timeline:
            written, leaders, days = self._rows.columns
            told = ToldMoves(timeline.by_date, self._rows.keys, written, leaders, days, self._outlets.names)
            kept = self._told = (timeline, told)
        return kept[1]


def outlets(
    moves: Iterable[Move] | Timeline,
    tellings: Iterable[Telling] | Tellings,
    since: str | None = None,
    until: str | None = None,
) -> list[OutletRecord]:
    """The records of all outlets over the moves of a period, those that told most first.

    A rumour is a move that the outlet told at first as rumoured. It came true where the move is done by now, and was
    denied where a party denies it or the offer was declined; else it is open. Of an outlet's tellings of one move the
    first counts.
    """
    return [record_of(counted) for counted in counted_outlets(moves, tellings, since, until)]


def counted_outlets(
    moves: Iterable[Move] | Timeline,
    tellings: Iterable[Telling] | Tellings,
    since: str | None = None,
    until: str | None = None,
) -> list[OutletCount]:
    """The same records, without the moves behind them."""
    timeline = Timeline.of(moves)
    told = (tellings if isinstance(tellings, Tellings) else Tellings(tellings)).of(timeline)
    found = [OutletCount(*row) for row in told.counted(timeline.reaching(since, until))]
    return sorted(found, key=lambda count: (-count.told, count.outlet))


def record_of(counted: OutletCount) -> OutletRecord:
    """A record that was counted, with the moves that the outlet told, by id."""
    return OutletRecord(
        outlet=counted.outlet,
        told=counted.told,
        rumours=counted.rumours,
        came_true=counted.came_true,
        denied=counted.denied,
        open=counted.rumours - counted.came_true - counted.denied,
        first=counted.first,
        days_first=counted.days_first,
        moves=counted.behind(),
    )


def _lead(told: Mapping[str, Telling]) -> tuple[str, int] | None:
    """Which outlet told a move first, and by how many days; none where two did on one day, or only one ever did."""
    if len(told) < 2:
        return None
    (first, leader), (second, _) = sorted((telling.day, outlet) for outlet, telling in told.items())[:2]
    return (leader, (second - first).days) if first < second else None
