"""Answers of the API: JSON in its own script with an ETag, and problems as RFC 9457 asks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request
from starlette.responses import JSONResponse, Response

from talentflow.app import Library
from talentflow.text.visible import json_text

PROBLEM = "application/problem+json"


class SafeJson(JSONResponse):
    """JSON in its own script, in which nothing can act on a terminal."""

    def render(self, content: Any) -> bytes:
        """The bytes of the answer."""
        return json_text(content).encode("utf-8")


def problem(
    status: int,
    title: str,
    detail: str,
    *,
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """What went wrong, as RFC 9457 asks; `errors` say of each value that is wrong `where` it is and `what` is."""
    content: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if errors:
        content["errors"] = list(errors)
    return SafeJson(content, status_code=status, media_type=PROBLEM, headers=headers)


def answer(request: Request, content: Any, headers: Mapping[str, str] | None = None) -> Response:
    """An answer with its ETag; nothing but that where the asker has it already."""
    response = SafeJson(content)
    tag = '"' + hashlib.blake2b(bytes(response.body), digest_size=12).hexdigest() + '"'
    all_headers = {"ETag": tag, "Cache-Control": "no-cache", **(headers or {})}
    if is_known(request, tag):
        return Response(status_code=304, headers=all_headers)
    response.headers.update(all_headers)
    return response


def is_known(request: Request, tag: str) -> bool:
    """Whether the asker has what this ETag stands for."""
    known = request.headers.get("if-none-match", "")
    return tag in {part.strip().removeprefix("W/") for part in known.split(",")}


def library_of(request: Request) -> Library:
    """The library that is served."""
    library: Library = request.app.state.library
    return library
