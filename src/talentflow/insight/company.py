"""Who leaves together, and who follows somebody who has left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from talentflow.insight.changes import days_between, happened, is_after
from talentflow.insight.timeline import Timeline
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


def together(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None, *, days: int = TOGETHER_DAYS
) -> list[Group]:
    """Groups of two people or more who left one organization, each within so many days of the one before.

    The largest group comes first. Moves whose month is not known tell nothing of who left with whom.
    """
    leavers: dict[str, list[Move]] = {}
    for move in Timeline.of(moves).changes_within(since, until):
        day = happened(move)
        if move.from_org is not None and day is not None and day.month is not None:
            leavers.setdefault(move.from_org, []).append(move)
    out: list[Group] = []
    for org, group in leavers.items():
        run: list[Move] = []
        for move in group:
            if run and (days_between(run[-1], move) or 0) > days:
                out += _group(org, run)
                run = []
            run.append(move)
        out += _group(org, run)
    return sorted(out, key=lambda found: (-len(found.people), found.from_org, found.moves))


def _group(org: str, run: list[Move]) -> list[Group]:
    people = tuple(dict.fromkeys(move.person for move in run))
    if len(people) < 2:
        return []
    goals = {move.to_org for move in run}
    goal = goals.pop() if len(goals) == 1 else None
    return [Group(org, goal, people, days_between(run[0], run[-1]) or 0, tuple(move.id for move in run))]


def followers(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None, *, days: int = FOLLOW_DAYS
) -> list[Follow]:
    """Who followed a leaver from one organization to another within so many days, most followers first.

    The leaver's move lies in the period; a follower's comes certainly after it, so those of one day lead nobody.
    """
    timeline = Timeline.of(moves)
    out = []
    for leader in timeline.changes_within(since, until):
        if leader.from_org is None or leader.to_org is None:
            continue
        day = happened(leader)
        if day is None or day.month is None:
            continue
        route = timeline.by_route[leader.from_org, leader.to_org]
        after = [
            move for move in route.beginning_between(day.last_day, day.first_day + timedelta(days=days))
            if move.person != leader.person
            and is_after(move, leader)
            and (days_between(leader, move) or days + 1) <= days
        ]  # fmt: skip
        if after:
            people = tuple(dict.fromkeys(move.person for move in after))
            behind = (leader.id, *(move.id for move in after))
            out.append(Follow(leader.person, leader.from_org, leader.to_org, people, behind))
    return sorted(out, key=lambda found: (-len(found.followers), found.from_org, found.to_org, found.leader))
