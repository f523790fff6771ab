"""The whole ledger as plain data, in the form that the ledger's gold standard is scored in."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection

from talentflow.app.present import party
from talentflow.app.sightings import find_sightings
from talentflow.app.views import PartyView
from talentflow.model import Move
from talentflow.registry import Registry
from talentflow.store.mentions import all_judged_mentions
from talentflow.store.records import MoveQuery, all_entities, find_moves, grouped_articles


def ledger_as_dict(connection: Connection, registry: Registry) -> dict[str, Any]:
    """Articles with story and origin, entities with their mentions, moves with history and accounts."""
    entities = {row.id: row for row in all_entities(connection)}
    moves = find_moves(connection, MoveQuery())
    moving = {entity for move in moves for entity in (move.person, move.from_org, move.to_org) if entity in entities}
    sighted = find_sightings(connection, registry, [entities[entity] for entity in sorted(moving)])
    mentions: dict[str, list[dict[str, str]]] = defaultdict(list)
    for entity, article, mention in sorted({*all_judged_mentions(connection), *sighted}):
        mentions[entity].append({"article": article, "mention": mention})
    return {
        "articles": [
            {"id": article, "story": story, "origin": origin} for article, origin, story in grouped_articles(connection)
        ],
        "entities": [
            {
                "id": row.id,
                "name": row.name,
                "type": row.sort,
                "listed": row.listed,
                "romanised": row.romanised,
                "mentions": mentions[row.id],
            }
            for row in entities.values()
        ],
        "moves": [
            _move(
                move,
                party(entities, move.person),
                None if move.from_org is None else party(entities, move.from_org),
                None if move.to_org is None else party(entities, move.to_org),
            )
            for move in moves
        ],
    }


def _move(move: Move, person: PartyView, from_org: PartyView | None, to_org: PartyView | None) -> dict[str, Any]:
    return {
        "id": move.id,
        "person": _party(person),
        "from": _party(from_org),
        "to": _party(to_org),
        "kind": move.kind,
        "status": move.status,
        "how": move.how,
        "role_from": move.role_from,
        "role_to": move.role_to,
        "date": move.date,
        "known_on": move.known_on,
        "confidence": move.confidence,
        "languages": list(move.languages),
        "articles": list(move.articles),
        "origins": move.origins,
        "claims": list(move.claims),
        "history": [
            {"published": step.published, "status": step.status, "article": step.article} for step in move.history
        ],
        "accounts": [
            {
                "how": account.how,
                "when": account.when,
                "according_to": list(account.according_to),
                "articles": list(account.articles),
            }
            for account in move.accounts
        ],
    }


def _party(view: PartyView | None) -> dict[str, Any] | None:
    return None if view is None else {"id": view.id, "name": view.name, "mention": view.name or view.mention}
