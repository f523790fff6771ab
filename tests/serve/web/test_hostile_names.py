"""Whatever strangers write stays text: hostile names of people, organizations, posts, titles, outlets and articles.

Each page, feed and answer that shows them is taken apart: no element, no attribute and no address may come from them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.model import Amount, Document, FactClaim, FactParty, MoveClaim, PositionClaim, Reading, Reason
from talentflow.registry import Registry
from talentflow.serve.web import create_application
from tests.app.make import mention
from tests.serve.web.desk import sign_in

MARK = "zqx"  # in each of them, so that they are found again
HOSTILE = (
    "<script>zqx(1)</script>", "</script><script>zqx(1)//", "<ScRiPt src=//zqx.example>",
    "<img src=x onerror=zqx(1)>", "<svg/onload=zqx(1)>", "<svg><animate onbegin=zqx(1) attributeName=x>",
    "<iframe srcdoc='<b>zqx'>", "<base href=//zqx/>", "<meta http-equiv=refresh content='0;url=//zqx'>",
    "<link rel=stylesheet href=//zqx>", "<style>*{zqx:1}</style>", "<form action=//zqx><button>zqx",
    "<input autofocus onfocus=zqx(1)>", "<details open ontoggle=zqx(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=zqx(1)>",
    "<a href=javascript:zqx(1)>zqx</a>", '" onmouseover="zqx(1)', "' onfocus='zqx(1)' autofocus='",
    "\"><b>zqx</b>", "'><b>zqx</b>", "`zqx`", "-->zqx<!--", "]]><zqx/>", "<![CDATA[<zqx/>]]>", "<?xml zqx?>",
    "<!DOCTYPE x [<!ENTITY zqx SYSTEM 'file:///etc/passwd'>]>&zqx;", "&lt;script&gt;zqx(1)&lt;/script&gt;",
    "&#60;b&#62;zqx", "&amp;lt;b&amp;gt;zqx", "&zqx;", "{{ zqx }}", "{% zqx %}", "{{ 7 * 7 }}zqx",
    "{{ config }}zqx", "${7*7}zqx", "#{7*7}zqx", "%(zqx)s", "%szqx%n", "{0.__class__}zqx",
    "'; DROP TABLE claims; -- zqx", "' OR 'a'='a zqx", '" OR ""="zqx', "zqx%_\\", "zqx'||'x",
    "zqx); DELETE FROM moves; --", "../../../etc/passwd?zqx", "..%2f..%2fzqx", "/zqx//..//", "zqx?x=1&y=2#z",
    "zqx%00", "zqx%0d%0aSet-Cookie: a=b", "zqx\r\nSet-Cookie: a=b", "zqx\nX-Evil: 1", "\x1b]0;zqx\x07",
    "\x1b[2Jzqx", "zqx\x00y", "zqx\x08\x08", "\u202ezqx", "\u2066zqx\u2067", "zqx\u200b\u200d", "\ufeffzqx",
    "zqx\u2028x\u2029y", "\ufffezqx\uffff", "=zqx()", "+zqx|' /C x'!A0", "javascript:zqx(1)",
    "data:text/html,<b>zqx", "vbscript:zqx", "//zqx.example/", "https://zqx.example/\"><b>",
    "zqx" + "x" * 3_000, "z" + "\u0301" * 200 + "zqx", "غادرت <b>zqx</b>", "姚<b>zqx</b>顺宇", "𝔷<b>zqx</b>",
    "<b>zqx" * 50,
)  # fmt: skip
ALLOWED = {
    "html", "head", "meta", "title", "link", "script", "body", "a", "header", "nav", "form", "label", "input",
    "button", "div", "main", "footer", "p", "h1", "h2", "h3", "section", "aside", "article", "table", "caption",
    "thead", "tbody", "tr", "th", "td", "span", "bdi", "dl", "dt", "dd", "ul", "ol", "li", "figure", "figcaption",
    "blockquote", "details", "summary", "select", "option", "mark", "sup", "strong", "meter", "code", "kbd",
    "textarea", "fieldset", "legend", "svg", "g", "path", "rect", "text", "output", "tspan", "time",
    "line", "circle",
}  # fmt: skip


class HostileReader:
    """Reads the hostile name of an article into everything that can bear one."""

    name = "hostile"
    version = "1"

    def read(self, document: Document) -> Reading:
        """A move, a post and a fact."""
        text = HOSTILE[int(document.id.split(" ")[0])]
        end = min(len(document.text), 200)
        evidence = (document.span("text", 0, end),)
        person, left, joined = mention(f"Ada {text}"), mention(f"{text} Labs"), mention(f"Works {text}")
        move = MoveClaim(
            person, left, joined, "move", status="rumored", role_from=text, role_to=text, date="2025-03",
            why=(Reason(text, text),), according_to=(text,), confidence=0.4, evidence=evidence,
        )  # fmt: skip
        post = PositionClaim(person, left, text, "current", confidence=0.4, evidence=evidence)
        fact = FactClaim(
            "funding", FactParty("organization", left), text, (FactParty("person", person),), Amount(text),
            according_to=(text,), confidence=0.4, evidence=evidence,
        )  # fmt: skip
        return Reading(document.id, document.lang, "hostile 1", (move,), (post,), facts=(fact,))


@pytest.fixture(scope="module")
def reviewer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Somebody who sees everything of a record of hostile names."""
    library = Library(str(tmp_path_factory.mktemp("hostile") / "record.db"), Registry())
    documents = [
        Document(
            text=f"{text} {number} goes.", id=f"{number} {text[:300]}", lang="en", title=text, published="2025-03-01",
            publisher=text, url=f"https://example.org/{number}?{text[:300]}" if number % 2 else text[:300],
        )
        for number, text in enumerate(HOSTILE)
    ]  # fmt: skip
    assert {added.outcome for added in library.add(documents, HostileReader())} == {"added"}
    token = library.tokens.make("<b>zqx</b>", ["review", "add"], author="<b>zqx</b>")[1]
    with TestClient(create_application(library), base_url="http://localhost") as client:
        sign_in(client, token)
        yield client


