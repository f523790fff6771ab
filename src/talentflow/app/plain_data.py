"""Moves as plain data, ready for JSON: the one form that every surface and every export gives."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from talentflow.app.views import EntityView, MoveView, PartyView


def _party(party: PartyView | None) -> dict[str, Any] | None:
    if party is None:
        return None
    # What is known by its name is called by it; only the unnamed go by what an article calls them.
    out: dict[str, Any] = {"id": party.id, "name": party.name, "mention": party.name or party.mention}
    if party.romanised:
        out["romanised"] = True
    return out


def move_as_dict(move: MoveView) -> dict[str, Any]:
    """A move of the ledger with its history, accounts and the sentences behind it."""
    return {
        "id": move.id,
        "person": _party(move.person),
        "from": _party(move.from_org),
        "to": _party(move.to_org),
        "kind": move.kind,
        "status": move.status,
        "how": move.how,
        "role_from": move.role_from,
        "role_to": move.role_to,
        "date": move.date,
        "known_on": move.known_on,
        "confidence": round(move.confidence, 3),
        "origins": move.origins,
        "articles": list(move.articles),
        "languages": list(move.languages),
        "according_to": list(move.according_to),
        "reasons": list(move.reasons),
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
        "evidence": [
            {
                "article": item.article,
                "field": item.field,
                "start": item.start,
                "end": item.end,
                "quote": item.quote,
                "language": item.language,
                "published": item.published,
                "publisher": item.publisher,
                "url": item.url,
                "according_to": list(item.according_to),
                "status": item.status,
                "is_hint": item.is_hint,
            }
            for item in move.evidence
        ],
    }


def entity_as_dict(entity: EntityView) -> dict[str, Any]:
    """A person or an organization with names, moves, positions and the judgements that made it."""
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "listed": entity.listed,
        "names": [asdict(name) for name in entity.names],
        "moves": [move_as_dict(move) for move in entity.moves],
        "positions": [asdict(position) for position in entity.positions],
        "judgements": [asdict(judgement) for judgement in entity.judgements],
        "career": asdict(entity.career),
        "moves_in_all": entity.moves_in_all,
    }
