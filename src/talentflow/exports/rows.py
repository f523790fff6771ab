"""A move as one row of a table, for the formats that have no nesting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from talentflow.text.visible import visible

COLUMNS = (
    "date",
    "person",
    "from",
    "to",
    "kind",
    "status",
    "how",
    "role_from",
    "role_to",
    "known_on",
    "origins",
    "confidence",
    "languages",
    "according_to",
    "articles",
    "quote",
    "sources",
)

_ADDRESS_LETTERS = "%/:=&?~#+!$,;'@()*"
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")

Value = str | int | float | None


def value_of(move: Mapping[str, Any], column: str) -> Value:
    """What stands in a column: parties by their name, lists as one text, the first sentence as the quote."""
    if column == "quote":
        evidence = move.get("evidence") or ()
        return str(evidence[0]["quote"]) if evidence else None
    if column == "sources":
        return "; ".join(sources_of(move)) or None
    value = move.get(column)
    if isinstance(value, Mapping):
        return called(value)
    if isinstance(value, (list, tuple)):
        return "; ".join(str(item) for item in value) or None
    return value if value is None or isinstance(value, (int, float)) else str(value)


def called(party: Mapping[str, Any]) -> str | None:
    """The name of a person or an organization, or what an article calls the unnamed."""
    name = party.get("name") or party.get("mention")
    return None if name is None else str(name)


def sources_of(move: Mapping[str, Any]) -> list[str]:
    """The addresses of the articles behind a move, each once."""
    found = (web_address(item.get("url")) for item in move.get("evidence") or ())
    return list(dict.fromkeys(address for address in found if address))


def web_address(url: Any) -> str | None:
    """The address if it is one of the web, in letters that every reader of addresses takes; else None.

    Articles may come with anything as their address: other schemes, broken brackets, blanks.
    """
    if not isinstance(url, str) or any(letter <= " " or letter in '<>"{}|\\^`[]' for letter in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or not host.isascii():
        return None
    return quote(url, safe=_ADDRESS_LETTERS)


def shown(text: str) -> str:
    """The text with nothing that XML cannot hold or that a reader could not see."""
    return _NO_CHARACTERS.sub("\ufffd", visible(text))


def proper(value: Any) -> Any:
    """The value with text that UTF-8 can hold: half a surrogate pair in an article has no bytes."""
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {key: proper(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [proper(item) for item in value]
    return value
