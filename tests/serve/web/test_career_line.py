"""A person's career line: what is sure, what is open, gaps, conflicts and what is only said; drawn and as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.app.views import CareerView, ConflictView, EntityView, EvidenceView, PartyView
from talentflow.model import Document, MoveClaim, PositionClaim, Reading
from talentflow.registry import Registry
from talentflow.serve.web import create_application
from talentflow.serve.web.career_line import WIDTH, draw_career, rows_of
from talentflow.serve.web.interface import interface_for
from talentflow.serve.web.words import outlet_of, versions_of
from tests.app.make import mention

TODAY = date(2026, 3, 1)
ADA = mention("Ada Moreno")
# Each article, its day, and what it says of Ada Moreno.
TOLD = {
    "joined": ("2018-05-02", MoveClaim(ADA, None, mention("Borealis"), "join", date="2018", evidence=())),
    "left": ("2020-03-05", MoveClaim(ADA, mention("Borealis"), None, "leave", date="2020-03", evidence=())),
    "quanta": ("2022-01-10", MoveClaim(ADA, None, mention("Quanta"), "join", date="2022-01-10", evidence=())),
    "cedar": ("2023-06-01", MoveClaim(ADA, None, mention("Cedar"), "join", date="2023-06", evidence=())),
    "rumour": (
        "2026-02-01",
        MoveClaim(ADA, mention("Cedar"), mention("Tundra"), "move", status="rumored", date="2026-02", evidence=()),
    ),
    "undated": (None, MoveClaim(ADA, mention("Fjord"), None, "leave", evidence=())),
}


class CareerReader:
    """Reads what TOLD says of an article."""

    name = "career"
    version = "1"

    def read(self, document: Document) -> Reading:
        """One move, and of Quanta a post."""
        evidence = (document.span("text", 0, len(document.text)),)
        claim = TOLD[document.id][1]
        move = MoveClaim(
            claim.person, claim.from_org, claim.to_org, claim.kind, status=claim.status, date=claim.date,
            confidence=0.9, evidence=evidence,
        )  # fmt: skip
        post = PositionClaim(ADA, mention("Quanta"), "chief scientist", "current", confidence=0.9, evidence=evidence)
        return Reading(document.id, "en", "career 1", (move,), (post,) if document.id == "quanta" else ())


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A record of her career."""
    with Library(str(tmp_path_factory.mktemp("career") / "record.db"), Registry()) as library:
        documents = [
            Document(f"Of Ada Moreno {name} is told.", name, "en", "", day, publisher=f"The {name} post")
            for name, (day, _) in TOLD.items()
        ]
        assert {added.outcome for added in library.add(documents, CareerReader())} == {"added"}
        yield library


@pytest.fixture(scope="module")
def ada(library: Library) -> EntityView:
    """What is known of her."""
    (found,) = library.person("Ada Moreno").found
    return found


def test_rows_stand_in_order_of_time_with_gaps_and_what_is_only_said(ada: EntityView) -> None:
    rows = rows_of(ada)
    assert [
        str(row.stay.org)
        if row.stay
        else "gap"
        if row.gap
        else f"{row.said.status} {row.said.to_org}"
        if row.said
        else ""
        for row in rows
    ] == ["Borealis", "gap", "Quanta", "Cedar", "rumored Tundra", "Fjord"]
    borealis, gap, quanta, cedar, _, fjord = rows
    assert gap.gap is not None
    assert (gap.gap.since, gap.gap.until) == ("2020-03-31", "2022-01-10")
    ends = (borealis.began, borealis.ended)
    assert [move.kind if move else None for move in ends] == ["join", "leave"]
    assert [item.publisher for item in borealis.sources] == ["The joined post", "The left post"]
    assert quanta.doubts == cedar.doubts == (1,)  # with both at once, as far as is told
    # Nobody says on which day she left; that she left is told.
    assert fjord.stay is not None
    assert not fjord.stay.is_open


def test_bars_tell_what_is_sure_from_what_is_open(ada: EntityView) -> None:
    drawing = draw_career(rows_of(ada), mirrored=False, today=TODAY)
    assert drawing is not None
    borealis, gap, quanta, cedar, rumour, fjord = drawing.lines
    assert [part.sort for part in borealis.stretches] == ["unsure", "sure", "unsure"]
    unsure, sure, ending = borealis.stretches
    assert unsure.x < sure.x < ending.x
    assert abs(unsure.x + unsure.width - sure.x) < 0.2
    assert unsure.width > ending.width  # a year is longer than a month
    assert [mark.sort for mark in borealis.marks] == ["start", "end"]
    assert [part.sort for part in gap.stretches] == ["gap"]
    assert not gap.marks
    assert [part.sort for part in quanta.stretches][-1] == "open"
    assert [part.sort for part in cedar.stretches] == ["unsure", "sure", "open"]
    assert max(part.x + part.width for line in drawing.lines for part in line.stretches) <= WIDTH
    assert [mark.sort for mark in rumour.marks] == ["said"]
    assert rumour.marks[0].anchor == "end"  # so near the edge its words stand before it
    assert not fjord.stretches
    assert not fjord.marks
    assert [when for when, _ in drawing.ticks] == [str(year) for year in range(2018, 2027)]
    cedar_alone = draw_career(rows_of(ada)[3:4], mirrored=False, today=date(2024, 2, 1))
    assert cedar_alone is not None
    assert [when for when, _ in cedar_alone.ticks] == [
        *(f"2023-{month:02d}" for month in range(6, 13)),
        "2024",
        "2024-02",
    ]


