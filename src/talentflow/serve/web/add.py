"""Adding an article in the browser: a text or an address, what is read from it and why, and then kept or not."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from talentflow.app import Added, Reader
from talentflow.model import Document, Reading, is_date
from talentflow.serve.marked import numbered_claims, pieces
from talentflow.serve.web.access import first, need, trusted_form
from talentflow.serve.web.api import library_of
from talentflow.serve.web.interface import Interface
from talentflow.serve.web.rendering import interface_of, page
from talentflow.serve.web.sent import LONGEST_TEXT, LONGEST_VALUE

router = APIRouter(include_in_schema=False)
Form = Annotated[dict[str, list[str]], Depends(trusted_form)]

SCOPE = "add"
FIELDS = ("address", "text", "title", "published", "publisher", "url")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class SharedReader:
    """One reader for all visitors, loaded when first needed, reading one article at a time."""

    def __init__(self, load: Callable[[], Reader]) -> None:
        self._load = load
        self._reader: Reader | None = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """The name of the reader."""
        return self._loaded().name

    @property
    def version(self) -> str:
        """Its version."""
        return self._loaded().version

    def read(self, document: Document) -> Reading:
        """What it finds in a document."""
        reader = self._loaded()
        with self._lock:
            return reader.read(document)

    def _loaded(self) -> Reader:
        with self._lock:
            if self._reader is None:
                self._reader = self._load()
            return self._reader


@dataclass(slots=True)
class Draft:
    """What a visitor typed: the values of the form, the document that they make, and what is wrong with them."""

    values: dict[str, str]
    document: Document | None = None
    problems: dict[str, str] = field(default_factory=dict)


def draft_of(form: dict[str, list[str]]) -> Draft:
    """The document that a form describes; an address is fetched only where there is no text."""
    draft = Draft(tidied({name: first(form, name) for name in FIELDS}))
    values = draft.values
    if values["published"] and not is_date(values["published"]):
        draft.problems["published"] = "date"
    if any(len(value) > LONGEST_VALUE for name, value in values.items() if name != "text"):
        draft.problems["text"] = "long"
    if len(values["text"]) > LONGEST_TEXT:
        draft.problems["text"] = "long"
    if not values["text"].strip() and not values["address"]:
        draft.problems["text"] = "empty"
    if not draft.problems:
        draft.document = typed(values, "added in the browser") if values["text"].strip() else _fetched(draft)
    return draft


def tidied(values: Mapping[str, str]) -> dict[str, str]:
    """Values as they are kept: without characters that control something, blanks around them only in the text."""
    # A browser sends every line end as two characters; what is shown and what is kept must be the same text.
    cleaned = {
        name: _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n")) for name, value in values.items()
    }
    return {name: value if name == "text" else value.strip() for name, value in cleaned.items()}


def typed(values: Mapping[str, str], origin: str) -> Document:
    """The article of a text that somebody sent, with what they said of it; `origin` says how it came."""
    from talentflow.sources.formats.plain_text import titled
    from talentflow.text.identify import identify

    title, text = values["title"], values["text"]
    if not title:
        title, text = titled(text)
    url = values["url"] if values["url"].startswith(("https://", "http://")) else None
    return Document(
        text=text,
        lang=identify(text, title),
        title=title,
        published=values["published"] or None,
        url=url,
        publisher=values["publisher"] or None,
        origin=origin,
    )


def _fetched(draft: Draft) -> Document | None:
    """The article of the page at the address; its values go into the form, where they can be put right."""
    from talentflow.sources import SourceProblem
    from talentflow.sources.addresses import is_address
    from talentflow.sources.read import read_paths

    lost: list[SourceProblem] = []
    address = draft.values["address"]
    found = next(read_paths([address], lost.append), None) if is_address(address) else None
    if found is None:
        what = lost[0] if lost else SourceProblem(address, "is no address", "Begin it with https:// or http://.")
        draft.problems["address"] = str(what)
        return None
    changes = {name: draft.values[name] for name in ("title", "published", "publisher") if draft.values[name]}
    document: Document = replace(found, id="", **changes)
    draft.values |= {
        "text": document.text,
        "title": document.title,
        "published": document.published or "",
        "publisher": document.publisher or "",
        "url": document.url or "",
    }
    return document


@router.get("/{language}/add")
def add(request: Request, language: str) -> Response:
    """The form."""
    interface = interface_of(language)
    need(request, SCOPE)
    return _form(request, interface, Draft(dict.fromkeys(FIELDS, "")))


@router.post("/{language}/add")
def read(request: Request, language: str, form: Form) -> Response:
    """What is read from what was typed, with its explanation; nothing is kept."""
    interface = interface_of(language)
    need(request, SCOPE)
    draft = draft_of(form)
    if first(form, "again") or draft.document is None:
        return _form(request, interface, draft, status=422 if draft.problems else 200)
    document = draft.document
    try:
        reading = _reader(request).read(document)
    except Exception:  # whatever the reader trips over is told, and what was typed is not lost
        draft.problems["text"] = "unread"
        return _form(request, interface, draft, status=422)
    claims = numbered_claims(reading)
    return page(
        request, interface, "add_read.html",
        draft=draft, document=document, reading=reading, claims=claims,
        title=list(pieces(document, "title", claims)), text=list(pieces(document, "text", claims)),
    )  # fmt: skip


@router.post("/{language}/add/keep")
def keep(request: Request, language: str, form: Form) -> Response:
    """Keeps the article and goes to its page."""
    interface, library = interface_of(language), library_of(request)
    visitor = need(request, SCOPE)
    draft = draft_of({**form, "address": [""]})
    if draft.document is None:
        return _form(request, interface, draft, status=422)
    added: Added = next(library.add([draft.document], _reader(request)))
    if added.outcome == "failed":
        draft.problems["text"] = "unread"
        return _form(request, interface, draft, status=422)
    if added.outcome != "known":
        library.desk.note(visitor.name, "added", added.id)
    return RedirectResponse(f"/{language}/article/{quote(added.id, safe='')}?kept={added.outcome}", status_code=303)


def _form(request: Request, interface: Interface, draft: Draft, status: int = 200) -> Response:
    return page(request, interface, "add.html", status=status, draft=draft)


def _reader(request: Request) -> Any:
    return request.app.state.reader
