"""One organization over time: who came and left by quarter, and who was still there after a while."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from talentflow.insight.changes import changes, last_day_in_its_month, when
from talentflow.insight.stays import Stay
from talentflow.model import Move


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year with the moves into an organization and out of it."""

    year: int
    number: int
    came: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def months(self) -> tuple[str, str]:
        """Its first and its last month."""
        return f"{self.year:04d}-{self.number * 3 - 2:02d}", f"{self.year:04d}-{self.number * 3:02d}"


@dataclass(frozen=True, slots=True)
class Kept:
    """The moves into an organization up to the day `until`, and those by which some `left` within `days` of theirs."""

    days: int
    until: date
    came: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share that stayed."""
        return (len(self.came) - len(self.left)) / len(self.came)


def quarters_of(moves: Iterable[Move], organization: str) -> tuple[list[Quarter], int]:
    """Every quarter from the first that saw somebody come or go to the last, and how many moves fit into none.

    A move that is known to the year alone, or to no day at all, stands in no quarter.
    """
    came: dict[int, list[str]] = {}
    left: dict[int, list[str]] = {}
    apart = 0
    for move in changes(moves):
        day = when(move)
        if day is None or day.month is None:
            apart += 1
            continue
        side = came if move.to_org == organization else left
        side.setdefault(day.year * 4 + (day.month - 1) // 3, []).append(move.id)
    told = came.keys() | left.keys()
    if not told:
        return [], apart
    found = [
        Quarter(place // 4, place % 4 + 1, tuple(came.get(place, ())), tuple(left.get(place, ())))
        for place in range(min(told), max(told) + 1)
    ]
    return found, apart


def kept_by(moves: Iterable[Move], organization: str, days: int, end: date, ended: Mapping[str, Stay]) -> Kept | None:
    """Who came to an organization and was still there after so many days; None where nobody came long enough ago.

    The figure is that of `retention` for this organization. `ended` are the stays of all by the arrival that began
    each; nothing is known after `end`.
    """
    last = end - timedelta(days=days)
    came: list[str] = []
    gone: list[Stay] = []
    for move in changes(moves):
        if move.to_org != organization or not _is_by(move, last):
            continue
        stay = ended.get(move.id)
        if stay is not None and stay.days is None:
            continue  # left at a time that nobody knows well enough
        came.append(move.id)
        if stay is not None and (stay.days or 0) < days:
            gone.append(stay)
    if not came:
        return None
    return Kept(days, last, tuple(came), tuple(stay.left.id for stay in gone))


def _is_by(move: Move, last: date) -> bool:
    day = last_day_in_its_month(move.date)
    return day is not None and day <= last
