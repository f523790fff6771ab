"""Who may do what: tokens, sessions, and forms that another site's page cannot send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.serve.web import create_application
from talentflow.serve.web.access import COOKIE, Sessions, is_ours


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty record."""
    return Library(str(tmp_path / "record.db"))


@pytest.fixture
def token(library: Library) -> str:
    """A token that reviews."""
    return library.tokens.make("Carla", ["review"], author="root")[1]


@pytest.fixture
def visitor(library: Library) -> Iterator[TestClient]:
    """Somebody who asks for pages where reading is free."""
    with TestClient(create_application(library), base_url="http://localhost", follow_redirects=False) as client:
        yield client


@pytest.fixture
def stranger(library: Library) -> Iterator[TestClient]:
    """Somebody who asks for pages where reading asks for a token."""
    application = create_application(library, None, asks_to_read=True)
    with TestClient(application, base_url="http://example.org", follow_redirects=False) as client:
        yield client


def sign_in(client: TestClient, token: str, **fields: str) -> str | None:
    """Sign in; where it leads."""
    answer = client.post("/en/sign-in", data={"token": token, **fields})
    return answer.headers.get("location")


def test_reading_is_free_on_this_machine(visitor: TestClient) -> None:
    assert visitor.get("/en/").status_code == 200
    assert visitor.get("/api/v1/status").status_code == 200


