"""Dates of a return that are those of the way there.

"She left Borealis in 2021 to found Quanta, and comes back": read in one breath, the return takes the date of the
leaving. Where others date the return otherwise, such a date is set aside, as what it belongs to is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from talentflow.ledger.periods import Period, period_of
from talentflow.model import LedgerClaim

_STEPS = frozenset(("move", "found"))


def without_borrowed_dates(claims: Sequence[LedgerClaim], family: Callable[[str], str]) -> list[LedgerClaim]:
    """The claims of one person; a move back that bears the date of the move there has none, and founds nothing.

    Only where more origins date the move back otherwise, and no fewer tell of the move there at that time: of two
    newsrooms that tell of there and back in one month, both may be right.
    """
    dated = [
        (ends, period, claim)
        for claim in claims
        if (period := _dated(claim)) is not None and (ends := _ends(claim, family)) is not None
    ]

    def count(wanted: tuple[str, str], when: Period) -> int:
        return len({claim.origin for ends, period, claim in dated if ends == wanted and _is_one(period, when)})

    borrowed = {
        claim.id
        for ends, when, claim in dated
        for own in (count(ends, when),)
        if own <= count(ends[::-1], when)
        and any(own < count(ends, period) for same, period, _ in dated if same == ends and not _is_one(period, when))
    }
    return [replace(claim, date=None, kind="move") if claim.id in borrowed else claim for claim in claims]


def _dated(claim: LedgerClaim) -> Period | None:
    period = period_of(claim) if claim.kind in _STEPS and not claim.is_hint else None
    return period if period is not None and period.dated else None


def _ends(claim: LedgerClaim, family: Callable[[str], str]) -> tuple[str, str] | None:
    """Both ends, where they are two houses."""
    if claim.from_org is None or claim.to_org is None:
        return None
    ends = family(claim.from_org), family(claim.to_org)
    return ends if ends[0] != ends[1] else None


def _is_one(one: Period, other: Period) -> bool:
    return one.days_to(other) == 0
