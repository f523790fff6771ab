"""Articles: what became of them, what they claim, which tell the same; and how many there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from talentflow.model import Document, Reading


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document: `outcome` is "added", "known" (nothing changed), "updated" or "failed".

    `moves`, `positions`, `groups` and `facts` count the claims read from it; `problem` is the one line to show where
    the outcome is "failed". A failed document leaves nothing behind and does not stop the others. `warning` is a line
    to show about one that was read, but not to its end.
    """

    id: str
    outcome: str
    moves: int = 0
    positions: int = 0
    groups: int = 0
    problem: str | None = None
    warning: str | None = None
    facts: int = 0


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A stored article as it was given, its latest reading, and where it stands among the others.

    The spans of `reading` point into `document`. `origin` and `story` are ids; `same_origin` and `same_story` the
    other articles that share them. `versions` counts the texts kept under this id.
    """

    document: Document
    reading: Reading
    reader: str
    reader_version: str
    added_at: str
    versions: int
    origin: str
    story: str
    same_origin: tuple[str, ...]
    same_story: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldView:
    """An article of a story: `origin` names the text that it goes back to, `leads` says that it is the first of it."""

    article: str
    title: str
    language: str
    published: str | None
    publisher: str | None
    origin: str
    leads: bool


@dataclass(frozen=True, slots=True)
class StoryView:
    """One piece of news with its articles: those of one origin together, the earliest origin first."""

    id: str
    articles: tuple[ToldView, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article whose words match a search, best first; `excerpt` is cut from the article as it was given."""

    article: str
    title: str
    language: str
    published: str | None
    publisher: str | None
    excerpt: str
    score: float


@dataclass(frozen=True, slots=True)
class StatusView:
    """What the library holds: counts, articles by language, articles by reader ("embedded 1": 12), schema."""

    url: str
    schema: str
    articles: int
    versions: int
    claims: int
    moves: int
    people: int
    organizations: int
    stories: int
    origins: int
    languages: Mapping[str, int]
    readers: Mapping[str, int]
