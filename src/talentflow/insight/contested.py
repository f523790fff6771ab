"""The people whom several organizations want."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import compress, groupby
from operator import itemgetter

from talentflow.insight.timeline import Timeline, bounds, days_of
from talentflow.model import Move

_REACHES = ("move", "join", "offer")
_NO_DAYS = (date.max.toordinal() + 1, 0)  # of what lies in no period but the open one


@dataclass(frozen=True, slots=True)
class Contest:
    """Somebody whom several organizations have won or courted; `won` hired them, `courted` offered, or so it is said.

    An organization that did both counts once, as one that won.
    """

    person: str
    won: tuple[str, ...]
    courted: tuple[str, ...]
    moves: tuple[str, ...]

    @property
    def organizations(self) -> int:
        """How many organizations wanted the person."""
        return len(self.won) + len(self.courted)


Counted = tuple[int, str, list[Move]]  # below zero how many organizations wanted somebody, who it is, the moves


def contested(moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None) -> list[Contest]:
    """The people whom two organizations or more won or courted in a period, the most wanted first.

    What a party denies does not count; an offer that was declined does.
    """
    return [contest_of(counted) for counted in counted_contests(moves, since, until)]


def counted_contests(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None
) -> list[Counted]:
    """The same people by how many organizations wanted each, with the moves that say so."""
    timeline, (first, last) = Timeline.of(moves), bounds(since, until)
    wanted = timeline.once("wanted", lambda: _wanted(timeline))
    reaching = wanted.moves if since is None and until is None else wanted.within(first, last)
    out: list[Counted] = []
    for person, moves_of_one in groupby(reaching, key=_person):
        group = list(moves_of_one)
        # One move reaches one organization, and many who are told of several went to one of them.
        if len(group) > 1:
            count = len({move.to_org for move in group})
            if count > 1:
                out.append((-count, person, group))
    return sorted(out, key=itemgetter(0, 1))


def contest_of(counted: Counted) -> Contest:
    """Somebody who was counted, with the organizations."""
    _, person, group = counted
    won = dict.fromkeys(str(move.to_org) for move in group if move.status == "done" and move.kind != "offer")
    courted = dict.fromkeys(str(move.to_org) for move in group if str(move.to_org) not in won)
    return Contest(person, tuple(won), tuple(courted), tuple(move.id for move in group))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The moves and offers that reached each person whom several organizations ever wanted, one person's together.

    Beside them the first and the last day of each, by number; of those that have none the last comes first.
    """

    moves: list[Move]
    firsts: list[int]
    lasts: list[int]

    def within(self, first: int, last: int) -> Iterable[Move]:
        """Those that can lie between two days."""
        return compress(
            self.moves, [one <= last and end >= first for one, end in zip(self.firsts, self.lasts, strict=True)]
        )


def _wanted(timeline: Timeline) -> _Wanted:
    found: dict[str, list[Move]] = {}
    for move in timeline.by_date:
        if move.to_org and move.status != "denied" and move.kind in _REACHES:
            found.setdefault(move.person, []).append(move)
    moves = [
        move
        for group in found.values()
        if len(group) > 1 and len({move.to_org for move in group}) > 1
        for move in group
    ]
    days = [days_of(move) or _NO_DAYS for move in moves]
    return _Wanted(moves, [first for first, _ in days], [last for _, last in days])


def _person(move: Move) -> str:
    return move.person
