"""Claims and moves in words, for a table, a line or a list."""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.app.views import EvidenceView, MoveView, PartyView
from talentflow.model import EntityMention, MoveClaim
from talentflow.serve.terminal import Cell, shown

STATUS_STYLES = {"done": "green", "planned": "cyan", "rumored": "yellow", "denied": "red", "declined": "magenta"}


def what_words(kind: str, how: str | None) -> str:
    """What happened: "leave, dismissed"."""
    return f"{kind}, {how}" if how else kind


def party_name(party: PartyView | EntityMention | None) -> str | None:
    """The usual name, or what the article calls what has no name yet."""
    return None if party is None else party.name or party.mention


def when_words(move: MoveView) -> str | None:
    """The day it took effect, or in brackets the day it became known, which is the latest that it can be."""
    return move.date or (f"({move.known_on})" if move.known_on else None)


def status_cell(status: str) -> Cell:
    """The status in its colour; the word alone tells it too."""
    return status, STATUS_STYLES.get(status, "")


def post_words(role_from: str | None, role_to: str | None) -> str | None:
    """The post taken, with the one left before it: "researcher → chief scientist"."""
    if role_from and role_to and role_from != role_to:
        return f"{role_from} → {role_to}"
    return role_to or (f"was {role_from}" if role_from else None)


def claim_row(move: MoveClaim) -> list[Cell]:
    """A row of `read`'s table."""
    return [
        move.date,
        party_name(move.person),
        party_name(move.from_org),
        party_name(move.to_org),
        post_words(move.role_from, move.role_to),
        what_words(move.kind, move.how),
        status_cell(move.status),
        f"{move.confidence:.2f}",
    ]


def evidence_source(evidence: EvidenceView) -> str:
    """Where a quote stands, safe to show: "El Correo, 2026-01-16, es, article es-03; according to Bloomberg"."""
    parts = (evidence.publisher, evidence.published, evidence.language, f"article {evidence.article}")
    words = listed(part for part in parts if part) + ("; less plainly told than elsewhere" if evidence.is_hint else "")
    return f"{words}; according to {listed(evidence.according_to)}" if evidence.according_to else words


def listed(words: Iterable[str]) -> str:
    """Words from articles in a row, each isolated by itself where right-to-left."""
    return ", ".join(shown(word) for word in words)
