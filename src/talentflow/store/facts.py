"""Facts around the moves: whom each is about, and those that a question asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from talentflow.model import FactClaim
from talentflow.store.columns import plain
from talentflow.store.payloads import Claim, read_claim
from talentflow.store.rows import in_chunks, insert_new
from talentflow.store.schema import articles, claims, fact_parties, judgements, readings
from talentflow.text.fold import search_key


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with its id and the key of its article."""

    id: str
    article_key: int
    claim: FactClaim


@dataclass(frozen=True, slots=True)
class FactQuery:
    """Which facts to fetch: of these types and statuses, about any of these entities or anything so named."""

    types: Sequence[str] = ()
    statuses: Sequence[str] = ()
    languages: Sequence[str] = ()
    entities: Sequence[str] | None = None
    name: str | None = None


def insert_parties(
    connection: Connection, found: Iterable[tuple[str, Claim]], mentions: Iterable[Mapping[str, object]]
) -> None:
    """Keep whom the facts among these claims are about."""
    known = {(row["sort"], row["reader_id"]): row["id"] for row in mentions}
    rows = [
        {
            "claim": identity,
            "ordinal": ordinal,
            "sort": party.sort,
            "mention": known.get((party.sort, plain(party.entity.id))),
            "reader_id": plain(party.entity.id),
            "folded": search_key(plain(party.entity.name or party.entity.mention)),
        }
        for identity, claim in found
        if isinstance(claim, FactClaim)
        for ordinal, party in enumerate((claim.subject, *claim.about))
    ]
    insert_new(connection, fact_parties, rows)


@dataclass(frozen=True, slots=True)
class FactHead:
    """A fact's id with what it is chosen and ordered by: its own date, and the day of publication as it is given."""

    id: str
    article_key: int
    date: str | None
    published: str | None


def find_facts(connection: Connection, query: FactQuery) -> list[FactHead]:
    """The facts that a query asks for, in readings that count, in order of article."""
    conditions = [claims.c.sort == "fact", readings.c.current, articles.c.current]
    if query.types:
        conditions.append(claims.c.kind.in_(query.types))
    if query.statuses:
        conditions.append(claims.c.status.in_(query.statuses))
    if query.languages:
        conditions.append(readings.c.lang.in_(query.languages))
    if query.entities is not None:
        judged = select(judgements.c.mention_id).where(
            judgements.c.entity.in_(query.entities), judgements.c.withdrawn_at.is_(None)
        )
        about = select(fact_parties.c.claim).where(
            or_(
                fact_parties.c.mention.in_(judged),
                fact_parties.c.reader_id.in_(query.entities),
                fact_parties.c.folded == search_key(query.name or ""),
            )
        )
        conditions.append(claims.c.id.in_(about))
    wanted = (
        select(claims.c.id, readings.c.article_key, claims.c.date, articles.c.published)
        .select_from(fact_parties)  # every fact has a subject: claims of other sorts are not looked at
        .join(claims, claims.c.id == fact_parties.c.claim)
        .join(readings, readings.c.key == claims.c.reading_key)
        .join(articles, articles.c.key == readings.c.article_key)
        .where(fact_parties.c.ordinal == 0, *conditions)
        .order_by(readings.c.article_key, claims.c.ordinal)
    )
    return [FactHead(*row) for row in connection.execute(wanted)]


def facts_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, FactRow]:
    """Facts by id."""
    found = {}
    for chunk in in_chunks(ids):
        wanted = (
            select(claims.c.id, claims.c.sort, claims.c.payload, readings.c.article_key)
            .join(readings, readings.c.key == claims.c.reading_key)
            .where(claims.c.id.in_(chunk))
        )
        for row in connection.execute(wanted):
            claim = read_claim(row.sort, row.payload)
            if isinstance(claim, FactClaim):
                found[row.id] = FactRow(row.id, row.article_key, claim)
    return found


def entities_of_parties(connection: Connection, facts: Iterable[str]) -> dict[tuple[str, int], str]:
    """Which entity each party of these facts is judged to be, by fact and place; only those that are judged."""
    out: dict[tuple[str, int], str] = {}
    for chunk in in_chunks(sorted(set(facts))):
        wanted = (
            select(fact_parties.c.claim, fact_parties.c.ordinal, judgements.c.entity)
            .join(judgements, judgements.c.mention_id == fact_parties.c.mention)
            .where(fact_parties.c.claim.in_(chunk), judgements.c.withdrawn_at.is_(None))
        )
        out.update(((row[0], row[1]), row[2]) for row in connection.execute(wanted))
    return out
