"""What the moves add up to: tables, flows, and what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class InsightRow:
    """A row of a figure: its cells, the one that a plot shows, whom it is about, and the moves behind it."""

    label: str
    value: float
    cells: tuple[Cell, ...]
    about: tuple[str, ...]
    moves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InsightTable:
    """A figure as a table."""

    figure: str
    columns: tuple[str, ...]
    rows: tuple[InsightRow, ...]


@dataclass(frozen=True, slots=True)
class FlowView:
    """How many people went from one organization to another, both by their ids."""

    from_org: str
    to_org: str
    people: int


@dataclass(frozen=True, slots=True)
class FlowsView:
    """The flows of a period: the largest of them; the organizations that most came to or left, and how many went
    `between` those; the names of all these organizations."""

    flows: tuple[FlowView, ...]
    largest: tuple[str, ...]
    between: Mapping[tuple[str, str], int]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CountedView:
    """The moves behind a count by their ids, newest first, and the number of people who made them."""

    moves: tuple[str, ...]
    people: int
