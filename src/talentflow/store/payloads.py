"""Claims as JSON and back, to the last code point."""

from __future__ import annotations

import json
from typing import Any

from talentflow.model import (
    Amount,
    EntityMention,
    FactClaim,
    FactParty,
    GroupClaim,
    MoveClaim,
    PositionClaim,
    Reason,
    Span,
)
from talentflow.model.claims import group_as_dict, move_as_dict, position_as_dict
from talentflow.model.facts import fact_as_dict

Claim = MoveClaim | PositionClaim | GroupClaim | FactClaim
HINT = "hint"  # the sort of a move that is no claim by itself


def write_claim(claim: Claim) -> tuple[str, str]:
    """The sort of a claim and its JSON; ASCII alone, so that lone surrogates survive any database."""
    if isinstance(claim, MoveClaim):
        sort, data = "move", move_as_dict(claim, explain=True)
    elif isinstance(claim, PositionClaim):
        sort, data = "position", position_as_dict(claim)
    elif isinstance(claim, FactClaim):
        sort, data = "fact", fact_as_dict(claim)
    else:
        sort, data = "group", group_as_dict(claim)
    return sort, json.dumps(data, ensure_ascii=True, separators=(",", ":"))


def read_claim(sort: str, payload: str) -> Claim:
    """The claim that was written."""
    data = json.loads(payload)
    if sort in ("move", HINT):
        return MoveClaim(
            person=_entity(data["person"]),
            from_org=_maybe(data["from"]),
            to_org=_maybe(data["to"]),
            kind=data["kind"],
            status=data["status"],
            how=data["how"],
            role_from=data["role_from"],
            role_to=data["role_to"],
            date=data["date"],
            why=tuple(Reason(reason["reason"], reason["quote"]) for reason in data["why"]),
            according_to=tuple(data["according_to"]),
            confidence=data["confidence"],
            evidence=_spans(data),
            explanation=tuple(data.get("explanation", ())),
        )
    if sort == "position":
        return PositionClaim(
            person=_entity(data["person"]),
            org=_maybe(data["org"]),
            role=data["role"],
            when=data["when"],
            since=data["since"],
            until=data["until"],
            confidence=data["confidence"],
            evidence=_spans(data),
        )
    if sort == "fact":
        return _fact(data)
    return GroupClaim(
        from_org=_maybe(data["from"]),
        to_org=_maybe(data["to"]),
        count=data["count"],
        at_least=data["at_least"],
        evidence=_spans(data),
    )


def _fact(data: dict[str, Any]) -> FactClaim:
    amount = data["amount"]
    return FactClaim(
        type=data["type"],
        subject=_fact_party(data["subject"]),
        words=data["words"],
        about=tuple(map(_fact_party, data["about"])),
        amount=None if amount is None else Amount(**amount),
        negated=data["negated"],
        reason=data["reason"],
        status=data["status"],
        date=data["date"],
        according_to=tuple(data["according_to"]),
        confidence=data["confidence"],
        evidence=_spans(data),
    )


def _fact_party(data: dict[str, Any]) -> FactParty:
    return FactParty(data["sort"], _entity(data))


def _entity(data: dict[str, Any]) -> EntityMention:
    return EntityMention(
        id=data["id"],
        name=data["name"],
        mention=data["mention"],
        listed=data.get("listed", False),
        romanised=data.get("romanised", False),
    )


def _maybe(data: dict[str, Any] | None) -> EntityMention | None:
    return None if data is None else _entity(data)


def _spans(data: dict[str, Any]) -> tuple[Span, ...]:
    return tuple(Span(span["field"], span["start"], span["end"], span["quote"]) for span in data["evidence"])
