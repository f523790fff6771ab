"""The search, and what is found while somebody types."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from talentflow.serve.web.interface import interface_for


@pytest.mark.parametrize("query", ["Moreno", "ada MORENO", "موراتي", "chief scientist"])
def test_one_box_finds_people_and_articles_in_any_script(visitor: TestClient, query: str) -> None:
    page = visitor.get("/en/search", params={"q": query}).text
    assert 'class="hits"' in page


def test_a_search_for_nothing_known_says_so_and_what_to_try(visitor: TestClient) -> None:
    page = visitor.get("/en/search", params={"q": "qqzzxx"}).text
    assert "Nothing was found." in page
    assert "Try a family name alone" in page


def test_what_is_typed_so_far_finds_people_organizations_and_articles(visitor: TestClient) -> None:
    found = visitor.get("/ar/typed", params={"q": "mor"}).text
    assert "<html" not in found
    assert 'role="option"' in found
    assert "Ada Moreno" in found
    assert "Anthropic" in visitor.get("/en/typed", params={"q": "anth"}).text
    assert "Harbour" not in visitor.get("/en/typed").text
    assert "<script>" not in visitor.get("/en/typed", params={"q": "<script>"}).text
    nothing = visitor.get("/es/typed", params={"q": "xyzzyq"}).text
    assert interface_for("es").say("Nothing was found.") in nothing


@pytest.mark.parametrize(
    ("query", "person"), [("Moreno", "Ada Moreno"), ("موراتي", "Mira Murati"), ("Anthropic", "Ada Moreno")]
)
def test_the_search_finds_moves_too(visitor: TestClient, query: str, person: str) -> None:
    page = visitor.get("/en/search", params={"q": query}).text
    moves = page.split("<h2>Moves</h2>")[1].split("</section>")[0]
    assert person in moves
    assert "/en/move/m-" in moves
    typed = visitor.get("/en/typed", params={"q": query}).text
    assert 'id="typed-move-1"' in typed
    assert "<h2>Moves</h2>" not in visitor.get("/en/search", params={"q": "chief scientist"}).text
