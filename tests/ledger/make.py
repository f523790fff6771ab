"""Ledger claims in one line."""

from __future__ import annotations

from talentflow.model import LedgerClaim


def claim(
    name: str,
    ends: str,
    *,
    kind: str = "",
    status: str = "done",
    date: str | None = None,
    published: str | None = "2025-03-10",
    how: str | None = None,
    according_to: tuple[str, ...] = (),
    origin: str = "",
    role_to: str | None = None,
    publisher: str | None = None,
    is_hint: bool = False,
    confidence: float = 0.8,
) -> LedgerClaim:
    """The claim `name` of the article `name`: "Ada: Borealis > Quanta", where either end may be missing."""
    person, _, rest = ends.partition(":")
    from_org, _, to_org = (part.strip() for part in rest.partition(">"))
    usual = "move" if from_org and to_org else "leave" if from_org else "join"
    return LedgerClaim(
        id=name,
        article=name,
        origin=origin or name,
        published=published,
        person=person,
        from_org=from_org or None,
        to_org=to_org or None,
        kind=kind or usual,
        status=status,
        how=how,
        role_from=None,
        role_to=role_to,
        date=date,
        according_to=according_to,
        reasons=(),
        confidence=confidence,
        language="en",
        publisher=publisher,
        is_hint=is_hint,
    )
