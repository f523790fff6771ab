"""The API: what the pages show, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from talentflow.app.facts import fact_as_dict
from talentflow.app.insight import row_as_dict
from talentflow.app.plain_data import entity_as_dict, move_as_dict
from talentflow.app.views import CountedMoves, FactFilter, InsightFilter, MoveFilter
from talentflow.serve.web import asked, shapes
from talentflow.serve.web.answers import SafeJson, answer, library_of, problem
from talentflow.serve.web.cursors import Cursor
from talentflow.serve.web.described import may_answer
from talentflow.serve.web.problems import UnknownCursorError
from talentflow.serve.web.wanted import PAGE

_BEARERS = 5  # of a name, unless more are asked for
_OF_ENTITY = 20  # moves and posts of an organization, unless more are asked for

router = APIRouter(
    prefix="/api/v1",
    tags=["record"],
    dependencies=[Depends(asked.only_known)],
    default_response_class=SafeJson,
    responses=may_answer(304),  # each of these shows something, with an ETag
)


def move_filter(
    person: asked.Person = None,
    org: asked.Org = None,
    from_: asked.From = None,
    to: asked.To = None,
    kind: asked.Kinds = [],  # noqa: B006 - FastAPI makes a new one for each request
    status: asked.Statuses = [],  # noqa: B006
    lang: asked.Languages = [],  # noqa: B006
    since: asked.Since = None,
    until: asked.Until = None,
    as_of: asked.AsOf = None,
) -> MoveFilter:
    """The filter that an address asks for, as on the pages."""
    return MoveFilter(
        person=person, organization=org, from_=from_, to=to, kind=tuple(kind), status=tuple(status),
        language=tuple(lang), since=since, until=until, as_of=as_of,
    )  # fmt: skip


def fact_filter(
    about: asked.About = None,
    type: asked.Types = [],  # noqa: A002, B006
    status: asked.Statuses = [],  # noqa: B006
    lang: asked.Languages = [],  # noqa: B006
    since: asked.Since = None,
    until: asked.Until = None,
) -> FactFilter:
    """The filter of facts that an address asks for."""
    return FactFilter(
        about=about, type=tuple(type), status=tuple(status), language=tuple(lang), since=since, until=until
    )


async def place_of(cursor: asked.CursorText = None) -> Cursor:
    """Where a list goes on: the beginning where nothing is said. Raises UnknownCursorError for a cursor of nobody's."""
    place = Cursor("", 0) if cursor is None else Cursor.read(cursor)
    if place is None:
        raise UnknownCursorError
    return place


@router.get("/moves", summary="Moves, newest first", response_model=shapes.Moves, responses=may_answer(404))
def moves(
    request: Request,
    wanted: MoveFilter = Depends(move_filter),
    sort: asked.Sort = "date",
    limit: asked.Limit = PAGE,
    place: Cursor = Depends(place_of),
) -> Response:
    """The moves that pass the filter, each with its evidence, history and accounts."""
    found = library_of(request).moves(
        replace(wanted, sort=sort, limit=limit + 1, skip=place.count, after=place.last or None),
    )
    return _page(request, "moves", [move_as_dict(move) for move in found], limit, place, "id")


@router.get("/moves/{move}", summary="One move", response_model=shapes.Move, responses=may_answer(404))
def one_move(request: Request, move: str) -> Response:
    """A move by its id."""
    found = library_of(request).move(move)
    if found is None:
        return problem(404, "No such move", f"No move has the id {move}.")
    return answer(request, move_as_dict(found))


@router.get("/people", summary="People by name", response_model=shapes.Found)
def people(request: Request, name: asked.Name, as_of: asked.AsOf = None, limit: asked.Limit = _BEARERS) -> Response:
    """The people who bear a name in any script or spelling, those of whom most is told, or names to try."""
    return _look_up(request, name, "person", as_of, limit)


@router.get("/organizations", summary="Organizations by name", response_model=shapes.Found)
def organizations(
    request: Request, name: asked.Name, as_of: asked.AsOf = None, limit: asked.Limit = _BEARERS
) -> Response:
    """The organizations that bear a name in any script or spelling, those of whom most is told, or names to try.

    Of each at most so many moves and posts, the newest; `/entities/{entity}` gives more.
    """
    return _look_up(request, name, "organization", as_of, limit)


