"""A count and the list that it leads to agree: by year alone, with units, and whatever else the names match."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.model import Document, EntityMention, MoveClaim, Reading
from talentflow.serve.web import create_application
from tests.app.make import mention

GOOGLE, DEEPMIND = (
    EntityMention("google", "Google", "Google", listed=True),
    EntityMention("google-deepmind", "Google DeepMind", "DeepMind", listed=True),
)
QUANTA, LABS = mention("Quanta"), mention("Quanta Labs")
# Who, from where, to where, of what kind, how sure it is told, and when.
TOLD = (
    ("Ada Moreno", QUANTA, GOOGLE, "move", "done", "2025"),
    ("Boris Ilin", QUANTA, GOOGLE, "move", "done", "2025-08"),
    ("Carla Roth", QUANTA, DEEPMIND, "move", "done", "2025-08-04"),
    ("Dina Haddad", QUANTA, GOOGLE, "move", "rumored", "2025-08"),
    ("Emil Novak", QUANTA, GOOGLE, "offer", "done", "2025-08"),
    ("Fatima Noor", LABS, GOOGLE, "move", "done", "2025-09"),
    ("Gita Rao", None, GOOGLE, "join", "done", None),
    ("Hana Sato", GOOGLE, GOOGLE, "change", "done", "2025-08"),
    ("Ivo Lind", GOOGLE, QUANTA, "move", "done", "2024-02"),
)


class MovesReader:
    """Knows who moves in each article."""

    name = "moves"
    version = "1"

    def read(self, document: Document) -> Reading:
        """The move of TOLD with the number of the article."""
        person, left, joined, kind, status, day = TOLD[int(document.id)]
        evidence = (document.span("text", 0, 10),)
        move = MoveClaim(
            mention(person), left, joined, kind, status=status, date=day, confidence=0.9, evidence=evidence
        )
        return Reading(document.id, "en", "moves 1", (move,))


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Somebody who looks at the pages of such a record."""
    library = Library(str(tmp_path_factory.mktemp("counted") / "record.db"))
    documents = [
        Document(f"{row[0]} is told of, number {number}.", str(number), "en", "", "2025-09-30")
        for number, row in enumerate(TOLD)
    ]
    assert {added.outcome for added in library.add(documents, MovesReader())} == {"added"}
    with TestClient(create_application(library), base_url="http://localhost") as client:
        yield client


def _links(page: str) -> list[tuple[str, int]]:
    """Every link to what was counted, with the count."""
    found = re.findall(r'<a href="(/en/counted\?[^"]*)" aria-label="[^"]*?(\d+)"', page)
    return [(address.replace("&amp;", "&"), int(count)) for address, count in found]


def _told(visitor: TestClient, address: str) -> tuple[int, int, int]:
    """How many moves and people a list says that it has, and how many rows it shows."""
    page = visitor.get(address).text
    said = re.search(r"<p>(\d+) moves?, (\d+) (?:person|people)", page)
    assert said is not None, address
    return int(said[1]), int(said[2]), page.count('<td class="date">')


@pytest.mark.parametrize(
    ("page", "least"), [("/organization/google", 6), ("/flows", 6), ("/flows?since=2025-08&until=2025-12", 4)]
)
def test_every_count_leads_to_as_many_moves(visitor: TestClient, page: str, least: int) -> None:
    links = _links(visitor.get(f"/en{page}").text)
    assert len(links) >= least
    for address, count in links:
        moves, people, rows = _told(visitor, address)
        assert moves == rows
        assert count in (moves, people), address


def test_counts_are_of_what_is_done_and_of_the_organization_itself(visitor: TestClient) -> None:
    assert _told(visitor, "/en/counted?to=google") == (4, 4, 4)  # neither DeepMind, nor a rumour, nor an offer
    assert _told(visitor, "/en/counted?to=google&quarter=2025-07") == (3, 3, 3)  # 2025 alone is no quarter
    assert _told(visitor, "/en/counted?from=google") == (1, 1, 1)
    dates = re.findall(r'<td class="date"><a[^>]*>(.*?)</a>', visitor.get("/en/counted?to=google").text)
    assert [re.sub("<.*?>", "", day) for day in dates] == ["(Sep 30, 2025)", "Sep 2025", "Aug 2025", "2025"]
    assert _told(visitor, "/en/counted?to=google&every=1") == (6, 6, 6)
    assert _told(visitor, "/en/counted?from=google&to=google&every=1")[0] == 1  # a new post within
    told = visitor.get("/api/v1/organizations/google/counted", params={"quarter": "2025-07"}).json()
    assert {move["person"]["name"] for move in told["moves"]} == {"Boris Ilin", "Fatima Noor", "Gita Rao"}
    assert (told["count"], told["people"], told["next"]) == (3, 3, None)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "from=nobody",
        "to=google&since=soon",
        "to=google&quarter=2025-08",
        "from=%00",
        "to=" + "x" * 300,
        "to=ada-moreno",
    ],
)
def test_what_no_count_can_be_is_not_there(visitor: TestClient, query: str) -> None:
    assert visitor.get(f"/en/counted?{query}").status_code == 404


def test_the_api_goes_on_where_it_ended(visitor: TestClient) -> None:
    address = "/api/v1/organizations/google/counted"
    one = visitor.get(address, params={"limit": 3}).json()
    other = visitor.get(address, params={"limit": 3, "cursor": one["next"]}).json()
    assert len({move["id"] for move in one["moves"] + other["moves"]}) == 4
    assert other["next"] is None
    assert visitor.get(address, params={"side": "left"}).json()["count"] == 1
    assert visitor.get(address, params={"side": "within"}).json()["count"] == 1
    assert visitor.get(address, params={"with": "nobody"}).status_code == 404
    assert visitor.get("/api/v1/organizations/nobody/counted").status_code == 404
