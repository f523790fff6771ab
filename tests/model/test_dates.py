"""What is a date and what is none."""

from __future__ import annotations

import pytest

from talentflow.model import is_date


@pytest.mark.parametrize("text", ["2025", "2025-10", "2025-10-14", "2024-02-29"])
def test_a_year_a_month_or_a_day_is_a_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["", "soon", "25", "2025-13", "2025-02-29", "2025-10-14x", "2025-10-14T10:00", " 2025", "２０２５"]
)
def test_nothing_else_is(text: str) -> None:
    assert not is_date(text)
