"""Facts around the moves, as views and as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from talentflow.app.finding import find_entities
from talentflow.app.identity import Names
from talentflow.app.judged import as_judged
from talentflow.app.present import evidence_of
from talentflow.app.remembered import Remembered
from talentflow.app.veil import Veil, veil_of
from talentflow.app.views import FactFilter, FactPartyView, FactView
from talentflow.model import FactParty, PartialDate
from talentflow.store.articles import ArticleHead, get_heads
from talentflow.store.columns import plain
from talentflow.store.entities import EntityRow, get_entities
from talentflow.store.facts import (
    FactQuery,
    FactRow,
    entities_of_parties,
    facts_about_people,
    facts_by_id,
    facts_in_articles,
    find_facts,
)
from talentflow.store.knowing import iso_date
from talentflow.store.verdicts import articles_with_verdicts, verdicts_on


def facts_for(connection: Connection, remembered: Remembered, names: Names, wanted: FactFilter) -> list[FactView]:
    """The facts that pass a filter, newest first."""
    entities = None
    if wanted.about is not None:
        found = [
            find_entities(connection, names, wanted.about, sort, remembered) for sort in ("organization", "person")
        ]
        entities = [identity for some in found for identity in some]
    query = FactQuery(
        types=tuple(map(plain, wanted.type)),
        statuses=tuple(map(plain, wanted.status)),
        languages=tuple(map(plain, wanted.language)),
        entities=entities,
        name=None if wanted.about is None else plain(wanted.about),
        since=wanted.since and _bounds(wanted.since)[0],
        until=wanted.until and _bounds(wanted.until)[1],
    )
    veil = veil_of(connection)
    if wanted.about is not None and not entities and veil.strikes(plain(wanted.about)):
        return []
    left_out = _left_out(connection, veil)
    limit = None if wanted.limit is None else max(wanted.limit, 0)
    most = None if limit is None else limit + len(left_out)
    heads = find_facts(connection, query, limit=most, skip=wanted.skip, after=wanted.after, left_out=left_out)[:limit]
    facts = facts_by_id(connection, [head.id for head in heads])
    articles = get_heads(connection, sorted({head.article_key for head in heads}))
    said = verdicts_on(connection, (article.id for article in articles.values()))
    rows = [
        replace(row, claim=veil.fact(claim, row.article_key))
        for row in (facts[head.id] for head in heads)
        if (claim := as_judged(said, articles[row.article_key].id, row.claim)) is not None
    ]
    judged = entities_of_parties(connection, [row.id for row in rows])
    known = get_entities(connection, set(judged.values()))
    return [_view(row, articles[row.article_key], judged, known, veil) for row in rows]


def _bounds(day: str) -> tuple[str, str]:
    """The first and the last day that a date allows."""
    parsed = PartialDate.parse(day)
    return parsed.first_day.isoformat(), parsed.last_day.isoformat()


def _left_out(connection: Connection, veil: Veil) -> set[str]:
    """The facts that are not shown: about somebody who is hidden, or found wrong by a reviewer."""
    out: set[str] = set()
    if not veil.is_open:
        told = facts_by_id(connection, facts_about_people(connection))
        out.update(fact.id for fact in told.values() if veil.covers_fact(fact.claim, fact.article_key))
    judged = articles_with_verdicts(connection)
    if judged:
        told = facts_by_id(connection, facts_in_articles(connection, judged))
        articles = get_heads(connection, sorted({fact.article_key for fact in told.values()}))
        said = verdicts_on(connection, (article.id for article in articles.values()))
        out.update(
            fact.id for fact in told.values() if as_judged(said, articles[fact.article_key].id, fact.claim) is None
        )
    return out


def _view(
    row: FactRow,
    article: ArticleHead,
    judged: Mapping[tuple[str, int], str],
    known: Mapping[str, EntityRow],
    veil: Veil,
) -> FactView:
    fact = row.claim

    def party(place: int, found: FactParty) -> FactPartyView:
        entity = known.get(judged.get((row.id, place), ""))
        if entity is None:
            return FactPartyView(found.sort, found.entity.id, found.entity.name, found.entity.mention)
        return FactPartyView(found.sort, entity.id, entity.name, entity.mention)

    return FactView(
        id=row.id,
        type=fact.type,
        subject=party(0, fact.subject),
        about=tuple(party(place, other) for place, other in enumerate(fact.about, start=1)),
        amount=fact.amount,
        negated=fact.negated,
        reason=fact.reason,
        status=fact.status,
        date=fact.date,
        known_on=iso_date(article.published),
        words=fact.words,
        according_to=fact.according_to,
        confidence=fact.confidence,
        article=article.id,
        language=article.lang,
        evidence=tuple(evidence_of(fact, article, veil)),
    )


def fact_as_dict(fact: FactView) -> dict[str, Any]:
    """A fact of the library as plain data, ready for JSON."""

    def party(found: FactPartyView) -> dict[str, Any]:
        return {"sort": found.sort, "id": found.id, "name": found.name, "mention": found.mention}

    return {
        "id": fact.id,
        "type": fact.type,
        "subject": party(fact.subject),
        "about": [party(other) for other in fact.about],
        "amount": None if fact.amount is None else fact.amount.as_dict(),
        "negated": fact.negated,
        "reason": fact.reason,
        "status": fact.status,
        "date": fact.date,
        "known_on": fact.known_on,
        "words": fact.words,
        "according_to": list(fact.according_to),
        "confidence": round(fact.confidence, 3),
        "article": fact.article,
        "language": fact.language,
        "evidence": [
            {"field": item.field, "start": item.start, "end": item.end, "quote": item.quote} for item in fact.evidence
        ],
    }
