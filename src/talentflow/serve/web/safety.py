"""What every answer carries to keep visitors safe, and which hosts are answered at all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from talentflow.serve.listening import host_of
from talentflow.serve.web.answers import problem

# Everything comes from ourselves; no inline script, no frame, no form to elsewhere.
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
Answer = Callable[[Request], Awaitable[Response]]


def guarded(hosts: frozenset[str] | None) -> Callable[[Request, Answer], Awaitable[Response]]:
    """A middleware that answers only for these hosts (None for any) and adds the headers.

    A page of another site could otherwise point its own name at this machine and read what it serves.
    """

    async def guard(request: Request, answer: Answer) -> Response:
        if hosts is not None and host_of(request.headers.get("host")) not in hosts:
            if request.url.path.startswith("/api/"):
                return problem(421, "Not served here", "This address is not served here.", headers=HEADERS)
            return PlainTextResponse("This address is not served here.\n", status_code=421, headers=HEADERS)
        response = await answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return guard
