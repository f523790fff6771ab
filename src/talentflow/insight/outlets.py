"""An outlet's record: what became of its rumours, and how often and by how much it was first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from talentflow.insight.changes import is_within
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


def outlets(
    moves: Iterable[Move], tellings: Iterable[Telling], since: str | None = None, until: str | None = None
) -> list[OutletRecord]:
    """The records of all outlets over the moves of a period, those that told most first.

    A rumour is a move that the outlet told at first as rumoured. It came true where the move is done by now, and was
    denied where a party denies it or the offer was declined; else it is open. Of an outlet's tellings of one move the
    first counts.
    """
    wanted = {move.id: move for move in moves if is_within(move, since, until)}
    firsts = _first_tellings(telling for telling in tellings if telling.move in wanted)
    leads = _leads(firsts)
    out = []
    for outlet in sorted({outlet for _, outlet in firsts}):
        mine = {move: telling for (move, other), telling in firsts.items() if other == outlet}
        rumours = [wanted[move] for move, telling in mine.items() if telling.status == "rumored"]
        ahead = [days for move, (leader, days) in leads.items() if leader == outlet]
        true = sum(move.status == "done" for move in rumours)
        denied = sum(move.status in ("denied", "declined") for move in rumours)
        out.append(
            OutletRecord(
                outlet=outlet,
                told=len(mine),
                rumours=len(rumours),
                came_true=true,
                denied=denied,
                open=len(rumours) - true - denied,
                first=len(ahead),
                days_first=float(median(ahead)) if ahead else None,
                moves=tuple(sorted(mine)),
            )
        )
    return sorted(out, key=lambda record: (-record.told, record.outlet))


def _first_tellings(tellings: Iterable[Telling]) -> dict[tuple[str, str], Telling]:
    """Each outlet's first telling of each move; of one day the surest, for an outlet may tell it twice."""
    out: dict[tuple[str, str], Telling] = {}
    for telling in sorted(tellings, key=lambda found: (found.day, found.status != "done")):
        out.setdefault((telling.move, telling.outlet), telling)
    return out


def _leads(firsts: Mapping[tuple[str, str], Telling]) -> dict[str, tuple[str, int]]:
    """Which outlet told each move first, and by how many days; none where two did on one day, or only one ever did."""
    days: dict[str, list[tuple[date, str]]] = {}
    for (move, outlet), telling in firsts.items():
        days.setdefault(move, []).append((telling.day, outlet))
    out = {}
    for move, told in days.items():
        told.sort()
        if len(told) > 1 and told[0][0] < told[1][0]:
            out[move] = (told[0][1], (told[1][0] - told[0][0]).days)
    return out
