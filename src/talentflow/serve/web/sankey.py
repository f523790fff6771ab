"""Flows as a drawing: who loses at the start of the line, who gains at its end, ribbons as broad as people moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 960
_MARGIN = 240  # for the names at either side
_BAR = 14
_GAP = 10
_TALLEST = 620  # of all bars of a side together
_UNIT = 26  # a person, where there is room


@dataclass(frozen=True, slots=True)
class Bar:
    """An organization at one side: its rectangle, and where its name stands (`anchor` as SVG says it)."""

    organization: str
    people: int
    x: float
    y: float
    height: float
    text_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A flow: the outline of its ribbon as an SVG path."""

    from_org: str
    to_org: str
    people: int
    outline: str


@dataclass(frozen=True, slots=True)
class Sankey:
    """The drawing, in units of its own."""

    width: int
    height: float
    bars: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]


def sankey(flows: Sequence[tuple[str, str, int]], *, mirrored: bool = False) -> Sankey:
    """The drawing of flows (from, to, people); `mirrored` for those who read from right to left."""
    lost, gained = Counter[str](), Counter[str]()
    for start, goal, people in flows:
        lost[start] += people
        gained[goal] += people
    unit = min(_UNIT, _TALLEST / max(1, lost.total()))
    starts = sorted(lost, key=lambda org: (-lost[org], org))
    tops = _stacked(starts, lost, unit)
    middle = _middles(flows, tops)
    goals = sorted(gained, key=lambda org: (middle[org], org))
    tops_of_goals = _stacked(goals, gained, unit)
    height = max(_bottom(starts, lost, unit), _bottom(goals, gained, unit))
    bars = [
        *(_bar(org, lost[org], tops[org], unit, ends=False, mirrored=mirrored) for org in starts),
        *(_bar(org, gained[org], tops_of_goals[org], unit, ends=True, mirrored=mirrored) for org in goals),
    ]
    ribbons = []
    next_start, next_goal = dict(tops), dict(tops_of_goals)
    # At either side ribbons stand in the order of the bars at the other.
    for start, goal, people in sorted(flows, key=lambda flow: (tops[flow[0]], tops_of_goals[flow[1]])):
        thick = people * unit
        ribbons.append(Ribbon(start, goal, people, _outline(next_start[start], next_goal[goal], thick, mirrored)))
        next_start[start] += thick
        next_goal[goal] += thick
    return Sankey(WIDTH, round(height, 1), tuple(bars), tuple(ribbons))


def _stacked(orgs: Iterable[str], people: Counter[str], unit: float) -> dict[str, float]:
    tops, top = {}, 0.0
    for org in orgs:
        tops[org] = top
        top += people[org] * unit + _GAP
    return tops


def _bottom(orgs: Sequence[str], people: Counter[str], unit: float) -> float:
    return sum(people[org] * unit + _GAP for org in orgs)


def _middles(flows: Sequence[tuple[str, str, int]], tops: dict[str, float]) -> dict[str, float]:
    """How far down those stand from whom each goal gains, on average: goals in this order cross least."""
    sums, weights = defaultdict[str, float](float), Counter[str]()
    for start, goal, people in flows:
        sums[goal] += tops[start] * people
        weights[goal] += people
    return {goal: total / weights[goal] for goal, total in sums.items()}


def _bar(org: str, people: int, top: float, unit: float, *, ends: bool, mirrored: bool) -> Bar:
    is_right = ends != mirrored
    x = WIDTH - _MARGIN - _BAR if is_right else _MARGIN
    text_x = x + _BAR + 8 if is_right else x - 8
    # "start" and "end" go by the direction of the text, so that they change places in a mirrored drawing.
    anchor = "start" if ends else "end"
    return Bar(org, people, x, round(top, 1), round(people * unit, 1), text_x, anchor)


def _outline(start: float, goal: float, thick: float, mirrored: bool) -> str:
    left, right = _MARGIN + _BAR, WIDTH - _MARGIN - _BAR
    first, last = (right, left) if mirrored else (left, right)
    bend = (first + last) / 2
    a, b, c, d = (round(value, 1) for value in (start, start + thick, goal, goal + thick))
    return f"M{first} {a}C{bend} {a} {bend} {c} {last} {c}V{d}C{bend} {d} {bend} {b} {first} {b}Z"
