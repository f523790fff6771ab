"""Flows between organizations, and what each has gained and lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from talentflow.insight.timeline import Timeline
from talentflow.model import Move


@dataclass(frozen=True, slots=True)
class Flow:
    """How many people went from one organization to another; `people` are counted once, `moves` are all."""

    from_org: str
    to_org: str
    people: int
    moves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """How many came to an organization and how many left it; `moves` are those behind both."""

    organization: str
    came: int
    left: int
    moves: tuple[str, ...]

    @property
    def net(self) -> int:
        """What it gained, below zero where it lost."""
        return self.came - self.left


def counted_flows(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None
) -> list[tuple[str, str, int]]:
    """From where, to where and how many people in a period, the largest first; a move with one end is no flow."""
    return largest_flows(Timeline.of(moves).people_by_route(since, until))


def largest_flows(counts: Mapping[tuple[str, str], int], most: int | None = None) -> list[tuple[str, str, int]]:
    """Counted flows, or so many of them, the largest first."""
    least = sorted(counts.values(), reverse=True)[most - 1] if most and len(counts) > most else 0
    ordered = sorted((-people, *route) for route, people in counts.items() if people >= least)
    return [(from_org, to_org, -people) for people, from_org, to_org in ordered[:most]]


def flow_of(timeline: Timeline, counted: tuple[str, str, int], since: str | None, until: str | None) -> Flow:
    """A flow that was counted, with the moves behind it."""
    from_org, to_org, people = counted
    behind = timeline.of_route((from_org, to_org)).within(since, until)
    return Flow(from_org, to_org, people, tuple(move.id for move in behind))


def flows(moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None) -> list[Flow]:
    """The flows of a period, the largest first; a move with one known end is no flow."""
    timeline = Timeline.of(moves)
    return [flow_of(timeline, counted, since, until) for counted in counted_flows(timeline, since, until)]


def counted_net(
    moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None
) -> list[tuple[str, int, int]]:
    """Each organization with how many came to it and left it in a period, the greatest gain first."""
    came, left = Timeline.of(moves).people_by_end(since, until)
    ordered = sorted((left[org] - came[org], -came[org], org) for org in {*came, *left})
    return [(org, came[org], left[org]) for _, _, org in ordered]


def balances_of(
    timeline: Timeline, counted: Sequence[tuple[str, int, int]], since: str | None, until: str | None
) -> list[Balance]:
    """What some organizations gained and lost, with the moves behind it: those by which people came stand first."""
    came: dict[str | None, list[str]] = {org: [] for org, _, _ in counted}
    left: dict[str | None, list[str]] = {org: [] for org, _, _ in counted}
    for move in timeline.changes_within(since, until) if counted else ():
        if move.to_org in came:
            came[move.to_org].append(move.id)
        if move.from_org in left:
            left[move.from_org].append(move.id)
    return [Balance(*row, tuple(dict.fromkeys((*came[row[0]], *left[row[0]])))) for row in counted]


def net(moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None) -> list[Balance]:
    """What each organization gained and lost in a period, the greatest gain first.

    A leaving counts though nobody knows where to, and a joining though nobody knows where from.
    """
    timeline = Timeline.of(moves)
    return balances_of(timeline, counted_net(timeline, since, until), since, until)
