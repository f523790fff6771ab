"""Which outlet told a move when and as what: kept with the move, for figures that ask it of all moves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from talentflow.store.rows import in_chunks
from talentflow.store.schema import articles, claims, moves, readings

# The outlet, the day of publication as it is given, and the status under which it told the move.
Told = tuple[str, str, str]


def told_by_claims(connection: Connection, ids: Iterable[str]) -> dict[str, Told]:
    """By claim, who tells of it; without those of articles that name neither outlet nor address, or no day."""
    found: dict[str, Told] = {}
    for chunk in in_chunks(ids):
        wanted = (
            select(claims.c.id, claims.c.status, articles.c.publisher, articles.c.url, articles.c.published)
            .join(readings, readings.c.key == claims.c.reading_key)
            .join(articles, articles.c.key == readings.c.article_key)
            .where(claims.c.id.in_(chunk))
        )
        for claim, status, publisher, url, published in connection.execute(wanted):
            if (outlet := outlet_of(publisher, url)) and published:
                found[claim] = (outlet, published, status)
    return found


def outlet_of(publisher: str | None, url: str | None) -> str | None:
    """The name of the outlet, or else the host of its page."""
    return publisher or urlsplit(url or "").hostname


def written(told: Iterable[Told]) -> str:
    """Who told a move, as it is kept."""
    return json.dumps(sorted(set(told)), ensure_ascii=False, separators=(",", ":"))


def tellings_of_moves(
    connection: Connection, people: Iterable[str] | None = None
) -> Iterator[tuple[str, str, str, str]]:
    """Of every move, or of those of some people, who told it.

    The move, the status, the outlet, the day of publication as it is given.
    """
    wanted = select(moves.c.id, moves.c.tellings).where(moves.c.tellings != "[]")
    questions = [wanted] if people is None else [wanted.where(moves.c.person.in_(part)) for part in in_chunks(people)]
    for question in questions:
        for move, told in connection.execute(question):
            for outlet, day, status in json.loads(told):
                yield move, status, outlet, day
