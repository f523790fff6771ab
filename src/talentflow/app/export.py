"""The whole ledger as plain data, in the form that the ledger's gold standard is scored in."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection

from talentflow.app.plain_data import move_as_dict
from talentflow.app.present import show_moves
from talentflow.app.sightings import find_sightings
from talentflow.registry import Registry
from talentflow.store.mentions import all_judged_mentions
from talentflow.store.records import MoveQuery, all_entities, find_moves, grouped_articles


def ledger_as_dict(connection: Connection, registry: Registry) -> dict[str, Any]:
    """Articles with story and origin, entities with their mentions, moves with history, accounts and sentences."""
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
            {**move_as_dict(view), "claims": list(move.claims)}
            for move, view in zip(moves, show_moves(connection, moves), strict=True)
        ],
    }
