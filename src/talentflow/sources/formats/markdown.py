"""Markdown: front matter between `---` lines, then the article; its first `# heading` is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentflow.model import Document
from talentflow.sources.article import is_blank, iso_date, language_code
from talentflow.sources.content import Content
from talentflow.sources.format import Format
from talentflow.sources.formats.plain_text import titled
from talentflow.sources.problems import Unreadable, shown_path
from talentflow.sources.whole import read_text

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"^(\w[\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^\#[ \t]+(.+?)(?:[ \t]+\#+)?[ \t]*\r?$", re.MULTILINE)
_UNDERLINED = re.compile(r"\s*^([^\s#>-][^\r\n]*)\r?\n=+[ \t]*$", re.MULTILINE)
_KEYS = {"language": "lang", "date": "published", "source": "publisher", "link": "url"}
_LONGEST_FRONT_MATTER = 10_000


def read(content: Content) -> Iterator[Document]:
    """The one article of the input; the text is what follows title and front matter, markup and all."""
    text = read_text(content)
    entries, body = _front_matter(text)
    title, body = _title(body, entries.get("title", ""))
    if is_blank(body):
        raise Unreadable("holds a heading and no text under it", "Write the article below its heading.")
    lang = entries.get("lang", "")
    published = entries.get("published")
    yield Document(
        text=body,
        id=entries.get("id", ""),
        lang=language_code(lang) or "",
        title=title,
        published=iso_date(published, content.report) if published else None,
        url=entries.get("url") or None,
        publisher=entries.get("publisher") or None,
        origin=shown_path(content.report.path),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The simple `key: value` lines between the two `---`, quotes taken off, and what follows them."""
    match = _FRONT_MATTER.match(text, 0, _LONGEST_FRONT_MATTER)
    if match is None:
        return {}, text
    entries: dict[str, str] = {}
    for key, value in _ENTRY.findall(match[1]):
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        key = key.lower()
        entries.setdefault(_KEYS.get(key, key), value.strip())
    return entries, text[match.end() :]


def _title(body: str, given: str) -> tuple[str, str]:
    """The title and the text without its heading; what little stands above the heading stays in the text.

    A text without any heading has a title as plain text has.
    """
    heading = _UNDERLINED.match(body, 0, 2_000) or _HEADING.search(body)
    if heading is not None:
        before, after = body[: heading.start()], body[heading.end() :].lstrip("\r\n")
        title = heading[1].strip()
        return given or title, before + after if before.strip() else after
    return (given, body) if given else titled(body)


def looks_like(head: str) -> bool:
    """Whether it opens with a heading or with front matter."""
    return _HEADING.match(head) is not None or _FRONT_MATTER.match(head) is not None


FORMAT = Format("Markdown", (".md", ".markdown"), read, looks_like, precedence=40)
