"""An outlet's record: what became of its rumours, and how often and by how much it was first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from statistics import median

from talentflow.insight.timeline import Timeline
from talentflow.model import Move


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


class Tellings:
    """Tellings prepared for counting: the first of each outlet of each move, and who was ahead of the others."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self.of_move: dict[str, dict[str, Telling]] = {}
        # Of one day the surest counts, for an outlet may tell it twice.
        for telling in sorted(tellings, key=lambda found: (found.day, found.status != "done")):
            self.of_move.setdefault(telling.move, {}).setdefault(telling.outlet, telling)
        self.leads = {move: lead for move, told in self.of_move.items() if (lead := _lead(told)) is not None}

    @cached_property
    def of_outlet(self) -> dict[str, list[str]]:
        """The moves that each outlet told, by id, in order."""
        return self._by_outlet(lambda _: True)

    @cached_property
    def rumours(self) -> dict[str, list[str]]:
        """The moves that each outlet told at first as rumoured."""
        return self._by_outlet(lambda telling: telling.status == "rumored")

    def _by_outlet(self, is_meant: Callable[[Telling], bool]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for move in sorted(self.of_move):
            for outlet, telling in self.of_move[move].items():
                if is_meant(telling):
                    found.setdefault(outlet, []).append(move)
        return found

    def changed(self, gone: Iterable[Move], tellings: Iterable[Telling]) -> Tellings:
        """The same without the tellings of some moves and with others."""
        new, made = Tellings(tellings), Tellings(())
        made.of_move, made.leads = self.of_move.copy(), self.leads.copy()
        for move in gone:
            made.of_move.pop(move.id, None)
            made.leads.pop(move.id, None)
        made.of_move.update(new.of_move)
        made.leads.update(new.leads)
        return made


@dataclass(slots=True)
class _Tally:
    moves: list[str] = field(default_factory=list)
    became: list[str] = field(default_factory=list)
    ahead: list[int] = field(default_factory=list)


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
    told = tellings if isinstance(tellings, Tellings) else Tellings(tellings)
    passing = {move.id: move.status for move in Timeline.of(moves).moves_within(since, until)}
    tallies: dict[str, _Tally] = {}
    for outlet, own in told.of_outlet.items():
        theirs = list(filter(passing.__contains__, own))
        if theirs:
            rumours = [passing[move] for move in filter(passing.__contains__, told.rumours.get(outlet, ()))]
            tallies[outlet] = _Tally(theirs, rumours)
    for move, (leader, days) in told.leads.items():
        if move in passing:
            tallies[leader].ahead.append(days)
    return sorted((_record(*pair) for pair in tallies.items()), key=lambda record: (-record.told, record.outlet))


def _record(outlet: str, tally: _Tally) -> OutletRecord:
    true = tally.became.count("done")
    denied = sum(status in ("denied", "declined") for status in tally.became)
    return OutletRecord(
        outlet=outlet,
        told=len(tally.moves),
        rumours=len(tally.became),
        came_true=true,
        denied=denied,
        open=len(tally.became) - true - denied,
        first=len(tally.ahead),
        days_first=float(median(tally.ahead)) if tally.ahead else None,
        moves=tuple(tally.moves),
    )


def _lead(told: Mapping[str, Telling]) -> tuple[str, int] | None:
    """Which outlet told a move first, and by how many days; none where two did on one day, or only one ever did."""
    if len(told) < 2:
        return None
    (first, leader), (second, _) = sorted((telling.day, outlet) for outlet, telling in told.items())[:2]
    return (leader, (second - first).days) if first < second else None
