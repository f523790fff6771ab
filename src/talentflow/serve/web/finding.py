"""The page of the search, and what is found while somebody types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from talentflow.app import Library, MoveView
from talentflow.app.views import MoveFilter, NamedView
from talentflow.serve.web.answers import library_of
from talentflow.serve.web.rendering import fragment, interface_of, page

router = APIRouter(include_in_schema=False)

_MOST_HITS = 30
_MOST_NAMED = 20
_MOST_TYPED = 5  # of each sort, while somebody types
_MOST_MOVES = 12  # on the page of the search


@router.get("/{language}/search")
def search(request: Request, language: str) -> Response:
    """People, organizations and articles by name or words, in any script."""
    interface, library = interface_of(language), library_of(request)
    query = request.query_params.get("q", "").strip()[:200]
    if not query:
        nobody: tuple[NamedView, ...] = ()
        return page(
            request, interface, "search.html",
            query="", people=nobody, organizations=nobody, moves=(), more=None, hits=(), tries=(),
        )  # fmt: skip
    people, organizations = (library.named(query, sort, limit=_MOST_NAMED) for sort in ("person", "organization"))
    hits = library.search(query, _MOST_HITS)
    moves, more = _moves_of(library, query, people, organizations, _MOST_MOVES)
    nothing = not (people or organizations or hits)
    return page(
        request, interface, "search.html",
        query=query, people=people, organizations=organizations, moves=moves, more=more, hits=hits,
        tries=library.suggest(query) if nothing else (),
    )  # fmt: skip


@router.get("/{language}/typed")
def typed(request: Request, language: str) -> Response:
    """What is found for what is typed so far: a piece of a page, for the box of the search."""
    interface, library = interface_of(language), library_of(request)
    query = request.query_params.get("q", "").strip()[:200]
    people, organizations = (library.typed(query, sort, limit=_MOST_TYPED) for sort in ("person", "organization"))
    hits = library.search(query, _MOST_TYPED) if len(query) > 1 else []
    found = [view.name for view in (*people, *organizations)[:1] if view.name]
    moves, _ = _moves_of(library, found[0], people, organizations, _MOST_TYPED) if found else ([], None)
    html = fragment(
        interface, "typed.html",
        query=query, people=people, organizations=organizations, moves=moves, hits=hits,
        home=f"/{interface.language}",
    )  # fmt: skip
    return HTMLResponse(html, headers={"Content-Language": interface.language})


def _moves_of(
    library: Library, query: str, people: Sequence[NamedView], organizations: Sequence[NamedView], most: int
) -> tuple[list[MoveView], str | None]:
    """The newest moves of those who were found, and by which field of the filter there are more of them."""
    field = "person" if people else "org" if organizations else None
    if field is None:
        return [], None
    wanted = MoveFilter(limit=most + 1)
    wanted = replace(wanted, person=query) if field == "person" else replace(wanted, organization=query)
    found = library.moves(wanted)
    return found[:most], field if len(found) > most else None
