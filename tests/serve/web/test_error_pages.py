"""Pages for what is not there and for what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.serve.web import create_application

from .test_pages import ids


@pytest.mark.parametrize(
    ("path", "words", "to_search_for"),
    [
        ("/en/person/ada-morena", "Nobody is kept under this address", "ada morena"),
        ("/es/person/ada-morena", "No hay nadie guardado", "ada morena"),
        ("/en/organization/none", "No organization is kept", "none"),
        ("/en/organization/none/roster", "No organization is kept", "none"),
        ("/ar/move/m-0", "لا تنقل محفوظ", ""),
        ("/en/article/a/b", "No article is kept", ""),
        ("/en/story/s", "No story is kept", ""),
        ("/en/counted", "There is no such page", ""),
        ("/fr/", "There is no such page", ""),
        ("/x", "There is no such page", ""),
    ],
)
def test_what_is_not_there_is_a_page_that_says_so_and_helps_on(
    visitor: TestClient, path: str, words: str, to_search_for: str
) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert f"<h1>{words}" in answer.text
    assert (
        f'<input id="again" name="q" type="search" dir="auto" maxlength="200" value="{to_search_for}">' in answer.text
    )


def test_a_mistake_of_the_program_is_a_page_in_the_visitors_language(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(str(record))
    monkeypatch.setattr(library, "outlets", lambda: 1 // 0)
    with TestClient(create_application(library), base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/es/about")
        assert answer.status_code == 500
        assert "El programa ha cometido un error" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "division" not in answer.text


def test_a_person_is_no_organization(visitor: TestClient) -> None:
    found = ids(visitor, person="Ada Moreno")
    assert visitor.get(f"/en/organization/{found['person']}").status_code == 404
