"""The tools over HTTP: who is answered there, and that the protocol's own client gets in with a token."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.assistant.server import NAMES, create_server, over_http
from tests.serve.web.serving import served

mcp = pytest.importorskip("mcp", reason="needs the extra mcp")
anyio = pytest.importorskip("anyio")
httpx2 = pytest.importorskip("httpx2")

HELLO = {
    "jsonrpc": "2.0", "id": 1, "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}},
}  # fmt: skip
ACCEPTED = {"Accept": "application/json, text/event-stream"}
Door = Callable[..., Any]
_PATIENCE = 120.0  # seconds: a busy machine is slow to begin, and no less right


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(str(tmp_path / "empty.db"))


def knock(library: Library, host: str, listening: str, headers: dict[str, str], *, asks: bool = False) -> Any:
    """What somebody is answered who asks for `host` where we listen on `listening`."""
    server = create_server(library, EmbeddedReader)
    application = over_http(server, listening, ["talent.example.org"], tokens=library.tokens if asks else None)
    with TestClient(application, base_url=f"http://{host}") as client:
        return client.post("/mcp", json=HELLO, headers=ACCEPTED | headers)


@pytest.mark.parametrize(
    ("listening", "host", "origin", "status"),
    [
        ("127.0.0.1", "127.0.0.1:8018", None, 200),
        ("127.0.0.1", "localhost:8018", "http://localhost:6274", 200),
        ("127.0.0.1", "evil.example:8018", None, 421),
        ("127.0.0.1", "evil.example", "http://evil.example", 421),
        ("127.0.0.1", "192.0.2.7:8018", None, 421),
        ("127.0.0.1", "localhost.evil.example", None, 421),
        ("127.0.0.1", "127.0.0.1:8018", "https://evil.example", 403),
        ("127.0.0.1", "127.0.0.1:8018", "null", 403),
        ("127.0.0.1", "127.0.0.1:8018", "http://127.0.0.1.evil.example", 403),
        ("127.0.0.1", "127.0.0.1:8018", "http://[", 403),
        ("0.0.0.0", "192.0.2.7:8018", None, 200),
        ("0.0.0.0", "[2001:db8::1]:8018", None, 200),
        ("0.0.0.0", "talent.example.org", None, 200),
        ("0.0.0.0", "TALENT.example.org:80", "http://talent.example.org", 200),
        ("0.0.0.0", "192.0.2.7:8018", "http://192.0.2.7:8018", 200),
        ("0.0.0.0", "evil.example:8018", None, 421),
        ("0.0.0.0", "192.0.2.7.evil.example", None, 421),
        ("0.0.0.0", "192.0.2.7:8018", "http://192.0.2.66", 403),
        ("0.0.0.0", "192.0.2.7:8018", "http://evil.example", 403),
        ("::", "talent.example.org:8018", "https://talent.example.org.evil.example", 403),
    ],
)
def test_only_names_of_ours_are_answered_and_no_page_of_another_site(
    library: Library, listening: str, host: str, origin: str | None, status: int
) -> None:
    assert knock(library, host, listening, {} if origin is None else {"Origin": origin}).status_code == status


@pytest.mark.parametrize(
    ("scopes", "sent", "status"),
    [
        (["read"], "Bearer {}", 200),
        (["review"], "bearer {}", 200),  # whoever may change something may read
        (["read"], "Basic {}", 401),
        (["read"], "{}", 401),
        (["read"], "Bearer {}x", 401),
        (["read"], "Bearer", 401),
        (["read"], "", 401),
        (["read"], "Bearer tf_000000000000_" + "A" * 43, 401),
    ],
)
def test_beyond_this_machine_a_token_is_asked_for(library: Library, scopes: list[str], sent: str, status: int) -> None:
    token = library.tokens.make("Robot", scopes, author="root")[1]
    headers = {"Authorization": sent.format(token)} if sent else {}
    answer = knock(library, "192.0.2.7", "0.0.0.0", headers, asks=True)
    assert answer.status_code == status
    if status == 401:
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert "talentflow token make" in answer.text


def test_a_token_that_was_revoked_opens_nothing(library: Library) -> None:
    view, token = library.tokens.make("Robot", ["read"], author="root")
    bearer = {"Authorization": f"Bearer {token}"}
    assert knock(library, "192.0.2.7", "0.0.0.0", bearer, asks=True).status_code == 200
    library = Library(library.url)
    library.tokens.revoke(view.id, author="root")
    assert knock(library, "192.0.2.7", "0.0.0.0", bearer, asks=True).status_code == 401


def _told(address: str, headers: dict[str, str]) -> tuple[list[str], str]:
    """The names of the tools, and the moves that the protocol's own client is told of."""
    from mcp.client.streamable_http import streamable_http_client

    async def talk() -> tuple[list[str], str]:
        async with (
            httpx2.AsyncClient(headers=headers, timeout=_PATIENCE) as way,
            mcp.Client(streamable_http_client(address, http_client=way)) as client,
        ):
            tools = [tool.name for tool in (await client.list_tools()).tools]
            return tools, (await client.call_tool("moves", {"person": "Ada Moreno"})).content[0].text

    told: tuple[list[str], str] = anyio.run(talk)
    return told


def test_the_protocols_own_client_asks_with_a_token_and_not_without(record: Path) -> None:
    with Library(str(record)) as library:
        token = library.tokens.make("Robot", ["read"], author="root")[1]
        application = over_http(create_server(library, EmbeddedReader), "0.0.0.0", tokens=library.tokens)
        with served(application) as address:
            tools, moves = _told(f"{address}/mcp", {"Authorization": f"Bearer {token}"})
            with pytest.raises(BaseExceptionGroup) as refused:
                _told(f"{address}/mcp", {})
    assert tools == list(NAMES)
    assert "Ada Moreno" in moves
    assert "(done)" in moves
    assert "Server returned an error response" in "".join(traceback.format_exception(refused.value))


@pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")
def test_the_command_listens_beyond_this_machine_and_asks_for_a_token(record: Path) -> None:
    with Library(str(record)) as library:
        token = library.tokens.make("Robot", ["read"], author="root")[1]
    command = [
        sys.executable,
        "-m",
        "talentflow",
        "mcp",
        "--http",
        "--host",
        "0.0.0.0",
        "--port",
        "0",
        "--db",
        str(record),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as started:
        try:
            assert started.stdout is not None
            with closing(started.stdout):
                assert "needs a token that opens reading" in started.stdout.readline()
                found = re.search(r":(\d+)/mcp", started.stdout.readline())
                assert found is not None
                address = f"http://127.0.0.1:{found[1]}/mcp"
                assert httpx2.post(address, json=HELLO, headers=ACCEPTED, timeout=_PATIENCE).status_code == 401
                assert "Ada Moreno" in _told(address, {"Authorization": f"Bearer {token}"})[1]
                started.send_signal(signal.SIGINT)
                rest = started.stdout.read()
        finally:
            if started.poll() is None:
                started.send_signal(signal.SIGINT)
    assert (started.returncode, rest) == (0, "")


def test_what_is_for_http_is_not_passed_over(record: Path) -> None:
    command = [sys.executable, "-m", "talentflow", "mcp", "--host", "0.0.0.0", "--db", str(record)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "are for --http" in done.stderr
