"""Facts around the moves: whom each is about, and those that a question asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select, union, update

from talentflow.model import FactClaim, PartialDate
from talentflow.store.columns import plain
from talentflow.store.knowing import iso_date
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
    since: str | None = None  # a whole day, as is the next
    until: str | None = None


def insert_parties(
    connection: Connection,
    article_key: int,
    found: Iterable[tuple[str, Claim]],
    mentions: Iterable[Mapping[str, object]],
) -> None:
    """Keep whom the facts among the claims of an article are about, and when they are told."""
    published = connection.execute(select(articles.c.published).where(articles.c.key == article_key)).scalar()
    known = {(row["sort"], row["reader_id"]): row["id"] for row in mentions}
    rows = [
        {
            **told_days(claim.date, published),
            "article_key": article_key,
            "place": place,
            "claim": identity,
            "ordinal": ordinal,
            "sort": party.sort,
            "mention": known.get((party.sort, plain(party.entity.id))),
            "reader_id": plain(party.entity.id),
            "folded": search_key(plain(party.entity.name or party.entity.mention)),
        }
        for place, (identity, claim) in enumerate(found)
        if isinstance(claim, FactClaim)
        for ordinal, party in enumerate((claim.subject, *claim.about))
    ]
    insert_new(connection, fact_parties, rows)


def no_longer_count(connection: Connection, article_keys: Sequence[int]) -> None:
    """Let the facts that were read so far in these versions of articles stand in no reading that counts."""
    of_these = update(fact_parties).where(fact_parties.c.article_key.in_(article_keys))
    connection.execute(of_these.values(counts=False))


def told_days(date: str | None, published: str | None) -> dict[str, str]:
    """When a fact is told: its own date, else the day of publication; and the first and last day that this allows."""
    told = (date and plain(date)) or iso_date(published) or ""
    try:
        when = PartialDate.parse(told)
    except ValueError:  # as where nothing is known
        return {"told": told, "first_day": "", "last_day": ""}
    return {"told": told, "first_day": when.first_day.isoformat(), "last_day": when.last_day.isoformat()}


@dataclass(frozen=True, slots=True)
class FactHead:
    """A fact's id with the key of its article."""

    id: str
    article_key: int


def find_facts(
    connection: Connection,
    query: FactQuery,
    *,
    limit: int | None = None,
    skip: int = 0,
    after: str | None = None,
    left_out: Collection[str] = (),
) -> list[FactHead]:
    """The facts that a query asks for, in readings that count, the newest first; of one day in order of article.

    `limit` of them after the one with the id `after`; where there is none of them, after the first `skip`. Those that
    are left out are passed over; they count in `limit`.
    """
    table = fact_parties.c
    order = (table.told, table.article_key, table.place, table.claim)
    conditions = _conditions(query)
    last = None
    if after is not None:
        last = connection.execute(_heads(query, order, [*conditions, table.claim == after])).first()
    if last is not None:
        told, article, place, claim = last[2:]
        behind = or_(
            table.article_key > article,
            and_(
                table.article_key == article, or_(table.place > place, and_(table.place == place, table.claim > claim))
            ),
        )
        conditions.append(and_(table.told <= told, or_(table.told < told, behind)))
    ordered = _heads(query, (), conditions).order_by(table.told.desc(), *order[1:])
    if last is None and skip:
        if left_out:
            rows = connection.execute(ordered.limit(None if limit is None else limit + skip)).all()
            return [FactHead(row[0], row[1]) for row in rows if row[0] not in left_out][skip:]
        ordered = ordered.offset(skip)
    rows = connection.execute(ordered.limit(limit)).all()
    return [FactHead(row[0], row[1]) for row in rows if row[0] not in left_out]


def _heads(
    query: FactQuery, columns: Sequence[ColumnElement[Any]], conditions: Iterable[ColumnElement[bool]]
) -> Select[Any]:
    """The facts that pass: by their subjects, which every fact has, so that claims of other sorts are not looked at.

    Nor are facts themselves, unless something is asked of them that does not stand with their subjects: where thousands
    are passed over, an index tells of all.
    """
    found = select(fact_parties.c.claim, fact_parties.c.article_key, *columns).where(*conditions)
    if query.types or query.statuses or query.languages:
        found = found.join(claims, claims.c.id == fact_parties.c.claim)
    if query.languages:
        found = found.join(readings, readings.c.key == claims.c.reading_key)
    return found


def _conditions(query: FactQuery) -> list[ColumnElement[bool]]:
    conditions = [fact_parties.c.ordinal == 0, fact_parties.c.counts]
    if query.types:
        conditions.append(claims.c.kind.in_(query.types))
    if query.statuses:
        conditions.append(claims.c.status.in_(query.statuses))
    if query.languages:
        conditions.append(readings.c.lang.in_(query.languages))
    if query.since:
        conditions.append(and_(fact_parties.c.last_day != "", fact_parties.c.last_day >= query.since))
    if query.until:
        conditions.append(and_(fact_parties.c.first_day != "", fact_parties.c.first_day <= query.until))
    if query.entities is not None:
        party = fact_parties.alias()
        judged = select(judgements.c.mention_id).where(
            judgements.c.entity.in_(query.entities), judgements.c.withdrawn_at.is_(None)
        )
        about = union(
            select(party.c.claim).where(party.c.mention.in_(judged)),
            select(party.c.claim).where(party.c.reader_id.in_(query.entities)),
            select(party.c.claim).where(party.c.folded == search_key(query.name or "")),
        )
        conditions.append(fact_parties.c.claim.in_(about))
    return conditions


def facts_about_people(connection: Connection) -> list[str]:
    """The facts whose subject is a person."""
    wanted = select(fact_parties.c.claim).where(fact_parties.c.ordinal == 0, fact_parties.c.sort == "person")
    return list(connection.execute(wanted).scalars())


def facts_in_articles(connection: Connection, keys: Iterable[int]) -> list[str]:
    """The facts that these articles state."""
    found: list[str] = []
    for chunk in in_chunks(sorted(set(keys))):
        wanted = select(fact_parties.c.claim).where(fact_parties.c.ordinal == 0, fact_parties.c.article_key.in_(chunk))
        found += connection.execute(wanted).scalars()
    return found


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
