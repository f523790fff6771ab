"""The pages: what the library answers, laid out for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from talentflow.app import Library, MoveView
from talentflow.app.views import SORTS, ArticleView, EntityView, EvidenceView, InsightFilter, ToldView
from talentflow.exports import exporters
from talentflow.exports.provenance import LICENCE
from talentflow.model import KINDS, STATUSES
from talentflow.serve.marked import numbered_claims, pieces
from talentflow.serve.web.answers import library_of
from talentflow.serve.web.career_line import draw_career, rows_of
from talentflow.serve.web.interface import best_language
from talentflow.serve.web.periods import chosen, slider_for
from talentflow.serve.web.rendering import interface_of, page
from talentflow.serve.web.sankey import sankey
from talentflow.serve.web.wanted import (
    PAGE,
    Wanted,
    counted_of,
    counted_query,
    counted_query_of,
    page_number,
    wanted_of,
)

router = APIRouter(include_in_schema=False)

_MOST_FELLOWS = 8
_LARGEST = 10  # organizations in the matrix of flows
_MOST_FLOWS = 40
_MOST_RIBBONS = 30
_MOST_OUTLETS = 30


@router.get("/")
def start(request: Request) -> Response:
    """Go to the visitor's language."""
    return RedirectResponse(f"/{best_language(request.headers.get('accept-language'))}/", status_code=302)


@router.get("/{language}/")
def now(request: Request, language: str) -> Response:
    """The moves of a period, newest first."""
    interface, library = interface_of(language), library_of(request)
    if (shorter := _without_empty(request)) is not None:
        return shorter
    wanted = wanted_of(request.query_params)
    found, held = library.moves(wanted.filter), library.languages()
    more = len(found) > PAGE
    shown = found[:PAGE]
    months = [
        (interface.month(key or None), list(group)) for key, group in groupby(shown, key=lambda view: _month_of(view))
    ]
    suggestions = {} if shown else _suggestions(library, wanted)
    return page(
        request, interface, "now.html",
        wanted=wanted, months=months, more=more, shown=len(shown), suggestions=suggestions,
        is_empty=not held and not wanted.is_filtered,
        kinds=KINDS, statuses=STATUSES, sorts=SORTS, article_languages=sorted(held),
        by_month=wanted.filter.sort in ("date", "known"),
    )  # fmt: skip


def _without_empty(request: Request) -> Response | None:
    """To the same page without the fields that a form has sent though nobody filled them in: an address to hand on."""
    given = request.query_params.multi_items()
    filled = [(field, value) for field, value in given if value.strip()]
    if len(filled) == len(given):
        return None
    query = f"?{urlencode(filled)}" if filled else ""
    return RedirectResponse(f"{request.url.path}{query}", status_code=303)


def _month_of(view: MoveView) -> str:
    return (view.date or view.known_on or "")[:7]


def _suggestions(library: Library, wanted: Wanted) -> Mapping[str, Sequence[str]]:
    """Names to try for each name of the filter that nobody bears."""
    out = {}
    for field, sort in (
        ("person", "person"),
        ("org", "organization"),
        ("from", "organization"),
        ("to", "organization"),
    ):
        name = wanted.values.get(field)
        if name and not library.named(name, sort, limit=1):
            out[field] = library.suggest(name, sort)
    return out


@router.get("/{language}/flows")
def flows(request: Request, language: str) -> Response:
    """Who loses to whom in a period: a matrix of the largest, and each flow with its moves."""
    interface, library = interface_of(language), library_of(request)
    if (shorter := _without_empty(request)) is not None:
        return shorter
    slid = chosen(request.query_params.get("month", ""), request.query_params.get("span", ""))
    days = library.days()
    if slid is not None:
        return RedirectResponse(f"/{language}/flows{_slid_to(slid, days)}", status_code=303)
    wanted = wanted_of({field: request.query_params.get(field, "") for field in ("since", "until")})
    since, until = wanted.filter.since, wanted.filter.until
    found = library.flows(since, until, size=_LARGEST, most=_MOST_FLOWS)
    balance = library.insight(InsightFilter("net", since=since, until=until, limit=_MOST_FLOWS, has_moves=False)).rows
    return page(
        request, interface, "flows.html",
        wanted=wanted, rows=found.flows, balance=balance, named=found.names, largest=found.largest,
        days=days, slider=slider_for(days, since, until),
        drawing=sankey(
            [(flow.from_org, flow.to_org, flow.people) for flow in found.flows[:_MOST_RIBBONS]],
            mirrored=interface.direction == "rtl",
        ),
        counts=found.between, most=max((flow.people for flow in found.flows), default=0),
    )  # fmt: skip


