"""The pages of an organization: at a glance, everybody there, and who stayed."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from talentflow.app.staff import PARTS
from talentflow.serve.web.answers import library_of
from talentflow.serve.web.quarters import draw_quarters
from talentflow.serve.web.rendering import interface_of, page
from talentflow.serve.web.wanted import PAGE, page_number

router = APIRouter(include_in_schema=False)

_MOST_ENDS = 12  # organizations from which people came, or to which they went
_MOST_NEWEST = 15  # moves of each sort, and posts, on the page of an organization
_MOST_THERE = 10  # people of an organization on its page; the others are on the page of its roster


@router.get("/{language}/organization/{entity}")
def organization(request: Request, language: str, entity: str) -> Response:
    """An organization: who came, who went, who changed posts, where they went."""
    interface, library = interface_of(language), library_of(request)
    view, profile = library.overview(entity, limit=_MOST_NEWEST), library.profile(entity)
    people = library.roster(entity, limit=_MOST_THERE)
    if view is None or profile is None or people is None:
        raise HTTPException(404)
    return page(
        request, interface, "organization.html",
        view=view, profile=profile, roster=people, most_ends=_MOST_ENDS,
        drawing=draw_quarters(profile.quarters, mirrored=interface.direction == "rtl"),
    )  # fmt: skip


@router.get("/{language}/organization/{entity}/roster")
def roster(request: Request, language: str, entity: str) -> Response:
    """Everybody of whom it is told that they are with an organization or were."""
    interface, library = interface_of(language), library_of(request)
    number = page_number(request.query_params)
    asked = request.query_params.get("part", "")
    part = asked if asked in PARTS else None
    found = library.roster(entity, part=part, limit=PAGE, skip=(number - 1) * PAGE)
    name = library.names_of([entity]).get(entity)
    if found is None or name is None:
        raise HTTPException(404)
    count = {None: found.there + found.left, "there": found.there, "left": found.left}[part]
    return page(
        request, interface, "roster.html",
        entity=entity, name=name, roster=found, part=part, number=number, more=count > number * PAGE,
    )  # fmt: skip


@router.get("/{language}/organization/{entity}/retention")
def retention(request: Request, language: str, entity: str) -> Response:
    """The moves behind how many stayed with an organization: who left within the days, or all who came."""
    interface, library = interface_of(language), library_of(request)
    view = library.profile(entity)
    days, number = request.query_params.get("days", ""), page_number(request.query_params)
    row = next((row for row in view.retention if str(row.days) == days), None) if view is not None else None
    if view is None or row is None:
        raise HTTPException(404)
    is_all = request.query_params.get("of") == "came"
    behind = row.arrivals if is_all else row.departures
    return page(
        request, interface, "retention.html",
        view=view, row=row, is_all=is_all, number=number, more=len(behind) > number * PAGE,
        moves=library.moves_by_id(behind[(number - 1) * PAGE : number * PAGE]),
    )  # fmt: skip
