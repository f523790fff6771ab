"""Templates filled in, in the visitor's language."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import Request
from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, select_autoescape
from jinja2.bccache import Bucket
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from talentflow import __version__
from talentflow.serve.web import words
from talentflow.serve.web.access import visitor_of
from talentflow.serve.web.interface import LANGUAGES, Interface, direction_of, interface_for
from talentflow.serve.web.periods import month_of
from talentflow.serve.web.tenure import length_of
from talentflow.serve.web.wanted import PAGE, counted_query_of
from talentflow.text.visible import visible


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
