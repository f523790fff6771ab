"""What a model answered, as plain claims that nobody has proved yet; whatever has not the form is left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from talentflow.model import HOWS, KINDS, STATUSES, PartialDate

_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL)
_LONGEST = 200  # characters of a name or a post
_LONGEST_QUOTE = 4_000
_MOST_CLAIMS = 200  # of a sort in one passage: an answer that goes on and on is none
_MOST_SOURCES = 8


class UnusableError(Exception):
    """An answer that holds no object of the form asked for."""


@dataclass(frozen=True, slots=True)
class TextOf:
    """How an answer names somebody: letter for letter, and in Latin letters; `unnamed` where the text gives no name."""

    mention: str
    latin: str | None = None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class MoveSaid:
    """A move as a model tells it."""

    quote: str
    person: TextOf
    from_org: TextOf | None
    to_org: TextOf | None
    kind: str
    status: str
    how: str | None
    role_from: str | None
    role_to: str | None
    date: str | None
    according_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PositionSaid:
    """A post as a model tells it."""

    quote: str
    person: TextOf
    org: TextOf | None
    role: str | None
    when: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class GroupSaid:
    """Counted people as a model tells of them."""

    quote: str
    from_org: TextOf | None
    to_org: TextOf | None
    count: int
    at_least: bool


@dataclass(frozen=True, slots=True)
class Said:
    """All that an answer claims; `malformed` counts the claims that have not the form."""

    moves: tuple[MoveSaid, ...] = ()
    positions: tuple[PositionSaid, ...] = ()
    groups: tuple[GroupSaid, ...] = ()
    malformed: int = 0


def parse_answer(text: str) -> Said:
    """The claims of an answer; raises UnusableError where it is no JSON object with at least one of the three lists."""
    row = _object_in(text)
    lists = {name: row.get(name) for name in ("moves", "positions", "groups")}
    if all(value is None for value in lists.values()):
        raise UnusableError
    if any(value is not None and not isinstance(value, list) for value in lists.values()):
        raise UnusableError
    found: dict[str, list[Any]] = {}
    malformed = 0
    for name, read in (("moves", _move), ("positions", _position), ("groups", _group)):
        found[name] = []
        items = lists[name] or []
        malformed += max(0, len(items) - _MOST_CLAIMS)
        for item in items[:_MOST_CLAIMS]:
            try:
                claim = read(item)
            except (KeyError, TypeError, ValueError, AttributeError):
                malformed += 1
            else:
                if claim not in found[name]:
                    found[name].append(claim)
    return Said(tuple(found["moves"]), tuple(found["positions"]), tuple(found["groups"]), malformed)


def _object_in(text: str) -> dict[str, Any]:
    """The JSON object of an answer, whatever stands around it: thoughts, a fence, a polite sentence."""
    bare = _THOUGHT.sub("", text).strip()
    for start in _openings(bare):
        try:
            row, _ = json.JSONDecoder().raw_decode(bare, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            return row
    raise UnusableError


def _openings(text: str) -> Iterator[int]:
    """The first places where an object may open: within a broken one every brace would be another."""
    start, count = text.find("{"), 0
    while start >= 0 and count < 5:
        yield start
        start, count = text.find("{", start + 1), count + 1


def _move(row: dict[str, Any]) -> MoveSaid:
    from_org, to_org = _party(row, "from"), _party(row, "to")
    if from_org is None and to_org is None:
        raise ValueError("a move without ends")
    kind = row.get("kind")
    status = row.get("status")
    if kind not in KINDS or status not in STATUSES:
        raise ValueError("no such kind or status")
    sources = row.get("according_to") or []
    return MoveSaid(
        quote=_quote(row), person=_person(row), from_org=from_org, to_org=to_org,
        kind=kind, status=status, how=row.get("how") if row.get("how") in HOWS else None,
        role_from=_words(row.get("role_from")), role_to=_words(row.get("role_to")), date=_date(row.get("date")),
        according_to=tuple(name for source in sources[:_MOST_SOURCES] if (name := _words(source)))
        if isinstance(sources, list) else (),
    )  # fmt: skip


def _position(row: dict[str, Any]) -> PositionSaid:
    when = row.get("when")
    if when not in ("current", "past"):
        raise ValueError("neither current nor past")
    return PositionSaid(
        _quote(row), _person(row), _party(row, "org"), _words(row.get("role")), when,
        _date(row.get("since")), _date(row.get("until")),
    )  # fmt: skip


def _group(row: dict[str, Any]) -> GroupSaid:
    count = row["count"]
    if not isinstance(count, int) or isinstance(count, bool) or not 0 < count < 1_000_000:
        raise ValueError("no count of people")
    from_org, to_org = _party(row, "from"), _party(row, "to")
    if from_org is None and to_org is None:
        raise ValueError("a group without ends")
    return GroupSaid(_quote(row), from_org, to_org, count, row.get("at_least") is True)


def _quote(row: dict[str, Any]) -> str:
    quote = row["quote"]
    if not isinstance(quote, str) or not quote.strip() or len(quote) > _LONGEST_QUOTE:
        raise ValueError("no quote")
    return quote


def _person(row: dict[str, Any]) -> TextOf:
    person = _party(row, "person")
    if person is None:
        raise ValueError("nobody")
    return person


def _party(row: dict[str, Any], name: str) -> TextOf | None:
    value, latin, unnamed = row.get(name), row.get(f"{name}_latin"), row.get(f"{name}_unnamed")
    if isinstance(value, dict):  # {"mention": ..., "name": ...}, as some models prefer to nest it
        nested = value
        value, latin = nested.get("mention") or nested.get("name"), nested.get("name")
        unnamed = latin is None
    mention = _words(value)
    return None if mention is None else TextOf(mention, _words(latin), unnamed is True)


def _words(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    words = " ".join(value.split())
    return words if 0 < len(words) <= _LONGEST and words.lower() not in ("null", "none", "unknown", "n/a") else None


def _date(value: object) -> str | None:
    try:
        return str(PartialDate.parse(value)) if isinstance(value, str) else None
    except ValueError:
        return None
