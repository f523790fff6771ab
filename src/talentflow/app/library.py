"""The library: articles in, a sourced record of moves out. Every surface asks here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any

from talentflow.app.reading import Reader
from talentflow.app.settings import database_url
from talentflow.app.views import Added, ArticleView, Lookup, MoveFilter, MoveView, SearchHit, StatusView
from talentflow.model import Document


class Library:
    """A database of articles, claims and moves; use it in a `with` statement or close it.

    Whatever is wrong with the database (read-only, full, newer, no database at all) comes as a StoreError whose
    message is one line for the user.
    """

    def __init__(self, url: str | None = None) -> None:
        """Open the database at `url` (or a plain path; None for the user's own), making or upgrading it first."""
        self.url = database_url(url)

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""

    def add(self, documents: Iterable[Document], reader: Reader) -> Iterator[Added]:
        """Read and keep documents, one result each, in order. Nothing happens until the iterator is walked.

        A document is stored whole or not at all. The same article again is "known"; the same id with other words
        is "updated", and the old words are kept.
        """
        raise NotImplementedError

    def moves(self, wanted: MoveFilter | None = None) -> list[MoveView]:
        """The moves that pass the filter, in its order."""
        raise NotImplementedError

    def person(self, name: str) -> Lookup:
        """The people who bear a name in any script or spelling, or suggestions."""
        raise NotImplementedError

    def organization(self, name: str) -> Lookup:
        """The organizations that bear a name in any script or spelling, or suggestions."""
        raise NotImplementedError

    def suggest(self, name: str, sort: str | None = None) -> tuple[str, ...]:
        """Known names near to one that finds nothing; `sort` is "person", "organization" or None for both."""
        raise NotImplementedError

    def article(self, article_id: str) -> ArticleView | None:
        """A stored article with its claims and their spans; None where no article has this id."""
        raise NotImplementedError

    def search(self, text: str, limit: int = 20) -> list[SearchHit]:
        """The articles whose words match, best first; case, accents and Arabic spelling variants do not matter."""
        raise NotImplementedError

    def status(self) -> StatusView:
        """What the library holds."""
        raise NotImplementedError

    def export_ledger(self) -> dict[str, Any]:
        """The whole ledger as plain data: articles (story, origin), entities with mentions, moves."""
        raise NotImplementedError