def _look_up(request: Request, name: str, sort: str, as_of: str | None, limit: int) -> Response:
    library = library_of(request)
    found = (library.person if sort == "person" else library.organization)(name, as_of=as_of, limit=limit)
    return answer(
        request,
        {"found": [entity_as_dict(entity) for entity in found.found], "suggestions": list(found.suggestions)},
    )


@router.get(
    "/entities/{entity}", summary="A person or an organization", response_model=shapes.Entity, responses=may_answer(404)
)
def one_entity(request: Request, entity: str, limit: asked.Limit = _OF_ENTITY) -> Response:
    """A person by id, with the career line; an organization with so many of its newest moves and posts.

    The roster of an organization is that of the people whom these name. All of its moves are at `/moves?org=`.
    """
    found = library_of(request).entity(entity, limit=limit)
    if found is None:
        return problem(404, "No such person or organization", f"Nobody has the id {entity}.")
    return answer(request, entity_as_dict(found))


@router.get(
    "/organizations/{organization}/profile",
    summary="An organization in figures",
    response_model=shapes.Profile,
    responses=may_answer(404),
)
def profile(request: Request, organization: asked.Organization) -> Response:
    """Who came and left by quarter, from where, to where, who stayed, who founded it, what belongs to it."""
    found = library_of(request).profile(organization)
    return _no_organization(organization) if found is None else answer(request, asdict(found))


@router.get(
    "/organizations/{organization}/roster",
    summary="Who is with an organization and who was",
    response_model=shapes.Roster,
    responses=may_answer(404),
)
def roster(
    request: Request,
    organization: asked.Organization,
    part: asked.Part = None,
    limit: asked.Limit = PAGE,
    place: Cursor = Depends(place_of),
) -> Response:
    """Who is there first, then who left, the newest first; each with every stay, its gaps and what contradicts it."""
    found = library_of(request).roster(organization, part=part, limit=limit + 1, skip=place.count)
    if found is None:
        return _no_organization(organization)
    more = {"there": found.there, "left": found.left}
    return _page(request, "people", [asdict(row) for row in found.people], limit, place, "id", more)


@router.get(
    "/organizations/{organization}/counted",
    summary="The moves behind a count",
    response_model=shapes.Counted,
    responses=may_answer(404),
)
def counted(
    request: Request,
    organization: asked.Organization,
    side: asked.Side = "came",
    other: asked.Other = None,
    since: asked.Since = None,
    until: asked.Until = None,
    quarter: asked.Quarter = None,
    every: asked.Every = False,
    limit: asked.Limit = PAGE,
    place: Cursor = Depends(place_of),
) -> Response:
    """Exactly the moves that the profile and the flows count, newest first: by ids, not by names, without units."""
    library = library_of(request)
    ends = {"came": (other, organization), "left": (organization, other), "within": (organization, organization)}[side]
    found = library.counted(CountedMoves(*ends, since, until, quarter, is_every=every or side == "within"))
    if found is None:
        return _no_organization(organization if other is None else f"{organization} or {other}")
    moves = library.moves_by_id(found.moves[place.count : place.count + limit + 1])
    more = {"count": len(found.moves), "people": found.people}
    return _page(request, "moves", [move_as_dict(move) for move in moves], limit, place, "id", more)


def _no_organization(organization: str) -> Response:
    return problem(404, "No such organization", f"No organization has the id {organization}.")


@router.get(
    "/entities/{entity}/companions",
    summary="Who moved along with a person",
    response_model=shapes.Companions,
    responses=may_answer(404),
)
def companions(request: Request, entity: str) -> Response:
    """Those of whom one article tells that they made the same moves as a person."""
    library = library_of(request)
    if not library.has_entity(entity):
        return problem(404, "No such person or organization", f"Nobody has the id {entity}.")
    return answer(request, {"companions": [asdict(view) for view in library.companions(entity)]})


@router.get("/articles/{article:path}", summary="An article", response_model=shapes.Article, responses=may_answer(404))
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


