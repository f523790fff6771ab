"""Flows between organizations, and what each has gained and lost."""

from __future__ import annotations

from collections.abc import Iterable
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
    counts = Timeline.of(moves).people_by_route(since, until)
    ordered = sorted((-people, from_org, to_org) for (from_org, to_org), people in counts.items())
    return [(from_org, to_org, -people) for people, from_org, to_org in ordered]


def flow_of(timeline: Timeline, counted: tuple[str, str, int], since: str | None, until: str | None) -> Flow:
    """A flow that was counted, with the moves behind it."""
    from_org, to_org, people = counted
    behind = timeline.by_route[from_org, to_org].within(since, until)
    return Flow(from_org, to_org, people, tuple(move.id for move in behind))


def flows(moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None) -> list[Flow]:
    """The flows of a period, the largest first; a move with one known end is no flow."""
    timeline = Timeline.of(moves)
    return [flow_of(timeline, counted, since, until) for counted in counted_flows(timeline, since, until)]


def net(moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None) -> list[Balance]:
    """What each organization gained and lost in a period, the greatest gain first.

    A leaving counts though nobody knows where to, and a joining though nobody knows where from.
    """
    came: dict[str, list[str]] = {}
    left: dict[str, list[str]] = {}
    for move in Timeline.of(moves).changes_within(since, until):
        if move.to_org is not None:
            came.setdefault(move.to_org, []).append(move.id)
        if move.from_org is not None:
            left.setdefault(move.from_org, []).append(move.id)
    out = []
    for org in {*came, *left}:
        behind = (*came.get(org, ()), *left.get(org, ()))
        out.append(Balance(org, len(came.get(org, ())), len(left.get(org, ())), tuple(dict.fromkeys(behind))))
    return sorted(out, key=lambda balance: (-balance.net, -balance.came, balance.organization))
