"""Articles, their readings, claims and mentions: kept for good, never changed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    bindparam,
    func,
    insert,
    select,
    true,
    update,
)

from talentflow.model import Document, EntityMention, FactClaim, GroupClaim, MoveClaim, PositionClaim, Reading
from talentflow.store.columns import plain
from talentflow.store.facts import insert_parties, no_longer_count
from talentflow.store.knowing import known_on
from talentflow.store.payloads import HINT, Claim, read_claim, write_claim
from talentflow.store.rows import in_chunks, insert_new, now
from talentflow.store.schema import articles, claims, mentions, readings
from talentflow.store.search import add_words

# The name under which a mention is compared: sort ("person", "organization"), the mention, and for an organization
# without a name the person whose it is.
NameKey = Callable[[str, EntityMention, EntityMention | None], str]


# Made once: to put a question together takes longer than to answer it.
_HEADS = select(
    articles.c.key, articles.c.id, articles.c.current, articles.c.lang, articles.c.published, articles.c.url,
    articles.c.publisher, articles.c.known_on,
).where(articles.c.key.in_(bindparam("keys", expanding=True)))  # fmt: skip
_CLAIMS = (
    select(
        claims.c.id, claims.c.sort, claims.c.payload, claims.c.person_mention, claims.c.from_mention,
        claims.c.to_mention, readings.c.article_key, articles.c.known_on,
    )
    .join(readings, readings.c.key == claims.c.reading_key)
    .join(articles, articles.c.key == readings.c.article_key)
    .where(readings.c.current, articles.c.current)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One version of an article."""

    key: int
    version: int
    current: bool
    added_at: str
    known_on: str
    document: Document


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What is known of a version of an article, without its text."""

    key: int
    id: str
    current: bool
    lang: str
    published: str | None
    url: str | None
    publisher: str | None
    known_on: str


@dataclass(frozen=True, slots=True)
class StoredReading:
    """What one reader made of one version of an article."""

    key: int
    reader: str
    version: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with its id, its article and the ids of its mentions (person, from, to; or person, organization).

    A hint (see `Reading`) is kept as a claim of its own sort, so that nothing takes it for one. `known_on` is the first
    day on which its article could be known.
    """

    id: str
    article_key: int
    known_on: str
    claim: Claim
    person: str | None
    from_org: str | None
    to_org: str | None
    is_hint: bool = False


def find_versions(connection: Connection, article_id: str) -> list[StoredArticle]:
    """All versions of an article, oldest first."""
    rows = connection.execute(select(articles).where(articles.c.id == plain(article_id)).order_by(articles.c.version))
    return [_article(row) for row in rows.mappings()]


def find_by_content(connection: Connection, content_key: str) -> list[StoredArticle]:
    """The articles whose present version has exactly this title and text."""
    wanted = select(articles).where(articles.c.content_key == content_key, articles.c.current)
    return [_article(row) for row in connection.execute(wanted.order_by(articles.c.key)).mappings()]


def ids_with(connection: Connection, part: str, limit: int) -> list[str]:
    """The ids of the articles whose id holds these characters, in order."""
    wanted = select(articles.c.id).where(articles.c.current, articles.c.id.icontains(part, autoescape=True))
    return list(connection.scalars(wanted.order_by(articles.c.id).limit(limit)))


def get_articles(connection: Connection, keys: Iterable[int]) -> dict[int, StoredArticle]:
    """Article versions by key."""
    found = {}
    for chunk in in_chunks(keys):
        for row in connection.execute(select(articles).where(articles.c.key.in_(chunk))).mappings():
            found[row["key"]] = _article(row)
    return found


def current_articles(connection: Connection, until: str | None = None) -> Iterator[StoredArticle]:
    """The present version of every article (known by a day), one at a time."""
    wanted = select(articles).where(articles.c.current).order_by(articles.c.id).execution_options(yield_per=100)
    if until is not None:
        wanted = wanted.where(articles.c.known_on <= until)
    for row in connection.execute(wanted).mappings():
        yield _article(row)


