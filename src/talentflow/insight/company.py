"""Who leaves together, and who follows somebody who has left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from talentflow.insight.changes import days_between, happened
from talentflow.insight.timeline import Timeline, bounds
from talentflow.model import Move

TOGETHER_DAYS = 14
FOLLOW_DAYS = 90


@dataclass(frozen=True, slots=True)
class Group:
    """People who left one organization within a short time of one another; `to_org` where all went to the same."""

    from_org: str
    to_org: str | None
    people: tuple[str, ...]
    days: int
    moves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Follow:
    """Who went the way of a leaver, from the same organization to the same, within so many days after."""

    leader: str
    from_org: str
    to_org: str
    followers: tuple[str, ...]
    moves: tuple[str, ...]


Gathered = tuple[int, str, list[Move]]  # below zero how many people left, from where, their moves in order of time


def together(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None, *, days: int = TOGETHER_DAYS
) -> list[Group]:
    """Groups of two people or more who left one organization, each within so many days of the one before.

    The largest group comes first. Moves whose month is not known tell nothing of who left with whom.
    """
    return [group_of(gathered) for gathered in gathered_leavers(moves, since, until, days=days)]


def gathered_leavers(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None, *, days: int = TOGETHER_DAYS
) -> list[Gathered]:
    """The same groups by their size, with the moves."""
    timeline, (first, end) = Timeline.of(moves), bounds(since, until)
    out: list[Gathered] = []
    for org, leavers in timeline.of_each_left("leavers", _leavers).items():
        run: list[Move] = []
        before = 0
        for day, last, move in leavers:
            if day > end or last < first:
                continue
            if run and day - before > days:
                if len(run) > 1:
                    _gather(org, run, out)
                run = []
            run.append(move)
            before = day
        if len(run) > 1:
            _gather(org, run, out)
    return sorted(out, key=lambda found: (found[0], found[1], found[2][0].id))


def _gather(org: str, run: list[Move], out: list[Gathered]) -> None:
    people = len({move.person for move in run})
    if people > 1:
        out.append((-people, org, run))


def group_of(gathered: Gathered) -> Group:
    """A group that was counted, with its people."""
    _, org, run = gathered
    people = tuple(dict.fromkeys(move.person for move in run))
    return Group(org, goal_of(gathered), people, days_between(run[0], run[-1]) or 0, tuple(move.id for move in run))


def goal_of(gathered: Gathered) -> str | None:
    """The organization to which all of a group went; None where they went to several or it is not known."""
    goals = {move.to_org for move in gathered[2]}
    return goals.pop() if len(goals) == 1 else None


def _leavers(left: Sequence[Move]) -> list[tuple[int, int, Move]]:
    """Those whose month is known, each with the first and the last day on which it can have been, by number."""
    dated = [(day, move) for move in left if (day := happened(move)) is not None and day.month is not None]
    return [(day.first_day.toordinal(), day.last_day.toordinal(), move) for day, move in dated]


def followers(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None, *, days: int = FOLLOW_DAYS
) -> list[Follow]:
    """Who followed a leaver from one organization to another within so many days, most followers first.

    The leaver's move lies in the period; a follower's comes certainly after it, so those of one day lead nobody.
    """
    period = bounds(since, until)
    routes = Timeline.of(moves).of_each_route(f"followers within {days}", lambda route: _followers(route, days))
    out = [
        follow
        for found in routes.values()
        for between, follow in found
        if between[0] <= period[1] and between[1] >= period[0]
    ]
    return sorted(out, key=lambda found: (-len(found.followers), found.from_org, found.to_org, found.leader))


def _followers(route: Sequence[Move], days: int) -> list[tuple[tuple[int, int], Follow]]:
    """Who led others the way of these moves, each with the days on which that can have been, by number."""
    if len(route) < 2:
        return []
    out, dated = [], [(day, move) for move in route if (day := happened(move)) is not None and day.month is not None]
    firsts = [day.first_day for day, _ in dated]
    for day, leader in dated:
        begin = bisect_right(firsts, day.last_day)
        near = dated[begin : bisect_right(firsts, day.first_day + timedelta(days=days))]
        after = [move for _, move in near if move.person != leader.person]
        if after and leader.from_org is not None and leader.to_org is not None:
            people = tuple(dict.fromkeys(move.person for move in after))
            behind = (leader.id, *(move.id for move in after))
            found = Follow(leader.person, leader.from_org, leader.to_org, people, behind)
            out.append(((day.first_day.toordinal(), day.last_day.toordinal()), found))
    return out
