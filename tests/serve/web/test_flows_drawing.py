"""The drawing of flows and the slider over time."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.registry import Registry
from talentflow.serve.web.application import create_application
from talentflow.serve.web.periods import chosen, month_of, number_of, slider_for
from talentflow.serve.web.sankey import WIDTH, sankey
from tests.app.make import document, move
from tests.app.scripted import ScriptedReader

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
        ("24300", "0", (None, "2025-01")),  # all from the beginning
        ("24300", "", ("2024-11", "2025-01")),  # slid away from dates of one's own
        ("0", "3", None),
        ("999999", "3", None),
        ("٢٤٣٠٠", "3", None),
    ],
)
def test_the_slider_asks_for_a_period(month: str, span: str, period: tuple[str | None, str] | None) -> None:
    assert chosen(month, span) == period


@pytest.mark.parametrize(
    ("since", "until", "at", "span"),
    [
        (None, None, "2026-03", 0),
        ("2025-08", "2025-10", "2025-10", 3),
        ("2025-10", "2025-10", "2025-10", 1),
        ("2025", "2025", "2025-12", 12),
        (None, "2025-10", "2025-10", 0),
        (None, "2099", "2026-03", 0),
        # dates that no place of the slider means
        ("1990", "1991", "2025-01", None),
        ("2025-08", None, "2026-03", None),
        ("2025-08-03", "2025-10", "2025-10", None),
        (None, "2025-10-14", "2025-10", None),
    ],
)
def test_the_slider_stands_where_the_period_ends(
    since: str | None, until: str | None, at: str, span: int | None
) -> None:
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
    from_the_beginning = visitor.get(f"/en/flows?month={2025 * 12}&span=0", follow_redirects=False)
    assert from_the_beginning.headers["location"] == "/en/flows?until=2025-01"
    everything = visitor.get(f"/en/flows?month={2099 * 12}&span=0", follow_redirects=False)
    assert everything.headers["location"] == "/en/flows"


def test_the_slider_says_that_everything_is_meant_where_no_period_is_chosen(tmp_path: Path) -> None:
    library = Library(str(tmp_path / "slid.db"), registry=Registry())
    moves = [
        move("Ada Moreno", "Borealis", "Quanta", date="2025-08"),
        move("Ivo Cardoso", "Borealis", "Quanta", date="2026-01"),
    ]
    list(library.add([document("news", published="2026-01-05")], ScriptedReader({"news": moves})))
    visitor = TestClient(create_application(library), base_url="http://localhost")

    def told(query: str) -> tuple[str, str]:
        page = visitor.get(f"/en/flows{query}").text
        return (
            re.findall(r"<output[^>]*>([^<]*)</output>", page)[0],
            re.findall(r"<option[^>]* selected>([^<]*)</option>", page)[0],
        )

    assert told("") == ("everything that is told", "from the beginning")
    assert told("?since=2025-11&until=2026-01")[1] == "three months"
    assert told("?since=2025-11-02&until=2026-01")[1] == "the dates above"
