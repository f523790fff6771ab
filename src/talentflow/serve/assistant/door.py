"""Who may ask the tools over HTTP: nobody by way of another site's page, and beyond this machine who has a token."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from talentflow.app.tokens import Tokens
from talentflow.model import StoreError
from talentflow.serve.listening import Addresses, host_of

_BEARER = {"WWW-Authenticate": 'Bearer realm="Talentflow"'}


class Door:
    """A layer around the tools.

    Only our own `addresses` are answered, and what a browser sends must come from a page of one of their names. With
    `tokens`, each request needs one that opens reading.
    """

    def __init__(self, application: ASGIApp, addresses: Addresses, *, tokens: Tokens | None = None) -> None:
        self._application = application
        self._addresses = addresses
        self._tokens = tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, or say why not."""
        refusal = await self._refusal(Headers(scope=scope)) if scope["type"] == "http" else None
        await (refusal or self._application)(scope, receive, send)

    async def _refusal(self, headers: Headers) -> PlainTextResponse | None:
        host, origin = headers.get("host", "").lower(), headers.get("origin")
        if not self._addresses.hold(host):
            return PlainTextResponse("This address is not served here. See --name.\n", status_code=421)
        if origin is not None and not self._is_ours(origin, host):
            return PlainTextResponse("Pages of other sites are not answered.\n", status_code=403)
        if self._tokens is None:
            return None
        way, _, presented = headers.get("authorization", "").partition(" ")
        try:
            token = await run_in_threadpool(self._tokens.check, presented.strip())
        except StoreError as error:
            return PlainTextResponse(f"{error}\n", status_code=503)
        if way.lower() != "bearer" or token is None or not token.opens("read"):
            told = "A token is needed: Authorization: Bearer tf_…, made by `talentflow token make`.\n"
            return PlainTextResponse(told, status_code=401, headers=_BEARER)
        return None

    def _is_ours(self, origin: str, host: str) -> bool:
        """Whether a page that asks is of the address that is asked, or of a name of ours."""
        try:
            place = urlsplit(origin).netloc.lower()
        except ValueError:
            return False
        return place == host or host_of(place) in self._addresses.names
