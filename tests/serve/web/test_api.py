"""The API: the record as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.serve.web import create_application


def test_moves_come_with_their_evidence(visitor: TestClient) -> None:
    answer = visitor.get("/api/v1/moves", params={"to": "Anthropic"})
    move = answer.json()["moves"][0]
    assert move["person"]["name"] == "Ada Moreno"
    assert move["status"] == "done"
    assert "Anthropic" in move["evidence"][0]["quote"]


def test_pages_of_moves_lead_on(visitor: TestClient) -> None:
    every = visitor.get("/api/v1/moves").json()
    assert every["next"] is None
    found, skip = [], 0
    while skip is not None:
        part = visitor.get("/api/v1/moves", params={"limit": 1, "skip": skip}).json()
        found += part["moves"]
        skip = part["next"]
    assert found == every["moves"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/moves?kind=moved", 422),
        ("/api/v1/moves?since=soon", 422),
        ("/api/v1/moves/none", 404),
        ("/api/v1/entities/none", 404),
        ("/api/v1/articles/none", 404),
        ("/api/v1/none", 404),
    ],
)
def test_problems_are_told_as_problems(visitor: TestClient, path: str, status: int) -> None:
    answer = visitor.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["status"] == status


def test_limits_are_kept(visitor: TestClient) -> None:
    assert visitor.get("/api/v1/moves", params={"limit": 100_000}).status_code == 422
    assert visitor.get("/api/v1/search", params={"q": ""}).status_code == 422


def test_an_unchanged_answer_is_not_sent_again(visitor: TestClient) -> None:
    first = visitor.get("/api/v1/status")
    again = visitor.get("/api/v1/status", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert visitor.get("/api/v1/status", headers={"If-None-Match": '"other"'}).status_code == 200


def test_names_are_found_in_any_script(visitor: TestClient) -> None:
    found = visitor.get("/api/v1/people", params={"name": "ميرا موراتي"}).json()["found"]
    assert [person["name"] for person in found] == ["Mira Murati"]
    near = visitor.get("/api/v1/people", params={"name": "Ada Morena"}).json()
    assert near["found"] == []
    assert "Ada Moreno" in near["suggestions"]


def test_an_article_comes_with_its_text_and_spans(visitor: TestClient) -> None:
    article = visitor.get("/api/v1/articles/en-moreno").json()
    for move in article["moves"]:
        for span in move["evidence"]:
            assert article[span["field"]][span["start"] : span["end"]] == span["quote"]


def test_it_describes_itself(visitor: TestClient) -> None:
    document = visitor.get("/api/v1/openapi.json").json()
    assert {"/api/v1/moves", "/api/v1/moves/{move}", "/api/v1/search", "/api/v1/status"} <= document["paths"].keys()
    assert not any("{language}" in path for path in document["paths"])


def test_what_is_added_meanwhile_is_shown(tmp_path: Path) -> None:
    from talentflow.model import Document
    from talentflow.reader.embedded import EmbeddedReader

    path = str(tmp_path / "growing.db")
    with TestClient(create_application(Library(path)), base_url="http://localhost") as client:
        assert client.get("/api/v1/status").json()["articles"] == 0
        with Library(path) as other:
            text = "Ada Moreno has left OpenAI to join Anthropic, the company said."
            list(other.add([Document(text=text, id="a", lang="en", published="2026-01-14")], EmbeddedReader()))
        assert client.get("/api/v1/status").json()["articles"] == 1
        assert client.get("/api/v1/moves").json()["moves"]
