"""To whom a visitor writes who wants something corrected or removed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talentflow.exports.rows import web_address

_MAIL = re.compile(r"[^\s@<>\"':;,?&#%/]+@[^\s@<>\"':;,?&#%/]+\.[^\s@<>\"':;,?&#%/]+")


@dataclass(frozen=True, slots=True)
class Contact:
    """What is shown, and where it leads if it is an address of e-mail or of the web."""

    words: str
    address: str | None

    @staticmethod
    def of(told: str | None) -> Contact | None:
        """The contact that whoever serves the record has named; None where nobody is."""
        words = " ".join((told or "").split())
        if not words:
            return None
        return Contact(words, f"mailto:{words}" if _MAIL.fullmatch(words) else web_address(words))
