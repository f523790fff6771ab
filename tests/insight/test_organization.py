"""One organization over time: quarters and who stayed, against a count by hand and against the figure of all."""

from __future__ import annotations

from datetime import date

import pytest

from talentflow import insight
from tests.insight.test_insight import LEDGER, move

QUANTA = [
    *LEDGER,
    move("20", "Ada", "Quanta>Cedar", "2024-10-01"),  # after seven months
    move("21", "Ivo", "Quanta>", "2025-06-01"),  # after fifteen
    move("22", "Lin", "Quanta>", "2025"),  # by the year alone: how long is not known
    move("23", "Eva", ">Quanta", None, known="2024-01-02"),  # came on a day that nobody tells
    move("24", "Kim", "Cedar>Quanta", "2025-09-09"),
]


def test_every_quarter_between_the_first_and_the_last_is_there() -> None:
    quarters, apart = insight.quarters_of(
        [found for found in QUANTA if "Quanta" in (found.from_org, found.to_org)], "Quanta"
    )
    assert [quarter.months for quarter in quarters][:2] == [("2023-01", "2023-03"), ("2023-04", "2023-06")]
    assert quarters[-1].months == ("2025-07", "2025-09")
    assert len(quarters) == 11
    told = {quarter.months[0]: (quarter.came, quarter.left) for quarter in quarters if quarter.came or quarter.left}
    assert told == {
        "2023-01": (("6",), ()),
        "2024-01": (("23", "1", "2"), ()),
        "2024-04": (("3",), ("4",)),
        "2024-10": ((), ("20",)),
        "2025-04": ((), ("21",)),
        "2025-07": (("24",), ()),
    }
    assert apart == 1


def test_an_organization_that_nobody_came_to_or_left_has_no_quarters() -> None:
    assert insight.quarters_of([move("1", "Ada", ">Quanta", "2024")], "Quanta") == ([], 1)
    assert insight.quarters_of([], "Quanta") == ([], 0)


@pytest.mark.parametrize("days", [30, 182, 365, 600, 730, 5000])
def test_who_stayed_is_the_figure_that_retention_gives(days: int) -> None:
    end = date(2025, 12, 31)  # the last day of which something is told
    ended = {stay.came.id: stay for stay in insight.stays(QUANTA)}
    own = [found for found in QUANTA if "Quanta" in (found.from_org, found.to_org)]
    kept = insight.kept_by(own, "Quanta", days, end, ended)
    row = next((row for row in insight.retention(QUANTA, days=days) if row.organization == "Quanta"), None)
    if row is None:
        assert kept is None
    else:
        assert kept is not None
        assert (len(kept.came), len(kept.came) - len(kept.left), kept.share) == (row.came, row.stayed, row.share)
        assert set(row.moves) == {*kept.came, *kept.left}


def test_who_stayed_names_the_moves_behind_it() -> None:
    ended = {stay.came.id: stay for stay in insight.stays(QUANTA)}
    kept = insight.kept_by(QUANTA, "Quanta", 365, date(2025, 9, 9), ended)
    assert kept is not None
    assert (kept.came, kept.left, kept.until) == (("6", "1", "2"), ("20",), date(2024, 9, 9))
