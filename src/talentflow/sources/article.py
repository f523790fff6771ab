"""One article as JSON gives it, checked and made a `Document`."""

from __future__ import annotations

import re
from typing import Any

from talentflow.model import Document, PartialDate
from talentflow.sources.problems import Reporter, shown_path

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]+)?", re.IGNORECASE)
_VISIBLE = re.compile("[^\\s\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Codes that mean the same as a shorter or newer one, and those that say nothing.
_LANGUAGE_NOW = {
    **{"iw": "he", "in": "id", "ji": "yi", "und": "", "mul": "", "zxx": ""},
    **{"ara": "ar", "arb": "ar", "spa": "es", "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de"},
    **{"por": "pt", "zho": "zh", "chi": "zh", "cmn": "zh", "jpn": "ja", "kor": "ko", "rus": "ru", "nb": "no"},
}
_ARTICLE = 'An article is an object such as {"text": "…", "title": "…", "lang": "ar", "published": "2026-01-15"}.'


def article_document(article: Any, report: Reporter, *, line: int | None = None) -> Document | None:
    """The document that a JSON value describes, or None, with a problem reported, where it is no article.

    Only `text` is required, and is kept letter for letter. Keys that we do not know are ignored; of those that we
    do, one of a wrong type is reported and left out.
    """
    if not isinstance(article, dict):
        report.lost(f"holds {_kind(article)} where an article should stand", _ARTICLE, line=line)
        return None
    text = article.get("text")
    if not isinstance(text, str) or is_blank(text):
        report.lost(f"is an article {_lack(article)}", 'Give its body as a string under "text".', line=line)
        return None
    return Document(
        text=text,
        id=_given_id(article, report, line),
        lang=_given_language(article, report, line),
        title=_given_text(article, "title", report, line) or "",
        published=_given_date(article, report, line),
        url=_given_text(article, "url", report, line),
        publisher=_given_text(article, "publisher", report, line),
        origin=shown_path(report.path) + (f":{line}" if line is not None else ""),
    )


def is_blank(text: str) -> bool:
    """Whether there is nothing to be seen in the text."""
    return _VISIBLE.search(text) is None


def language_code(given: str) -> str | None:
    """The language of a tag: "ar-EG" is "ar", "zh_Hant" is "zh", "und" is "" (not known); None for no tag at all."""
    match = _LANGUAGE.fullmatch(given.strip())
    if match is None:
        return None
    code = match[1].lower()
    return _LANGUAGE_NOW.get(code, code)


def iso_date(given: str, report: Reporter, *, line: int | None = None) -> str | None:
    """The day, month or year that an ISO date gives, a time of day cut off; None, with a warning, for anything else."""
    try:
        return str(PartialDate.parse(given))
    except ValueError:
        remedy = "Write it as 2026-01-15, 2026-01 or 2026; the article was read without a date."
        report.warn(f'"published" is no date: {given!r}', remedy, line=line)
        return None


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    names = ((dict, "an object"), (list, "a list"), (str, "a string"), (int | float, "a number"))
    return next(name for kind, name in names if isinstance(value, kind))


def _lack(article: dict[str, Any]) -> str:
    if "text" not in article:
        return 'without "text"'
    text = article["text"]
    return 'whose "text" is empty' if isinstance(text, str) else f'whose "text" is {_kind(text)}, not a string'


def _given_text(article: dict[str, Any], key: str, report: Reporter, line: int | None) -> str | None:
    value = article.get(key)
    if value is None or isinstance(value, str):
        return value
    report.warn(f'"{key}" is {_kind(value)}, not a string', "The article was read without it.", line=line)
    return None


def _given_id(article: dict[str, Any], report: Reporter, line: int | None) -> str:
    value = article.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # databases number their rows
    return (_given_text(article, "id", report, line) or "").strip()


def _given_language(article: dict[str, Any], report: Reporter, line: int | None) -> str:
    value = _given_text(article, "lang", report, line)
    if value is None or not value.strip():
        return ""
    code = language_code(value)
    if code is None:
        remedy = 'Write a code such as "ar" or "zh"; the language was told from the text.'
        report.warn(f'"lang" is no language code: {value!r}', remedy, line=line)
    return code or ""


def _given_date(article: dict[str, Any], report: Reporter, line: int | None) -> str | None:
    value = _given_text(article, "published", report, line)
    return iso_date(value, report, line=line) if value and value.strip() else None
