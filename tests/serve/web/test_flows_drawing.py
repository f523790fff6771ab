"""The drawing of flows and the slider over time."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from talentflow.serve.web.periods import chosen, month_of, number_of, slider_for
from talentflow.serve.web.sankey import WIDTH, sankey

FLOWS = [("a", "b", 5), ("a", "c", 2), ("d", "b", 1), ("b", "a", 3)]


@pytest.mark.parametrize("mirrored", [False, True])
def test_ribbons_fill_their_bars(mirrored: bool) -> None:
    drawn = sankey(FLOWS, mirrored=mirrored)
    assert {(ribbon.from_org, ribbon.to_org, ribbon.people) for ribbon in drawn.ribbons} == set(FLOWS)
    for bar in drawn.bars:
        thick = sum(
            ribbon.people
            for ribbon in drawn.ribbons
            if bar.organization == (ribbon.from_org if bar.anchor == "end" else ribbon.to_org)
        )
        assert bar.people == thick
        assert bar.y + bar.height <= drawn.height
    # Bars of one side stand below one another.
    for anchor in ("start", "end"):
        side = [bar for bar in drawn.bars if bar.anchor == anchor]
        assert all(one.y + one.height < other.y for one, other in pairwise(side))


def test_the_mirrored_drawing_is_one() -> None:
    plain, mirrored = sankey(FLOWS), sankey(FLOWS, mirrored=True)
    for one, other in zip(plain.bars, mirrored.bars, strict=True):
        assert one.x + other.x + 14 == WIDTH
        assert one.text_x + other.text_x == WIDTH
        assert (one.y, one.height) == (other.y, other.height)


def test_many_flows_do_not_grow_without_end() -> None:
    flows = [(f"a{number}", f"b{number % 7}", 1 + number * 10) for number in range(30)]
    assert sankey(flows).height < 1000
    assert sankey([]).ribbons == ()


@pytest.mark.parametrize("month", ["0001-01", "1999-12", "2025-10", "9999-12"])
def test_months_are_numbers_and_back(month: str) -> None:
    assert month_of(number_of(month)) == month


@pytest.mark.parametrize(
    ("month", "span", "period"),
    [
        (str(2025 * 12 + 9), "3", ("2025-08", "2025-10")),
        (str(2025 * 12), "12", ("2024-02", "2025-01")),
        (str(2025 * 12), "1", ("2025-01", "2025-01")),
        ("", "3", None),
        ("x", "3", None),
        ("24300", "2", None),
        ("24300", "", None),
        ("0", "3", None),
        ("999999", "3", None),
        ("٢٤٣٠٠", "3", None),
    ],
)
def test_the_slider_asks_for_a_period(month: str, span: str, period: tuple[str, str] | None) -> None:
    assert chosen(month, span) == period


@pytest.mark.parametrize(
    ("since", "until", "at", "span"),
    [
        (None, None, "2026-03", 3),
        ("2025-08", "2025-10", "2025-10", 3),
        ("2025-10", "2025-10", "2025-10", 1),
        ("2025", "2025", "2025-12", 12),
        ("1990", "1991", "2025-01", 12),
        (None, "2099", "2026-03", 3),
    ],
)
def test_the_slider_stands_where_the_period_ends(since: str | None, until: str | None, at: str, span: int) -> None:
    slider = slider_for(("2025-01-01", "2026-03-31"), since, until)
    assert slider is not None
    assert (month_of(slider.at), slider.span) == (at, span)


def test_there_is_nothing_to_slide_in_one_month() -> None:
    assert slider_for(None, None, None) is None
    assert slider_for(("2025-01-01", "2025-01-31"), None, None) is None


def test_every_ribbon_leads_to_its_moves(visitor: TestClient) -> None:
    page = visitor.get("/en/flows").text.replace("&amp;", "&")
    drawing = page[page.index("<svg") : page.index("</svg>")]
    links = re.findall(r'<a href="([^"]+)"', drawing)
    assert len(links) == drawing.count("<path") > 0
    assert any("Ada Moreno" in visitor.get(link).text for link in links)


def test_the_slider_goes_to_an_address_of_its_period(visitor: TestClient) -> None:
    answer = visitor.get(f"/ar/flows?month={2026 * 12}&span=3", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/ar/flows?since=2025-11&until=2026-01")
    assert visitor.get("/en/flows?month=x&span=3").status_code == 200
