"""A server on this machine that speaks the protocol of chat completions over real HTTP, with scripted answers."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

NOTHING: dict[str, Any] = {"moves": [], "positions": [], "groups": []}


@dataclass
class Reply:
    """What the server sends: a status with a body; `cut` bytes of it and then the end; or drops of it, slowly."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    hang_up: str = ""  # "reset" or "close" instead of any answer
    wait: float = 0.0
    endless: bool = False


def chat(content: Any, *, finish: str = "stop", usage: tuple[int, int] | None = (100, 20), **message: Any) -> Reply:
    """An answer in the form of the protocol; what is no text becomes JSON."""
    text = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    told = {"role": "assistant", "content": text, **message}
    row: dict[str, Any] = {
        "id": "c-1", "object": "chat.completion", "model": "scripted",
        "choices": [{"index": 0, "finish_reason": finish, "message": told}],
    }  # fmt: skip
    if usage is not None:
        row["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    return Reply(json.dumps(row, ensure_ascii=False).encode())


def fault(status: int, message: str = "", **headers: str) -> Reply:
    """An error in the form of the protocol."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(json.dumps({"error": {"message": message}}).encode(), status, told)


@dataclass
class Request:
    """One request as it came in, with the article's passage and which attempt at that passage it is."""

    body: dict[str, Any]
    headers: dict[str, str]
    passage: str
    attempt: int
    at: float


class ChatServer:
    """Answers each request by a script; keeps all requests, and how many were on the way at once."""

    def __init__(self, script: Callable[[Request], Reply]) -> None:
        self.script = script
        self.requests: list[Request] = []
        self.most_at_once = self._now = 0
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                server._answer(self)

            def log_message(self, *arguments: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._http.handle_error = lambda *arguments: None  # type: ignore[method-assign]
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/v1"
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        body = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        passage = passage_of(body)
        with self._lock:
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
            attempt = self._counts[passage] = self._counts.get(passage, 0) + 1
            request = Request(body, dict(handler.headers), passage, attempt, time.monotonic())
            self.requests.append(request)
        try:
            reply = self.script(request)
            if reply.wait:
                time.sleep(reply.wait)
            self._send(handler, reply)
        except OSError:
            handler.close_connection = True
        finally:
            with self._lock:
                self._now -= 1

    def _send(self, handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        if reply.hang_up:
            if reply.hang_up == "reset":
                handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            handler.close_connection = True
            handler.connection.close()
            return
        handler.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            handler.send_header(name, value)
        if reply.endless:
            handler.end_headers()
            handler.close_connection = True
            while True:
                handler.wfile.write(b" " * 65_536)
        handler.send_header("Content-Length", str(len(reply.body)))
        handler.end_headers()
        handler.wfile.write(reply.body[: reply.cut])
        if reply.cut is not None:
            handler.wfile.flush()
            handler.close_connection = True


def passage_of(body: dict[str, Any]) -> str:
    """The passage that a question is about: what stands between its two fences."""
    lines = body["messages"][-1]["content"].split("\n")
    opening = next((place for place, line in enumerate(lines) if line.startswith("The passage stands")), None)
    if opening is None:
        return ""
    fence = lines[opening + 1]
    return "\n".join(lines[opening + 2 : lines.index(fence, opening + 2)])


@contextmanager
def serving(script: Callable[[Request], Reply]) -> Iterator[ChatServer]:
    """A server for the time of a test."""
    server = ChatServer(script)
    try:
        yield server
    finally:
        server.close()


def move(person: str, from_org: str | None, to_org: str | None, quote: str, **more: Any) -> dict[str, Any]:
    """A move as a model tells it."""
    kind = "move" if from_org and to_org else "leave" if from_org else "join"
    return {
        "quote": quote, "person": person, "person_latin": None, "from": from_org, "from_latin": None,
        "from_unnamed": False, "to": to_org, "to_latin": None, "to_unnamed": False, "kind": kind, "status": "done",
        "how": None, "role_from": None, "role_to": None, "date": None, "according_to": [], **more,
    }  # fmt: skip


def claims(*moves: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An answer with some moves."""
    return {**NOTHING, "moves": list(moves), **more}
