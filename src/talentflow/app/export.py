"""The whole ledger as plain data, in the form that the ledger's gold standard is scored in."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection

from talentflow.app.identity import Names
from talentflow.app.plain_data import move_as_dict
from talentflow.app.present import show_moves
from talentflow.app.sightings import find_sightings
from talentflow.app.then import groups_then, moves_then
from talentflow.app.veil import veil_of
from talentflow.store.articles import current_details
from talentflow.store.known import entities_known_by
from talentflow.store.mentions import all_judged_mentions
from talentflow.store.records import MoveQuery, all_entities, find_moves, grouped_articles


def ledger_as_dict(connection: Connection, names: Names, until: str | None = None) -> dict[str, Any]:
    """Articles with story and origin, entities with their mentions, moves with history, accounts and sentences.

    With a day, as all this stood then.
    """
    entities = {row.id: row for row in all_entities(connection)}
    if until is None:
        groups, moves = grouped_articles(connection), find_moves(connection, MoveQuery())
    else:
        groups, moves = groups_then(connection, until), moves_then(connection, names, MoveQuery(), until)
        known = entities_known_by(connection, until)
        entities = {identity: row for identity, row in entities.items() if identity in known}
    moving = {entity for move in moves for entity in (move.person, move.from_org, move.to_org) if entity in entities}
    people_and_organizations = [entities[entity] for entity in sorted(moving)]
    sighted = find_sightings(connection, names.registry, people_and_organizations, until)
    mentions: dict[str, list[dict[str, str]]] = defaultdict(list)
    for entity, article, mention in sorted({*all_judged_mentions(connection, until), *sighted}):
        mentions[entity].append({"article": article, "mention": mention})
    details, veil = current_details(connection), veil_of(connection)
    return {
        "articles": [
            {"id": article, "story": story, "origin": origin, **veil.details(about, key)}
            for article, origin, story in groups
            for key, about in (details[article],)
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
