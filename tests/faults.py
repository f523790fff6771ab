"""Everything that a model's server gets wrong, by name: what it sends instead of a good answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.chat_server import Reply, Request, chat, fault

LATE = 0.6  # seconds: longer than the tests' patience with one answer
Fault = Callable[[Request, dict[str, Any]], Reply]


def _html(request: Request, good: dict[str, Any]) -> Reply:
    return Reply(b"<html><body>Welcome to the gateway</body></html>", headers={"Content-Type": "text/html"})


def _cut(request: Request, good: dict[str, Any]) -> Reply:
    reply = chat(good)
    reply.cut = len(reply.body) // 2
    return reply


def _translated(request: Request, good: dict[str, Any]) -> Reply:
    moves = [{**move, "quote": "Elle a quitté la maison pour une autre, dit-on."} for move in good["moves"]]
    return chat({**good, "moves": moves})


def _invented(request: Request, good: dict[str, Any]) -> Reply:
    moves = [{**move, "quote": f"{move['person']} was seen on the moon last Sunday"} for move in good["moves"]]
    return chat({**good, "moves": moves})


def _unknown_form(words: str, *forms: str) -> Fault:
    def answer(request: Request, good: dict[str, Any]) -> Reply:
        asked = request.body.get("response_format", {}).get("type", "")
        return fault(400, words) if asked in forms else chat(good)

    return answer


def _unknown_limit(request: Request, good: dict[str, Any]) -> Reply:
    if "max_tokens" in request.body:
        return fault(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
    return chat(good)


def _no_temperature(request: Request, good: dict[str, Any]) -> Reply:
    return fault(400, "temperature is not supported with this model") if "temperature" in request.body else chat(good)


FAULTS: dict[str, Fault] = {
    "500": lambda request, good: fault(500, "internal error"),
    "502 with a page": lambda request, good: Reply(b"<h1>Bad gateway</h1>", 502, {"Content-Type": "text/html"}),
    "503 for a second": lambda request, good: fault(503, "loading the model", Retry_After="1"),
    "503 until a day": lambda request, good: fault(503, "busy", Retry_After="Mon, 01 Jan 2024 00:00:00 GMT"),
    "503 for nobody knows": lambda request, good: fault(503, "busy", Retry_After="a while"),
    "504": lambda request, good: fault(504),
    "529": lambda request, good: fault(529, "overloaded"),
    "429 for seconds": lambda request, good: fault(429, "slow down", Retry_After="2"),
    "429 for milliseconds": lambda request, good: fault(429, "slow down", Retry_After_Ms="150"),
    "429 without a time": lambda request, good: fault(429, "slow down"),
    "408": lambda request, good: fault(408),
    "409": lambda request, good: fault(409, "conflict"),
    "425": lambda request, good: fault(425, "too early"),
    "connection reset": lambda request, good: Reply(hang_up="reset"),
    "connection closed": lambda request, good: Reply(hang_up="close"),
    "died in the middle": _cut,
    "too late": lambda request, good: Reply(chat(good).body, wait=LATE),
    "endless": lambda request, good: Reply(endless=True),
    "a page": _html,
    "nothing": lambda request, good: Reply(b""),
    "no characters": lambda request, good: Reply(b"\xff\xfe\xfa{}"),
    "no gzip": lambda request, good: Reply(chat(good).body, headers={"Content-Encoding": "gzip"}),
    "an error with status 200": lambda request, good: Reply(b'{"error": {"message": "worker crashed"}}'),
    "no choices": lambda request, good: Reply(b'{"choices": []}'),
    "choices that are none": lambda request, good: Reply(b'{"choices": [7], "usage": "much"}'),
    "no content": lambda request, good: chat(None),
    "empty content": lambda request, good: chat(""),
    "broken JSON": lambda request, good: chat(json.dumps(good)[:-3] + ",,"),
    "cut off": lambda request, good: chat(json.dumps(good)[: len(json.dumps(good)) // 2], finish="length"),
    "another form": lambda request, good: chat({"claims": good["moves"]}),
    "lists that are none": lambda request, good: chat({"moves": "none", "positions": {}, "groups": 0}),
    "a list": lambda request, good: chat([good]) if not good["moves"] else chat("[]"),
    "deep nesting": lambda request, good: chat("[" * 50_000),
    "a refusal": lambda request, good: chat(None, refusal="I cannot help with that."),
    "a refusal in words": lambda request, good: chat("I'm sorry, but I can't help with articles about people."),
    "filtered": lambda request, good: chat("", finish="content_filter"),
    "another language": _translated,
    "invented quotes": _invented,
    "no schema": _unknown_form("response_format json_schema is not supported", "json_schema"),
    "no JSON at all": _unknown_form("response_format: unknown field", "json_schema", "json_object"),
    "another name for the limit": _unknown_limit,
    "no temperature": _no_temperature,
    "twice the same": lambda request, good: chat({**good, "moves": [*good["moves"], *good["moves"]]}),
    "in a fence": lambda request, good: chat(f"<think>Hm {{}}</think>Here you are:\n```json\n{json.dumps(good)}\n```"),
    "without counts": lambda request, good: chat(good, usage=None),
}
