"""The API that asks for a token: reading and keeping articles, and the reviewers' desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from threading import BoundedSemaphore
from typing import Any, TypeVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from talentflow.app import Added
from talentflow.app.judged import JudgedClaim
from talentflow.app.verdicts import ClaimView
from talentflow.model import Document, FactClaim, PositionClaim, ReaderError, StoreError, TalentflowError
from talentflow.model.claims import move_as_dict, position_as_dict
from talentflow.model.facts import fact_as_dict
from talentflow.serve.web import asked, shapes
from talentflow.serve.web.access import visitor_of
from talentflow.serve.web.add import SCOPE as ADD
from talentflow.serve.web.add import tidied, typed
from talentflow.serve.web.answers import SafeJson, answer, library_of, problem
from talentflow.serve.web.described import may_answer
from talentflow.serve.web.review import SCOPE as REVIEW
from talentflow.serve.web.sent import (
    DESCRIBED,
    ArticleSent,
    ClaimSent,
    MergeSent,
    PairSent,
    Sent,
    SplitSent,
    UndoSent,
    admitted,
    described,
    sent,
)

Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])

router = APIRouter(
    prefix="/api/v1",
    dependencies=[Depends(asked.only_known)],
    default_response_class=SafeJson,
    responses=may_answer(403),  # each of these asks for a scope
)

_AT_ONCE = 4  # more would take the threads that answer everybody else
_READING = BoundedSemaphore(_AT_ONCE)


@router.post(
    "/read", tags=["articles"], summary="What an article says", response_model=shapes.Read,
    responses=may_answer(413, 415), openapi_extra=described(ArticleSent),
)  # fmt: skip
def read(request: Request, given: ArticleSent = Depends(sent(ArticleSent, ADD))) -> Response:
    """The claims of an article with their spans; nothing is kept. Asks for the scope "add"."""
    from talentflow.serve.commands.read import reading_as_dict

    document = _document(given)

    def answered() -> Response:
        try:
            reading = request.app.state.reader.read(document)
        except ReaderError as error:
            return problem(422, "The article could not be read", str(error))
        return SafeJson({**reading_as_dict(document, reading, explain=False), "text": document.text})

    return _where_there_is_room(answered)


@router.post(
    "/articles", tags=["articles"], summary="Keep an article", response_model=shapes.Kept, status_code=201,
    responses={
        200: {"model": shapes.Kept, "description": "It was there already, or is a newer version of what was"},
        **may_answer(413, 415),
    },
    openapi_extra=described(ArticleSent),
)  # fmt: skip
def keep(request: Request, given: ArticleSent = Depends(sent(ArticleSent, ADD))) -> Response:
    """Read an article and keep it with its claims. The same article twice changes nothing. Asks for the scope "add"."""
    library, document = library_of(request), _document(given)

    def answered() -> Response:
        added: Added = next(library.add([document], request.app.state.reader))
        if added.outcome == "failed":
            return problem(422, "The article could not be read", "It was not kept; the program's log may say more.")
        if added.outcome != "known":
            library.desk.note(visitor_of(request).name, "added", added.id)
        told = {name: getattr(added, name) for name in shapes.Kept.model_fields}
        return SafeJson(told, status_code=201 if added.outcome == "added" else 200)

    return _where_there_is_room(answered)


def _where_there_is_room(answered: Callable[[], Response]) -> Response:
    """The answer, unless so many articles are being read that nobody else would get one."""
    if not _READING.acquire(blocking=False):
        detail = f"{_AT_ONCE} articles are being read already."
        return problem(503, "Too many articles at once", detail, headers={"Retry-After": "5"})
    try:
        return answered()
    finally:
        _READING.release()


def _document(given: ArticleSent) -> Document:
    """The article that was sent."""
    return typed(tidied({name: value or "" for name, value in given}), "sent by a program")


def _reviewer(request: Request) -> str:
    return admitted(request, REVIEW).name


@router.get(
    "/review/pairs", tags=["review"], summary="Names that may be one", response_model=shapes.Pairs,
    responses=may_answer(304), openapi_extra=DESCRIBED,
)  # fmt: skip
def pairs(request: Request, limit: asked.Limit = 20, _: str = Depends(_reviewer)) -> Response:
    """Pairs of names that wait for a decision, surest first. Asks for the scope "review", as all of these."""
    return answer(request, {"pairs": [asdict(pair) for pair in library_of(request).open_pairs(limit)]})


def _doubtful(path: str, summary: str) -> Callable[[Endpoint], Endpoint]:
    """An endpoint that shows claims which wait for a verdict."""
    return router.get(
        f"/review/{path}", tags=["review"], summary=summary, response_model=shapes.Doubts,
        responses=may_answer(304), openapi_extra=DESCRIBED,
    )  # fmt: skip


@_doubtful("claims", "Doubtful moves")
def claims(request: Request, limit: asked.Limit = 20, _: str = Depends(_reviewer)) -> Response:
    """Moves that articles are held to claim and that nobody has confirmed or rejected, the least sure first."""
    return answer(request, _doubts(library_of(request).desk.claims(limit)))


@_doubtful("positions", "Doubtful posts")
def positions(request: Request, limit: asked.Limit = 20, _: str = Depends(_reviewer)) -> Response:
    """Who holds which post where, as articles are held to claim and nobody has judged, the least sure first."""
    return answer(request, _doubts(library_of(request).desk.claims(limit, sort="position")))


@_doubtful("facts", "Doubtful facts")
def facts(request: Request, limit: asked.Limit = 20, _: str = Depends(_reviewer)) -> Response:
    """Facts around the moves that articles are held to claim and that nobody has judged, the least sure first."""
    return answer(request, _doubts(library_of(request).desk.claims(limit, sort="fact")))


@router.get(
    "/review/articles/{article:path}", tags=["review"], summary="What an article is held to claim",
    response_model=shapes.Doubts, responses=may_answer(304, 404), openapi_extra=DESCRIBED,
)  # fmt: skip
def claims_of(request: Request, article: str, limit: asked.Limit = asked.MOST, _: str = Depends(_reviewer)) -> Response:
    """Moves, posts and facts of one article that nobody has confirmed or rejected, however sure they are."""
    library = library_of(request)
    if library.article(article) is None:
        return problem(404, "No such article", f"No article has the id {article}.")
    return answer(request, _doubts(library.desk.claims_of(article, limit)))


def _doubts(views: Sequence[ClaimView]) -> dict[str, Any]:
    return {"claims": [{**asdict(view), "claim": _claim(view.claim)} for view in views]}


def _claim(claim: JudgedClaim) -> dict[str, Any]:
    if isinstance(claim, FactClaim):
        return fact_as_dict(claim)
    return position_as_dict(claim) if isinstance(claim, PositionClaim) else move_as_dict(claim)


@router.get(
    "/review/names/{entity}", tags=["review"], summary="The names of a person or an organization",
    response_model=shapes.Names, responses=may_answer(304, 404), openapi_extra=DESCRIBED,
)  # fmt: skip
def names(request: Request, entity: str, _: str = Depends(_reviewer)) -> Response:
    """The names that are held to be one person's or organization's, each with its key and its sentences."""
    library = library_of(request)
    if library.entity(entity) is None:
        return problem(404, "No such person or organization", f"Nobody has the id {entity}.")
    return answer(request, {"names": [asdict(side) for side in library.desk.names(entity)]})


@router.get(
    "/review/deeds", tags=["review"], summary="Who did what when", response_model=shapes.Deeds,
    responses=may_answer(304), openapi_extra=DESCRIBED,
)  # fmt: skip
def deeds(request: Request, limit: asked.Limit = 50, skip: asked.Skip = 0, _: str = Depends(_reviewer)) -> Response:
    """The log, newest first; `skip` so many to go on."""
    return answer(request, {"deeds": [asdict(deed) for deed in library_of(request).desk.deeds(limit, skip)]})


def _deed(path: str, summary: str, shape: type[Sent]) -> Callable[[Endpoint], Endpoint]:
    """An endpoint that does something at the desk and answers with the key of the deed."""
    return router.post(
        f"/review/{path}", tags=["review"], summary=summary, response_model=shapes.Done, status_code=201,
        responses=may_answer(409, 413, 415), openapi_extra=described(shape),
    )  # fmt: skip


@_deed("decisions", "Decide on two names", PairSent)
def decide(request: Request, given: PairSent = Depends(sent(PairSent, REVIEW))) -> Response:
    """Keep that two names are the same person's or organization's, or different, or that nobody can say."""
    return _done(request, given, library_of(request).desk.decide)


@_deed("verdicts", "Judge a claim", ClaimSent)
def judge(request: Request, given: ClaimSent = Depends(sent(ClaimSent, REVIEW))) -> Response:
    """Keep that an article does claim this, or does not."""
    return _done(request, given, library_of(request).desk.judge)


@_deed("merges", "Make two entities one", MergeSent)
def merge(request: Request, given: MergeSent = Depends(sent(MergeSent, REVIEW))) -> Response:
    """Keep that two people, or two organizations, are one."""
    return _done(request, given, library_of(request).desk.merge)


@_deed("splits", "Part names of an entity", SplitSent)
def split(request: Request, given: SplitSent = Depends(sent(SplitSent, REVIEW))) -> Response:
    """Keep that these names are somebody else's than the others of the entity."""
    return _done(request, given, library_of(request).desk.split)


@_deed("undo", "Take a deed back", UndoSent)
def undo(request: Request, given: UndoSent = Depends(sent(UndoSent, REVIEW))) -> Response:
    """Take back what somebody did; both stay in the log."""
    return _done(request, given, lambda deed, reviewer: library_of(request).desk.undo(deed, reviewer=reviewer).key)


def _done(request: Request, given: Sent, act: Callable[..., int]) -> Response:
    """The key of the deed, done with what was sent in the name of the token; 409 and why where it cannot be done."""
    try:
        deed = act(**dict(given), reviewer=visitor_of(request).name)
    except StoreError:
        raise
    except TalentflowError as error:
        return problem(409, "This cannot be done", str(error))
    return SafeJson({"deed": deed}, status_code=201)
