"""Requests that nobody sends by accident: headers, cursors, filters, tokens and bodies in every wrong shape.

None may be answered with a mistake of the program, open anything, or come back as anything but text.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.listening import addresses_of
from talentflow.serve.web import create_application

from .conftest import ARTICLES
from .desk import sign_in

LANGUAGES = [
    "*", "ar;q=0", "en;q=0,ar;q=0", "x" * 5000, ",".join(["ar"] * 2000), "ar;q=1e999", "ar;q=nan", "ar;q=-1",
    "ar;q=.", "ar;q=1.2.3", ";;;,,,", "ar;q=" + "9" * 400, "ar;;q=1", "ar" + "-x" * 500, "en-US,en;q=0.5\tar", "../ar",
    "<script>", "ar%0d%0aX-Evil: 1", "en_AR", "١", "Ａｒ", "ar\u202e",
]  # fmt: skip
HOSTS = [
    "evil.example", "localhost.evil.example", "localhost@evil.example", "evil.example#localhost", "localhost:80:80",
    "[::1]evil.example", "[::1", "127.0.0.1.evil.example", "localhost\\evil.example",
    "localhost evil.example", "", ".", "localhost,evil.example", "%6cocalhost", "ｌocalhost", "xn--localhost",
]  # fmt: skip
CURSORS = [
    "A", "AA", "AAAA", "-" * 400, "_" * 401, urlsafe_b64encode(b"-1.m").decode(), urlsafe_b64encode(b"1e9.m").decode(),
    urlsafe_b64encode(b"999999999.m").decode().rstrip("="), urlsafe_b64encode("١.m".encode()).decode().rstrip("="),
    urlsafe_b64encode(b"1.\x00").decode().rstrip("="), urlsafe_b64encode(b"1.' OR 1=1--").decode().rstrip("="),
    urlsafe_b64encode(b"1.\xff\xfe").decode().rstrip("="), urlsafe_b64encode(b"99999999999999999999.m").decode(),
    urlsafe_b64encode(b".m").decode(), urlsafe_b64encode(b"1.").decode(), "../../etc", "NTAubS0w\n", "NTAubS0w%00",
]  # fmt: skip
FILTERS = [
    "person=" + "x" * 20_000, "person=" + quote("ا" * 5000), "&".join(f"status=done{n}" for n in range(3000)),
    "since=" + "9" * 5000, "since=0000", "since=9999-99", "since=-2025", "since=2025-02-30", "until=٢٠٢٥", "page=-1",
    "page=٣", "page=1e9", "page=" + "9" * 300, "sort=date;DROP TABLE moves", "kind[]=move", "person=%ff%fe",
    "person=%ed%a0%80", "person=%00", "person=a%00b", "from=%F0%9F%92%A9" * 20, "lang=" + "ar," * 500,
    "org=" + quote("((((((((((a*)*)*)*)*)*" * 20), "org=%25%5F%5C", "since=2025&since=soon", "q=" + "%22" * 200,
    "person=" + quote("\u0301" * 3000), "person=" + quote("𝓐" * 2000), "to=o-unnamed-", "=&=&=",
]  # fmt: skip
_JSON = "application/json"
BODIES: list[tuple[bytes, str]] = [
    (b"[" * 100_000, _JSON), (b'{"text":' * 5000, _JSON), (b'{"text": NaN}', _JSON),
    (b'{"text": 1e999}', _JSON), (b'{"text": ' + b"9" * 6000 + b"}", _JSON),
    (b'{"text": "\\ud800 left"}', _JSON), (b'{"text": "\\u0000"}', _JSON),
    (b'\xef\xbb\xbf{"text": "x"}', _JSON), ('{"text": "x"}'.encode("utf-16"), _JSON),
    ('{"text": "é"}'.encode("latin-1"), _JSON), (b'{"text": "x"} {"text": "y"}', _JSON),
    (b'{"text": "x", "text": "y", "__proto__": {}}', _JSON), (b"null", _JSON),
    (b'"x"', _JSON), (b"", _JSON), (b'{"text": ["x"]}', _JSON),
    (b'{"text": {"$gt": ""}}', _JSON), (b'{"text": "x", "published": "0000-00-00"}', _JSON),
    (b'{"text": "x", "url": "javascript:alert(1)"}', _JSON), (b"text=x", "application/x-www-form-urlencoded"),
    (b"<x/>", "application/xml"), (b'{"text": "x"}', f"{_JSON}; charset=utf-7"), (b'{"text": "x"}', "text/json"),
    (b'{"text": "' + b"A" * 3_000_000 + b'"}', _JSON),
]  # fmt: skip
_FORM = "application/x-www-form-urlencoded"
FORMS: list[tuple[bytes, str]] = [
    (b"token=%ff%fe", _FORM), (b"token=\xff\xfe", _FORM),
    ("token=é".encode("utf-16"), _FORM), (b"token=%00", _FORM),
    (b"&" * 100_000, _FORM), (b"token=x&" * 600, _FORM),
    (b"token[]=x", _FORM), (b"token=x;next=//evil", _FORM),
    (b"token=x", "multipart/form-data; boundary=x"), (b"token=x", "text/plain"), (b"token=x", ""),
    (b"token=x", "application/x-www-form-urlencoded; charset=utf-16"), (b"", _FORM),
    (b"token=" + b"%" * 5000, _FORM),
    (b"next=/en/%0d%0aX-Evil:1&token=x", _FORM),
]  # fmt: skip
TOKENS = [
    "Bearer", "Bearer ", "Bearer tf_", "bearer null", "Basic {token}", "Token {token}", "{token}", "Bearer {token}x",
    "Bearer x{token}", "Bearer {token} {token}", "Bearer {token},Bearer {token}", "Bearer {upper}",
    "Bearer tf_{secret}",
    "Bearer tf_{identity}_" + "A" * 43, "Bearer {identity}", "Bearer\x00{token}", 'Bearer "{token}"', "Bearer tf_%",
    "Bearer " + "tf_" * 5000, "Bearer tf_{identity}_' OR '1'='1",
]  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A record of a few articles."""
    path: Path = tmp_path_factory.mktemp("requests") / "record.db"
    with Library(str(path)) as library:
        list(library.add(ARTICLES, EmbeddedReader(is_quick=True)))
        yield library


