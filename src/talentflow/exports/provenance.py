"""Where an export comes from and what may be done with it: told in every format, in the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from talentflow import __version__

LICENCE = (
    "Facts are free to use. Quoted sentences and titles belong to their publishers and stand here as citations: "
    "name the article that you rely on."
)
METHOD = (
    "Read by a program from news articles, each move with the sentences behind it. It says what articles say, not "
    "what is true: mind the status, and read the sentences before you rely on a row."
)


def with_provenance(
    ledger: Mapping[str, Any],
    *,
    made_at: datetime,
    readers: Mapping[str, int] | None = None,
    as_of: str | None = None,
) -> dict[str, Any]:
    """The ledger with `about`: what made it, when, out of what, and the licence note.

    `readers` are the readers with the number of articles that each has read.
    """
    return {
        "about": {
            "title": "Moves between AI labs, as told by news articles",
            "made_by": f"Talentflow {__version__}",
            "made_at": made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "as_of": as_of,
            "readers": sorted(readers or ()),
            "articles": len(ledger["articles"]),
            "moves": len(ledger["moves"]),
            "method": METHOD,
            "licence": LICENCE,
        },
        **ledger,
    }
