"""A drawing of who came and who left by quarter: bars up and bars down, in reading direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from talentflow.app.views import QuarterView

_MOST = 24  # quarters that are drawn: six years
_STEP, _BAR = 34, 24
_HEIGHT = 84  # of the highest bar
_LABELS = 22  # room for the numbers above and below, and for the years


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, with the number that it stands for and where that is written."""

    x: float
    y: float
    height: float
    count: int
    text_y: float


@dataclass(frozen=True, slots=True)
class Column:
    """A quarter as it is drawn: who came above the line, who left below it; its year where one begins."""

    quarter: QuarterView
    x: float
    came: Bar
    left: Bar
    year: str | None

    @property
    def middle(self) -> float:
        """Where its words stand."""
        return self.x + _BAR / 2


@dataclass(frozen=True, slots=True)
class QuartersDrawing:
    """The columns, the line between them, and how large all of it is."""

    columns: tuple[Column, ...]
    width: int
    height: float
    line: float
    bar: int
    earlier: int  # quarters that are not drawn


def draw_quarters(quarters: Sequence[QuarterView], *, mirrored: bool) -> QuartersDrawing | None:
    """The drawing of the last quarters; None where there are none. Mirrored, time runs from right to left."""
    shown = quarters[-_MOST:]
    if not shown:
        return None
    most = max(max(quarter.came, quarter.left) for quarter in shown)
    above, below = (
        _HEIGHT * max(counts) / most
        for counts in ([quarter.came for quarter in shown], [quarter.left for quarter in shown])
    )
    line = round(_LABELS + above, 1)
    width = _STEP * len(shown)

    def column(place: int, quarter: QuarterView) -> Column:
        x = _STEP * place + (_STEP - _BAR) / 2
        x = width - x - _BAR if mirrored else x
        up, down = (round(_HEIGHT * count / most, 1) for count in (quarter.came, quarter.left))
        year = quarter.since[:4] if place == 0 or quarter.since.endswith("-01") else None
        return Column(
            quarter,
            x,
            Bar(x, line - up, up, quarter.came, line - up - 6),
            Bar(x, line, down, quarter.left, line + down + 14),
            year,
        )

    columns = tuple(column(place, quarter) for place, quarter in enumerate(shown))
    height = round(line + below + 2 * _LABELS, 1)
    return QuartersDrawing(columns, width, height, line, _BAR, len(quarters) - len(shown))