@pytest.fixture(scope="module")
def client(library: Library) -> TestClient:
    """Whoever asks; a mistake of the program comes back as one, and fails the test."""
    application = create_application(library, load_reader=lambda: EmbeddedReader(is_quick=True))
    return TestClient(application, base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture(scope="module")
def token(library: Library) -> str:
    """The token of somebody who may add."""
    return library.tokens.make("Carla", ["add"], author="root")[1]


def _harmless(answer: httpx2.Response, *statuses: int) -> None:
    assert answer.status_code in statuses, (answer.status_code, answer.text[:300])
    assert "x-evil" not in answer.headers
    assert "Traceback" not in answer.text
    assert not {"\x00", "\x1b", "\u202e"} & set(answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def _latin(text: str) -> bytes:
    """A header as a client that cares for nothing would send it."""
    return text.encode("utf-8")


@pytest.mark.parametrize("accepted", LANGUAGES)
def test_whatever_a_browser_likes_it_is_sent_to_a_language_of_ours(client: TestClient, accepted: str) -> None:
    answer = client.get("/", headers={"Accept-Language": _latin(accepted)}, follow_redirects=False)
    _harmless(answer, 302)
    assert answer.headers["location"] in ("/en/", "/ar/", "/es/")


@pytest.mark.parametrize("host", HOSTS)
def test_no_other_name_is_answered(host: str) -> None:
    assert not addresses_of("127.0.0.1").hold(host)


@pytest.mark.parametrize("cursor", CURSORS)
@pytest.mark.parametrize("path", ["moves", "facts", "search?q=Moreno", "organizations/openai/roster"])
def test_no_cursor_of_theirs_goes_anywhere(client: TestClient, path: str, cursor: str) -> None:
    sign = "&" if "?" in path else "?"
    answer = client.get(f"/api/v1/{path}{sign}cursor={quote(cursor, safe='%')}")
    _harmless(answer, 200, 404, 422)
    if answer.status_code == 200:  # it only says how many to pass over
        assert answer.json()["next"] is None


@pytest.mark.parametrize("query", FILTERS)
@pytest.mark.parametrize("path", ["/en/", "/ar/flows", "/en/counted", "/es/search", "/en/typed", "/api/v1/moves"])
def test_no_filter_is_too_odd_to_be_answered(client: TestClient, path: str, query: str) -> None:
    _harmless(client.get(f"{path}?{query}"), 200, 404, 422)


@pytest.mark.parametrize("query", FILTERS)
def test_no_filter_breaks_a_feed(client: TestClient, query: str) -> None:
    answer = client.get(f"/en/feed.json?{query}")
    _harmless(answer, 200, 422)
    assert isinstance(json.loads(answer.text), dict)


@pytest.mark.parametrize(("body", "kind"), BODIES)
@pytest.mark.parametrize("path", ["read", "articles"])
def test_no_body_makes_a_mistake(
    client: TestClient, token: str, library: Library, path: str, body: bytes, kind: str
) -> None:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": kind}
    answer = client.post(f"/api/v1/{path}", content=body, headers=headers)
    _harmless(answer, 200, 201, 400, 413, 415, 422)
    json.loads(answer.text)


@pytest.mark.parametrize(("body", "kind"), FORMS)
def test_no_form_signs_in(client: TestClient, body: bytes, kind: str) -> None:
    answer = client.post("/en/sign-in", content=body, headers={"Content-Type": kind}, follow_redirects=False)
    _harmless(answer, 400, 403, 413, 415, 422)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("given", TOKENS)
def test_nothing_that_looks_like_the_token_is_it(client: TestClient, token: str, given: str) -> None:
    _, identity, secret = token.split("_", 2)
    said = given.replace("{token}", token).replace("{upper}", token.upper())
    said = said.replace("{identity}", identity).replace("{secret}", secret)
    try:
        answer = client.post("/api/v1/read", json={"text": "x"}, headers={"Authorization": said})
    except ValueError:  # the client itself does not send it
        return
    _harmless(answer, 401)


def test_what_is_added_by_hand_in_odd_letters_is_shown_as_text(
    client: TestClient, token: str, library: Library
) -> None:
    sign_in(client, token)
    page = client.get("/en/add").text
    key = page.split('name="key" value="')[1].split('"')[0]
    odd: dict[str, Any] = {
        "key": key, "text": "Eva Ruiz left Cedar\x00 for Tundra.\r\n\x1b[31mRed", "title": "\ufeff<b>\x07",
        "published": "2025-01-01", "publisher": "=1+1", "url": "data:text/html,x",
    }  # fmt: skip
    _harmless(client.post("/en/add", data=odd), 200)
    for wrong in ({"published": "9999-99"}, {"text": ""}, {"title": "x" * 100_000}, {"address": "http://127.0.0.1/"}):
        sent = {**odd, **wrong, **({"text": ""} if "address" in wrong else {})}
        _harmless(client.post("/en/add", data=sent), 422)


def test_these_are_many() -> None:
    assert len(LANGUAGES) + len(HOSTS) + len(CURSORS) + len(FILTERS) + len(BODIES) + len(FORMS) + len(TOKENS) >= 140