class Harmless(HTMLParser):
    """Finds what a page could only have from somebody's name."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note elements and attributes that are none of ours."""
        if tag not in ALLOWED:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            address = (value or "").strip().lower()
            is_ours = address.startswith(
                ("/", "#", "?", "https://example.org/", "http://localhost/")
            ) and not address.startswith("//")
            if name.startswith("on") or name in ("srcdoc", "style", "autofocus") or MARK in name:
                self.found.append(f"<{tag} {name}>")
            if name in ("href", "src", "action", "formaction") and not is_ours:
                self.found.append(f'<{tag} {name}="{value}">')
        if tag == "script" and not (dict(attrs).get("src") or "").startswith("/static/"):
            self.found.append("<script>")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)


def _harmless(html: str) -> str:
    """The words of a page in which nothing acts."""
    page = Harmless()
    page.feed(html)
    page.close()
    assert page.found == []
    words = "".join(page.words)
    assert not [letter for letter in words if letter in "\x00\x07\x08\x1b\u202e\u2028\u2029"]
    return words


def _addresses(number: int, moves: dict[str, dict[str, str]]) -> list[str]:
    """The pages that show a hostile name, and those that take it in their address."""
    text = HOSTILE[number]
    written = quote(text[:150], safe="")
    known = moves[str(number)]
    return [
        f"/article/{quote(known['article'], safe='')}", f"/story/{quote(known['article'], safe='')}",
        f"/move/{quote(known['move'])}", f"/person/{quote(known['person'], safe='')}",
        f"/organization/{quote(known['organization'], safe='')}", f"/?person={written}&from={written}&since={written}",
        f"/search?q={written}", f"/article/{written}", f"/person/{written}",
        f"/review/article/{quote(known['article'])}",
        f"/review/entity/{quote(known['person'], safe='')}?q={written}", f"/sign-in?next={written}",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def shown(reviewer: TestClient) -> dict[str, dict[str, str]]:
    """Where each hostile name is shown, by its number."""
    lines = reviewer.get("/api/v1/moves.ndjson").text.splitlines()
    moves = [json.loads(line) for line in lines]
    told = {
        article.split(" ")[0]: {
            "article": article, "move": move["id"], "person": move["person"]["id"], "organization": move["from"]["id"],
        }
        for move in moves
        for article in move["articles"]
    }  # fmt: skip
    assert len(told) == len(HOSTILE)
    return told


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_hostile_name_stays_text(reviewer: TestClient, shown: dict[str, dict[str, str]], number: int) -> None:
    for address in _addresses(number, shown):
        answer = reviewer.get(f"/en{address}")
        assert answer.status_code in (200, 404), address
        assert not {"x-evil"} & answer.headers.keys()
        assert "a=b" not in answer.headers.get("set-cookie", "")
        _harmless(answer.text)
    assert MARK in _harmless(reviewer.get(f"/en/move/{shown[str(number)]['move']}").text)


@pytest.mark.parametrize(
    "page",
    [
        "/",
        "/?page=2",
        "/flows",
        "/about",
        "/review",
        "/review/claims",
        "/review/positions",
        "/review/facts",
        "/review/log",
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_of_many_stay_harmless(reviewer: TestClient, page: str, language: str) -> None:
    _harmless(reviewer.get(f"/{language}{page}").text)


def test_feeds_and_answers_stay_well_formed(reviewer: TestClient) -> None:
    atom = ElementTree.fromstring(reviewer.get("/en/feed.atom").content)
    names = {"{http://www.w3.org/2005/Atom}", "{http://www.w3.org/1999/xhtml}"}
    assert {element.tag.split("}")[0] + "}" for element in atom.iter()} <= names
    for content in atom.iter("{http://www.w3.org/2005/Atom}content"):
        _harmless(content.text or "")
    feed = reviewer.get("/en/feed.json").json()
    for item in feed["items"]:
        _harmless(item.get("content_html", ""))
    for path in ("moves?limit=200", "facts?limit=200", "review/claims?limit=200", "status", "review/deeds"):
        answer = reviewer.get(f"/api/v1/{path}")
        assert answer.json()
        assert not {"\x1b", "\x00", "\u202e"} & set(answer.text)


def test_hostile_names_are_many() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 75
    assert all(MARK in text for text in HOSTILE)
