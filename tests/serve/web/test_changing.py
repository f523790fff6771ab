"""Programs with a token add and review by the API; nobody else does, and no other site's page in their name."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.web import changing, create_application
from talentflow.serve.web.access import LONGEST_FORM

from .desk import fill, sign_in
from .serving import ASK_FOR_A_TOKEN, ask_all_that_is_described, served

TEXT = "Ada Moreno has left OpenAI to join Anthropic as chief scientist, the company said on Monday."
DOES = {
    "read": {"text": TEXT},
    "articles": {"text": TEXT},
    "review/decisions": {"one": "a", "other": "b", "verdict": "same"},
    "review/verdicts": {"article": "a", "claim": "b", "verdict": "right"},
    "review/merges": {"one": "a", "other": "b"},
    "review/splits": {"entity": "a", "names": ["b"]},
    "review/undo": {"deed": 1},
}
SHOWS = ("review/pairs", "review/claims", "review/positions", "review/facts", "review/deeds", "review/names/openai")


def quick_reader() -> EmbeddedReader:
    return EmbeddedReader(is_quick=True)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A record with open questions."""
    library = Library(str(tmp_path / "record.db"))
    fill(library)
    return library


@pytest.fixture
def program(library: Library) -> Iterator[TestClient]:
    """A program with a token for everything."""
    token = library.tokens.make("Robot", ["add", "review"], author="root")[1]
    application = create_application(library, load_reader=quick_reader)
    with TestClient(
        application, base_url="http://localhost/api/v1/", headers={"Authorization": f"Bearer {token}"}
    ) as client:
        yield client


def test_reads_without_keeping(program: TestClient, library: Library) -> None:
    before = library.status().articles
    said = program.post("read", json={"text": TEXT, "published": "2026-01-14"})
    assert said.status_code == 200
    (move,) = said.json()["moves"]
    assert (move["person"]["mention"], move["from"]["name"], move["to"]["name"]) == (
        "Ada Moreno",
        "OpenAI",
        "Anthropic",
    )
    (span,) = move["evidence"]
    assert TEXT.startswith(said.json()["text"][span["start"] : span["end"]])
    assert library.status().articles == before


def test_keeps_an_article_once_and_says_who(program: TestClient, library: Library) -> None:
    sent = {"title": "Moreno leaves", "text": TEXT, "published": "2026-01-14", "publisher": "Harbour Ledger"}
    first, again = program.post("articles", json=sent), program.post("articles", json=sent)
    assert (first.status_code, first.json()["outcome"], first.json()["moves"]) == (201, "added", 1)
    assert (again.status_code, again.json()["id"], again.json()["outcome"]) == (200, first.json()["id"], "known")
    assert program.get(f"articles/{first.json()['id']}").json()["publisher"] == "Harbour Ledger"
    deeds = program.get("review/deeds").json()["deeds"]
    assert [(deed["author"], deed["action"]) for deed in deeds] == [("Robot", "added"), ("root", "token made")]


@pytest.mark.parametrize(
    ("sent", "where"),
    [
        ({"text": " "}, "body.text"),
        ({"text": TEXT, "published": "soon"}, "body.published"),
        ({"text": TEXT, "colour": "red"}, "body.colour"),
        ({"text": TEXT, "none": 1}, "body.none"),
        ({"text": TEXT, "url": "www.example.com"}, "body.url"),
        ({"text": 7}, "body.text"),
        ({"title": "Moreno"}, "body.text"),
        ({"text": TEXT, "url": "x" * 2001}, "body.url"),
        ({"text": "x" * 200_001}, "body.text"),
        ([], "body"),
    ],
)
def test_says_what_is_wrong_with_an_article(program: TestClient, sent: Any, where: str) -> None:
    for path in ("read", "articles"):
        refused = program.post(path, json=sent)
        assert (refused.status_code, refused.headers["content-type"]) == (422, "application/problem+json")
        assert [error["where"] for error in refused.json()["errors"]] == [where]


@pytest.mark.parametrize("body", [b"", b"{", b'{"text": "\xff"}', b'{"text": "\\ud800"}', b"null"])
def test_half_written_json_is_told(program: TestClient, body: bytes) -> None:
    refused = program.post("read", content=body, headers={"Content-Type": "application/json"})
    assert refused.status_code == 422


