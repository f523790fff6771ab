"""What one origin alone tells of a person, unsurely, against what several others tell.

A reading that is not sure is wrong nearly as often as right. What it tells by itself stands as long as nothing speaks
against it. Where several origins tell of the same person what cannot be true beside it, or tell the same arrival and
none of them knows its start, it gives way: it loses the end that it alone gives, or counts as a hint, which is support
for what another origin claims, and nothing by itself. Accounts that are sure, or of which neither is told by several,
stay side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from talentflow.ledger.grouping import Family, group_claims, hints_by_group
from talentflow.ledger.naming import founds
from talentflow.ledger.periods import Period, period_of
from talentflow.model import LedgerClaim

SURE = 0.65  # from this confidence on a claim stands by itself
_LIKELY = 0.5  # below it, that two others say nothing of an end is enough to doubt it
_EACH_MORE = 0.05  # and so much above it for each further origin that says nothing of it, up to where a claim is sure
_SEVERAL = 2  # origins
_AT_ONCE = 31  # days within which nobody goes two ways
_ONE_ARRIVAL = 250
_ONE_FOUNDING = 365  # days within which nobody founds two companies, as newsrooms remember it
_STEPS = frozenset(("move", "leave", "join", "found"))
_AGAINST = frozenset(("denied", "declined"))


def weighed_groups(
    claims: Sequence[LedgerClaim], hints: Sequence[LedgerClaim], family: Family
) -> tuple[list[list[LedgerClaim]], list[LedgerClaim]]:
    """The claims of one person, parted into moves, and the hints.

    Doubtful claims are without what several other origins speak against.
    """
    groups = group_claims(claims, family)
    doubtful = _doubtful(claims, hints, family)
    if not doubtful:
        return groups, list(hints)
    supports = hints_by_group(groups, hints, family)
    told = [_Told([*group, *more], family) for group, more in zip(groups, supports, strict=True)]
    own = {claim.id: each for each, group in zip(told, groups, strict=True) for claim in group}
    changed = {
        claim.id: weighed
        for claim in doubtful
        if (weighed := _weighed(claim, own[claim.id], told, family)) is not claim
    }
    if not changed:
        return groups, list(hints)
    left = [changed.get(claim.id, claim) for claim in claims]
    return (
        group_claims([claim for claim in left if not claim.is_hint], family),
        [*hints, *(claim for claim in left if claim.is_hint)],
    )


class _Told:
    """What tells one move, hints included, by the origins that do."""

    def __init__(self, claims: Iterable[LedgerClaim], family: Family) -> None:
        self.origins: set[str] = set()
        self.founding: set[str] = set()
        self.starts: dict[str, set[str]] = defaultdict(set)
        self.goals: dict[str, set[str]] = defaultdict(set)
        self._periods: set[tuple[str, Period]] = set()
        for claim in claims:
            if claim.status in _AGAINST:
                continue
            self.origins.add(claim.origin)
            for end, told in zip(_ends(claim, family), (self.starts, self.goals), strict=True):
                if end is not None:
                    told[end].add(claim.origin)
            if founds(claim):
                self.founding.add(claim.origin)
            period = period_of(claim)
            if period is not None and period.dated and not claim.is_hint:
                self._periods.add((claim.origin, period))

    def start(self, but: str) -> str | None:
        """The employer left, by its family, where several origins but this one name it, and none another."""
        return _agreed(self.starts, but)

    def goal(self, but: str) -> str | None:
        """The employer gained, by its family, where several origins but this one name it, and none another."""
        return _agreed(self.goals, but)

    def periods(self, but: str) -> list[Period]:
        """When it happened, as the other origins date it."""
        return [period for origin, period in self._periods if origin != but]


def _agreed(ends: Mapping[str, set[str]], but: str) -> str | None:
    told = [(end, len(origins - {but})) for end, origins in ends.items() if origins - {but}]
    return told[0][0] if len(told) == 1 and told[0][1] >= _SEVERAL else None


def _doubtful(claims: Sequence[LedgerClaim], hints: Sequence[LedgerClaim], family: Family) -> list[LedgerClaim]:
    """The claims of a step that one origin alone tells, nowhere surely, where there are several others."""
    unsure = [claim for claim in claims if claim.confidence < SURE and claim.status == "done" and claim.kind in _STEPS]
    if not unsure or len({claim.origin for claim in (*claims, *hints)}) <= _SEVERAL:
        return []
    telling: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    surely: set[tuple[str, tuple[str | None, str | None]]] = set()
    for one in (*claims, *hints):
        if one.kind in _STEPS and one.status not in _AGAINST:
            telling[_ends(one, family)].add(one.origin)
            if one.confidence >= SURE and not one.is_hint:
                surely.add((one.origin, _ends(one, family)))
    return [
        claim
        for claim in unsure
        for ends in (_ends(claim, family),)
        if len(telling[ends]) == 1 and (claim.origin, ends) not in surely
    ]


def _weighed(claim: LedgerClaim, own: _Told, told: Sequence[_Told], family: Family) -> LedgerClaim:
    """The claim without what others speak against; a hint where that is all of it."""
    start, goal = _ends(claim, family)
    others = [each for each in told if each is not own]
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
    if founds(claim) and each.founding - {origin}:
        return _is_near(claim, each, _ONE_FOUNDING)
    came_from = each.start(origin)
    apart = start is not None and came_from is not None and not {start, goal} & {came_from, other}
    return apart and _is_near(claim, each, _AT_ONCE, exact=True)


def _is_of_unknown_start(own: _Told, claim: LedgerClaim, start: str, told: Sequence[_Told]) -> bool:
    """Whether several others tell the same arrival, and none of them knows the person at what this one says is left."""
    further = len(own.origins - {claim.origin}) - _SEVERAL
    if further < 0 or claim.confidence >= min(SURE, _LIKELY + _EACH_MORE * further):
        return False
    return not any((each.starts.get(start, set()) | each.goals.get(start, set())) - {claim.origin} for each in told)


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