def get_heads(connection: Connection, keys: Iterable[int]) -> dict[int, ArticleHead]:
    """What is known of article versions, by key."""
    found = {}
    for chunk in in_chunks(keys):
        for row in connection.execute(_HEADS, {"keys": chunk}):
            found[row[0]] = ArticleHead(row[0], row[1], bool(row[2]), *row[3:])
    return found


def current_details(connection: Connection) -> dict[str, tuple[int, dict[str, str | None]]]:
    """The key of each article's present version and what that says of itself, by id.

    That is: title, language, day, publisher and address.
    """
    table = articles.c
    columns = (table.id, table.key, table.title, table.lang, table.published, table.publisher, table.url)
    names = ("title", "language", "published", "publisher", "url")
    rows = connection.execute(select(*columns).where(table.current))
    return {row[0]: (row[1], dict(zip(names, row[2:], strict=True))) for row in rows}


def insert_article(connection: Connection, document: Document, version: int) -> int:
    """Keep a version of an article and make it the present one; its key."""
    if version > 1:
        former = select(articles.c.key).where(articles.c.id == plain(document.id))
        no_longer_count(connection, connection.execute(former).scalars().all())
        connection.execute(update(articles).where(articles.c.id == plain(document.id)).values(current=False))
    row = {
        "id": plain(document.id),
        "version": version,
        "current": True,
        "content_key": document.content_key,
        "lang": plain(document.lang),
        "title": document.title,
        "text": document.text,
        "published": document.published and plain(document.published),
        "url": document.url and plain(document.url),
        "publisher": document.publisher and plain(document.publisher),
        "origin": plain(document.origin),
        "added_at": (instant := now()),
        "known_on": known_on(document.published, instant),
    }
    inserted = connection.execute(insert(articles).values(row)).inserted_primary_key
    assert inserted is not None
    key = int(inserted[0])
    add_words(connection, key, plain(document.title), plain(document.text))
    return key


def has_reading(connection: Connection, article_key: int, reader: str, version: str) -> bool:
    """Whether this reader, in this version, has read the article."""
    wanted = select(readings.c.key).where(
        readings.c.article_key == article_key, readings.c.reader == reader, readings.c.reader_version == version
    )
    return connection.execute(wanted).first() is not None


def insert_reading(
    connection: Connection, article_key: int, reader: tuple[str, str], reading: Reading, name_key: NameKey
) -> set[str]:
    """Keep a reading with its claims and mentions, and make it the one that counts; the ids of its mentions."""
    name, version = reader
    content = connection.execute(
        select(articles.c.id, articles.c.content_key).where(articles.c.key == article_key)
    ).one()
    base = f"{content.id}\0{content.content_key}\0{name}\0{version}"
    no_longer_count(connection, [article_key])
    connection.execute(update(readings).where(readings.c.article_key == article_key).values(current=False))
    inserted = connection.execute(
        insert(readings).values(
            article_key=article_key,
            reader=name,
            reader_version=version,
            lang=plain(reading.lang),
            read_at=now(),
            current=True,
            retold=reading.retold and plain(reading.retold),
        )
    ).inserted_primary_key
    assert inserted is not None
    found: dict[str, dict[str, object]] = {}

    def mention_id(sort: str, mention: EntityMention | None, owner: EntityMention | None = None) -> str | None:
        if mention is None:
            return None
        of_whom = f"{owner.id}\0{owner.mention}" if owner is not None and mention.is_unnamed else ""
        parts = (base, sort, mention.id, mention.name or "", mention.mention, of_whom)
        identity = "n-" + _digest("\0".join(parts))
        if identity not in found:
            found[identity] = {
                "id": identity,
                "reading_key": int(inserted[0]),
                "sort": sort,
                "reader_id": plain(mention.id),
                "name": mention.name and plain(mention.name),
                "mention": plain(mention.mention),
                "listed": mention.listed,
                "romanised": mention.romanised,
                "name_key": plain(name_key(sort, mention, owner)),
                "hinted": False,
            }
        return identity

    found_claims: tuple[Claim, ...] = (*reading.moves, *reading.positions, *reading.groups, *reading.facts)
    rows = [_claim_row(claim, mention_id) for claim in found_claims]
    told = list(found.values())
    rows += [{**_claim_row(hint, mention_id), "sort": HINT} for hint in reading.hints]
    for mention in list(found.values())[len(told) :]:
        mention["hinted"] = True
    for ordinal, row in enumerate(rows):
        row |= {"id": "c-" + _digest(f"{base}\0{ordinal}"), "reading_key": int(inserted[0]), "ordinal": ordinal}
    insert_new(connection, mentions, list(found.values()))
    insert_new(connection, claims, rows)
    identified = zip((str(row["id"]) for row in rows[: len(found_claims)]), found_claims, strict=True)
    insert_parties(connection, article_key, identified, told)
    return set(found)


