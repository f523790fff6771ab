"""Which moves are changes of place, and when they can have happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from talentflow.model import Move, PartialDate

CHANGES = ("move", "leave", "join", "found")


def when(move: Move) -> PartialDate | None:
    """The date of a move, else the day it became known, which is the latest that it can be; None without either."""
    return happened(move) or _parsed(move.known_on)


def happened(move: Move) -> PartialDate | None:
    """The date of a move itself: what is only known to be told by some day may have happened years before."""
    return _parsed(move.date)


@lru_cache(maxsize=16384)  # the moves of many years have few days
def _parsed(value: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if value else None
    except ValueError:
        return None


def is_within(move: Move, since: str | None, until: str | None) -> bool:
    """Whether a move can lie in a period; one without a date lies in none but the open one.

    A date known to the month or the year counts where any day of it lies in the period.
    """
    if since is None and until is None:
        return True
    day = when(move)
    if day is None:
        return False
    if since is not None and day.last_day < PartialDate.parse(since).first_day:
        return False
    return until is None or day.first_day <= PartialDate.parse(until).last_day


class Changes(list[Move]):
    """Moves as `changes` gives them: to ask it of them again is to get them as they are."""


def changes(moves: Iterable[Move], since: str | None = None, until: str | None = None) -> Changes:
    """The moves by which somebody has come to an organization or has left one, in order of time and then of id."""
    if isinstance(moves, Changes) and since is None and until is None:
        return moves
    found = [move for move in moves if is_change(move) and is_within(move, since, until)]
    return Changes(sorted(found, key=lambda move: (first_day(move) or date.max, move.id)))


def is_change(move: Move) -> bool:
    """Whether somebody has come to an organization by a move or has left one."""
    return move.status == "done" and move.kind in CHANGES and move.from_org != move.to_org


def first_day(move: Move) -> date | None:
    """The first day on which a move can have happened, as far as it is dated; else that on which it became known."""
    return _first_day(move.date) or _first_day(move.known_on)


@lru_cache(maxsize=16384)
def _first_day(value: str | None) -> date | None:
    day = _parsed(value)
    return None if day is None else day.first_day


@lru_cache(maxsize=16384)
def last_day_in_its_month(value: str | None) -> date | None:
    """The last day that a date can mean; None where it is none, or known to the year alone."""
    day = _parsed(value)
    return None if day is None or day.month is None else day.last_day


def is_after(one: Move, other: Move) -> bool:
    """Whether a move certainly came after another: October after September, but not 2024-10-05 after 2024-10."""
    day, before = happened(one), happened(other)
    return day is not None and before is not None and day.first_day > before.last_day


def days_between(one: Move, other: Move) -> int | None:
    """The days from one move to another, None where either is known to the year alone or not at all."""
    start, end = happened(one), happened(other)
    if start is None or end is None or start.month is None or end.month is None:
        return None
    return (end.first_day - start.first_day).days