def test_a_flood_of_fields_is_one_line(program: TestClient) -> None:
    refused = program.post("read", json=dict.fromkeys(map(str, range(20_000)), 1))
    assert refused.status_code == 422
    assert refused.json()["errors"] == [{"where": "body", "what": "too many fields"}]


def test_no_more_is_read_at_once_than_leaves_room_for_others(
    program: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changing, "_READING", threading.BoundedSemaphore(1))
    with changing._READING:
        for path in ("read", "articles"):
            refused = program.post(path, json={"text": TEXT})
            assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert program.post("read", json={"text": TEXT}).status_code == 200


def test_too_much_and_what_is_no_json_are_refused(program: TestClient) -> None:
    much = b'"' + b"x" * LONGEST_FORM + b'"'
    assert program.post("read", content=much, headers={"Content-Type": "application/json"}).status_code == 413
    assert program.post("read", data={"text": TEXT}).status_code == 415


def test_reviews_and_takes_it_back(program: TestClient) -> None:
    found = program.get("review/pairs").json()["pairs"]
    pair = next(pair for pair in found if pair["other"]["names"] == ["姚顺宇"])
    sent = {"one": pair["one"]["key"], "other": pair["other"]["key"], "verdict": "same", "reason": "same story"}
    done = program.post("review/decisions", json=sent)
    assert done.status_code == 201
    assert pair not in program.get("review/pairs").json()["pairs"]
    deed = program.get("review/deeds").json()["deeds"][0]
    assert (deed["key"], deed["author"], deed["reason"]) == (done.json()["deed"], "Robot", "same story")
    assert program.post("review/undo", json={"deed": deed["key"]}).status_code == 201
    assert pair in program.get("review/pairs").json()["pairs"]
    assert program.post("review/undo", json={"deed": deed["key"]}).status_code == 409


@pytest.mark.parametrize("key", ["\0", "", "no such name"])
def test_names_that_are_not_there_are_no_mistake_of_the_program(program: TestClient, key: str) -> None:
    sent = {"one": key, "other": "b", "verdict": "same"}
    assert program.post("review/decisions", json=sent).status_code in (409, 422)
    assert program.post("review/undo", json={"deed": 2**31 - 1}).status_code == 409
    assert program.post("review/undo", json={"deed": 2**31}).status_code == 422


def test_who_is_hidden_is_neither_shown_nor_acted_on(program: TestClient, library: Library) -> None:
    people = {move["person"]["name"]: move["person"]["id"] for move in program.get("moves").json()["moves"]}
    pairs = program.get("review/pairs").json()["pairs"]
    carla = next(side["key"] for side in program.get(f"review/names/{people['Carla Roth']}").json()["names"])
    boris = next(side["key"] for side in program.get(f"review/names/{people['Boris Ilin']}").json()["names"])
    assert any("姚顺宇" in json.dumps(pair, ensure_ascii=False) for pair in pairs)
    assert "بوريس" in program.get("review/claims").text
    library.hiding.hide("Boris Ilin", author="root", reason="asked")
    library.hiding.hide("姚顺宇", author="root", reason="asked")
    for path in ("review/pairs", "review/claims", f"review/names/{people['Boris Ilin']}"):
        assert "Ilin" not in program.get(path).text
        assert "بوريس" not in program.get(path).text
        assert "姚顺宇" not in program.get(path).text
    merged = program.post("review/merges", json={"one": people["Carla Roth"], "other": people["Boris Ilin"]})
    assert merged.status_code == 409
    assert "Ilin" not in merged.json()["detail"].replace(people["Boris Ilin"], "")
    decided = program.post("review/decisions", json={"one": carla, "other": boris, "verdict": "same"})
    assert decided.status_code == 409


def test_rejects_a_doubtful_claim(program: TestClient) -> None:
    doubts = program.get("review/claims").json()["claims"]
    weak = next(doubt for doubt in doubts if doubt["article"] == "weak")
    assert weak["evidence"][0]["quote"].startswith("غادر")
    sent = {"article": "weak", "claim": weak["key"], "verdict": "wrong"}
    assert program.post("review/verdicts", json=sent).status_code == 201
    assert not any("بوريس" in json.dumps(move, ensure_ascii=False) for move in program.get("moves").json()["moves"])