def _claim_row(claim: Claim, mention_id: Callable[..., str | None]) -> dict[str, object]:
    sort, payload = write_claim(claim)
    row: dict[str, object] = dict.fromkeys(("kind", "status", "date", "confidence", "person_mention"))
    row |= {"sort": sort, "payload": payload, "from_mention": None, "to_mention": None}
    if isinstance(claim, GroupClaim):
        row["from_mention"] = mention_id("organization", claim.from_org)
        row["to_mention"] = mention_id("organization", claim.to_org)
        return row
    if isinstance(claim, FactClaim):  # whom it is about stands in a table of its own
        row |= {"kind": plain(claim.type), "status": plain(claim.status), "date": claim.date and plain(claim.date)}
        row["confidence"] = claim.confidence
        return row
    row["person_mention"] = mention_id("person", claim.person)
    row["confidence"] = claim.confidence
    if isinstance(claim, PositionClaim):
        row["from_mention"] = mention_id("organization", claim.org, claim.person)
        return row
    row |= {"kind": plain(claim.kind), "status": plain(claim.status), "date": claim.date and plain(claim.date)}
    row["from_mention"] = mention_id("organization", claim.from_org, claim.person)
    row["to_mention"] = mention_id("organization", claim.to_org, claim.person)
    return row


def current_reading(connection: Connection, article_key: int) -> StoredReading | None:
    """The reading of an article that counts, with all its claims."""
    row = connection.execute(
        select(readings, articles.c.id)
        .join(articles, articles.c.key == readings.c.article_key)
        .where(readings.c.article_key == article_key, readings.c.current)
    ).first()
    if row is None:
        return None
    wanted = select(claims.c.sort, claims.c.payload).where(claims.c.reading_key == row.key).order_by(claims.c.ordinal)
    kept = [(sort, read_claim(sort, payload)) for sort, payload in connection.execute(wanted)]
    found = [claim for sort, claim in kept if sort != HINT]
    reading = Reading(
        document_id=row.id,
        lang=row.lang,
        reader=row.reader,
        moves=tuple(claim for claim in found if isinstance(claim, MoveClaim)),
        positions=tuple(claim for claim in found if isinstance(claim, PositionClaim)),
        groups=tuple(claim for claim in found if isinstance(claim, GroupClaim)),
        facts=tuple(claim for claim in found if isinstance(claim, FactClaim)),
        hints=tuple(claim for sort, claim in kept if sort == HINT and isinstance(claim, MoveClaim)),
        retold=row.retold,
    )
    return StoredReading(row.key, row.reader, row.reader_version, reading)


def claims_of_mentions(
    connection: Connection, mention_ids: Iterable[str], *sorts: str, of: str = "person", until: str | None = None
) -> Iterator[StoredClaim]:
    """The claims of these sorts, in readings that count, whose person (or organization left) is one of these mentions.

    With a day, those of articles that could be known by then.
    """
    column = claims.c.person_mention if of == "person" else claims.c.from_mention
    known = articles.c.known_on <= until if until is not None else true()
    for chunk in in_chunks(mention_ids):
        yield from _claims(connection, column.in_(chunk), claims.c.sort.in_(sorts), known)