def test_the_mirrored_drawing_is_one(ada: EntityView) -> None:
    plain, mirrored = (draw_career(rows_of(ada), mirrored=is_so, today=TODAY) for is_so in (False, True))
    assert plain is not None
    assert mirrored is not None
    for one, other in zip(plain.lines, mirrored.lines, strict=True):
        assert one.y == other.y
        for left, right in zip(one.stretches, other.stretches, strict=True):
            assert (left.sort, left.width) == (right.sort, right.width)
            assert abs(left.x + left.width + right.x - WIDTH) < 0.2
        for left_mark, right_mark in zip(one.marks, other.marks, strict=True):
            assert abs(left_mark.x + right_mark.x - WIDTH) < 0.2
            assert left_mark.anchor == right_mark.anchor


def test_without_a_day_nothing_is_drawn(ada: EntityView) -> None:
    fjord = tuple(row for row in rows_of(ada) if row.stay is not None and str(row.stay.org) == "Fjord")
    assert draw_career(fjord, mirrored=False, today=TODAY) is None
    assert draw_career((), mirrored=False, today=TODAY) is None


@pytest.mark.parametrize("language", ["en", "ar", "es"])
def test_the_page_shows_the_line_and_the_same_as_a_table(library: Library, ada: EntityView, language: str) -> None:
    client = TestClient(create_application(library), base_url="http://localhost")
    page = client.get(f"/{language}/person/{ada.id}").text
    svg = re.search(r"<svg class=\"career-line\".*?</svg>", page, re.DOTALL)
    assert svg is not None
    drawn = ElementTree.fromstring(svg[0])
    links = {link.get("href") for link in drawn.iter("{http://www.w3.org/2000/svg}a")}
    dated = {move.id for move in ada.moves if move.date}
    assert {f"/{language}/move/{move}" for move in dated} <= links
    for link in links:
        assert client.get(str(link)).status_code == 200
    table = re.search(r'<table class="roster career">.*?</table>', page, re.DOTALL)
    assert table is not None
    assert table[0].count("<tr") == 1 + len(rows_of(ada))
    assert "◌" in svg[0]  # a rumour has its own shape,
    assert 'class="badge rumored"' in table[0]  # and its word
    assert 'href="#conflict-1"' in table[0]
    assert 'id="conflict-1"' in page
    for article in ("joined", "left", "quanta", "cedar", "rumour", "undated"):
        assert f'href="/{language}/article/{article}#c-text-0"' in table[0]


def test_assistants_are_told_of_gaps_and_evidence(library: Library) -> None:
    from talentflow.serve.assistant.tools import Tools

    told = Tools(library, CareerReader).person("Ada Moreno")
    assert "nothing is told from 2020-03-31 to 2022-01-10" in told
    line = next(line for line in told.splitlines() if line.startswith("- Borealis"))
    assert "2018" in line
    assert all(f"move {move}" in line for move in library.person("Ada Moreno").found[0].career.stays[0].moves)


def test_nobody_without_a_career_has_a_line() -> None:
    nobody = EntityView("x", "person", "X", False, (), (), (), (), CareerView())
    assert rows_of(nobody) == ()


@pytest.mark.parametrize(
    ("sort", "versions", "english", "arabic"),
    [
        ("overlap", ((None, "2025-03-01"), (None, "2025-07-01")), "with both from Mar 1, 2025 to Jul 1, 2025", "2025"),
        ("overlap", ((None, "2025-03-01"), (None, None)), "with both since Mar 1, 2025", "منذ"),
        ("after", ((None, "2025-03-01"), (None, "2026-01-09")), "left by Mar 1, 2025, but said to be there", "غادر"),
        ("start", ((None, "2025-03"), (None, None)), "Mar 2025 or undated", "أو بلا تاريخ"),
        ("accounts", (("dismissed", "2025-03"), ("resigned", None)), "dismissed, Mar 2025 or resigned", "أو استقالة"),
        ("accounts", ((None, None), ("resigned", None)), "? or resigned", "استقالة"),
    ],
)
def test_what_cannot_all_be_true_is_said_in_the_visitors_language(
    sort: str, versions: tuple[tuple[str | None, str | None], ...], english: str, arabic: str
) -> None:
    view = ConflictView(sort, PartyView("p", "Ada", "Ada"), (), "in English", versions, (), ())
    assert versions_of(interface_for("en"), view).startswith(english)
    told = versions_of(interface_for("ar"), view)
    assert arabic in told
    assert not re.search("[A-Za-z]", told)
    assert versions_of(interface_for("es"), view) not in (english, told)


@pytest.mark.parametrize(
    ("article", "publisher", "url", "told"),
    [
        ("a-1", "The Harbour", "https://www.example.org/a", "The Harbour"),
        ("a-1", None, "https://www.example.org/a", "example.org"),
        ("a-1", None, "https://[broken/a", "a-1"),
        ("a-1", None, "mailto:desk", "a-1"),
        ("a-1", None, None, "a-1"),
        # An id that is made of the text means nothing to anybody.
        ("25114ef1c6abc2fe", None, None, "medio desconocido"),
        ("25114ef1c6abc2fe", None, "https://www.example.org/a", "example.org"),
    ],
)
def test_an_article_goes_by_its_outlet_else_by_its_address(
    article: str, publisher: str | None, url: str | None, told: str
) -> None:
    item = EvidenceView(article, "text", 0, 3, "Ada", "en", None, publisher, url, (), "done")
    assert outlet_of(interface_for("es"), item) == told
