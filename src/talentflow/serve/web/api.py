"""The API: what the pages show, as JSON."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response

from talentflow.app import Library
from talentflow.app.plain_data import entity_as_dict, move_as_dict
from talentflow.serve.web.wanted import PAGE, wanted_of
from talentflow.text.visible import json_text

router = APIRouter(prefix="/api/v1", tags=["record"])
_MOST = 200

Limit = Annotated[int, Query(ge=1, le=_MOST, description="How many at most.")]
Skip = Annotated[int, Query(ge=0, le=10_000_000, description="How many to leave out first; `next` in an answer tells.")]


class SafeJson(JSONResponse):
    """JSON in its own script, in which nothing can act on a terminal."""

    def render(self, content: Any) -> bytes:
        """The bytes of the answer."""
        return json_text(content).encode("utf-8")


def problem(status: int, title: str, detail: str) -> Response:
    """What went wrong, as RFC 9457 asks."""
    content = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return SafeJson(content, status_code=status, media_type="application/problem+json")


def answer(request: Request, content: Any) -> Response:
    """An answer with its ETag; nothing but that where the asker has it already."""
    response = SafeJson(content)
    tag = '"' + hashlib.blake2b(bytes(response.body), digest_size=12).hexdigest() + '"'
    known = {part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")}
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in known:
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


def library_of(request: Request) -> Library:
    """The library that is served."""
    library: Library = request.app.state.library
    return library


@router.get("/moves", summary="Moves, newest first")
def moves(
    request: Request,
    person: Annotated[str | None, Query(description="In any script or spelling.")] = None,
    org: Annotated[str | None, Query(description="Either end.")] = None,
    from_: Annotated[str | None, Query(alias="from", description="Whom they leave.")] = None,
    to: Annotated[str | None, Query(description="Whom they join.")] = None,
    kind: str | None = None,
    status: str | None = None,
    lang: Annotated[str | None, Query(description="A language of the articles, such as ar.")] = None,
    since: Annotated[str | None, Query(description="2025, 2025-10 or 2025-10-14.")] = None,
    until: Annotated[str | None, Query(description="As since.")] = None,
    sort: str | None = None,
    limit: Limit = PAGE,
    skip: Skip = 0,
) -> Response:
    """The moves that pass the filter, each with its evidence, history and accounts."""
    given = {
        "person": person, "org": org, "from": from_, "to": to, "kind": kind, "status": status, "lang": lang,
        "since": since, "until": until, "sort": sort,
    }  # fmt: skip
    wanted = wanted_of({name: value for name, value in given.items() if value})
    if wanted.misunderstood:
        name, value = next(iter(wanted.misunderstood.items()))
        return problem(422, "A value that cannot be understood", f"{name}: {value}")
    found = library_of(request).moves(replace(wanted.filter, limit=limit + 1, skip=skip))
    more = len(found) > limit
    return answer(
        request,
        {"moves": [move_as_dict(move) for move in found[:limit]], "next": skip + limit if more else None},
    )


@router.get("/moves/{move}", summary="One move", responses={404: {"description": "No such move"}})
def one_move(request: Request, move: str) -> Response:
    """A move by its id."""
    found = library_of(request).move(move)
    if found is None:
        return problem(404, "No such move", f"No move has the id {move}.")
    return answer(request, move_as_dict(found))


@router.get("/people", summary="People by name")
def people(request: Request, name: Annotated[str, Query(min_length=1, max_length=200)]) -> Response:
    """The people who bear a name in any script or spelling, or names to try."""
    return _look_up(request, name, "person")


@router.get("/organizations", summary="Organizations by name")
def organizations(request: Request, name: Annotated[str, Query(min_length=1, max_length=200)]) -> Response:
    """The organizations that bear a name in any script or spelling, or names to try."""
    return _look_up(request, name, "organization")


def _look_up(request: Request, name: str, sort: str) -> Response:
    library = library_of(request)
    found = library.person(name) if sort == "person" else library.organization(name)
    return answer(
        request,
        {"found": [entity_as_dict(entity) for entity in found.found], "suggestions": list(found.suggestions)},
    )


@router.get(
    "/entities/{entity}",
    summary="A person or an organization",
    responses={404: {"description": "No such person or organization"}},
)
def one_entity(request: Request, entity: str) -> Response:
    """A person or an organization by its id."""
    found = library_of(request).entity(entity)
    if found is None:
        return problem(404, "No such person or organization", f"Nobody has the id {entity}.")
    return answer(request, entity_as_dict(found))


@router.get("/articles/{article}", summary="An article", responses={404: {"description": "No such article"}})
def one_article(request: Request, article: str) -> Response:
    """An article with its claims and their spans."""
    from talentflow.serve.commands.read import reading_as_dict

    view = library_of(request).article(article)
    if view is None:
        return problem(404, "No such article", f"No article has the id {article}.")
    return answer(
        request,
        {
            **reading_as_dict(view.document, view.reading, explain=False),
            "text": view.document.text,
            "url": view.document.url,
            "publisher": view.document.publisher,
            "origin": view.origin,
            "story": view.story,
            "same_origin": list(view.same_origin),
            "same_story": list(view.same_story),
        },
    )


@router.get("/search", summary="Articles by their words")
def search(request: Request, q: Annotated[str, Query(min_length=1, max_length=200)], limit: Limit = 20) -> Response:
    """The articles whose words match, best first."""
    hits = library_of(request).search(q, limit)
    names = ("article", "title", "language", "published", "publisher", "excerpt", "score")
    return answer(request, {"articles": [{name: getattr(hit, name) for name in names} for hit in hits]})


@router.get("/status", summary="What the record holds")
def status(request: Request) -> Response:
    """Counts of articles, claims, moves, people and organizations, by language where that says something."""
    view = library_of(request).status()
    names = ("articles", "claims", "moves", "people", "organizations", "stories", "origins")
    counts = {name: getattr(view, name) for name in names}
    return answer(request, {**counts, "languages": dict(view.languages), "readers": dict(view.readers)})
