"""`talentflow hide`: one command removes a person everywhere, and another one brings them back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.registry import Registry
from talentflow.serve.assistant.tools import Tools
from talentflow.serve.web import create_application
from tests.app.test_hiding import ARTICLES, NAMES, AdaReader

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "hidden.db")
    with Library(path, Registry()) as library:
        list(library.add(ARTICLES, AdaReader()))
    return path


@pytest.fixture
def visitor(db: str) -> Iterator[TestClient]:
    with TestClient(create_application(Library(db, Registry())), base_url="http://localhost") as client:
        yield client


PATHS = (
    "/en/", "/ar/?sort=person", "/en/flows", "/en/article/one", "/ar/article/two", "/en/search?q=Borealis", "/en/about",
    "/api/v1/moves", "/api/v1/articles/one", "/api/v1/articles/two", "/api/v1/search?q=Borealis", "/api/v1/status",
    "/api/v1/people?name=Boris", "/api/v1/organizations?name=Borealis", "/api/v1/facts", "/api/v1/figures/flows",
    "/api/v1/moves.ndjson", "/api/v1/facts.ndjson", "/api/v1/exports/json", "/api/v1/exports/csv",
    "/api/v1/exports/jsonld", "/api/v1/exports/ftm", "/en/feed.atom", "/ar/feed.json",
)  # fmt: skip


def test_pages_api_and_commands_show_nothing_of_whoever_is_hidden(
    talentflow: Run, db: str, visitor: TestClient, tmp_path: Path
) -> None:
    before = {path: visitor.get(path).text for path in PATHS}
    assert all(visitor.get(path).status_code == 200 for path in PATHS)
    assert all("Moreno" in before[path] for path in ("/en/", "/api/v1/moves.ndjson", "/en/feed.atom"))
    person = visitor.get("/api/v1/people?name=Ada+Moreno").json()["found"][0]["id"]
    move = visitor.get("/api/v1/moves?person=Ada+Moreno").json()["moves"][0]["id"]
    organization = visitor.get("/api/v1/organizations?name=Borealis").json()["found"][0]["id"]
    story = visitor.get("/api/v1/articles/one").json()["story"]
    code, out, _ = talentflow("hide", "Ada Moreno", "--reason", "asked", "--db", db)
    assert (code, out.splitlines()[0]) == (
        0,
        "Hidden: Ada Moreno. To show the person again: talentflow hide --undo NAME",
    )
    for path in (*PATHS, f"/en/organization/{organization}", f"/en/story/{story}"):
        text = visitor.get(path).text
        for name in NAMES:
            assert name not in text, path
    for path in (f"/en/person/{person}", f"/en/move/{move}", f"/api/v1/entities/{person}", f"/api/v1/moves/{move}"):
        assert visitor.get(path).status_code == 404, path
    for kind in ("json", "jsonl", "csv", "jsonld", "ftm", "graphml"):
        path = tmp_path / f"out.{kind}"
        assert talentflow("export", "--format", kind, "--output", str(path), "--db", db)[0] == 0
        assert not any(name in path.read_text(encoding="utf-8") for name in NAMES), kind
    for command in (("moves",), ("facts",), ("insight", "flows"), ("show", "one"), ("org", "Borealis"), ("status",)):
        _, out, err = talentflow(*command, "--db", db)
        assert not any(name in out + err for name in NAMES), command
    with Library(db, Registry()) as library:
        tools = Tools(library, AdaReader)
        told = [tools.search("Borealis"), tools.moves(), tools.organization("Borealis"), tools.flows()]
        told += [tools.article_evidence("one"), tools.person("Ada Moreno").replace("Ada Moreno", "", 1)]
    assert not any(name in text for name in NAMES for text in told)
    assert "Ada Moreno\tasked" in talentflow("hide", "--list", "--db", db)[1]
    assert talentflow("hide", "آدا مورينو", "--undo", "--db", db)[:2] == (0, "Shown again: Ada Moreno.\n")
    assert visitor.get("/en/").text == before["/en/"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "Say who"),
        (("Ruiz",), 1, "one word may be anybody's"),
        (("Nobody Known",), 0, "nobody called Nobody Known is in the record"),
        (("Ada Moreno", "--undo"), 1, "nobody of this name is hidden"),
    ],
)
def test_what_is_unclear_is_one_line(
    talentflow: Run, db: str, arguments: tuple[str, ...], code: int, words: str
) -> None:
    found, _, err = talentflow("hide", *arguments, "--db", db)
    assert found == code
    assert words in err
    assert "Traceback" not in err
