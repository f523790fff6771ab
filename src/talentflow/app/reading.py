"""What the house asks of a reader, whichever it is."""

from __future__ import annotations

from typing import Protocol

from talentflow.model import Document, Reading


class Reader(Protocol):
    """Finds the claims of one document.

    `name` and `version` are kept with every claim: a better reader makes new claims beside the old.
    """

    @property
    def name(self) -> str:
        """Which reader it is: "embedded"."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same document could be read differently."""
        ...

    def read(self, document: Document) -> Reading:
        """All that the document claims."""
        ...
