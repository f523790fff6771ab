"""Pages for what is not there and for what went wrong."""

from __future__ import annotations

import re

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response

from talentflow.model import StoreError
from talentflow.serve.web.answers import problem
from talentflow.serve.web.interface import LANGUAGES, Interface, best_language, interface_for
from talentflow.serve.web.problems import is_api
from talentflow.serve.web.rendering import page
from talentflow.serve.web.safety import HEADERS

_MISTAKEN = "The program made a mistake; its log says more."


def add_error_pages(application: FastAPI) -> None:
    """Pages for what is not there and for a database that cannot be asked; the API has answers of its own."""

    def language_of(request: Request) -> Interface:
        first = request.url.path.split("/")[1]
        known = first if first in LANGUAGES else best_language(request.headers.get("accept-language"))
        return interface_for(known)

    @application.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        if is_api(request):
            return problem(error.status_code, str(error.detail), str(request.url.path), headers=error.headers)
        return _error_page(request, language_of(request), error.status_code)

    @application.exception_handler(StoreError)
    def no_database(request: Request, error: StoreError) -> Response:
        if is_api(request):
            return problem(503, "The database cannot be asked", str(error))
        response = _error_page(request, language_of(request), 503)
        response.headers.update(HEADERS)
        return response

    @application.exception_handler(Exception)
    def mistaken(request: Request, error: Exception) -> Response:
        # The outermost handler: no other layer adds the headers any more.
        if is_api(request):
            return problem(500, "A mistake of the program", _MISTAKEN, headers=HEADERS)
        try:
            response: Response = _error_page(request, language_of(request), 500)
        except Exception:  # what went wrong may be in what every page needs
            response = PlainTextResponse(f"{_MISTAKEN}\n", status_code=500)
        response.headers.update(HEADERS)
        return response


def _error_page(request: Request, interface: Interface, code: int) -> Response:
    """The page for what went wrong; for an address under which nothing is kept it says what was looked for."""
    _, _, about, *rest = [*request.url.path.split("/", 3), "", "", ""][:4]
    asked = re.sub(r"[-_\s]+", " ", rest[0].split("/")[0])[:200] if about in ("person", "organization") else ""
    return page(request, interface, "error.html", status=code, code=code, about=about, words_of_address=asked)