@router.get("/stories/{story:path}", summary="A story", response_model=shapes.Story, responses=may_answer(404))
def one_story(request: Request, story: str) -> Response:
    """The articles that tell one piece of news, in all languages, those of one origin together."""
    view = library_of(request).story(story)
    if view is None:
        return problem(404, "No such story", f"No story has the id {story}.")
    return answer(request, asdict(view))


@router.get("/search", summary="Articles by their words", response_model=shapes.Hits, responses=may_answer(404))
def search(request: Request, q: asked.Words, limit: asked.Limit = 20, place: Cursor = Depends(place_of)) -> Response:
    """The articles whose words match, best first."""
    hits = library_of(request).search(q, limit + 1, skip=place.count)
    names = ("article", "title", "language", "published", "publisher", "excerpt", "score")
    rows = [{name: getattr(hit, name) for name in names} for hit in hits]
    return _page(request, "articles", rows, limit, place, "article")


@router.get(
    "/facts", summary="Facts around the moves, newest first", response_model=shapes.Facts, responses=may_answer(404)
)
def facts(
    request: Request,
    wanted: FactFilter = Depends(fact_filter),
    limit: asked.Limit = PAGE,
    place: Cursor = Depends(place_of),
) -> Response:
    """What articles state of money, pay, computing, lawsuits, products and reasons."""
    found = library_of(request).facts(
        replace(wanted, limit=limit + 1, skip=place.count, after=place.last or None),
    )
    return _page(request, "facts", [fact_as_dict(fact) for fact in found], limit, place, "id")


@router.get("/figures/{figure}", summary="What the moves add up to", response_model=shapes.Table)
def figure(
    request: Request,
    figure: asked.Figure,
    org: asked.Org = None,
    since: asked.Since = None,
    until: asked.Until = None,
    days: asked.Days = None,
    limit: asked.Limit = PAGE,
    moves: asked.MovesBehind = PAGE,
) -> Response:
    """A figure for a period, the largest first: flows, net gain, tenure, retention and the others, with their moves.

    Of the moves behind a row the first ones are given; `moves_in_all` says how many there are.
    """
    table = library_of(request).insight(InsightFilter(figure, org, since, until, days, limit))
    rows: list[dict[str, Any]] = []
    for row in table.rows:
        cells = row_as_dict(table, row)
        del cells["figure"], cells["moves"]
        behind = {"moves": list(row.moves[:moves]), "moves_in_all": len(row.moves)}
        rows.append({"cells": cells, "about": list(row.about), **behind})
    return answer(request, {"figure": table.figure, "columns": list(table.columns), "rows": rows})


@router.get("/status", summary="What the record holds", response_model=shapes.Counts)
def status(request: Request, as_of: asked.AsOf = None) -> Response:
    """Counts of articles, claims, moves, people and organizations; articles by language, reader and outlet.

    The outlets are always those of today.
    """
    library = library_of(request)
    view = library.status(as_of=as_of)
    names = ("articles", "claims", "moves", "people", "organizations", "stories", "origins")
    counts = {name: getattr(view, name) for name in names}
    by = {"languages": dict(view.languages), "readers": dict(view.readers), "outlets": library.outlets()}
    return answer(request, {**counts, **by})


@router.get("/quality", summary="How well each language is read", response_model=shapes.Qualities)
def quality(request: Request) -> Response:
    """Of the moves in articles that the reader had not seen: the share that it finds, and the share that is right."""
    from talentflow.languages import language_codes, load_quality

    measured = load_quality()
    figures = {code: {name: asdict(one) for name, one in measured.get(code, {}).items()} for code in language_codes()}
    return answer(request, {"languages": figures})


def _page(
    request: Request,
    name: str,
    rows: list[dict[str, Any]],
    limit: int,
    place: Cursor,
    key: str,
    beside: Mapping[str, Any] | None = None,
) -> Response:
    """A page of a list, with where it goes on: `rows` holds one more than the page where another follows."""
    shown, told = rows[:limit], beside or {}
    if len(rows) <= limit:
        return answer(request, {name: shown, **told, "next": None})
    following = Cursor(str(shown[-1][key]), place.count + limit).written()
    address = request.url.include_query_params(cursor=following)
    link = f'<{address.path}?{address.query}>; rel="next"'
    return answer(request, {name: shown, **told, "next": following}, {"Link": link})


__all__ = ["SafeJson", "answer", "library_of", "problem", "router"]
