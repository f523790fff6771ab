"""Facts around the moves, as views and as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from talentflow.app.adding import iso_date
from talentflow.app.finding import find_entities
from talentflow.app.identity import Names
from talentflow.app.judged import as_judged
from talentflow.app.paging import part_of
from talentflow.app.present import evidence_of
from talentflow.app.veil import Veil, veil_of
from talentflow.app.views import FactFilter, FactPartyView, FactView
from talentflow.model import FactParty, PartialDate
from talentflow.store.articles import ArticleHead, get_heads
from talentflow.store.columns import plain
from talentflow.store.facts import FactHead, FactQuery, FactRow, entities_of_parties, facts_by_id, find_facts
from talentflow.store.records import EntityRow, get_entities
from talentflow.store.verdicts import articles_with_verdicts, verdicts_on


def facts_for(connection: Connection, names: Names, wanted: FactFilter) -> list[FactView]:
    """The facts that pass a filter, newest first."""
    entities = None
    if wanted.about is not None:
        found = [find_entities(connection, names, wanted.about, sort) for sort in ("organization", "person")]
        entities = [identity for some in found for identity in some]
    query = FactQuery(
        types=tuple(map(plain, wanted.type)),
        statuses=tuple(map(plain, wanted.status)),
        languages=tuple(map(plain, wanted.language)),
        entities=entities,
        name=None if wanted.about is None else plain(wanted.about),
    )
    veil = veil_of(connection)
    if wanted.about is not None and not entities and veil.strikes(plain(wanted.about)):
        return []
    heads = [head for head in find_facts(connection, query) if _is_within(_when(head), wanted.since, wanted.until)]
    heads.sort(key=lambda head: _when(head) or "", reverse=True)
    if not veil.is_open:
        told = facts_by_id(connection, [head.id for head in heads])
        heads = [head for head in heads if not veil.covers_fact(told[head.id].claim, head.article_key)]
    heads = _left_by_reviewers(connection, heads)
    heads = heads[part_of(heads, wanted.limit, wanted.skip, wanted.after)]
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


def _left_by_reviewers(connection: Connection, heads: list[FactHead]) -> list[FactHead]:
    """Those that no reviewer has found wrong; only articles that a reviewer has spoken of are looked at."""
    judged = articles_with_verdicts(connection)
    doubted = [head for head in heads if head.article_key in judged]
    if not doubted:
        return heads
    told = facts_by_id(connection, [head.id for head in doubted])
    articles = get_heads(connection, sorted({head.article_key for head in doubted}))
    said = verdicts_on(connection, (article.id for article in articles.values()))
    wrong = {head.id for head in doubted if as_judged(said, articles[head.article_key].id, told[head.id].claim) is None}
    return [head for head in heads if head.id not in wrong]


def _when(head: FactHead) -> str | None:
    return head.date or iso_date(head.published)


def _is_within(day: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date can lie between two, each as exact as it is known."""
    if since is None and until is None:
        return True
    if day is None:
        return False
    first, last = _bounds(day)
    if since is not None and last < _bounds(since)[0]:
        return False
    return until is None or first <= _bounds(until)[1]


@lru_cache(maxsize=16384)  # many facts have few days
def _bounds(day: str) -> tuple[date, date]:
    """The first and the last day that a date allows."""
    parsed = PartialDate.parse(day)
    return parsed.first_day, parsed.last_day


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
