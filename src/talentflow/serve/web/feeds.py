"""Feeds of any filter of the pages, in Atom and as JSON Feed: what became known last comes first."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from fastapi import APIRouter, Request
from starlette.responses import Response

from talentflow import __version__
from talentflow.app import Library, MoveView
from talentflow.exports.provenance import LICENCE
from talentflow.exports.rows import shown
from talentflow.model import PartialDate
from talentflow.serve.web import words
from talentflow.serve.web.answers import is_known, library_of, problem
from talentflow.serve.web.interface import Interface
from talentflow.serve.web.rendering import fragment, interface_of
from talentflow.serve.web.wanted import FIELDS, Wanted, wanted_of
from talentflow.text.visible import json_text

router = APIRouter(include_in_schema=False)

_MOST = 50
_ATOM, _JSON = "feed.atom", "feed.json"
_TYPES = {_ATOM: "application/atom+xml", _JSON: "application/feed+json"}
_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NEVER = "1970-01-01T00:00:00Z"  # a feed of nothing has not changed since
_LABELS = {"person": "Person", "org": "Organization, either end", "from": "From", "to": "To", "kind": "What",
           "status": "Status", "lang": "Language of an article", "since": "Since", "until": "Until"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed before it is written: `address` is its page, `files` its own addresses by format."""

    identity: str
    title: str
    language: str
    address: str
    files: Mapping[str, str]
    updated: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A move in a feed."""

    identity: str
    title: str
    address: str
    published: str
    updated: str
    html: str
    tags: tuple[str, ...]


@router.api_route("/{language}/feed.atom", methods=["GET", "HEAD"])
def atom(request: Request, language: str) -> Response:
    """The moves that pass a filter, for readers of Atom."""
    return _answered(request, language, _ATOM)


@router.api_route("/{language}/feed.json", methods=["GET", "HEAD"])
def json_feed(request: Request, language: str) -> Response:
    """The moves that pass a filter, as JSON Feed."""
    return _answered(request, language, _JSON)


def _answered(request: Request, language: str, file: str) -> Response:
    interface, library = interface_of(language), library_of(request)
    wanted = wanted_of(request.query_params)
    if wanted.misunderstood:
        # A page can show what it left out; a feed would go on telling of what nobody asked for.
        name, value = next(iter(wanted.misunderstood.items()))
        return problem(422, "A value that cannot be understood", f"{name}: {value}")
    found = library.moves(replace(wanted.filter, sort="known", limit=_MOST, skip=0))
    feed = _feed(library, interface, str(request.base_url).rstrip("/"), wanted, found)
    content = _as_atom(feed) if file == _ATOM else _as_json(feed)
    tag = '"' + hashlib.blake2b(content, digest_size=12).hexdigest() + '"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=f"{_TYPES[file]}; charset=utf-8", headers=headers)


def _feed(library: Library, interface: Interface, base: str, wanted: Wanted, found: list[MoveView]) -> Feed:
    values = [(field, wanted.values[field]) for field in FIELDS if field != "sort" and field in wanted.values]
    query = f"?{urlencode(values)}" if values else ""
    home = f"{base}/{interface.language}"
    told = [f"{interface.say(_LABELS[field])}: {_value(interface, field, value)}" for field, value in values]
    items = tuple(_item(library, interface, home, move) for move in found)
    return Feed(
        identity=_identity(f"{home}/feed{query}"),
        title=interface.say("Who moved where") + (f" – {interface.comma.join(told)}" if told else ""),
        language=interface.language,
        address=f"{home}/{query}",
        files={file: f"{home}/{file}{query}" for file in _TYPES},
        updated=max((item.updated for item in items), default=_NEVER),
        items=items,
    )


def _value(interface: Interface, field: str, value: str) -> str:
    """A value of the filter in the visitor's words."""
    if field in ("kind", "status"):
        return words.said(interface, words.KINDS if field == "kind" else words.STATUSES, value)
    if field in ("since", "until"):
        return interface.date(value)
    return words.language_name(interface, value) if field == "lang" else value


def _item(library: Library, interface: Interface, home: str, move: MoveView) -> Item:
    known = _instant(move.known_on) or _added(library, move)
    days = [day for step in move.history if (day := _instant(step.published))]
    return Item(
        identity=_identity(f"move:{move.id}"),
        title=f"{words.sentence(interface, move)} ({words.said(interface, words.STATUSES, move.status)})",
        address=f"{home}/move/{move.id}",
        published=known,
        updated=max([known, *days]),
        html=fragment(interface, "feed_entry.html", move=move, base=home),
        tags=(move.status, move.kind),
    )


def _identity(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'talentflow:{name}')}"


def _instant(day: str | None) -> str | None:
    """The first instant that an ISO day, month or year can mean; None where it is no date."""
    try:
        parsed = PartialDate.parse(day or "").first_day
    except ValueError:
        return None
    return datetime.combine(parsed, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)


def _added(library: Library, move: MoveView) -> str:
    """When the first of its articles came in: for articles that bear no date."""
    views = (library.article(article) for article in move.articles[:3])
    return min((view.added_at for view in views if view is not None), default=_NEVER)


def _as_atom(feed: Feed) -> bytes:
    Xml.register_namespace("", _NAMESPACE)
    root = Xml.Element(f"{{{_NAMESPACE}}}feed", {_LANG: feed.language})

    def add(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> Xml.Element:
        element = Xml.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
        element.text = None if text is None else shown(text)
        return element

    add(root, "id", feed.identity)
    add(root, "title", feed.title)
    add(root, "updated", feed.updated)
    add(add(root, "author"), "name", "Talentflow")
    add(root, "generator", "Talentflow", version=__version__)
    add(root, "rights", LICENCE)
    add(root, "link", rel="self", type=_TYPES[_ATOM], href=feed.files[_ATOM])
    add(root, "link", rel="alternate", type="text/html", href=feed.address)
    for item in feed.items:
        entry = add(root, "entry")
        add(entry, "id", item.identity)
        add(entry, "title", item.title)
        add(entry, "published", item.published)
        add(entry, "updated", item.updated)
        add(entry, "link", rel="alternate", type="text/html", href=item.address)
        for tag in item.tags:
            add(entry, "category", term=tag)
        add(entry, "content", item.html, type="html")
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _as_json(feed: Feed) -> bytes:
    content: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": shown(feed.title),
        "description": LICENCE,
        "home_page_url": feed.address,
        "feed_url": feed.files[_JSON],
        "language": feed.language,
        "authors": [{"name": "Talentflow"}],
        "items": [
            {
                "id": item.identity,
                "url": item.address,
                "title": shown(item.title),
                "content_html": shown(item.html),
                "date_published": item.published,
                "date_modified": item.updated,
                "tags": list(item.tags),
            }
            for item in feed.items
        ],
    }
    return json_text(content).encode("utf-8")
