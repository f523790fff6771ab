"""Web pages: the article in a page's HTML, without its furniture, and what the page says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from talentflow.model import Document
from talentflow.sources.article import language_code
from talentflow.sources.content import MEBIBYTE, Content
from talentflow.sources.format import Format
from talentflow.sources.problems import Unreadable, shown_path
from talentflow.sources.whole import read_text
from talentflow.text.identify import identify

_LONGEST_PAGE = 16 * MEBIBYTE
# Finding the article takes about a second a million characters, and no article is longer.
_LONGEST_MARKUP = 3_000_000
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding=["']([\w.:-]+)""", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:!doctype|\?xml|html|head|body|meta|title|article|main|section|div|p|h1|script)\b|<!--", re.IGNORECASE
)
_LANGUAGE = re.compile(r"""<html[^>]*?\s(?:xml:)?lang\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
# Code, styles and pictures written into the page; the JSON about the article, which tells its date, stays.
_BALLAST = re.compile(
    r"<script\b(?![^>]*ld\+json)[^>]*>.*?</script\s*>|<style\b.*?</style\s*>|<svg\b.*?</svg\s*>|<!--.*?-->"
    r"|(?<=[\"'(])data:[^\"')]{200,}",
    re.IGNORECASE | re.DOTALL,
)
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟۔।]")
_FEWEST_LETTERS = 8


def read(content: Content) -> Iterator[Document]:
    """The one article of the page."""
    markup = read_text(content, declared_by=_declared_encoding, limit=_LONGEST_PAGE)
    markup = _XML_DECLARATION.sub("", markup.replace("\0", ""), count=1)
    if len(markup) > _LONGEST_MARKUP:
        markup = _BALLAST.sub(" ", markup)
    if len(markup) > _LONGEST_MARKUP and not content.was_cut:
        what = f"is a page of more than {_LONGEST_MARKUP:,} characters, of which only the first were searched"
        content.report.warn(what, "Save the article's text as .txt if it stands further down.")
    page = _extracted(markup[:_LONGEST_MARKUP])
    title = (page.title or "").strip() if page else ""
    text = _without_title((page.text or "") if page else "", title)
    if not _is_article(text):
        raise Unreadable(
            "is a page in which no article was found", "Give the page of one article, or its text as .txt."
        )
    yield Document(
        text=text,
        lang=_language(markup, text),
        title=title,
        published=page.date,
        url=page.url,
        publisher=page.sitename or page.hostname,
        origin=shown_path(content.report.path),
    )


def _extracted(markup: str) -> Any:
    """What trafilatura finds: text, title, date, url and more, or None."""
    # Late, because the import takes a third of a second, which those who read no page need not spend.
    import trafilatura

    for library in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())  # what matters of their complaints is reported as ours
    if _PAGE.search(markup, 0, 4096) is None:
        markup = f"<html><body>{markup}</body></html>"
    return trafilatura.bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        # A wide search takes any year in the text for the date; a wrong date would put "on Wednesday" years off.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def _declared_encoding(head: bytes) -> str | None:
    match = _DECLARED.search(head)
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _without_title(text: str, title: str) -> str:
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if title and rest and first.strip() == title else text


def _is_article(text: str) -> bool:
    """Whether the text has a sentence: a menu has words and no full stop."""
    return sum(map(str.isalpha, text[:1000])) >= _FEWEST_LETTERS and _ENDS_SENTENCE.search(text) is not None


def _language(markup: str, text: str) -> str:
    """The page's language: what its text shows, since many a template says "en" over Arabic; else what it declares."""
    shown = identify(text)
    match = _LANGUAGE.search(markup, 0, 20_000)
    declared = language_code(match[1]) if match else None
    return declared or "" if shown == "und" else shown


def looks_like(head: str) -> bool:
    """Whether it begins with a tag that pages are made of."""
    return _MARKUP.match(head) is not None


FORMAT = Format("HTML", (".html", ".htm", ".xhtml"), read, looks_like, precedence=30)
