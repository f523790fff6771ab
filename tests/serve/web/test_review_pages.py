"""The reviewers' desk: what it shows to whom, what its forms do, and that nothing of it can be done without a token."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.app.views import EntityView
from talentflow.registry import Registry
from talentflow.serve.web import create_application
from tests.serve.web.desk import fill, forms, sign_in

PAGES = (
    "/review", "/review/claims", "/review/positions", "/review/facts", "/review/article/sure", "/review/log",
)  # fmt: skip
ACTIONS = ("pair", "claim", "merge", "split", "undo")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    found = Library(str(tmp_path / "desk.db"), Registry())
    fill(found)
    return found


@pytest.fixture
def visitor(library: Library) -> Iterator[TestClient]:
    """Somebody without a token."""
    with TestClient(create_application(library), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def reviewer(library: Library) -> Iterator[TestClient]:
    """Carla, who has signed in."""
    with TestClient(create_application(library), base_url="http://localhost") as client:
        sign_in(client, library.tokens.make("Carla", ["review"], author="root")[1])
        yield client


def fields(client: TestClient, page: str, action: str, number: int = 0) -> dict[str, str]:
    """What a form of the page sends besides the choice."""
    found = forms(client.get(page).text, f"/en/review/{action}")
    return {name: unescape(value) for name, value in found[number].items()}


@pytest.mark.parametrize("page", [*PAGES, "/review/entity/x"])
def test_the_desk_is_closed_to_strangers(visitor: TestClient, library: Library, page: str) -> None:
    answer = visitor.get(f"/en{page}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/en/sign-in?next=")
    sign_in(visitor, library.tokens.make("Ada", ["add"], author="root")[1])
    assert visitor.get(f"/en{page}").status_code == 403


@pytest.mark.parametrize("action", ACTIONS)
def test_nothing_is_done_without_a_session_a_key_and_a_scope(
    visitor: TestClient, library: Library, action: str
) -> None:
    pair = library.open_pairs()[0]
    data = {"one": pair.one.key, "other": pair.other.key, "verdict": "same", "deed": "1", "name": "x", "entity": "x"}
    assert visitor.post(f"/en/review/{action}", data=data, follow_redirects=False).status_code == 303
    token = library.tokens.make("Rita", ["review"], author="root")[1]
    bearer = {"Authorization": f"Bearer {token}"}  # a token alone is for programs, not for forms
    answer = visitor.post(f"/en/review/{action}", data=data, headers=bearer, follow_redirects=False)
    assert answer.headers["location"].startswith("/en/sign-in")
    sign_in(visitor, token)
    assert visitor.post(f"/en/review/{action}", data=data).status_code == 403
    key = forms(visitor.get("/en/").text, "/en/sign-out")[0]["key"]
    elsewhere = {"Origin": "https://evil.example"}
    assert visitor.post(f"/en/review/{action}", data={**data, "key": key}, headers=elsewhere).status_code == 403
    sign_in(visitor, library.tokens.make("Ada", ["add", "read"], author="root")[1])
    key = forms(visitor.get("/en/").text, "/en/sign-out")[0]["key"]
    assert visitor.post(f"/en/review/{action}", data={**data, "key": key}).status_code == 403
    assert [deed.action for deed in library.desk.deeds()] == ["token made"] * 2
    assert len(library.open_pairs()) == 1


@pytest.mark.parametrize("language", ["en", "ar", "es"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_desk_is_there_in_every_language(reviewer: TestClient, language: str, page: str) -> None:
    answer = reviewer.get(f"/{language}{page}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "no-store" in answer.headers["cache-control"]


def test_a_pair_is_decided_and_undone(reviewer: TestClient, library: Library) -> None:
    page = reviewer.get("/en/review").text
    assert "姚顺宇" in page
    assert "no employer, post, story or companion in common" in page
    assert "Yao Shunyu left Borealis for Quanta." in page
    data = {**fields(reviewer, "/en/review", "pair"), "verdict": "same", "reason": "seen both"}
    told = reviewer.post("/en/review/pair", data=data)
    assert told.url.path == "/en/review"
    assert "held to be one" in told.text
    assert "No question about a name is open." in told.text
    (decision,) = library.decisions()
    assert (decision.author, decision.verdict, decision.reason) == ("Carla", "same", "seen both")
    undo = forms(told.text, "/en/review/undo")[0]
    assert "Taken back" in reviewer.post("/en/review/undo", data=undo).text
    assert library.decisions() == []
    log = reviewer.get("/en/review/log").text
    assert log.count("Carla") >= 2
    assert "seen both" in log


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“<bdi>Yao Shunyu</bdi>” is how “<bdi>姚顺宇</bdi>” sounds in another script; no employer, post"),
        ("ar", "«<bdi>Yao Shunyu</bdi>» هو لفظ «<bdi>姚顺宇</bdi>» بخط آخر؛ لا جهة عمل"),
        ("es", "«<bdi>Yao Shunyu</bdi>» es como suena «<bdi>姚顺宇</bdi>» en otra escritura; sin empresa"),
    ],
)
def test_why_two_names_may_be_one_is_told_in_the_visitors_language(
    reviewer: TestClient, language: str, said: str
) -> None:
    assert said in reviewer.get(f"/{language}/review").text


def test_a_claim_is_rejected_and_confirmed(reviewer: TestClient, library: Library) -> None:
    page = reviewer.get("/en/review/claims").text
    assert page.index("Boris Ilin") < page.index("Eve ")
    assert "Carla Roth" not in page
    assert '<blockquote lang="ar" dir="rtl">' in page
    weak = {**fields(reviewer, "/en/review/claims", "claim"), "verdict": "wrong"}
    told = reviewer.post("/en/review/claim", data=weak)
    assert told.url.path == "/en/review/claims"
    assert "rejected" in told.text
    assert "Boris Ilin" not in {str(move.person) for move in library.moves()}
    assert "Boris Ilin" not in reviewer.get("/en/").text
    other = {**fields(reviewer, "/en/review/claims", "claim"), "verdict": "right"}
    assert "No claim is in doubt." in reviewer.post("/en/review/claim", data=other).text


@pytest.mark.parametrize(
    ("page", "told", "record"),
    [
        ("positions", "chief scientist", lambda library: [post for post in _carla(library).positions if post.role]),
        ("facts", "$2 million", lambda library: library.facts()),
    ],
)
def test_posts_and_facts_are_judged_as_moves_are(
    reviewer: TestClient, library: Library, page: str, told: str, record: Callable[[Library], list[Any]]
) -> None:
    here = f"/en/review/{page}"
    shown = reviewer.get(here).text
    assert told in shown
    assert "Carla Roth left Quanta." in shown
    assert len(record(library)) == 1
    rejected = reviewer.post(
        "/en/review/claim", data={**fields(reviewer, here, "claim"), "verdict": "wrong", "reason": "misread"}
    )
    assert rejected.url.path == here
    assert "No claim is in doubt." in rejected.text
    assert record(library) == []
    assert told not in reviewer.get("/en/article/sure").text
    log = reviewer.get("/en/review/log").text
    assert "misread" in log
    assert "Carla" in log
    reviewer.post("/en/review/undo", data=forms(rejected.text, "/en/review/undo")[0])
    assert len(record(library)) == 1
    assert told in reviewer.get(here).text
    reviewer.post("/en/review/claim", data={**fields(reviewer, here, "claim"), "verdict": "right"})
    assert [found.confidence for found in record(library)] == [1.0]
    assert told not in reviewer.get(here).text


def _carla(library: Library) -> EntityView:
    (found,) = library.person("Carla Roth").found
    return found


def test_a_sure_claim_is_judged_from_its_article(reviewer: TestClient, library: Library) -> None:
    assert "/en/review/article/sure" in reviewer.get("/en/article/sure").text
    here = "/en/review/article/sure"
    assert reviewer.get(here).text.count("data-card ") == 3
    told = reviewer.post("/en/review/claim", data={**fields(reviewer, here, "claim"), "verdict": "wrong"})
    assert told.url.path == here
    assert told.text.count("data-card ") == 2
    assert "Carla Roth" not in {str(move.person) for move in library.moves()}
    assert reviewer.get("/en/review/article/none").status_code == 404


def test_two_people_are_merged_and_split_by_hand(reviewer: TestClient, library: Library) -> None:
    (yao,) = [found.id for found in library.person("Yao Shunyu").found if found.names[0].name == "Yao Shunyu"]
    person = reviewer.get(f"/en/person/{yao}").text
    assert f"/en/review/entity/{yao}" in person
    here = f"/en/review/entity/{yao}"
    found = reviewer.get(here, params={"q": "Carla Roth"}).text
    merged = reviewer.post("/en/review/merge", data=forms(found, "/en/review/merge")[0])
    assert "merged" in merged.text
    (both,) = library.person("Carla Roth").found
    here = f"/en/review/entity/{both.id}"
    page = reviewer.get(here).text
    assert page.count('type="checkbox"') == 2
    key = next(side.key for side in library.desk.names(both.id) if side.names == ("Carla Roth",))
    split = reviewer.post("/en/review/split", data={**forms(page, "/en/review/split")[0], "name": key})
    assert "split" in split.text
    (carla,) = library.person("Carla Roth").found
    assert [name.name for name in carla.names] == ["Carla Roth"]


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("pair", {"one": "a", "other": "b", "verdict": "same"}),
        ("pair", {"verdict": "<script>"}),
        ("pair", {}),
        ("claim", {"article": "weak", "claim": "x", "verdict": "wrong"}),
        ("claim", {"article": "'; DROP TABLE claims; --", "claim": "x", "verdict": "right"}),
        ("merge", {"one": "x", "other": "y"}),
        ("split", {"entity": "x", "name": "y"}),
        ("undo", {"deed": "999999"}),
        ("undo", {"deed": "-1"}),
        ("undo", {"deed": "9" * 40}),
        ("undo", {"deed": "٣"}),
    ],
)
def test_what_cannot_be_done_is_told_on_a_page(reviewer: TestClient, action: str, data: dict[str, str]) -> None:
    key = forms(reviewer.get("/en/").text, "/en/sign-out")[0]["key"]
    answer = reviewer.post(f"/en/review/{action}", data={**data, "key": key})
    assert answer.status_code == 409
    assert "This cannot be done" in answer.text
    assert "<script>" not in answer.text.replace('<script src="/static/', "")


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/en/review?x=1", "", "/en/\\evil"])
def test_a_form_never_leads_elsewhere(reviewer: TestClient, back: str) -> None:
    data = {**fields(reviewer, "/en/review", "pair"), "verdict": "unsure", "back": back}
    answer = reviewer.post("/en/review/pair", data=data, follow_redirects=False)
    assert answer.headers["location"].startswith("/en/review?done=")


@pytest.mark.parametrize("query", ["?done=x", "?done=999", "?done=" + "9" * 50, "?page=0", "?page=x", "?page=99999"])
def test_odd_addresses_do_no_harm(reviewer: TestClient, query: str) -> None:
    for page in PAGES:
        assert reviewer.get(f"/en{page}{query}").status_code == 200
