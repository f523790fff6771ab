"""What a page weighs with all that it loads, and that nothing in it keeps the browser from showing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from talentflow.serve.web import create_application
from tests.serve.web.desk import sign_in
from tests.serve.web.heavy import PERSON, fill_heavily

MOST, MOST_WITH_CHARTS = 300_000, 1_500_000  # bytes
ROWS = 50  # of a table
PAGES = (
    "/", "/?from=OpenAI", "/?from=Nobody+Works", "/flows", "/about", "/search?q=OpenAI", "/search?q=xyzzy", "/search",
    "/organization/openai", "/person/{person}", "/move/{move}", "/article/many-0", "/story/{story}", "/add", "/sign-in",
    "/review", "/review/claims", "/review/positions", "/review/facts", "/review/article/many-0",
    "/review/entity/{person}", "/review/log", "/nowhere", "/organization/openai/roster",
)  # fmt: skip


@dataclass
class Loaded(HTMLParser):
    """What a page loads, and which scripts stand in it."""

    addresses: list[str] = field(default_factory=list)
    blocking: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is loaded."""
        given = dict(attrs)
        if tag == "link" and set((given.get("rel") or "").split()) & {"stylesheet", "icon", "preload", "manifest"}:
            self.addresses.append(given.get("href") or "")
        elif tag in {"img", "script", "iframe", "audio", "video", "source", "embed", "object"}:
            self.addresses += [given[name] or "" for name in ("src", "data") if name in given]
        is_data = given.get("type") in {"application/json", "application/ld+json"}
        if tag == "script" and not is_data and not given.keys() & {"defer", "async"} and given.get("type") != "module":
            self.blocking.append(str(attrs))
        self.blocking += [f"{tag} {name}" for name in given if name.startswith("on")]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, dict[str, str]]]:
    """Somebody who has signed in, and what stands in the addresses of the pages."""
    library = fill_heavily(tmp_path_factory.mktemp("heavy") / "heavy.db")
    (person,) = library.person(PERSON).found
    article = library.article("many-0")
    assert article is not None
    values = {"person": person.id, "move": person.moves[0].id, "story": article.story or ""}
    token = library.tokens.make("Carla", ["review", "add"], author="root")[1]
    with TestClient(create_application(library), base_url="http://localhost") as client:
        sign_in(client, token)
        yield client, values


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_light_and_no_script_holds_it_up(
    reader: tuple[TestClient, dict[str, str]], page: str, language: str
) -> None:
    client, values = reader
    answer = client.get(f"/{language}{page.format(**values)}")
    assert answer.status_code == (404 if page == "/nowhere" else 200)
    loaded = Loaded()
    loaded.feed(answer.text)
    assert loaded.blocking == []
    assert "/static/style.css" in loaded.addresses
    weight = len(answer.content)
    for address in set(loaded.addresses) - {"data:,"}:
        asset = client.get(address)
        assert (asset.status_code, address.startswith("/static/")) == (200, True)
        weight += len(asset.content)
        weight += sum(_size(client, found) for found in re.findall(r"url\(['\"]?([^'\")]+)", asset.text))
    print(f"{page} {language}: {weight:,} bytes")
    assert weight <= (MOST_WITH_CHARTS if page == "/flows" else MOST)


def _size(client: TestClient, address: str) -> int:
    return 0 if address.startswith("data:") else len(client.get(address).content)


def test_long_tables_are_cut_and_lead_on(reader: tuple[TestClient, dict[str, str]]) -> None:
    client, _ = reader
    html = client.get("/en/organization/openai").text
    for table in re.findall(r"<table.*?</table>", html, flags=re.DOTALL):
        assert table.count("<tr") - 1 <= ROWS
    assert "The newest 15 of 121." in html
    shown = re.search(r'<a href="(/en/counted\?[^"]*from=openai[^"]*)">Show all</a>', html)
    assert shown is not None
    assert client.get(unescape(shown[1])).text.count('<td class="person">') == ROWS
    assert "Shown are 10 of 121." in html
    assert '<a href="/en/organization/openai/roster">The whole roster</a>' in html
    assert client.get("/en/organization/openai/roster?page=3").text.count('<td class="person">') == 21
    assert client.get("/en/?from=OpenAI&page=3").text.count('<td class="person">') == 21
