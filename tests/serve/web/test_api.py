"""The API: the record as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.exports import exporters
from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.web import bulk, create_application, shapes
from talentflow.serve.web.rates import Rates


def test_moves_come_with_their_evidence(visitor: TestClient) -> None:
    answer = visitor.get("/api/v1/moves", params={"to": "Anthropic"})
    move = answer.json()["moves"][0]
    assert move["person"]["name"] == "Ada Moreno"
    assert move["status"] == "done"
    assert "Anthropic" in move["evidence"][0]["quote"]


@pytest.mark.parametrize(("path", "name"), [("moves?", "moves"), ("search?q=the&", "articles"), ("facts?", "facts")])
def test_pages_lead_on(visitor: TestClient, path: str, name: str) -> None:
    every = visitor.get(f"/api/v1/{path}").json()
    assert every["next"] is None
    found, where = [], visitor.get(f"/api/v1/{path}limit=1")
    found += where.json()[name]
    while where.json()["next"] is not None:
        assert where.links["next"]["url"].startswith("/api/v1/")
        where = visitor.get(where.links["next"]["url"])
        found += where.json()[name]
    assert found == every[name]


def test_a_page_begins_where_the_last_ended_though_others_came_in(tmp_path: Path) -> None:
    text = "{} has left OpenAI to join Anthropic, the company said."
    days = {"Ada Moreno": "2026-01-14", "Mira Murati": "2026-01-12", "Barret Zoph": "2026-01-10"}

    def article(name: str, day: str) -> Document:
        return Document(text=text.format(name), id=name, lang="en", published=day)

    with Library(str(tmp_path / "growing.db")) as library:
        list(library.add([article(*item) for item in days.items()], EmbeddedReader(is_quick=True)))
        with TestClient(create_application(library), base_url="http://localhost") as client:
            first = client.get("/api/v1/moves", params={"limit": 2}).json()
            list(library.add([article("Lia Guy", "2026-02-01")], EmbeddedReader(is_quick=True)))
            rest = client.get("/api/v1/moves", params={"limit": 2, "cursor": first["next"]}).json()
    names = [move["person"]["name"] for move in (*first["moves"], *rest["moves"])]
    assert sorted(names) == sorted(days)


@pytest.mark.parametrize("cursor", ["aaaa", "MS4", "LjE", "4pyT", "OTk5OTk5OTk5OTk5LmE"])
def test_a_cursor_that_is_none_of_ours_is_told(visitor: TestClient, cursor: str) -> None:
    answer = visitor.get("/api/v1/moves", params={"cursor": cursor})
    assert answer.status_code == 404
    assert "Begin without one" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("status=rumored", 1),
        ("status=done&status=rumored", 3),
        ("lang=ar", 1),
        ("as_of=2026-01-14", 1),
        ("from=أوبن إيه آي", 2),
    ],
)
def test_filters_are_those_of_the_pages(visitor: TestClient, query: str, count: int) -> None:
    assert len(visitor.get(f"/api/v1/moves?{query}").json()["moves"]) == count


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/moves?kind=moved", 422),
        ("/api/v1/moves?since=soon", 422),
        ("/api/v1/moves?since=2025-02-30", 422),
        ("/api/v1/moves?since=٢٠٢٥", 422),
        ("/api/v1/moves?form=Meta", 422),
        ("/api/v1/moves?person=%20", 422),
        ("/api/v1/moves.ndjson?limit=1", 422),
        ("/api/v1/figures/none", 422),
        ("/api/v1/exports/xls", 404),
        ("/api/v1/stories/none", 404),
        ("/api/v1/entities/none/companions", 404),
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


def test_what_is_wrong_is_told_value_by_value(visitor: TestClient) -> None:
    errors = visitor.get("/api/v1/moves?since=soon&limit=0").json()["errors"]
    assert {error["where"] for error in errors} >= {"query.since", "query.limit"}
    unknown = visitor.get("/api/v1/moves?form=Meta").json()["errors"]
    assert unknown[0]["where"] == "query.form"
    assert "from" in unknown[0]["what"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_problems_too(visitor: TestClient, method: str) -> None:
    answer = visitor.request(method, "/api/v1/moves")
    assert (answer.status_code, answer.json()["status"], answer.headers["allow"]) == (405, 405, "GET")


def test_a_mistake_of_the_program_gives_nothing_away(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("/secret/path")

    monkeypatch.setattr(Library, "move", broken)
    application = create_application(Library(str(record)))
    with TestClient(application, base_url="http://localhost", raise_server_exceptions=False) as client:
        for path in ("/api/v1/moves/m", "/en/move/m"):
            answer = client.get(path)
            assert answer.status_code == 500
            assert "secret" not in answer.text
            assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert client.get("/api/v1/moves/m").json()["status"] == 500


def test_another_host_is_told_so_as_a_problem(record: Path) -> None:
    with TestClient(create_application(Library(str(record))), base_url="http://evil.example") as client:
        answer = client.get("/api/v1/moves")
    assert (answer.status_code, answer.json()["status"]) == (421, 421)


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


def test_moves_come_line_by_line(visitor: TestClient) -> None:
    answer = visitor.get("/api/v1/moves.ndjson", params={"status": "done"})
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    moves = visitor.get("/api/v1/moves", params={"status": "done"}).json()["moves"]
    assert [json.loads(line) for line in answer.text.splitlines()] == moves
    assert visitor.get("/api/v1/facts.ndjson").status_code == 200


@pytest.mark.parametrize("name", sorted(exporters()))
def test_the_whole_ledger_comes_in_every_format(visitor: TestClient, name: str) -> None:
    answer = visitor.get(f"/api/v1/exports/{name}")
    assert answer.status_code == 200
    assert f"talentflow.{name}" in answer.headers["content-disposition"]
    assert answer.content


def test_one_export_is_made_at_a_time(visitor: TestClient) -> None:
    with bulk._EXPORTING:
        answer = visitor.get("/api/v1/exports/csv")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "30")
    assert visitor.get("/api/v1/exports/csv").status_code == 200


def test_a_format_without_its_package_is_told(visitor: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    answer = visitor.get("/api/v1/exports/parquet")
    assert answer.status_code == 501
    assert "talentflow[parquet]" in answer.json()["detail"]


def test_figures_stories_and_companions_are_there(visitor: TestClient) -> None:
    table = visitor.get("/api/v1/figures/flows").json()
    assert table["columns"] == ["From", "To", "People"]
    assert {"from": "OpenAI", "to": "Anthropic", "people": 1} in [row["cells"] for row in table["rows"]]
    story = visitor.get("/api/v1/articles/en-moreno").json()["story"]
    assert visitor.get(f"/api/v1/stories/{story}").json()["articles"][0]["article"] == "en-moreno"
    (ada,) = visitor.get("/api/v1/people", params={"name": "Ada Moreno"}).json()["found"]
    assert ada["career"]["stays"]
    assert visitor.get(f"/api/v1/entities/{ada['id']}/companions").json() == {"companions": []}


def test_an_article_whose_id_is_an_address_is_found(tmp_path: Path) -> None:
    address = "https://example.org/news/1?a=b&c=d#e"
    with Library(str(tmp_path / "addresses.db")) as library:
        text = "Ada Moreno has left OpenAI to join Anthropic, the company said."
        list(library.add([Document(text=text, id=address, lang="en")], EmbeddedReader(is_quick=True)))
        with TestClient(create_application(library), base_url="http://localhost") as client:
            assert client.get(f"/api/v1/articles/{quote(address, safe='')}").json()["id"] == address
            assert client.get(f"/en/article/{quote(address)}").status_code == 200


def test_who_asks_too_often_is_told_when_to_come_again(record: Path) -> None:
    application = create_application(Library(str(record)), requests_a_minute=3)
    with TestClient(application, base_url="http://localhost") as client:
        answers = [client.get("/api/v1/status") for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 20
        assert answers[-1].headers["content-type"].startswith("application/problem+json")
        assert answers[-1].headers["x-content-type-options"] == "nosniff"
        assert client.get("/en/").status_code == 200


def test_requests_come_back_with_time_for_each_address_by_itself() -> None:
    now = [0.0]
    rates = Rates(2, clock=lambda: now[0])
    assert [rates.wait("192.0.2.1") for _ in range(3)] == [0, 0, 30]
    assert rates.wait("192.0.2.2") == 0
    now[0] = 30
    assert [rates.wait("192.0.2.1") for _ in range(2)] == [0, 30]
    now[0] = 10_000
    assert [rates.wait("192.0.2.1") for _ in range(3)] == [0, 0, 30]
    assert [rates.wait(f"2001:db8::{part}") for part in (1, 2, 3)] == [0, 0, 30]
    for number in range(20_000):
        rates.wait(f"other {number}")
    assert rates.wait("192.0.2.1") == 0


def test_it_describes_itself(visitor: TestClient) -> None:
    document = visitor.get("/api/v1/openapi.json").json()
    assert {"/api/v1/moves", "/api/v1/moves/{move}", "/api/v1/search", "/api/v1/status"} <= document["paths"].keys()
    assert not any("{language}" in path for path in document["paths"])
    move = document["components"]["schemas"]["Move"]
    assert {"person", "from", "to", "status", "evidence"} <= set(move["required"])


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/moves", shapes.Moves),
        ("/moves/{move}", shapes.Move),
        ("/people", shapes.Found),
        ("/entities/{entity}/companions", shapes.Companions),
        ("/stories/{story}", shapes.Story),
        ("/search", shapes.Hits),
        ("/figures/{figure}", shapes.Table),
        ("/status", shapes.Counts),
        ("/review/claims", shapes.Doubts),
        ("/review/positions", shapes.Doubts),
        ("/review/facts", shapes.Doubts),
        ("/review/articles/{article}", shapes.Doubts),
    ],
)
def test_examples_are_of_the_shape_that_they_show(visitor: TestClient, path: str, shape: type[shapes.Shape]) -> None:
    told = visitor.get("/api/v1/openapi.json").json()["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]
    assert shape.model_validate(told["content"]["application/json"]["example"])


def test_what_is_added_meanwhile_is_shown(tmp_path: Path) -> None:
    path = str(tmp_path / "growing.db")
    with TestClient(create_application(Library(path)), base_url="http://localhost") as client:
        assert client.get("/api/v1/status").json()["articles"] == 0
        with Library(path) as other:
            text = "Ada Moreno has left OpenAI to join Anthropic, the company said."
            list(
                other.add(
                    [Document(text=text, id="a", lang="en", published="2026-01-14")], EmbeddedReader(is_quick=True)
                )
            )
        assert client.get("/api/v1/status").json()["articles"] == 1
        assert client.get("/api/v1/moves").json()["moves"]
