"""Where a list goes on: the place after the last item that was given, also where others came in between."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last item given, by its id, and how many were given; the count alone tells where the item is gone."""

    last: str
    count: int

    def written(self) -> str:
        """The cursor as letters that an address takes as they are; what they mean is ours alone."""
        return urlsafe_b64encode(f"{self.count}.{self.last}".encode()).decode().rstrip("=")

    @staticmethod
    def read(written: str) -> Cursor | None:
        """The cursor that was written so; None where it is none of ours."""
        try:
            told = urlsafe_b64decode(written.encode("ascii") + b"=" * (-len(written) % 4)).decode()
        except ValueError:
            return None
        count, dot, last = told.partition(".")
        if not dot or not last or not (count.isascii() and count.isdecimal()) or len(count) > 9:
            return None
        return Cursor(last, int(count))
