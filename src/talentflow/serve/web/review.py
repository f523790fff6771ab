"""The reviewers' desk in the browser: open questions, doubtful claims, names merged and split, the log to undo from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from talentflow.app import Library
from talentflow.model import TalentflowError
from talentflow.serve.web.access import first, is_ours, need, trusted_form
from talentflow.serve.web.answers import library_of
from talentflow.serve.web.interface import Interface
from talentflow.serve.web.rendering import interface_of, page
from talentflow.serve.web.sent import LONGEST_REASON

router = APIRouter(include_in_schema=False)
Form = Annotated[dict[str, list[str]], Depends(trusted_form)]

SCOPE = "review"
_CARDS = 20
_DEEDS = 50
_MOST_CANDIDATES = 8


def _desk(request: Request, language: str) -> tuple[Interface, Library]:
    """The interface and the library, for somebody who may review."""
    interface = interface_of(language)
    need(request, SCOPE)
    return interface, library_of(request)


def _done(request: Request, library: Library) -> Any:
    """The deed that brought the visitor here, if any, to tell of it."""
    key = request.query_params.get("done", "")
    return library.desk.deed(int(key)) if key.isdecimal() and len(key) < 10 else None


@router.get("/{language}/review")
def names(request: Request, language: str) -> Response:
    """Pairs of names that may be one, surest first."""
    interface, library = _desk(request, language)
    pairs = library.open_pairs(_CARDS)
    return page(request, interface, "review.html", pairs=pairs, done=_done(request, library))


@router.get("/{language}/review/claims")
def claims(request: Request, language: str) -> Response:
    """Doubtful moves, the least sure first."""
    return _doubtful(request, language, "move")


@router.get("/{language}/review/positions")
def positions(request: Request, language: str) -> Response:
    """Doubtful posts: who holds which where."""
    return _doubtful(request, language, "position")


@router.get("/{language}/review/facts")
def facts(request: Request, language: str) -> Response:
    """Doubtful facts around the moves."""
    return _doubtful(request, language, "fact")


def _doubtful(request: Request, language: str, sort: str) -> Response:
    interface, library = _desk(request, language)
    found = library.desk.claims(_CARDS, sort=sort)
    return page(request, interface, "review_claims.html", sort=sort, claims=found, done=_done(request, library))


@router.get("/{language}/review/article/{article:path}")
def article(request: Request, language: str, article: str) -> Response:
    """All that an article is held to claim and that nobody has judged, however sure it is."""
    interface, library = _desk(request, language)
    if library.article(article) is None:
        raise HTTPException(404)
    found = library.desk.claims_of(article)
    return page(
        request, interface, "review_claims.html", sort="", article=article, claims=found, done=_done(request, library)
    )


@router.get("/{language}/review/log")
def log(request: Request, language: str) -> Response:
    """Who did what when."""
    interface, library = _desk(request, language)
    given = request.query_params.get("page", "1")
    number = max(1, int(given)) if given.isdecimal() and len(given) < 6 else 1
    deeds = library.desk.deeds(_DEEDS + 1, (number - 1) * _DEEDS)
    return page(
        request, interface, "review_log.html",
        deeds=deeds[:_DEEDS], number=number, more=len(deeds) > _DEEDS, done=_done(request, library),
    )  # fmt: skip


@router.get("/{language}/review/entity/{entity}")
def entity(request: Request, language: str, entity: str) -> Response:
    """The names that are held to be one person's or organization's: to be split, or merged with another's."""
    interface, library = _desk(request, language)
    view = library.entity(entity)
    if view is None:
        raise HTTPException(404)
    query = request.query_params.get("q", "").strip()[:200]
    found = (library.person if view.type == "person" else library.organization)(query) if query else None
    others = [other for other in (found.found if found is not None else ()) if other.id != view.id]
    return page(
        request, interface, "review_entity.html",
        view=view, sides=library.desk.names(view.id), query=query, others=others[:_MOST_CANDIDATES],
        tries=found.suggestions if found is not None else (), done=_done(request, library),
    )  # fmt: skip


@router.post("/{language}/review/pair")
def decide(request: Request, language: str, form: Form) -> Response:
    """Keeps what the reviewer says of two names."""
    interface, library = _desk(request, language)
    return _do(
        request, interface, form,
        lambda who, reason: library.desk.decide(
            first(form, "one"), first(form, "other"), first(form, "verdict"), reviewer=who, reason=reason
        ),
    )  # fmt: skip


@router.post("/{language}/review/claim")
def judge(request: Request, language: str, form: Form) -> Response:
    """Keeps what the reviewer says of a claim."""
    interface, library = _desk(request, language)
    return _do(
        request, interface, form,
        lambda who, reason: library.desk.judge(
            first(form, "article"), first(form, "claim"), first(form, "verdict"), reviewer=who, reason=reason
        ),
    )  # fmt: skip


@router.post("/{language}/review/merge")
def merge(request: Request, language: str, form: Form) -> Response:
    """Makes two entities one."""
    interface, library = _desk(request, language)
    one, other = first(form, "one"), first(form, "other")
    return _do(
        request, interface, form, lambda who, reason: library.desk.merge(one, other, reviewer=who, reason=reason)
    )  # fmt: skip


@router.post("/{language}/review/split")
def split(request: Request, language: str, form: Form) -> Response:
    """Parts some names of an entity from its others."""
    interface, library = _desk(request, language)
    chosen = form.get("name", [])
    return _do(
        request, interface, form,
        lambda who, reason: library.desk.split(first(form, "entity"), chosen, reviewer=who, reason=reason),
    )  # fmt: skip


@router.post("/{language}/review/undo")
def undo(request: Request, language: str, form: Form) -> Response:
    """Takes a deed back."""
    interface, library = _desk(request, language)
    key = first(form, "deed")
    deed = int(key) if key.isdecimal() and len(key) < 10 else 0
    return _do(request, interface, form, lambda who, _: library.desk.undo(deed, reviewer=who).key)


def _do(request: Request, interface: Interface, form: dict[str, list[str]], act: Callable[[str, str], int]) -> Response:
    """Acts as the visitor and goes back to where the form stood; what cannot be done is told on a page."""
    try:
        deed = act(need(request, SCOPE).name, first(form, "reason").strip()[:LONGEST_REASON])
    except TalentflowError as error:
        return page(request, interface, "error.html", status=409, code=409, detail=str(error))
    back = first(form, "back")
    if not is_ours(back) or "?" in back:
        back = f"/{interface.language}/review"
    return RedirectResponse(f"{back}?done={deed}", status_code=303)
