"""Adding in the browser: read first and shown with its reasons, kept only when asked, nothing hostile gets through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.model import Document
from talentflow.serve.web import create_application
from talentflow.sources.fetch import Page
from talentflow.sources.problems import Unreadable
from tests.serve.scripted import ScriptedReader
from tests.serve.web.desk import forms, sign_in

BODY = "Ada Moreno left Borealis for Quanta.\n\n  The papers said so.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(str(tmp_path / "added.db"))


@pytest.fixture
def adder(library: Library) -> Iterator[TestClient]:
    """Dora, who may add."""
    application = create_application(library)
    application.state.reader = ScriptedReader()
    with TestClient(application, base_url="http://localhost") as client:
        sign_in(client, library.tokens.make("Dora", ["add"], author="root")[1])
        yield client


def key_of(client: TestClient) -> str:
    return forms(client.get("/en/").text, "/en/sign-out")[0]["key"]


def read(client: TestClient, **fields: str) -> str:
    return client.post("/en/add", data={"key": key_of(client), **fields}).text


def kept(client: TestClient, page: str) -> str:
    (form,) = forms(page, "/en/add/keep")
    return client.post("/en/add/keep", data={name: unescape(value) for name, value in form.items()}).text


@pytest.mark.parametrize("scope", ["read", "review"])
def test_adding_needs_its_scope(adder: TestClient, library: Library, scope: str) -> None:
    sign_in(adder, library.tokens.make("Rita", [scope], author="root")[1])
    assert adder.get("/en/add").status_code == 403
    data = {"key": key_of(adder), "text": BODY}
    assert adder.post("/en/add", data=data).status_code == 403
    assert adder.post("/en/add/keep", data=data).status_code == 403
    adder.cookies.clear()
    for path in ("/en/add", "/en/add/keep"):
        assert adder.post(path, data=data, follow_redirects=False).headers["location"].startswith("/en/sign-in")
    assert library.status().articles == 0


@pytest.mark.parametrize("language", ["en", "ar", "es"])
def test_the_form_is_there_in_every_language(adder: TestClient, language: str) -> None:
    assert 'name="text"' in adder.get(f"/{language}/add").text


def test_what_is_read_is_shown_with_its_reasons_and_nothing_is_kept(adder: TestClient, library: Library) -> None:
    page = read(adder, text=f"A goodbye\r\n\r\n{BODY}".replace("\n", "\r\n").replace("\r\r", "\r"))
    assert "Ada Moreno" in page
    assert "trigger: left" in page
    assert '<mark id="c-text-0"' in page
    assert ">A goodbye</h2>" in page
    assert library.status().articles == 0


def test_it_is_kept_letter_for_letter_when_asked(adder: TestClient, library: Library) -> None:
    page = read(
        adder, text=BODY.replace("\n", "\r\n"), title="A “goodbye” <b>", published="2026-01", publisher="Harbour"
    )
    article = kept(adder, page)
    assert "It is kept." in article
    (document,) = [view.document for view in map(library.article, library.similar_ids("a-")) if view is not None]
    assert document.text == BODY
    assert (document.title, document.published, document.publisher) == ("A “goodbye” <b>", "2026-01", "Harbour")
    assert [str(move.person) for move in library.moves()] == ["Ada Moreno"]
    (deed, _) = library.desk.deeds()
    assert (deed.author, deed.action) == ("Dora", "added")
    again = kept(adder, read(adder, text=BODY, title="A “goodbye” <b>", published="2026-01", publisher="Harbour"))
    assert "It was here already" in again
    assert library.status().articles == 1


def test_what_was_typed_can_be_changed(adder: TestClient) -> None:
    page = read(adder, text=BODY, title="A goodbye")
    (form,) = forms(page, "/en/add")
    back = adder.post("/en/add", data={**{name: unescape(value) for name, value in form.items()}, "again": "1"}).text
    assert 'value="A goodbye"' in back
    assert "Ada Moreno left Borealis" in back
    assert "Nothing is kept yet" not in back


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Give a text or an address."),
        ({"text": " \n\t "}, "Give a text or an address."),
        ({"text": "x" * 200_001}, "longer than an article"),
        ({"text": BODY, "title": "x" * 2001}, "longer than an article"),
        ({"text": BODY, "published": "soon"}, "Write the day as"),
        ({"text": BODY, "published": "2026-13-45"}, "Write the day as"),
        ({"text": "explode"}, "mistake of the program"),
        ({"address": "example.org"}, "is no address"),
        ({"address": "file:///etc/passwd"}, "no address"),
        ({"address": "http://127.0.0.1/"}, "this machine"),
        ({"address": "http://169.254.169.254/latest/meta-data/"}, "this machine"),
        ({"address": "http://[::ffff:127.0.0.1]/"}, "this machine"),
        ({"address": "http://localhost:8017/en/"}, "port 8017"),
        ({"address": "/etc/passwd"}, "no address"),
        ({"address": "-"}, "no address"),
        ({"address": "x://../../../../../../../etc/hostname"}, "no address"),
        ({"address": "<script>alert(1)</script>://x"}, "no address"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(
    adder: TestClient, library: Library, fields: dict[str, str], words: str
) -> None:
    for path in ("/en/add", "/en/add/keep"):
        if path.endswith("keep") and "address" in fields:
            continue  # keeping never asks the network
        answer = adder.post(path, data={"key": key_of(adder), **fields})
        assert answer.status_code == 422
        assert words in unescape(answer.text)
        assert "<script>alert" not in answer.text
    assert library.status().articles == 0


def test_an_address_is_fetched_and_its_values_can_be_put_right(
    adder: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fetch(url: str) -> Page:
        asked.append(url)
        return Page("https://news.example/a", "text", "utf-8", f"A goodbye\n\n{BODY}".encode())

    monkeypatch.setattr("talentflow.sources.fetch.fetch", fetch)
    page = read(adder, address="https://short.example/x", published="2026-01-15")
    assert "Ada Moreno" in page
    assert "https://news.example/a" in page
    kept(adder, page)
    assert asked == ["https://short.example/x"]
    (view,) = [library.article(found) for found in library.similar_ids("")]
    assert view is not None
    assert (view.document.url, view.document.publisher) == ("https://news.example/a", "news.example")
    assert view.document.published == "2026-01-15"


def test_a_page_that_cannot_be_had_is_told(adder: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(url: str) -> Page:
        raise Unreadable("answers with 404", "Open it in a browser and copy the text.")

    monkeypatch.setattr("talentflow.sources.fetch.fetch", fetch)
    assert "answers with 404" in read(adder, address="https://news.example/x")


HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "'><script>alert(1)//",
    "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "{{7*7}}", "{% import os %}", "${7*7}",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "\u202egnp.exe", "\u2066\u202b\u202a", "\x1b[2J",
    "\x00\x01\x02", "\ud7ff\ufffe", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "'; DROP TABLE articles; --",
    '" OR ""="', "%00", "%s%s%s%n", "../../etc/passwd", "\r\nSet-Cookie: a=b", "&lt;b&gt;", "<!--", "]]>", "<a href=",
    "<style>*{display:none}</style>", "<iframe src=//evil.example>", "<base href=//evil.example>", "onclick=alert(1)",
    "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">", "&#x3c;script&#x3e;", "\u2028\u2029", "a" * 1000,
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_and_never_act(adder: TestClient, library: Library, hostile: str) -> None:
    text = f"{hostile} Ada Moreno left Borealis for Quanta. {hostile}"
    page = read(adder, text=text, title=f"T {hostile}", publisher=hostile, url=hostile)
    article = kept(adder, page)
    assert "It is kept." in article
    review = adder.get("/en/").text
    for shown in (page, article, review, adder.get("/en/search", params={"q": "Borealis"}).text):
        assert not re.search(r"<(script|img|svg|iframe|base|style|math)\b(?! src=\"/static)", shown)
        assert not re.search(r"<[^>]*\son\w+\s*=", re.sub(r'"[^"]*"', '""', shown))
        assert 'href="javascript' not in shown.lower()
        assert 'href="data' not in shown.lower()
        assert "\x1b" not in shown
        assert "49" not in re.sub(r"\d{3,}|a-\w+", "", shown) or hostile not in ("{{7*7}}", "${7*7}")
    (view,) = [library.article(found) for found in library.similar_ids("")]
    assert view is not None
    assert view.document.url is None


@pytest.mark.parametrize(
    ("language", "heading", "step"),
    [
        ("en", "How it was read", '“<bdi lang="en">left</bdi>” tells of a departure'),
        ("es", "Cómo se ha leído", '«<bdi lang="en">left</bdi>» habla de una salida'),
        ("ar", "كيف قُرئ", '«<bdi lang="en">left</bdi>» يدل على مغادرة'),
    ],
)
def test_the_reader_itself_explains_what_it_read(library: Library, language: str, heading: str, step: str) -> None:
    with TestClient(create_application(library), base_url="http://localhost") as client:
        sign_in(client, library.tokens.make("Dora", ["add"], author="root")[1])
        text = "Ada Moreno has left OpenAI to join Anthropic as chief scientist, the company said on Monday."
        data = {"key": key_of(client), "text": text, "published": "2026-01-14"}
        page = client.post(f"/{language}/add", data=data).text
        assert heading in page
        assert step in page
        (steps,) = re.findall(rf"{heading}</summary><ul>(.*?)</ul>", page)
        assert len(re.findall("<li>", steps)) > 2
        assert '<bdi lang="en">the ' not in steps
        (form,) = forms(page, f"/{language}/add/keep")
        values = {name: unescape(value) for name, value in form.items()}
        assert "Ada Moreno" in client.post(f"/{language}/add/keep", data=values).text


def test_a_draft_without_a_document_is_never_kept() -> None:
    from talentflow.serve.web.add import draft_of

    assert draft_of({}).document is None
    found = draft_of({"text": ["x"], "url": ["javascript:alert(1)"]}).document
    assert isinstance(found, Document)
    assert found.url is None
