"""What a visitor asks for in the address: a filter of moves and a page of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus, urlencode

from talentflow.app.views import SORTS, CountedMoves, MoveFilter
from talentflow.model import KINDS, STATUSES, is_date

PAGE = 50  # moves
_MOST_PAGES = 10_000
_LONGEST = 200  # characters of a value: longer ones are no names
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # in no name, and nothing to show again
_QUARTER = re.compile(r"\d{4}-(?:01|04|07|10)")
_CODE = re.compile(r"[a-z]{2,3}")
FIELDS = ("person", "org", "from", "to", "kind", "status", "lang", "since", "until", "sort")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter with the values that it was made of, the page of it, and what was not understood (field to value)."""

    filter: MoveFilter
    values: Mapping[str, str]
    page: int
    misunderstood: Mapping[str, str]

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the order is asked for."""
        return any(value for field, value in self.values.items() if field != "sort")

    def address(self, **changes: str | int | None) -> str:
        """The query of an address with other values; the page goes back to the first unless it is given."""
        values = {**self.values, **{field: "" if value is None else str(value) for field, value in changes.items()}}
        query = urlencode([(field, value) for field, value in values.items() if value])
        return f"?{query}" if query else "?"

    @property
    def feed(self) -> str:
        """The query of the feeds of this filter, whose order is their own."""
        return self.address(sort=None).rstrip("?")


def wanted_of(query: Mapping[str, str], **fixed: str) -> Wanted:
    """What the query of an address asks for; a value that cannot be understood is left out and told.

    `fixed` are fields that the page itself sets.
    """
    values: dict[str, str] = {}
    misunderstood: dict[str, str] = {}
    for field in FIELDS:
        value = _UNSEEN.sub("", query.get(field, "")).strip()
        if not value:
            continue
        if len(value) <= _LONGEST and _is_understood(field, value):
            values[field] = value
        else:
            misunderstood[field] = value[:_LONGEST]
    told = {**values, **fixed}
    number = page_number(query)
    return Wanted(
        filter=MoveFilter(
            person=told.get("person"),
            organization=told.get("org"),
            from_=told.get("from"),
            to=told.get("to"),
            kind=_one(told.get("kind")),
            status=_one(told.get("status")),
            language=_one(told.get("lang")),
            since=told.get("since"),
            until=told.get("until"),
            sort=told.get("sort", "date"),
            limit=PAGE + 1,  # one more than a page holds shows that another follows
            skip=(number - 1) * PAGE,
        ),
        values=values,
        page=number,
        misunderstood=misunderstood,
    )


def counted_of(query: Mapping[str, str]) -> CountedMoves | None:
    """Which count an address asks to be told; None for what no count can be."""
    told = {field: query.get(field, "").strip() for field in ("from", "to", "since", "until", "quarter")}
    if any(len(value) > _LONGEST for value in told.values()) or not (told["from"] or told["to"]):
        return None
    if any(told[field] and not is_date(told[field]) for field in ("since", "until")):
        return None
    if told["quarter"] and _QUARTER.fullmatch(told["quarter"]) is None:
        return None
    return CountedMoves(
        told["from"] or None, told["to"] or None, told["since"] or None, told["until"] or None, told["quarter"] or None,
        is_every=query.get("every") == "1",
    )  # fmt: skip


def counted_query(wanted: CountedMoves) -> str:
    """The query of the address that tells a count."""
    fields = {
        "from": wanted.from_org, "to": wanted.to_org, "since": wanted.since, "until": wanted.until,
        "quarter": wanted.quarter, "every": "1" if wanted.is_every else None,
    }  # fmt: skip
    return urlencode({field: value for field, value in fields.items() if value})


def counted_query_of(**fields: str | None) -> str:
    """The same of the fields themselves; "from" as `from_`, as Python has it."""
    return "&".join(f"{field.rstrip('_')}={_quoted(value)}" for field, value in fields.items() if value)


@lru_cache(4096)  # a page has some hundreds of them, of a few organizations
def _quoted(value: str) -> str:
    return quote_plus(value)


def page_number(query: Mapping[str, str]) -> int:
    """Which page of a list an address asks for: the first unless it says so."""
    page = query.get("page", "1")
    number = int(page) if page.isdecimal() and len(page) < 6 else 1
    return min(max(1, number), _MOST_PAGES)


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _is_understood(field: str, value: str) -> bool:
    if field in ("since", "until"):
        return is_date(value)
    choices: Mapping[str, Sequence[str]] = {"kind": KINDS, "status": STATUSES, "sort": SORTS}
    if field in choices:
        return value in choices[field]
    return _CODE.fullmatch(value) is not None if field == "lang" else True
