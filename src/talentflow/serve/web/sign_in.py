"""Signing in with a token, and out again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Request
from starlette.responses import RedirectResponse, Response

from talentflow.serve.web.access import (
    COOKIE,
    NeedsSignIn,
    Sessions,
    first,
    is_ours,
    read_form,
    sign_in_page,
    trusted_form,
)
from talentflow.serve.web.answers import library_of
from talentflow.serve.web.rendering import interface_of, page

router = APIRouter(include_in_schema=False)
Form = dict[str, list[str]]


@router.get("/{language}/sign-in")
def sign_in(request: Request, language: str) -> Response:
    """The page that asks for a token."""
    interface = interface_of(language)
    return page(request, interface, "sign_in.html", back=_back(request.query_params.get("next", "")), is_wrong=False)


@router.post("/{language}/sign-in")
def signed_in(request: Request, language: str, form: Annotated[Form, Depends(read_form)]) -> Response:
    """Opens a session, always a new one, and goes back to where the visitor came from."""
    interface = interface_of(language)
    back = _back(first(form, "next"))
    token = library_of(request).tokens.check(first(form, "token").strip())
    if token is None:
        return page(request, interface, "sign_in.html", status=403, back=back, is_wrong=True)
    sessions = sessions_of(request)
    sessions.close(request.cookies.get(COOKIE))
    response = RedirectResponse(back or f"/{language}/", status_code=303)
    response.set_cookie(
        COOKIE, sessions.open(token.id), httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return response


@router.post("/{language}/sign-out")
def signed_out(request: Request, language: str, _: Annotated[Form, Depends(trusted_form)]) -> Response:
    """Ends the session."""
    interface_of(language)
    sessions_of(request).close(request.cookies.get(COOKIE))
    response = RedirectResponse(f"/{language}/", status_code=303)
    response.delete_cookie(COOKIE)
    return response


def sessions_of(request: Request) -> Sessions:
    """The open sessions."""
    sessions: Sessions = request.app.state.sessions
    return sessions


def add_sign_in(application: FastAPI) -> None:
    """Whoever asks for what needs a token is sent to sign in."""

    @application.exception_handler(NeedsSignIn)
    def ask(request: Request, _: NeedsSignIn) -> Response:
        return sign_in_page(request)


def _back(address: str) -> str:
    return address if is_ours(address) else ""