def claims_of_articles(connection: Connection, keys: Iterable[int], sort: str) -> Iterator[StoredClaim]:
    """The claims of one sort in the readings of these articles that count."""
    for chunk in in_chunks(keys):
        yield from _claims(connection, readings.c.article_key.in_(chunk), claims.c.sort == sort)


def least_sure(connection: Connection, sort: str, below: float) -> Iterator[StoredClaim]:
    """The claims of one sort, in readings that count, that are less sure than this; the least sure first."""
    order = (claims.c.confidence, claims.c.id)
    yield from _claims(connection, claims.c.sort == sort, claims.c.confidence < below, order=order)


def claims_explained_by(connection: Connection, words: str) -> Iterator[StoredClaim]:
    """The moves in readings that count whose explanation holds these words, which must be plain ASCII."""
    yield from _claims(connection, claims.c.sort == "move", claims.c.payload.contains(f'"{words}"', autoescape=True))


def claims_by_id(connection: Connection, ids: Iterable[str]) -> Iterator[StoredClaim]:
    """Claims by their ids."""
    for chunk in in_chunks(ids):
        yield from _claims(connection, claims.c.id.in_(chunk))


def _claims(
    connection: Connection, *conditions: ColumnElement[bool], order: tuple[Column[Any], ...] = (claims.c.id,)
) -> Iterator[StoredClaim]:
    wanted = _CLAIMS.where(*conditions).order_by(*order)
    if order != (claims.c.id,):  # whoever asks for an order wants the first ones
        wanted = wanted.execution_options(yield_per=100)
    for identity, sort, payload, person, from_org, to_org, article, known in connection.execute(wanted):
        claim, is_hint = read_claim(sort, payload), sort == HINT
        yield StoredClaim(identity, article, known or "", claim, person, from_org, to_org, is_hint)


def counts(connection: Connection) -> dict[str, int]:
    """How many articles and versions are kept."""
    versions = connection.execute(select(func.count()).select_from(articles)).scalar_one()
    former = connection.execute(select(func.count()).select_from(articles).where(~articles.c.current))
    return {"articles": versions - former.scalar_one(), "versions": versions}


def count_claims(connection: Connection) -> int:
    """How many claims are kept, in all readings."""
    told = select(func.count()).select_from(claims).where(claims.c.sort != HINT)
    return int(connection.execute(told).scalar_one())


def languages_and_readers(connection: Connection) -> tuple[dict[str, int], dict[str, int]]:
    """How many articles there are in each language, and by each reader."""
    columns = (readings.c.lang, readings.c.reader, readings.c.reader_version)
    wanted = select(*columns, func.count()).where(readings.c.current).group_by(*columns)
    # All of them, without those of former versions, spares a look at each article: these few are in an index.
    former = select(articles.c.key).where(~articles.c.current)
    found = Counter(_counted(connection, wanted))
    found -= Counter(_counted(connection, wanted.where(readings.c.article_key.in_(former))))
    return by_language_and_reader(found)


def by_language_and_reader(found: Mapping[tuple[str, str, str], int]) -> tuple[dict[str, int], dict[str, int]]:
    """The same out of counts by language, reader and its version."""
    languages, readers = Counter[str](), Counter[tuple[str, str]]()
    for (language, reader, version), count in found.items():
        languages[language] += count
        readers[reader, version] += count
    return (
        dict(sorted(languages.items(), key=lambda item: (-item[1], item[0]))),
        {f"{reader} {version}": readers[reader, version] for reader, version in sorted(readers)},
    )


def _counted(connection: Connection, wanted: Select[Any]) -> dict[tuple[str, str, str], int]:
    return {(row[0], row[1], row[2]): row[3] for row in connection.execute(wanted)}


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def _article(row: RowMapping) -> StoredArticle:
    document = Document(
        text=row["text"],
        id=row["id"],
        lang=row["lang"],
        title=row["title"],
        published=row["published"],
        url=row["url"],
        publisher=row["publisher"],
        origin=row["origin"],
    )
    return StoredArticle(row["key"], row["version"], bool(row["current"]), row["added_at"], row["known_on"], document)
