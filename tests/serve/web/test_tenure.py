"""How long somebody stayed, in words, as exactly as it is told."""

from __future__ import annotations

from datetime import date

import pytest

from talentflow.app.views import PartyView, QuarterView, StayView
from talentflow.serve.web.interface import interface_for
from talentflow.serve.web.quarters import draw_quarters
from talentflow.serve.web.tenure import length_of

ADA, QUANTA = PartyView("ada", "Ada", "Ada"), PartyView("quanta", "Quanta", "Quanta")


def stay(since: str | None, until: str | None, *, by: tuple[str | None, str | None] = (None, None)) -> StayView:
    is_open = until is None and by[1] is None
    return StayView(ADA, QUANTA, since, until, by[0], by[1], None, is_open, (), (), ())


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (stay("2023-01-08", "2025-03-01"), "2 years, 2 months"),
        (stay("2024-01", "2024-01-20"), "under a month"),
        (stay("2020", "2023-05"), "about 3 years"),
        (stay("2024-05", "2024"), "under a year"),
        (stay("2025-01-08", None), "11 months so far"),
        (stay(None, "2025-03-01", by=("2024-03-02", None)), "at least 1 year"),
        (stay("2024-03-01", None, by=(None, "2025-03-02")), "at most 1 year"),
        (stay(None, None, by=("2024-03-01", "2025-03-02")), "about 1 year"),
        (stay(None, "2025"), ""),
        (stay("2025-06", "2024-06"), ""),  # what cannot be true has no length
    ],
)
def test_a_stay_is_as_long_as_it_is_told(told: StayView, words: str) -> None:
    assert length_of(interface_for("en"), told, date(2025, 12, 20)) == words


def test_lengths_are_in_the_visitors_language() -> None:
    told = stay("2023-01-08", "2025-03-01")
    assert length_of(interface_for("es"), told) == "2 años, 2 meses"
    assert length_of(interface_for("ar"), told) == "سنتان، شهران"


def test_time_runs_in_reading_direction_and_bars_stand_on_the_line() -> None:
    quarters = [QuarterView("2024-10", "2024-12", 4, 1), QuarterView("2025-01", "2025-03", 0, 2)]
    drawing, mirrored = draw_quarters(quarters, mirrored=False), draw_quarters(quarters, mirrored=True)
    assert drawing is not None
    assert mirrored is not None
    assert drawing.columns[0].x < drawing.columns[1].x
    assert mirrored.columns[0].x > mirrored.columns[1].x
    first, second = drawing.columns
    assert (first.came.y + first.came.height, first.left.y) == (drawing.line, drawing.line)
    assert (first.came.height / first.left.height, second.left.height) == (4, first.left.height * 2)
    assert (first.year, second.year) == ("2024", "2025")
    assert draw_quarters([], mirrored=False) is None
    assert draw_quarters(quarters * 20, mirrored=False).earlier == 16  # type: ignore[union-attr]
