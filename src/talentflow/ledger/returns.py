"""Dates of a move that are those of another move of the same person, told in the same breath.

"She left Borealis in 2021 to found Quanta, and comes back": the return takes the date of the leaving. "She goes from
Quanta to Meadow; before, she was at Borealis": the arrival at Quanta takes the date of the news. Where others date the
return, or the arrival, otherwise, such a date is set aside, as what it belongs to is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from talentflow.ledger.periods import Period, period_of
from talentflow.model import LedgerClaim

_STEPS = frozenset(("move", "found"))
_ARRIVALS = frozenset(("move", "join", "found"))
_MONTH = 31
_EARLIER = 60  # days by which an arrival comes before one that bears the date of the leaving


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
    of_leaving = _dated_by_leaving(claims, family)
    return [
        replace(claim, date=None, kind="move")
        if claim.id in borrowed
        else replace(claim, date=None)
        if claim.id in of_leaving
        else claim
        for claim in claims
    ]


def _dated_by_leaving(claims: Sequence[LedgerClaim], family: Callable[[str], str]) -> set[str]:
    """The arrivals that an article dates as it dates the leaving of the same employer, of which more date them before.

    Nobody comes and goes in one month who is known to have been there for long.
    """
    dated = [
        (claim, period)
        for claim in claims
        if claim.status == "done" and (period := period_of(claim)) is not None and period.dated
    ]
    left: dict[tuple[str, str], list[Period]] = defaultdict(list)
    for claim, period in dated:
        if claim.from_org is not None and claim.kind != "change":
            left[claim.article, family(claim.from_org)].append(period)
    come = [
        (family(claim.to_org), claim, period)
        for claim, period in dated
        if claim.to_org is not None and claim.kind in _ARRIVALS
    ]

    def is_known_before(org: str, when: Period) -> bool:
        same = {claim.origin for goal, claim, period in come if goal == org and _is_one(period, when)}
        before = {claim.origin for goal, claim, period in come if goal == org and period.days_to(when) > _EARLIER}
        return len(before) > len(same)

    return {
        claim.id
        for org, claim, period in come
        if (period.last - period.first).days <= _MONTH
        and any(_is_one(period, gone) for gone in left.get((claim.article, org), ()))
        and is_known_before(org, period)
    }


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
