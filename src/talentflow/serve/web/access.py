"""Who asks, and what they may: tokens for programs, sessions for browsers, and nothing changed by another site's page.

A session is opened by a token and named by a random cookie that the server alone chooses, anew at every sign-in, so
nobody can hand a visitor a session beforehand. Whatever changes something must come from a form of ours: it carries
the session's own key, and its browser must not say that another site sent it.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from talentflow.app.tokens import Tokens, TokenView
from talentflow.model import StoreError
from talentflow.serve.web.answers import problem
from talentflow.serve.web.interface import LANGUAGES, best_language
from talentflow.serve.web.shared import Shared

COOKIE = "talentflow_session"
LONGEST_FORM = 4 * 1024 * 1024
_MOST_FIELDS = 500
_MOST_SESSIONS = 1000
_IDLE_SECONDS = 12 * 3600
_SEEN_SECONDS = 60  # as exactly as it is kept when a session was last seen
_OURS = re.compile(rf"/(?:{'|'.join(LANGUAGES)})/[!-\[\]-~]*")  # printable, no backslash, no blank
_OPEN = re.compile(rf"/static/.*|/(?:{'|'.join(LANGUAGES)})/sign-in")

Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that has signed in: by which token, and the key that its forms carry."""

    token: str
    key: str


class Sessions:
    """The open sessions of a server, by the digests of their cookies; they end with it, or when idle."""

    def __init__(self, shared: Shared | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """The clock is one that all processes of a machine have in common."""
        self._shared = shared if shared is not None else Shared()
        self._clock = clock

    def open(self, token: str) -> str:
        """A new session; what its cookie says."""
        cookie, now = secrets.token_urlsafe(32), self._clock()
        with self._shared.changing() as connection:
            connection.execute("DELETE FROM sessions WHERE seen < ?", (now - _IDLE_SECONDS,))
            last = "SELECT digest FROM sessions ORDER BY seen DESC, digest LIMIT -1 OFFSET ?"
            connection.execute(f"DELETE FROM sessions WHERE digest IN ({last})", (_MOST_SESSIONS - 1,))
            row = (_digest(cookie), token, secrets.token_urlsafe(24), now)
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", row)
        return cookie

    def find(self, cookie: str | None) -> Session | None:
        """The session of a cookie that we have given out and that is not idle for too long."""
        if not cookie:
            return None
        digest, now = _digest(cookie), self._clock()
        with self._shared.reading() as connection:
            wanted = "SELECT token, key, seen FROM sessions WHERE digest = ?"
            row = connection.execute(wanted, (digest,)).fetchone()
        if row is None or now - row[2] > _IDLE_SECONDS:
            return None
        if now - row[2] > _SEEN_SECONDS:
            with self._shared.changing() as connection:
                connection.execute("UPDATE sessions SET seen = ? WHERE digest = ?", (now, digest))
        return Session(row[0], row[1])

    def close(self, cookie: str | None) -> None:
        """End a session."""
        if cookie:
            with self._shared.changing() as connection:
                connection.execute("DELETE FROM sessions WHERE digest = ?", (_digest(cookie),))


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: nobody known, or somebody with a token; `session` where it is a browser that has signed in."""

    token: TokenView | None = None
    session: Session | None = None
    reads_freely: bool = True

    def may(self, scope: str) -> bool:
        """Whether this visitor may do what asks for a scope."""
        if scope == "read" and self.reads_freely:
            return True
        return self.token is not None and self.token.opens(scope)

    @property
    def name(self) -> str:
        """Whose token it is."""
        return self.token.name if self.token is not None else ""


class NeedsSignIn(Exception):  # noqa: N818 (it names what is needed)
    """A page was asked for that only somebody with a token may see."""


def visitor_of(request: Request) -> Visitor:
    """Who asks."""
    visitor: Visitor = getattr(request.state, "visitor", None) or Visitor()
    return visitor


def need(request: Request, scope: str) -> Visitor:
    """The visitor, who may do this; else NeedsSignIn, or 403 where a token is there and does not open it."""
    visitor = visitor_of(request)
    if visitor.may(scope):
        return visitor
    if visitor.token is None:
        raise NeedsSignIn
    raise HTTPException(403)


def admitting(
    tokens: Tokens, sessions: Sessions, *, asks_to_read: bool
) -> Callable[[Request, Answer], Awaitable[Response]]:
    """A middleware that finds out who asks, and lets nobody read without a token where one is asked for."""

    async def admit(request: Request, answer: Answer) -> Response:
        is_api = request.url.path.startswith("/api/")
        given = request.headers.get("authorization")
        try:
            visitor = await run_in_threadpool(_visitor, request, tokens, sessions, asks_to_read)
        except StoreError as error:
            if is_api or asks_to_read:
                return problem(503, "The database cannot be asked", str(error))
            visitor = Visitor()
        if given is not None and visitor.token is None:
            return _unauthorized("This token is not known, was revoked, or has ended.")
        if not visitor.may("read") and not _OPEN.fullmatch(request.url.path):
            return _unauthorized("Send a token: Authorization: Bearer tf_…") if is_api else sign_in_page(request)
        request.state.visitor = visitor
        response = await answer(request)
        if visitor.session is not None or asks_to_read:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return admit


def _visitor(request: Request, tokens: Tokens, sessions: Sessions, asks_to_read: bool) -> Visitor:
    given = request.headers.get("authorization")
    if given is not None:
        way, _, presented = given.partition(" ")
        token = tokens.check(presented.strip()) if way.lower() == "bearer" else None
        return Visitor(token, None, not asks_to_read)
    session = sessions.find(request.cookies.get(COOKIE))
    token = None if session is None else tokens.standing(session.token)
    return Visitor(token, session if token is not None else None, not asks_to_read)


def _unauthorized(detail: str) -> Response:
    response = problem(401, "A token is needed", detail)
    response.headers["WWW-Authenticate"] = 'Bearer realm="Talentflow"'
    return response


def sign_in_page(request: Request) -> Response:
    """The way to the page for signing in, and from there back."""
    first = request.url.path.split("/")[1]
    language = first if first in LANGUAGES else best_language(request.headers.get("accept-language"))
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    wanted = f"?next={quote(back, safe='')}" if request.method == "GET" and is_ours(back) else ""
    return RedirectResponse(f"/{language}/sign-in{wanted}", status_code=303)


def is_ours(address: str) -> bool:
    """Whether an address to go back to is one of our pages and nothing else."""
    return _OURS.fullmatch(address) is not None and not address.startswith("//") and "/.." not in address


async def read_form(request: Request) -> dict[str, list[str]]:
    """What a form sent, by field; 413 where it is too much, 400 where it is no form, 403 where another site sent it."""
    if not came_from_us(request):
        raise HTTPException(403)
    body = await read_body(request, "application/x-www-form-urlencoded")
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:  # bytes that are no text, or too many fields
        raise HTTPException(400) from None
    form: dict[str, list[str]] = {}
    for name, value in pairs:
        form.setdefault(name, []).append(value)
    return form


async def read_body(request: Request, media_type: str) -> bytes:
    """What was sent; 415 where it says that it is of another type, 413 where it is longer than any form."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != media_type:
        raise HTTPException(415, f"Send {media_type}")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, f"Send no more than {LONGEST_FORM:,} bytes")
    return bytes(body)


async def trusted_form(request: Request) -> dict[str, list[str]]:
    """What a form of ours sent in a session of the visitor's: the only way to change anything in a browser."""
    form = await read_form(request)
    visitor = visitor_of(request)
    if visitor.session is None:
        raise NeedsSignIn
    if not hmac.compare_digest(first(form, "key").encode(), visitor.session.key.encode()):
        raise HTTPException(403)
    return form


def first(form: dict[str, list[str]], name: str) -> str:
    """The first value of a field; "" where it was not sent."""
    return form.get(name, [""])[0]


def came_from_us(request: Request) -> bool:
    """Whether the browser says that a page of ours sent this; a program that says nothing sends no cookie unasked."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()


def _digest(cookie: str) -> str:
    return hashlib.sha256(cookie.encode("utf-8", "replace")).hexdigest()
