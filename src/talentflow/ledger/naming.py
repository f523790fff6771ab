"""A company that an article leaves without a name, and another names: what somebody founds is one thing in both.

"Ada Moreno founds a company of her own" in March; "Aquila, founded by Ada Moreno" in May. The two are linked where she
founds one company alone in that time, and was not there before; of two that it could be, none is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from talentflow.ledger.periods import parse
from talentflow.model import LedgerClaim

_NAMED_BEFORE = 60  # days: other newsrooms may know the name already
_NAMED_AFTER = 550
_STEPS = frozenset(("move", "join", "found"))
_DOUBTED = frozenset(("denied", "declined"))
SCORE = 0.85


@dataclass(frozen=True, slots=True)
class GivenName:
    """The organization that one without a name turned out to be, and the claim that says its name first."""

    organization: str
    claim: str
    published: str | None


def names_given(
    claims: Sequence[LedgerClaim], unnamed: Collection[str], family: Callable[[str], str]
) -> dict[str, GivenName]:
    """For each organization without a name that one person founds, the one with a name that it is; where it is sure."""
    founded = [claim for claim in claims if claim.to_org is not None and founds(claim)]
    named = [claim for claim in founded if claim.to_org not in unnamed]
    given: dict[str, GivenName] = {}
    for organization in sorted({claim.to_org for claim in founded if claim.to_org in unnamed} - {None}, key=str):
        nameless = [claim for claim in founded if claim.to_org == organization]
        fitting = [
            claim
            for claim in named
            if any(_can_be_one(claim, other) for other in nameless) and not _was_there(claims, claim, nameless, family)
        ]
        if organization is not None and len({family(claim.to_org or "") for claim in fitting}) == 1:
            first = min(fitting, key=lambda claim: (claim.published is None, claim.published or "", claim.id))
            assert first.to_org is not None
            given[organization] = GivenName(first.to_org, first.id, first.published)
    return given


def founds(claim: LedgerClaim) -> bool:
    """Whether a claim tells that its person founds what they go to."""
    if claim.status in _DOUBTED or claim.kind not in _STEPS:
        return False
    return claim.kind == "found" or "founder" in (claim.role_to or "").casefold()


def _can_be_one(named: LedgerClaim, nameless: LedgerClaim) -> bool:
    """Whether both can be of one founding: told within a year and a half, and dated so where both are dated."""
    apart = _days(nameless.published, named.published)
    if apart is None or not -_NAMED_BEFORE <= apart <= _NAMED_AFTER:
        return False
    apart = _days(nameless.date or nameless.published, named.date or nameless.published)
    return apart is not None and -_NAMED_AFTER <= apart <= _NAMED_AFTER


def _was_there(
    claims: Sequence[LedgerClaim],
    named: LedgerClaim,
    nameless: Sequence[LedgerClaim],
    family: Callable[[str], str],
) -> bool:
    """Whether the person left what has a name by the time that the nameless was told: then it is an earlier company."""
    ours = family(named.to_org or "")
    told = max((claim.published or "" for claim in nameless), default="")
    return any(
        claim.from_org is not None and family(claim.from_org) == ours and (claim.published or "") <= told
        for claim in claims
    )


def _days(one: str | None, other: str | None) -> int | None:
    """Days from one day to the other, where both are told; periods that overlap are no days apart."""
    first, second = parse(one), parse(other)
    if first is None or second is None:
        return None
    if second.first_day > first.last_day:
        return (second.first_day - first.last_day).days
    return min((second.last_day - first.first_day).days, 0)
