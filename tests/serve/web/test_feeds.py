"""Feeds of any filter, as readers of feeds take them."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.web import create_application

feedparser = pytest.importorskip("feedparser")
jsonschema = pytest.importorskip("jsonschema")

ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# What version 1.1 of JSON Feed asks for, and what of it is used here.
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "home_page_url": {"type": "string", "format": "uri"},
        "feed_url": {"type": "string", "format": "uri"},
        "language": {"type": "string"},
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "format": "uri"},
                    "title": {"type": "string"},
                    "content_html": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "pattern": f"^{INSTANT.pattern}$"},
                    "date_modified": {"type": "string", "pattern": f"^{INSTANT.pattern}$"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
}
QUERIES = ("", "?status=done", "?from=OpenAI&status=done", "?person=ميرا موراتي", "?lang=ar&since=2026", "?to=Nowhere")


def check_atom(content: bytes) -> None:
    """What the format asks for (RFC 4287): each element where and as often as it must stand."""
    root = Xml.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    for node in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(node.findall(ATOM + name)) == 1
        assert re.match(r"urn:uuid:[0-9a-f-]{36}$", node.findtext(f"{ATOM}id") or "")
        assert INSTANT.fullmatch(node.findtext(f"{ATOM}updated") or "")
        assert (node.findtext(f"{ATOM}title") or "").strip()
        links = [link.get("rel") for link in node.findall(f"{ATOM}link")]
        assert links.count("alternate") == 1
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")].count("self") == 1
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    for entry in root.iter(f"{ATOM}entry"):
        content_node = entry.find(f"{ATOM}content")
        assert content_node is not None
        assert content_node.get("type") == "html"
        # Wherever a feed is read, its links must lead there: none that leans on the page's own address.
        links = re.findall(r'(?:href|src)="([^"]*)"', content_node.text or "")
        assert all(link.startswith(("http://", "https://")) for link in links), links
        assert re.match(r"https?://", entry.findall(f"{ATOM}link")[0].get("href") or "")
        assert (entry.findtext(f"{ATOM}published") or "") <= (entry.findtext(f"{ATOM}updated") or "")
    updated = [entry.findtext(f"{ATOM}updated") or "" for entry in root.iter(f"{ATOM}entry")]
    assert not updated or root.findtext(f"{ATOM}updated") == max(updated)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", ["en", "ar", "es"])
def test_feeds_are_valid_and_tell_what_the_page_shows(visitor: TestClient, language: str, query: str) -> None:
    answer = visitor.get(f"/{language}/feed.atom{query}")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    check_atom(answer.content)
    (own,) = [link.get("href") for link in Xml.fromstring(answer.content).findall(f"{ATOM}link[@rel='self']")]
    assert own is not None
    assert visitor.get(own).content == answer.content
    parsed = feedparser.parse(answer.content)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert parsed.feed.language == language
    feed = visitor.get(f"/{language}/feed.json{query}")
    assert feed.headers["content-type"].startswith("application/feed+json")
    jsonschema.validate(feed.json(), JSON_FEED)
    assert [item["id"] for item in feed.json()["items"]] == [entry.id for entry in parsed.entries]
    page = visitor.get(f"/{language}/{query}").text
    assert [entry.link for entry in parsed.entries if entry.link.removeprefix("http://localhost") not in page] == []
    assert visitor.get(feed.json()["home_page_url"]).status_code == 200
    assert visitor.get(feed.json()["feed_url"]).content == feed.content


def test_what_became_known_last_comes_first_with_its_status(visitor: TestClient) -> None:
    entries = feedparser.parse(visitor.get("/en/feed.atom").content).entries
    assert [entry.published for entry in entries] == sorted((entry.published for entry in entries), reverse=True)
    assert "Barret Zoph" in entries[0].title
    assert entries[0].title.endswith("(rumored)")
    assert {tag.term for tag in entries[0].tags} >= {"rumored"}
    for entry in entries:
        assert visitor.get(entry.link).status_code == 200


def test_hostile_text_stays_text(visitor: TestClient) -> None:
    for file in ("feed.atom", "feed.json"):
        assert "<script" not in visitor.get(f"/en/{file}").text.replace("&lt;script", "")
    entries = feedparser.parse(visitor.get("/en/feed.atom").content, sanitize_html=False).entries
    assert any("&lt;script&gt;" in entry.content[0].value for entry in entries)
    assert not any("<script" in entry.content[0].value or "javascript:" in entry.content[0].value for entry in entries)


@pytest.mark.parametrize("query", ["?kind=moved", "?since=soon", "?lang=English", f"?person={'x' * 300}"])
def test_a_filter_that_is_not_understood_gives_no_feed(visitor: TestClient, query: str) -> None:
    for file in ("feed.atom", "feed.json"):
        answer = visitor.get(f"/en/{file}{query}")
        assert answer.status_code == 422
        assert answer.headers["content-type"].startswith("application/problem+json")


def test_an_unchanged_feed_is_not_sent_again(visitor: TestClient) -> None:
    first = visitor.get("/en/feed.atom")
    again = visitor.get("/en/feed.atom", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert visitor.head("/en/feed.atom").headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/en/", ""),
        ("/ar/?status=rumored&sort=origins", "?status=rumored"),
        ("/es/?from=OpenAI&page=2", "?from=OpenAI"),
        ("/en/organization/openai", "?org=OpenAI"),
    ],
)
def test_pages_lead_to_the_feeds_of_their_filter(visitor: TestClient, path: str, query: str) -> None:
    page = visitor.get(path).text
    language = path.split("/")[1]
    for kind, file in (("application/atom+xml", "feed.atom"), ("application/feed+json", "feed.json")):
        address = f"/{language}/{file}{query}".replace("&", "&amp;")
        assert re.search(rf'<link rel="alternate" type="{re.escape(kind)}"[^>]+href="{re.escape(address)}"', page)
        assert f'<a href="{address}">' in page


def test_articles_without_a_date_are_told_with_the_day_on_which_they_came(tmp_path: Path) -> None:
    with Library(str(tmp_path / "undated.db")) as library:
        text = "Ada Moreno has left OpenAI to join Anthropic, the company said."
        list(library.add([Document(text=text, id="a", lang="en")], EmbeddedReader(is_quick=True)))
        with TestClient(create_application(library), base_url="http://localhost") as client:
            (entry,) = feedparser.parse(client.get("/en/feed.atom").content).entries
    assert datetime.fromisoformat(entry.updated).year >= 2024


def test_there_is_no_feed_in_an_unknown_language(visitor: TestClient) -> None:
    assert visitor.get("/xx/feed.atom").status_code == 404
