"""The pages: what the library answers, laid out for people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Request
from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, select_autoescape
from jinja2.bccache import Bucket
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from talentflow import __version__
from talentflow.app import Library, MoveView
from talentflow.app.staff import PARTS
from talentflow.app.views import (
    SORTS,
    ArticleView,
    EntityView,
    EvidenceView,
    InsightFilter,
    MoveFilter,
    NamedView,
    ToldView,
)
from talentflow.exports import exporters
from talentflow.exports.provenance import LICENCE
from talentflow.model import KINDS, STATUSES, StoreError
from talentflow.serve.marked import numbered_claims, pieces
from talentflow.serve.web import words
from talentflow.serve.web.access import visitor_of
from talentflow.serve.web.answers import library_of, problem
from talentflow.serve.web.career_line import draw_career, rows_of
from talentflow.serve.web.interface import LANGUAGES, Interface, best_language, direction_of, interface_for
from talentflow.serve.web.periods import chosen, month_of, slider_for
from talentflow.serve.web.problems import is_api
from talentflow.serve.web.quarters import draw_quarters
from talentflow.serve.web.safety import HEADERS
from talentflow.serve.web.sankey import sankey
from talentflow.serve.web.tenure import length_of
from talentflow.serve.web.wanted import (
    PAGE,
    Wanted,
    counted_of,
    counted_query,
    counted_query_of,
    page_number,
    wanted_of,
)
from talentflow.text.visible import visible

router = APIRouter(include_in_schema=False)

_MOST_HITS = 30
_MOST_NAMED = 20
_MOST_TYPED = 5  # of each sort, while somebody types
_MOST_ENDS = 12  # organizations from which people came, or to which they went
_MOST_NEWEST = 15  # moves of each sort, and posts, on the page of an organization
_MOST_THERE = 10  # people of an organization on its page; the others are on the page of its roster
_MOST_FELLOWS = 8
_LARGEST = 10  # organizations in the matrix of flows
_MOST_FLOWS = 40
_MOST_RIBBONS = 30
_MOST_MOVES = 12  # on the page of the search
_MOST_OUTLETS = 30
_MISTAKEN = "The program made a mistake; its log says more."


class _Compiled(BytecodeCache):
    """The code of compiled templates, which is the same in every language."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


@cache
def _templates(interface: Interface) -> Environment:
    """The templates in one language, compiled once."""
    found = Environment(
        loader=PackageLoader("talentflow.serve.web"),
        bytecode_cache=_COMPILED,
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    found.filters["visible"] = lambda text: visible(text or "")
    found.filters["lines"] = lambda text: visible(text or "", lines=True)
    found.install_gettext_translations(interface.translations, newstyle=True)  # type: ignore[attr-defined]
    return found


def compile_pages() -> None:
    """Have the templates at hand in every language: to compile them when first asked for holds up whoever asks."""
    for language in LANGUAGES:
        templates = _templates(interface_for(language))
        for name in templates.list_templates():
            templates.get_template(name)


def page(request: Request, interface: Interface, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page in the visitor's language."""
    rest = request.url.path.split("/", 2)[2] if request.url.path.count("/") > 1 else ""
    query = f"?{request.url.query}" if request.url.query else ""
    html = (
        _templates(interface)
        .get_template(template)
        .render(
            interface=interface,
            languages=LANGUAGES,
            elsewhere={code: f"/{code}/{rest}{query}" for code in LANGUAGES},
            home=f"/{interface.language}",
            version=__version__,
            words=words,
            length_of=length_of,
            month_of=month_of,
            counted_query=counted_query_of,
            direction_of=direction_of,
            visitor=visitor_of(request),
            goes_on=request.headers.get("hx-target") == "more",  # the next part of a list that is shown already
            row_limit=PAGE,  # of a table
            **values,
        )
    )
    return HTMLResponse(html, status_code=status, headers={"Content-Language": interface.language})


def fragment(interface: Interface, template: str, **values: Any) -> str:
    """A piece of HTML in a language, for what is no page."""
    found = _templates(interface).get_template(template)
    return found.render(interface=interface, words=words, direction_of=direction_of, **values)


def interface_of(language: str) -> Interface:
    """The interface in the language that an address names."""
    if language not in LANGUAGES:
        raise HTTPException(404)
    return interface_for(language)


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


def add_error_pages(application: FastAPI) -> None:
    """Pages for what is not there and for a database that cannot be asked; the API has answers of its own."""

    def language_of(request: Request) -> Interface:
        first = request.url.path.split("/")[1]
        known = first if first in LANGUAGES else best_language(request.headers.get("accept-language"))
        return interface_for(known)

    @application.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        if is_api(request):
            return problem(error.status_code, str(error.detail), str(request.url.path), headers=error.headers)
        return _error_page(request, language_of(request), error.status_code)

    @application.exception_handler(StoreError)
    def no_database(request: Request, error: StoreError) -> Response:
        if is_api(request):
            return problem(503, "The database cannot be asked", str(error))
        response = _error_page(request, language_of(request), 503)
        response.headers.update(HEADERS)
        return response

    @application.exception_handler(Exception)
    def mistaken(request: Request, error: Exception) -> Response:
        # The outermost handler: no other layer adds the headers any more.
        if is_api(request):
            return problem(500, "A mistake of the program", _MISTAKEN, headers=HEADERS)
        try:
            response: Response = _error_page(request, language_of(request), 500)
        except Exception:  # what went wrong may be in what every page needs
            response = PlainTextResponse(f"{_MISTAKEN}\n", status_code=500)
        response.headers.update(HEADERS)
        return response


def _error_page(request: Request, interface: Interface, code: int) -> Response:
    """The page for what went wrong; for an address under which nothing is kept it says what was looked for."""
    _, _, about, *rest = [*request.url.path.split("/", 3), "", "", ""][:4]
    asked = re.sub(r"[-_\s]+", " ", rest[0].split("/")[0])[:200] if about in ("person", "organization") else ""
    return page(request, interface, "error.html", status=code, code=code, about=about, words_of_address=asked)
