"""What every answer carries to keep visitors safe, and which hosts are answered at all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from talentflow.serve.listening import Addresses
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
_ELSEWHERE = "This address is not served here. See --name."
Answer = Callable[[Request], Awaitable[Response]]


def guarded(addresses: Addresses | None) -> Callable[[Request, Answer], Awaitable[Response]]:
    """A middleware that answers only at these addresses (None for any) and adds the headers.

    A page of another site could otherwise point its own name at this machine and read what it serves.
    """

    async def guard(request: Request, answer: Answer) -> Response:
        if addresses is not None and not addresses.hold(request.headers.get("host")):
            if request.url.path.startswith("/api/"):
                return problem(421, "Not served here", _ELSEWHERE, headers=HEADERS)
            return PlainTextResponse(f"{_ELSEWHERE}\n", status_code=421, headers=HEADERS)
        response = await answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return guard
