"""What the description says that an endpoint may answer is what it can be brought to answer, no more and no less.

Every endpoint is asked in every way that any of them refuses or answers; the statuses that come back are those that
its description names.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.app.tokens import Tokens
from talentflow.model import StoreError
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.web import bulk, create_application
from talentflow.serve.web.access import LONGEST_FORM

from .desk import fill

TEXT = "Ada Moreno has left OpenAI to join Anthropic as chief scientist, the company said on Monday."
NOWHERE = "none of ours"


class Record:
    """A record with open questions, and what is asked of each endpoint to be answered as it is meant."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(str(folder / "record.db"))
        fill(self.library)
        self.robot, self.reader = (
            self.library.tokens.make(name, scopes, author="root")[1]
            for name, scopes in (("Robot", ["admin"]), ("Rita", ["read"]))
        )
        self.move = self.library.moves()[0]
        self.organization = next(end.id for end in (self.move.to_org, self.move.from_org) if end is not None)
        self.article = self.move.articles[0]
        article = self.library.article(self.article)
        assert article is not None
        self.story = article.story or self.article

    def inside(self, path: str) -> str:
        """The path with something in it that is there."""
        values = {
            "{move}": self.move.id, "{entity}": self.move.person.id or "", "{article}": self.article,
            "{organization}": self.organization, "{story}": self.story, "{figure}": "flows", "{format}": "jsonl",
        }  # fmt: skip
        for name, value in values.items():
            path = path.replace(name, value)
        return path

    def elsewhere(self, path: str) -> str:
        """The path with something in it that is not there."""
        return "/".join(NOWHERE if part.startswith("{") else part for part in path.split("/"))

    def sent(self, path: str) -> dict[str, Any] | None:
        """What can be done at an endpoint; None where nothing can be sent, or no longer."""
        desk, people = self.library.desk, {str(move.person): move.person.id for move in self.library.moves()}
        if path.endswith(("/read", "/articles")):
            return {"text": TEXT, "published": "2026-01-14"}
        if path.endswith("/decisions"):
            pair = self.library.open_pairs()[0]
            return {"one": pair.one.key, "other": pair.other.key, "verdict": "unsure"}
        if path.endswith("/verdicts"):
            claim = desk.claims()[0]
            return {"article": claim.article, "claim": claim.key, "verdict": "right"}
        if path.endswith("/merges"):
            return {"one": people["Carla Roth"], "other": people["Boris Ilin"]}
        if path.endswith("/splits"):
            both = next(entity for entity in people.values() if entity and len(desk.names(entity)) > 1)
            return {"entity": both, "names": [desk.names(both)[0].key]}
        return {"deed": next(deed.key for deed in desk.deeds() if deed.can_be_undone)}


# What nobody has, by endpoint: what is well-formed and cannot be done.
IMPOSSIBLE = {
    "/read": {"text": TEXT}, "/articles": {"text": TEXT},
    "/decisions": {"one": "a", "other": "b", "verdict": "same"},
    "/verdicts": {"article": "a", "claim": "b", "verdict": "right"},
    "/merges": {"one": "a", "other": "b"}, "/splits": {"entity": "a", "names": ["b"]}, "/undo": {"deed": 10**6},
}  # fmt: skip
NEEDED = {"/people": {"name": "Carla"}, "/organizations": {"name": "Quanta"}, "/search": {"q": "Quanta"}}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record, changed by those who ask."""
    record = Record(tmp_path_factory.mktemp("answers"))
    yield record
    record.library.close()


@pytest.fixture(scope="module")
def client(record: Record) -> TestClient:
    """Somebody who asks; what the program gets wrong comes as it would to others."""
    application = create_application(record.library, load_reader=lambda: EmbeddedReader(is_quick=True))
    return TestClient(application, base_url="http://localhost", raise_server_exceptions=False)


def _described() -> list[tuple[str, str]]:
    """Every method and path of the API."""
    paths = create_application(Library("sqlite://")).openapi()["paths"]
    order = ("decisions", "verdicts", "merges", "splits", "undo")  # merged before split, all before undone
    every = [(method, path) for path, methods in paths.items() for method in methods]
    return sorted(
        every, key=lambda item: order.index(item[1].split("/")[-1]) if item[1].split("/")[-1] in order else -1
    )


def _statuses(client: TestClient, record: Record, method: str, path: str, monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """What an endpoint answers, asked in all ways."""
    here, tail = record.inside(path), path.removeprefix("/api/v1")
    query = NEEDED.get(tail, {})
    robot = {"Authorization": f"Bearer {record.robot}"}
    told: list[httpx2.Response] = []

    def ask(
        where: str = here, of: TestClient = client, headers: dict[str, str] = robot, **more: Any
    ) -> httpx2.Response:
        if method == "post" and not {"json", "content", "data"} & more.keys():
            more["json"] = next(value for end, value in IMPOSSIBLE.items() if path.endswith(end))
        more.setdefault("params", query)
        told.append(of.request(method, where, headers=headers, **more))
        return told[-1]

    if method == "post":
        ask(json=record.sent(path))
        if tail == "/articles":
            ask(json=record.sent(path))  # there already
        ask(content=b'"' + b"x" * LONGEST_FORM + b'"', headers={**robot, "Content-Type": "application/json"})
        ask(data={"text": TEXT})
        ask()
    else:
        tag = ask().headers.get("etag", "none")
        ask(headers={**robot, "If-None-Match": tag})
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, "pyarrow", None)
            ask(here.replace("jsonl", "parquet"))
    ask(record.elsewhere(path))
    ask(params={**query, "cursor": "aaaa"})
    ask(params={**query, "colour": "red"})
    for wrong in ("tf_nobody_has_this", record.reader):
        ask(headers={"Authorization": f"Bearer {wrong}"})
    ask(headers={})
    ask(headers={**robot, "Host": "evil.example"})
    ask(of=_hurried(record))
    ask(of=(hurried := _hurried(record)))
    ask(of=hurried)
    with monkeypatch.context() as patch:
        patch.setattr(Tokens, "check", _broken)
        ask()
    for response in told:
        if response.status_code >= 400:
            assert response.headers["content-type"] == "application/problem+json", response.text[:200]
    return {response.status_code for response in told}


def _hurried(record: Record) -> TestClient:
    """The same record, served to whoever asks once a minute."""
    application = create_application(
        record.library, requests_a_minute=1, load_reader=lambda: EmbeddedReader(is_quick=True)
    )
    return TestClient(application, base_url="http://localhost", raise_server_exceptions=False)


def _broken(tokens: Tokens, presented: str) -> None:
    raise StoreError("the disk is gone")


@pytest.mark.parametrize(("method", "path"), _described())
def test_an_endpoint_answers_what_its_description_says_and_nothing_else(
    client: TestClient, record: Record, monkeypatch: pytest.MonkeyPatch, method: str, path: str
) -> None:
    said = client.get("/api/v1/openapi.json").json()["paths"][path][method]["responses"]
    assert _statuses(client, record, method, path, monkeypatch) == {int(status) for status in said}


def test_one_export_at_a_time_is_told_as_too_many_requests(client: TestClient) -> None:
    with bulk._EXPORTING:
        assert client.get("/api/v1/exports/jsonl").status_code == 429