def _slid_to(period: tuple[str | None, str], days: tuple[str, str] | None) -> str:
    """The query of a period; none for all from the beginning to the end."""
    since, until = period
    if since is None and days is not None and until >= days[1][:7]:
        return ""
    return "?" + counted_query_of(since=since, until=until)


@router.get("/{language}/counted")
def counted(request: Request, language: str) -> Response:
    """The moves behind a count on another page: from where, to where, in which time."""
    interface, library = interface_of(language), library_of(request)
    wanted, number = counted_of(request.query_params), page_number(request.query_params)
    found = None if wanted is None else library.counted(wanted)
    if wanted is None or found is None:
        raise HTTPException(404)
    names = library.names_of([end for end in (wanted.from_org, wanted.to_org) if end is not None])
    return page(
        request, interface, "counted.html",
        wanted=wanted, found=found, names=names, number=number, more=len(found.moves) > number * PAGE,
        address=f"/{language}/counted?{counted_query(wanted)}",
        moves=library.moves_by_id(found.moves[(number - 1) * PAGE : number * PAGE]),
    )  # fmt: skip


@router.get("/{language}/person/{entity}")
def person(request: Request, language: str, entity: str) -> Response:
    """A person: career, evidence, spellings, those who moved along."""
    interface, library = interface_of(language), library_of(request)
    view = _entity(library, entity, "person")
    rows = rows_of(view)
    return page(
        request, interface, "person.html",
        view=view, fellows=library.companions(view.id)[:_MOST_FELLOWS],
        rows=rows, drawing=draw_career(rows, mirrored=interface.direction == "rtl"),
    )  # fmt: skip


def _entity(library: Library, entity: str, sort: str) -> EntityView:
    view = library.entity(entity)
    if view is None or view.type != sort:
        raise HTTPException(404)
    return view


@router.get("/{language}/move/{move}")
def one_move(request: Request, language: str, move: str) -> Response:
    """A move: its accounts, its history, its evidence by origin."""
    interface, library = interface_of(language), library_of(request)
    view = library.move(move)
    if view is None:
        raise HTTPException(404)
    origin_of = library.origins(view.articles)
    origins: dict[str, list[EvidenceView]] = {}
    told: dict[str, EvidenceView] = {}
    for item in view.evidence:
        origins.setdefault(origin_of.get(item.article, item.article), []).append(item)
        told.setdefault(item.article, item)
    return page(
        request, interface, "move.html",
        view=view, origins=list(origins.values()), told=told, first_told=_first_told(view, told),
    )  # fmt: skip


def _first_told(view: MoveView, told: Mapping[str, EvidenceView]) -> EvidenceView | None:
    """A sentence of the article by which a move became known: the first with that day, whatever its status was."""
    days = [step.article for step in view.history if (step.published or "")[:10] == view.known_on]
    days += [item.article for item in told.values() if (item.published or "")[:10] == view.known_on]
    return next((told[article] for article in days if article in told), None) if view.known_on else None


@router.get("/{language}/article/{article:path}")
def one_article(request: Request, language: str, article: str) -> Response:
    """An article with every claim marked in its text."""
    interface, library = interface_of(language), library_of(request)
    view = library.article(article)
    if view is None:
        raise HTTPException(404)
    claims = numbered_claims(view.reading)
    document = view.document
    text = list(pieces(document, "text", claims))
    return page(
        request, interface, "article.html",
        view=view, claims=claims, title=list(pieces(document, "title", claims)), text=text,
        fellows=_of_one_origin(library, view),
        kept=request.query_params.get("kept", ""),
    )  # fmt: skip


def _of_one_origin(library: Library, view: ArticleView) -> list[ToldView]:
    """The other articles that go back to the same text, as its story tells of them."""
    story = library.story(view.story) if view.same_origin else None
    return [] if story is None else [told for told in story.articles if told.article in view.same_origin]


@router.get("/{language}/story/{story:path}")
def one_story(request: Request, language: str, story: str) -> Response:
    """A story: its articles in all languages, by the texts that they go back to."""
    interface, library = interface_of(language), library_of(request)
    view = library.story(story)
    if view is None:
        raise HTTPException(404)
    origins = [list(group) for _, group in groupby(view.articles, key=lambda told: told.origin)]
    return page(request, interface, "story.html", view=view, origins=origins)


@router.get("/{language}/about")
def about(request: Request, language: str) -> Response:
    """What the data holds, how well it is read, how to cite and to correct it."""
    from talentflow.languages import language_codes, load_quality

    interface, library = interface_of(language), library_of(request)
    quality = load_quality()
    read = [(code, quality.get(code, {})) for code in language_codes()]
    return page(
        request, interface, "about.html",
        status_view=library.status(), outlets=library.outlets(), read=read, formats=exporters(), licence=LICENCE,
        most_outlets=_MOST_OUTLETS, contact=request.app.state.contact,
    )  # fmt: skip