@pytest.mark.parametrize(
    ("path", "sort", "told"), [("positions", "position", "chief scientist"), ("facts", "fact", "$2 million")]
)
def test_judges_posts_and_facts_and_takes_it_back(program: TestClient, path: str, sort: str, told: str) -> None:
    (doubt,) = program.get(f"review/{path}").json()["claims"]
    assert (doubt["article"], doubt["sort"]) == ("sure", sort)
    assert told in json.dumps(doubt["claim"])
    assert told in program.get("articles/sure").text
    sent = {"article": "sure", "claim": doubt["key"], "verdict": "wrong", "reason": "misread"}
    done = program.post("review/verdicts", json=sent)
    assert done.status_code == 201
    assert told not in program.get("articles/sure").text
    assert program.get(f"review/{path}").json()["claims"] == []
    deed = program.get("review/deeds").json()["deeds"][0]
    assert (deed["author"], deed["action"], deed["reason"]) == ("Robot", "wrong", "misread")
    assert program.post("review/undo", json={"deed": done.json()["deed"]}).status_code == 201
    assert told in program.get("articles/sure").text


def test_shows_all_that_an_article_is_held_to_claim(program: TestClient) -> None:
    found = program.get("review/articles/sure").json()["claims"]
    assert [claim["sort"] for claim in found] == ["move", "position", "fact"]
    assert program.get("review/articles/none").status_code == 404


def test_merges_and_splits(program: TestClient) -> None:
    people = {move["person"]["name"]: move["person"]["id"] for move in program.get("moves").json()["moves"]}
    merged = program.post("review/merges", json={"one": people["Carla Roth"], "other": people["Boris Ilin"]})
    assert merged.status_code == 201
    one = {move["person"]["id"] for move in program.get("moves").json()["moves"]} & {*people.values()}
    entity = next(iter(one & {people["Carla Roth"], people["Boris Ilin"]}))
    keys = [side["key"] for side in program.get(f"review/names/{entity}").json()["names"]]
    assert len(keys) == 2
    assert program.post("review/splits", json={"entity": entity, "names": keys}).status_code == 409
    assert program.post("review/splits", json={"entity": entity, "names": keys[:1]}).status_code == 201
    assert program.get("review/names/nobody").status_code == 404


@pytest.mark.parametrize(("path", "scopes"), [("read", ["review"]), ("review/undo", ["add"]), ("read", ["read"])])
def test_a_token_opens_what_it_is_for(library: Library, path: str, scopes: list[str]) -> None:
    token = library.tokens.make("Half", scopes, author="root")[1]
    with TestClient(create_application(library), base_url="http://localhost/api/v1/") as client:
        said = client.post(path, json=DOES[path], headers={"Authorization": f"Bearer {token}"})
    assert (said.status_code, said.headers["content-type"]) == (403, "application/problem+json")


def test_nobody_changes_anything_without_a_token_of_the_requests_own(library: Library) -> None:
    token = library.tokens.make("Carla", ["add", "review"], author="root")[1]
    before = library.status().articles
    with TestClient(create_application(library), base_url="http://localhost") as client:
        for path, sent in DOES.items():
            assert client.post(f"/api/v1/{path}", json=sent).status_code == 401
        for path in SHOWS:
            assert client.get(f"/api/v1/{path}").status_code == 401
        sign_in(client, token)  # a cookie comes along with what any page sends
        for path, sent in DOES.items():
            assert client.post(f"/api/v1/{path}", json=sent).status_code == 401
        for path in SHOWS[:-1]:
            assert client.get(f"/api/v1/{path}").status_code == 200
    with Library(library.url) as reopened:
        assert reopened.status().articles == before
        assert [deed.action for deed in reopened.desk.deeds()] == ["token made"]


def test_the_description_holds_for_those_with_a_token(tmp_path: Path) -> None:
    pytest.importorskip("schemathesis", reason="needs schemathesis")
    library = Library(str(tmp_path / "record.db"))
    fill(library)
    token = library.tokens.make("Robot", ["admin"], author="root")[1]
    application = create_application(library, load_reader=quick_reader)
    with served(application) as address:
        ask_all_that_is_described(
            address, tmp_path, "--include-path-regex", ASK_FOR_A_TOKEN, "--header", f"Authorization: Bearer {token}"
        )
