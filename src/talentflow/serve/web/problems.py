"""Whatever goes wrong under /api is told as a problem (RFC 9457); the pages have pages of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.responses import Response

from talentflow.model import TalentflowError
from talentflow.serve.web.answers import problem

_MOST = 20  # wrong values that are told of one request
_LONGEST = 200  # characters of what was sent that are said back


class UnknownCursorError(Exception):
    """A cursor that no answer has given."""


def is_api(request: Request) -> bool:
    """Whether a program asks."""
    return request.url.path.startswith("/api/")


def add_problems(application: FastAPI) -> None:
    """Tell values that cannot be understood, without giving anything away."""

    @application.exception_handler(RequestValidationError)
    def misunderstood(request: Request, error: RequestValidationError) -> Response:
        errors = _told(error.errors())
        detail = "; ".join(f"{item['where']}: {item['what']}" for item in errors)
        return problem(422, "A value that cannot be understood", detail, errors=errors)

    @application.exception_handler(TalentflowError)
    def refused(request: Request, error: TalentflowError) -> Response:
        if not is_api(request):
            raise error
        return problem(422, "This cannot be answered", str(error))

    @application.exception_handler(UnknownCursorError)
    def nowhere(request: Request, error: UnknownCursorError) -> Response:
        return problem(404, "No such page", "The cursor is none that an answer has given. Begin without one.")


def _told(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """What is wrong, once for each value: what may be left out is checked as two types, and fails as both."""
    return [
        {
            "where": ".".join(str(part) for part in error["loc"][:2])[:_LONGEST],
            "what": str(error["msg"]).removeprefix("Value error, ")[:_LONGEST],
        }
        for error in errors
        if len(error["loc"]) < 3 or error["loc"][-1] != "none"
    ][:_MOST]