@pytest.mark.parametrize("path", ["/en/", "/en/flows", "/ar/article/x", "/en/no-such-page", "/"])
def test_elsewhere_pages_lead_to_signing_in(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 303
    assert re.match(r"/(en|ar)/sign-in", answer.headers["location"])


@pytest.mark.parametrize("path", ["/api/v1/status", "/api/v1/moves", "/api/v1/openapi.json", "/api/v2/none"])
def test_elsewhere_the_api_asks_for_a_token(stranger: TestClient, token: str, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"
    assert stranger.get(path, headers={"Authorization": f"Bearer {token}"}).status_code in (200, 404)


def test_the_page_for_signing_in_can_be_read_with_its_style(stranger: TestClient) -> None:
    assert stranger.get("/ar/sign-in").status_code == 200
    assert stranger.get("/static/style.css").status_code == 200


HOSTILE = [
    "", " ", "tf_", "Bearer", "null", "undefined", "' OR 1=1 --", '" OR ""="', "%", "_" * 60, "tf_%_%",
    "tf_000000000000_" + "A" * 43, "tf_000000000000_" + "A" * 42, "TF_" + "0" * 12 + "_" + "A" * 43,
    "tf_" + "0" * 12 + "_" + "A" * 43 + "\n", "tf_" + "é" * 12 + "_" + "A" * 43, "a" * 10_000, "\u202etf", "tf_x_y; --",
    "tf_000000000000_*******************************************", "../../etc/passwd", "{}", "[]", "0", "-1", "🔑",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_token_opens_nothing(library: Library, token: str, text: str) -> None:
    assert library.tokens.check(text) is None


def test_nearly_the_token_opens_nothing(library: Library, token: str) -> None:
    assert library.tokens.check(token) is not None
    for place in range(len(token)):
        other = "B" if token[place] != "B" else "C"
        for changed in (token[:place] + other + token[place + 1 :], token[:place], token[place + 1 :] if place else ""):
            assert library.tokens.check(changed) is None, changed
    assert library.tokens.check(token + "A") is None
    assert library.tokens.check(token + "\n") is None


def test_the_secret_is_nowhere_in_the_database(library: Library, token: str, tmp_path: Path) -> None:
    library.close()
    secret = token.split("_", 2)[2].encode()
    for path in tmp_path.iterdir():
        assert secret not in path.read_bytes()


@pytest.mark.parametrize(
    ("scopes", "opens"),
    [
        ([], {"read"}),
        (["read"], {"read"}),
        (["add"], {"read", "add"}),
        (["review"], {"read", "review"}),
        (["add", "review"], {"read", "add", "review"}),
        (["admin"], {"read", "add", "review", "admin"}),
    ],
)
def test_a_token_opens_what_its_scopes_say(library: Library, scopes: list[str], opens: set[str]) -> None:
    made, _ = library.tokens.make("Carla", scopes, author="root")
    assert {scope for scope in ("read", "add", "review", "admin") if made.opens(scope)} == opens


def test_a_revoked_token_opens_nothing_and_ends_its_sessions(
    library: Library, stranger: TestClient, token: str
) -> None:
    sign_in(stranger, token)
    assert stranger.get("/en/").status_code == 200
    library.tokens.revoke(token.split("_")[1], author="root")
    assert stranger.get("/en/").status_code == 303
    assert stranger.get("/api/v1/status", headers={"Authorization": f"Bearer {token}"}).status_code == 401
    assert sign_in(stranger, token) is None


def test_a_token_ends_after_its_days(library: Library) -> None:
    _, text = library.tokens.make("Carla", [], author="root", days=-1)
    assert library.tokens.check(text) is None
    _, text = library.tokens.make("Carla", [], author="root", days=1)
    assert library.tokens.check(text) is not None


def test_signing_in_goes_back_to_where_one_came_from(stranger: TestClient, token: str) -> None:
    location = stranger.get("/es/flows?since=2025").headers["location"]
    page = stranger.get(location).text
    back = re.search(r'name="next" value="([^"]*)"', page)
    assert back is not None
    assert sign_in(stranger, token, next=back[1]) == "/es/flows?since=2025"


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "/en/\\..\\", "javascript:alert(1)", "/en", "",
        "/en/\nSet-Cookie: a=b", "\\\\evil.example", "/fr/", "/en/../../", " /en/", "/en/ x", "/api/v1/moves",
        "/en//../",
    ],
)  # fmt: skip
def test_signing_in_never_leads_elsewhere(visitor: TestClient, token: str, back: str) -> None:
    assert not is_ours(back)
    assert sign_in(visitor, token, next=back) == "/en/"


def test_signing_in_takes_a_new_session_each_time(visitor: TestClient, token: str) -> None:
    visitor.cookies.set(COOKIE, "chosen-by-somebody-else")
    sign_in(visitor, token)
    given = [cookie.value for cookie in visitor.cookies.jar if cookie.name == COOKIE]
    assert "chosen-by-somebody-else" not in given[-1:]
    page = visitor.get("/en/", headers={"Cookie": f"{COOKIE}=chosen-by-somebody-else"}).text
    assert "Carla" not in page
    first = str(given[-1])
    visitor.cookies.clear()
    visitor.cookies.set(COOKIE, first)
    sign_in(visitor, token)
    visitor.cookies.clear()
    visitor.cookies.set(COOKIE, first)  # the session before has ended
    assert "Carla" not in visitor.get("/en/").text


def test_the_cookie_is_out_of_reach(visitor: TestClient, token: str) -> None:
    said = visitor.post("/en/sign-in", data={"token": token}).headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said


def key_of(client: TestClient) -> str:
    """The key that the forms of this session carry."""
    found = re.search(r'name="key" value="([^"]+)"', client.get("/en/").text)
    assert found is not None
    return found[1]


def test_signing_out_ends_the_session(visitor: TestClient, token: str) -> None:
    sign_in(visitor, token)
    cookie = visitor.cookies[COOKIE]
    assert visitor.post("/en/sign-out", data={"key": key_of(visitor)}).status_code == 303
    visitor.cookies.set(COOKIE, cookie)
    assert "Sign out" not in visitor.get("/en/").text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:9"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
def test_forms_of_other_sites_do_nothing(visitor: TestClient, token: str, headers: dict[str, str]) -> None:
    assert visitor.post("/en/sign-in", data={"token": token}, headers=headers).status_code == 403
    sign_in(visitor, token)
    assert visitor.post("/en/sign-out", data={"key": key_of(visitor)}, headers=headers).status_code == 403
    assert "Sign out" in visitor.get("/en/").text


@pytest.mark.parametrize("key", [None, "", "x", "é", "0" * 32])
def test_forms_without_the_key_of_the_session_do_nothing(visitor: TestClient, token: str, key: str | None) -> None:
    sign_in(visitor, token)
    data = {} if key is None else {"key": key}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert visitor.post("/en/sign-out", data=data, headers=headers).status_code == 403
    assert "Sign out" in visitor.get("/en/").text


def test_a_form_is_neither_endless_nor_anything_else(visitor: TestClient) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert visitor.post("/en/sign-in", content=b"token=" + b"x" * 5_000_000, headers=form).status_code == 413
    assert visitor.post("/en/sign-in", content=b"a=1&" * 1000, headers=form).status_code == 400
    assert visitor.post("/en/sign-in", content=b"token=\xff\xfe", headers=form).status_code == 400
    assert visitor.post("/en/sign-in", json={"token": "x"}).status_code == 415


def test_a_wrong_token_is_told(visitor: TestClient) -> None:
    answer = visitor.post("/en/sign-in", data={"token": "tf_x"})
    assert answer.status_code == 403
    assert "This token is not known" in answer.text
    assert "set-cookie" not in answer.headers


def test_a_bearer_that_is_wrong_is_refused_even_where_reading_is_free(visitor: TestClient) -> None:
    for given in ("Bearer x", "Bearer", "Basic dXNlcjpwYXNz", "tf_x", ""):
        assert visitor.get("/api/v1/status", headers={"Authorization": given}).status_code == 401, given


def test_sessions_end_when_idle_and_are_not_endless() -> None:
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    first = sessions.open("t")
    now[0] = 11 * 3600
    assert sessions.find(first) is not None
    now[0] = 22 * 3600
    assert sessions.find(first) is not None
    now[0] = 40 * 3600
    assert sessions.find(first) is None
    opened = [sessions.open("t") for _ in range(1001)]
    assert sessions.find(opened[-1]) is not None
    assert sum(sessions.find(cookie) is not None for cookie in opened) == 1000
