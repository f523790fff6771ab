"""Column types of our own."""

from __future__ import annotations

from sqlalchemy import LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class ExactText(TypeDecorator[str]):
    """Text kept to the last code point: lone surrogates and NUL, which no database's text type holds, come back.

    Offsets of evidence point into it, so nothing may be repaired on the way.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """The bytes that are stored."""
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """The text as it was given."""
        return None if value is None else bytes(value).decode("utf-8", "surrogatepass")


def plain(text: str) -> str:
    """The text as an ordinary column can hold it: lone surrogates and NUL become the replacement character."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd") if text else text
