"""When a move took effect, by the dates that its claims give and by the days on which they were told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from talentflow.ledger.periods import parse
from talentflow.model import LedgerClaim

# A step that is told as done may still have its first day before it, but not by more.
_AHEAD = timedelta(days=180)


def done_by(claims: Sequence[LedgerClaim]) -> date | None:
    """The day of the first article that tells it as done; None where none does or no day is known."""
    days = [
        told.last_day for claim in claims if claim.status == "done" and (told := parse(claim.published)) is not None
    ]
    return min(days, default=None)


def is_credible(claim: LedgerClaim, known: date | None) -> bool:
    """Whether the date of a claim can be the move's: what was told as done by then did not begin long after."""
    stated = parse(claim.date)
    return stated is not None and (known is None or stated.first_day <= known + _AHEAD)


def date_of(claims: Sequence[LedgerClaim], known: date | None) -> str | None:
    """The date that most origins allow, as exactly as one of them tells it; `known` is the day it was done by."""
    stated = [claim for claim in claims if parse(claim.date) is not None]
    credible = [claim for claim in stated if is_credible(claim, known)] or stated
    if not credible:
        return None
    likely = {claim.id for claim in credible}
    dated = [claim for claim in fullest(claims) if claim.id in likely] or credible
    support: dict[str, set[str]] = {
        # "2025" supports "2025-10-14", and not the other way round.
        claim.date: {other.origin for other in dated if other.date and claim.date.startswith(other.date)}
        for claim in dated
        if claim.date
    }
    return max(support, key=lambda day: (len(support[day]), len(day), day))


def fullest(claims: Sequence[LedgerClaim]) -> list[LedgerClaim]:
    """The claims that tell most ends."""
    most = max(ends_of(claim) for claim in claims)
    return [claim for claim in claims if ends_of(claim) == most]


def ends_of(claim: LedgerClaim) -> int:
    """How many of the two ends a claim tells."""
    return (claim.from_org is not None) + (claim.to_org is not None)
