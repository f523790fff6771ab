"""An article as it came in, and stretches of its characters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

FIELDS = ("title", "text")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one field of a document, in Unicode code points of that field exactly as it was given.

    `document.field(span.field)[span.start:span.end] == span.quote` always holds.
    """

    field: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its text with what is known about it. Only `text` is required.

    `lang` is a language code ("ar", "es", "zh"); `published` an ISO date as exact as known; `origin` says where
    the bytes came from (a path, with the line for JSON Lines), for messages and not for identity.
    """

    text: str
    id: str = ""
    lang: str = ""
    title: str = ""
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    origin: str = ""

    def field(self, name: str) -> str:
        """The characters of one field, "title" or "text"."""
        return self.title if name == "title" else self.text

    def span(self, field: str, start: int, end: int) -> Span:
        """The span of a field with its quote."""
        return Span(field, start, end, self.field(field)[start:end])

    @property
    def content_key(self) -> str:
        """A digest of title and text: two documents with one key are the same article."""
        digest = hashlib.sha256()
        for part in (self.title, "\0", self.text):
            digest.update(part.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:32]
