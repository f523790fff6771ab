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


def left_unsearched(document: Document, reading: Reading) -> str | None:
    """A line to show where a text was too long to be searched to its end; None where all of it was."""
    if reading.searched is None:
        return None
    return (
        f"{document.origin or document.id}: only the first {reading.searched:,} of its {len(document.text):,} "
        "characters were searched for moves. Give each article a file, or a line of JSON, of its own."
    )
