"""Who made the same move as a person: the same step between the same employers, told in the same article."""

from __future__ import annotations

from sqlalchemy import Connection

from talentflow.app.parties import party
from talentflow.app.views import CompanionView
from talentflow.model import Move
from talentflow.store.entities import get_entities
from talentflow.store.mentions import people_in_articles
from talentflow.store.move_queries import MoveQuery, find_moves


def companions(connection: Connection, person: str) -> list[CompanionView]:
    """The companions of a person, each once, by the newest of the moves that they share."""
    own = find_moves(connection, MoveQuery(people=[person]))
    articles = {article for move in own for article in move.articles}
    ends = sorted({end for move in own for end in (move.from_org, move.to_org) if end is not None})
    # By the articles, not by the employers: of these thousands may have come and gone.
    told = sorted(people_in_articles(connection, articles) - {person})
    others = [
        move
        for move in (find_moves(connection, MoveQuery(people=told)) if told else [])
        if not articles.isdisjoint(move.articles)
    ]
    entities = get_entities(connection, {*ends, *(move.person for move in others)})
    out: dict[str, CompanionView] = {}
    for move in own:
        for end in (move.from_org, move.to_org):
            name = None if end is None else party(entities, end).name
            if name is None:
                continue
            for other in others:
                if _is_same_step(move, other):
                    view = CompanionView(party(entities, other.person), name, other.date)
                    out.setdefault(other.person, view)
    return list(out.values())


def _is_same_step(one: Move, other: Move) -> bool:
    return (one.kind, one.from_org, one.to_org) == (other.kind, other.from_org, other.to_org)
