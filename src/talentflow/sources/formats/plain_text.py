"""Plain text: a first line followed by a blank line is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentflow.model import Document
from talentflow.sources.content import Content
from talentflow.sources.format import Format
from talentflow.sources.problems import shown_path
from talentflow.sources.whole import read_text

# What stands before the first blank line of a text without a title is a paragraph, and longer than this.
_LONGEST_TITLE = 300
_TITLE = re.compile(r"\s*+([^\r\n]++)(?:\r\n|[\r\n])(?:[ \t]*+(?:\r\n|[\r\n]))++(?=\s*\S)")


def read(content: Content) -> Iterator[Document]:
    """The one article of the input."""
    title, text = titled(read_text(content))
    yield Document(text=text, title=title, origin=shown_path(content.report.path))


def titled(text: str) -> tuple[str, str]:
    """The title and the text after it, letter for letter; "" and the whole text where there is no title."""
    match = _TITLE.match(text, 0, _LONGEST_TITLE * 8)
    if match is None or len(match[1].strip()) > _LONGEST_TITLE:
        return "", text
    return match[1].strip(), text[match.end() :]


def looks_like(head: str) -> bool:
    """Whatever is nothing else is text."""
    return True


FORMAT = Format("text", (".txt", ".text"), read, looks_like, precedence=100)
