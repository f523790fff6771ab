"""What one origin alone tells of a person, unsurely, against what several others tell.

A reading that is not sure is wrong nearly as often as right. What it tells by itself stands as long as nothing speaks
against it. Where several origins tell of the same person what cannot be true beside it, or tell the same arrival and
none of them knows its start, it gives way: it loses the end that it alone gives, or counts as a hint, which is support
for what another origin claims, and nothing by itself. Accounts that are sure, or of which neither is told by several,
stay side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from talentflow.ledger.grouping import Family, group_claims, hints_by_group
from talentflow.ledger.naming import founds
from talentflow.ledger.periods import Period, period_of
from talentflow.model import LedgerClaim

SURE = 0.65  # from this confidence on a claim stands by itself
_LIKELY = 0.5  # below it, that others say nothing of an end is enough to doubt it
_SEVERAL = 2  # origins
_AT_ONCE = 31  # days within which nobody goes two ways
_ONE_ARRIVAL = 250
_ONE_FOUNDING = 365  # days within which nobody founds two companies, as newsrooms remember it
_STEPS = frozenset(("move", "leave", "join", "found"))
_AGAINST = frozenset(("denied", "declined"))


def weighed_with_others(
    claims: Sequence[LedgerClaim], hints: Sequence[LedgerClaim], family: Family
) -> tuple[list[LedgerClaim], list[LedgerClaim]]:
    """The claims and the hints of one person; doubtful claims are without what several other origins speak against."""
    doubtful = _doubtful(claims, hints, family)
    if not doubtful:
        return list(claims), list(hints)
    groups = group_claims(claims, family)
    told = [
        _Told((*group, *more), family)
        for group, more in zip(groups, hints_by_group(groups, hints, family), strict=True)
    ]
    weighed = {claim.id: _weighed(claim, told, family) for claim in doubtful}
    left = [weighed.get(claim.id, claim) for claim in claims]
    return [claim for claim in left if not claim.is_hint], [*hints, *(claim for claim in left if claim.is_hint)]


@dataclass(frozen=True, slots=True)
class _Told:
    """All that tells one move, hints included."""

    claims: tuple[LedgerClaim, ...]
    family: Family

    def start(self, but: str) -> str | None:
        """The employer left, by its family, where several origins but this one name it."""
        return self._end([(claim.origin, claim.from_org) for claim in self._of_others(but)])

    def goal(self, but: str) -> str | None:
        """The employer gained, by its family, where several origins but this one name it."""
        return self._end([(claim.origin, claim.to_org) for claim in self._of_others(but)])

    def periods(self, but: str) -> list[Period]:
        """When it happened, as each of the other origins dates it."""
        periods = [period_of(claim) for claim in self._of_others(but) if not claim.is_hint]
        return [period for period in periods if period is not None and period.dated]

    def is_founding(self, but: str) -> bool:
        """Whether another origin tells that something was founded."""
        return any(founds(claim) for claim in self._of_others(but))

    def _of_others(self, but: str) -> list[LedgerClaim]:
        return [claim for claim in self.claims if claim.origin != but and claim.status not in _AGAINST]

    def _end(self, named: Iterable[tuple[str, str | None]]) -> str | None:
        telling = {(origin, self.family(org)) for origin, org in named if org is not None}
        ends = {org for _, org in telling}
        return next(iter(ends)) if len(telling) >= _SEVERAL and len(ends) == 1 else None


def _doubtful(claims: Sequence[LedgerClaim], hints: Sequence[LedgerClaim], family: Family) -> list[LedgerClaim]:
    """The claims of a step that one origin alone tells, nowhere surely, where there are several others."""
    if len({claim.origin for claim in (*claims, *hints)}) <= _SEVERAL:
        return []
    told = [one for one in (*claims, *hints) if one.kind in _STEPS and one.status not in _AGAINST]
    return [
        claim
        for claim in claims
        if claim.confidence < SURE and claim.status == "done" and claim.kind in _STEPS
        and not any(_ends(one, family) == _ends(claim, family) and _stands_by(one, claim) for one in told)
    ]  # fmt: skip


def _stands_by(one: LedgerClaim, claim: LedgerClaim) -> bool:
    """Whether what says the same is another origin's word, or the same origin's where it is sure."""
    return one.origin != claim.origin or (one.confidence >= SURE and not one.is_hint)


def _weighed(claim: LedgerClaim, told: Sequence[_Told], family: Family) -> LedgerClaim:
    """The claim without what others speak against; a hint where that is all of it."""
    start, goal = _ends(claim, family)
    others = [each for each in told if all(one.id != claim.id for one in each.claims)]
    own = next(each for each in told if any(one.id == claim.id for one in each.claims))
    if any(_excludes(each, claim, start, goal) for each in others):
        return replace(claim, is_hint=True)
    if start is None or goal is None:
        return claim
    is_unknown = _is_of_unknown_start(own, claim, start, told)
    if is_unknown or any(_comes_from_elsewhere(each, claim, start, goal) for each in others):
        kind = "found" if claim.kind == "found" else "join"
        return replace(claim, from_org=None, role_from=None, kind=kind)
    if any(_goes_elsewhere(each, claim, start, goal) for each in others):
        return replace(claim, to_org=None, role_to=None, kind="leave")
    return claim


def _excludes(each: _Told, claim: LedgerClaim, start: str | None, goal: str | None) -> bool:
    """Whether a move leaves no room for a claim: from and to elsewhere at once, or another founding in that time."""
    origin = claim.origin
    other = each.goal(origin)
    if goal is None or other is None or other == goal:
        return False
    if founds(claim) and each.is_founding(origin):
        return _is_near(claim, each, _ONE_FOUNDING)
    came_from = each.start(origin)
    apart = start is not None and came_from is not None and not {start, goal} & {came_from, other}
    return apart and _is_near(claim, each, _AT_ONCE, exact=True)


def _is_of_unknown_start(own: _Told, claim: LedgerClaim, start: str, told: Sequence[_Told]) -> bool:
    """Whether several others tell the same arrival, and none of them knows the person at what this one says is left."""
    others = [one for each in told for one in each.claims if one.origin != claim.origin]
    if claim.confidence >= _LIKELY or any(start in _ends(one, own.family) for one in others):
        return False
    return len({one.origin for one in own.claims if one.status not in _AGAINST} - {claim.origin}) >= _SEVERAL


def _comes_from_elsewhere(each: _Told, claim: LedgerClaim, start: str, goal: str) -> bool:
    came_from = each.start(claim.origin)
    if came_from is None or came_from == start or each.goal(claim.origin) != goal:
        return False
    return period_of(claim) is None or _is_near(claim, each, _ONE_ARRIVAL)


def _goes_elsewhere(each: _Told, claim: LedgerClaim, start: str, goal: str) -> bool:
    other = each.goal(claim.origin)
    if other is None or other == goal or each.start(claim.origin) != start:
        return False
    return _is_near(claim, each, _AT_ONCE, exact=True)


def _is_near(claim: LedgerClaim, each: _Told, days: int, *, exact: bool = False) -> bool:
    """Whether both are dated within so many days of each other; `exact` where both are dated to the month."""
    period = period_of(claim)
    if period is None or not period.dated or (exact and not _is_exact(period)):
        return False
    return any(
        abs(period.days_to(other)) <= days for other in each.periods(claim.origin) if not exact or _is_exact(other)
    )


def _is_exact(period: Period) -> bool:
    return (period.last - period.first).days <= _AT_ONCE


def _ends(claim: LedgerClaim, family: Family) -> tuple[str | None, str | None]:
    return (
        None if claim.from_org is None else family(claim.from_org),
        None if claim.to_org is None else family(claim.to_org),
    )
