"""One document into the database: whole, in one transaction, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

from sqlalchemy import Connection

from talentflow.app.identity import ArticleNames, Names
from talentflow.app.in_order import read_in_order
from talentflow.app.reading import Reader, left_unsearched
from talentflow.app.reviewing import carry_over, reviewed_mentions
from talentflow.app.veil import veil_of
from talentflow.app.views import Added
from talentflow.ledger import as_day, trace_of
from talentflow.model import Document, ReaderError, Reading
from talentflow.store import Database
from talentflow.store.articles import (
    StoredArticle,
    current_reading,
    find_by_content,
    find_versions,
    has_reading,
    insert_article,
    insert_reading,
)
from talentflow.store.decisions import weakly_linked
from talentflow.store.groups import blocks_of_articles, drop_blocks, forget_article, keep_trace
from talentflow.store.knowing import iso_date
from talentflow.store.mentions import mentions_of_articles, standing_judgements
from talentflow.store.names import insert_names
from talentflow.store.stale import mark_stale
from talentflow.text.fold import search_key

SURE = 0.8  # the score of a link between names from which their spelling alone is enough
_SAME_ARTICLE = 0.2  # share of words from which a changed text is still the same article


def add_documents(database: Database, names: Names, documents: Iterable[Document], reader: Reader) -> Iterator[Added]:
    """Read and keep documents, in order. What goes wrong with one alone is said in the answer for it.

    What is known already is not read again, and what a reader cannot go on with stays unread.
    """
    for outcome in read_in_order(reader, (_asked(database, document, reader) for document in documents)):
        if isinstance(outcome.item, Added):
            yield outcome.item
        elif outcome.reading is None:
            yield _failed(outcome.item, outcome.problem)
        else:
            yield _add(database, names, outcome.item, reader, outcome.reading)


def _asked(database: Database, document: Document, reader: Reader) -> tuple[Document | Added, Document | None]:
    """The document as it is to be read, or what is known of it already."""
    with database.reading() as connection:
        document, known = _place(connection, document)
        if known is not None and has_reading(connection, known.key, reader.name, reader.version):
            return _known(connection, known), None
    return document, document


def _failed(document: Document, problem: Exception | None) -> Added:
    if isinstance(problem, ReaderError):
        line = str(problem)
    else:
        line = f"{document.origin or document.id}: could not be read ({type(problem).__name__}: {problem})."
    return Added(document.id, "failed", problem=" ".join(line.split())[:300])


def _add(database: Database, names: Names, document: Document, reader: Reader, reading: Reading) -> Added:
    with database.writing() as connection:
        # Another process may have added it while we were reading.
        document, known = _place(connection, document)
        if known is not None and has_reading(connection, known.key, reader.name, reader.version):
            return _known(connection, known)
        outcome = _keep(connection, names, document, known, reader, reading)
    counts = len(reading.moves), len(reading.positions), len(reading.groups)
    warning = left_unsearched(document, reading)
    return Added(document.id, outcome, *counts, facts=len(reading.facts), warning=warning)


def _known(connection: Connection, known: StoredArticle) -> Added:
    stored = current_reading(connection, known.key)
    if stored is None:
        return Added(known.document.id, "known")
    reading = stored.reading
    counts = len(reading.moves), len(reading.positions), len(reading.groups)
    return Added(known.document.id, "known", *counts, facts=len(reading.facts))


def _place(connection: Connection, document: Document) -> tuple[Document, StoredArticle | None]:
    """The document under the id that it gets, and the version of it that is stored already, if any.

    Without an id it is named by its content. The same text from another outlet is an article of its own, and so is
    a wholly different text that happens to bear the id of another ("1", "news").
    """
    key = document.content_key
    given = document.id
    document = replace(document, id=given or f"a-{key[:12]}")
    document = replace(document, id=veil_of(connection, knows_articles=False).article_id(document))
    versions = find_versions(connection, document.id)
    if versions and not any(version.document.content_key == key for version in versions):
        current = versions[-1].document
        if not _is_same_article(current, document):
            document = replace(document, id=f"{document.id}~{key[:8]}")
            versions = find_versions(connection, document.id)
    for version in versions:
        if version.document.content_key == key:
            return replace(document, id=version.document.id), version
    if not versions:
        for other in find_by_content(connection, key):
            same_outlet = (other.document.url, other.document.publisher) == (document.url, document.publisher)
            if same_outlet or not (document.url or document.publisher):
                return replace(document, id=other.document.id), other
    return document, None


def _is_same_article(one: Document, other: Document) -> bool:
    """Whether a document with a known id is that article with other words, and not another one."""
    if one.url and other.url:
        return one.url == other.url
    if one.title and one.title == other.title:
        return True
    first, second = (set(search_key(document.text).split()) for document in (one, other))
    return len(first & second) >= _SAME_ARTICLE * len(first | second)


def _keep(
    connection: Connection,
    names: Names,
    document: Document,
    known: StoredArticle | None,
    reader: Reader,
    reading: Reading,
) -> str:
    document = replace(document, lang=document.lang or reading.lang)
    outcome, reviewed = "added", {}
    if known is None:
        versions = find_versions(connection, document.id)
        if versions:
            # While it still counts: whoever is named in the old words alone has to be worked out anew.
            outcome, reviewed = "updated", reviewed_mentions(connection, [versions[-1].key])
            _forget(connection, versions[-1].key)
        key = insert_article(connection, document, len(versions) + 1)
        if versions:
            near = forget_article(connection, versions[-1].key)
            mark_stale(connection, "article", map(str, near))
    elif not known.current:
        key = known.key
        article_names = ArticleNames(names, document, reading)
        insert_reading(connection, key, (reader.name, reader.version), reading, article_names.key_of)
        return "updated"
    else:
        # Known text, but a reader that has not read it: its claims go beside the old ones and count from now on.
        outcome, key = "updated", known.key
        reviewed = reviewed_mentions(connection, [key])
        _forget(connection, key)
        kept = blocks_of_articles(connection, [key])[key]
        drop_blocks(connection, key, [block for block in kept if block[:2] in ("p:", "k:", "f:", "o:")])
    article_names = ArticleNames(names, document, reading)
    insert_reading(connection, key, (reader.name, reader.version), reading, article_names.key_of)
    carry_over(connection, key, reviewed)
    index_article(connection, article_names, key, document, reading)
    return outcome


def index_article(
    connection: Connection, article_names: ArticleNames, key: int, document: Document, reading: Reading
) -> None:
    """Keep what finds an article's names and its text again, and mark what has to be worked out from them."""
    new = insert_names(connection, article_names.rows.values(), article_names.blocks)
    # What is told of names that are only near can settle whether they are one.
    mark_stale(connection, "name", {*new, *weakly_linked(connection, article_names.rows, SURE)})
    trace = trace_of(document.title, document.text, reading.lang or document.lang)
    people = article_names.person_blocks(claim.person for claim in reading.moves)
    day = as_day(iso_date(document.published))
    payload = json.dumps({**asdict(trace), "numbers": sorted(trace.numbers)}, separators=(",", ":"))
    retold = {f"o:{reading.retold}"} if reading.retold else set()
    keep_trace(connection, key, payload, trace.blocks | people | retold, day.isoformat() if day else None)
    mark_stale(connection, "article", [str(key)])
    mark_stale(connection, "spelling", [str(key)])


def _forget(connection: Connection, key: int) -> None:
    """Mark what the mentions of a reading that no longer counts had a part in."""
    mark_stale(connection, "spelling", [str(key)])
    mentions = list(mentions_of_articles(connection, [key]))
    mark_stale(connection, "name", weakly_linked(connection, {row.name_key for row in mentions}, SURE))
    judged = standing_judgements(connection, [row.id for row in mentions])
    touched = {row.entity for row in judged.values()}
    mark_stale(connection, "entity", touched)
    mark_stale(connection, "person", touched)
