"""Which claims about one person speak of one move. The answer depends on the claims, not on their order.

Claims that say most come first and open the groups; those that say less ("has left A") join the group that they
fit best. What fits none stays on its own: nothing is merged on weak ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from talentflow.ledger.periods import Period, parse, period_of
from talentflow.model import LedgerClaim

_STEPS = ("move", "leave", "join", "found")
# Days that may lie between two claims' dates for them to be one move.
_SAME_ENDS = 550  # newsrooms differ by a year about the past
_LEFT_BEFORE = 400  # time between jobs
_LEFT_AFTER = 60
_ARRIVED = 250
_SAME_POST = 200
_SAME_WEEKS = 31  # days within which one new post is told in several languages
_FORETOLD = 365  # days by which a rumour may come before the move
_AGAINST = ("denied", "declined")

Family = Callable[[str], str]


@dataclass(slots=True)
class Group:
    """Claims of one move; the first, the core, says most."""

    core: LedgerClaim
    claims: list[LedgerClaim] = field(default_factory=list)
    period: Period | None = None
    is_founding: bool = False
    founded: list[Period] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)

    def add(self, claim: LedgerClaim) -> None:
        """Take a claim in; when it happened, the first claim with a date says, else the first from which it follows."""
        self.claims.append(claim)
        self.articles.add(claim.article)
        self.origins.add(claim.origin)
        period = period_of(claim)
        if period is not None and (self.period is None or (period.dated and not self.period.dated)):
            self.period = period
        if claim.kind == "found":
            self.is_founding = True
            self.founded += [period] if period is not None else []

    def strangeness(self, claim: LedgerClaim) -> tuple[bool, bool, int]:
        """Sorts moves that a claim fits alike: what its article tells, or its origin, and then what most origins tell.

        Of two accounts an article must not count for the one that it contradicts.
        """
        return claim.article not in self.articles, claim.origin not in self.origins, -len(self.origins)

    def days_from(self, period: Period) -> int | None:
        """Days from the group to a period; of a founding with several dates, from the nearest of them."""
        known = self.founded or ([self.period] if self.period is not None else [])
        return min((period.days_to(other) for other in known), key=abs, default=None)


def group_claims(claims: Iterable[LedgerClaim], family: Family) -> list[list[LedgerClaim]]:
    """The claims of one person, parted into moves."""
    groups: list[Group] = []
    for claim in sorted({claim.id: claim for claim in claims}.values(), key=_fullness):
        fitting = [
            (*gap, *group.strangeness(claim), number)
            for number, group in enumerate(groups)
            if (gap := _misfit(claim, group, family)) is not None
        ]
        if fitting:
            group = groups[min(fitting)[-1]]
        else:
            groups.append(group := Group(claim))
        group.add(claim)
    return [group.claims for group in groups]


def hints_by_group(
    groups: Sequence[Sequence[LedgerClaim]], hints: Iterable[LedgerClaim], family: Family
) -> list[list[LedgerClaim]]:
    """For each move's claims the hints that support it: the same ends, told by another origin, and not long before.

    A hint supports one move at most, that which is told nearest to it.
    """
    found: list[list[LedgerClaim]] = [[] for _ in groups]
    starts = _by_end(((claim.from_org for claim in group) for group in groups), family)
    goals = _by_end(((claim.to_org for claim in group) for group in groups), family)
    for hint in sorted({hint.id: hint for hint in hints}.values(), key=lambda hint: hint.id):
        near = [
            told.get(family(org), set[int]())
            for org, told in ((hint.from_org, starts), (hint.to_org, goals))
            if org is not None
        ]
        fitting = [
            (gap, number)
            for number in (sorted(set.intersection(*near)) if near else ())
            if (gap := _support(hint, groups[number], family)) is not None
        ]
        if fitting:
            found[min(fitting)[1]].append(hint)
    return found


def _by_end(groups: Iterable[Iterable[str | None]], family: Family) -> dict[str, set[int]]:
    """In which of the groups each organization, by its family, is named as an end."""
    found: dict[str, set[int]] = {}
    for number, orgs in enumerate(groups):
        for org in orgs:
            if org is not None:
                found.setdefault(family(org), set()).add(number)
    return found


def _support(hint: LedgerClaim, group: Sequence[LedgerClaim], family: Family) -> int | None:
    """How many days lie between the telling of a hint and of a move; None where it does not support it."""
    if hint.status in _AGAINST or all(claim.origin == hint.origin for claim in group):
        return None
    if any(claim.article == hint.article for claim in group):
        return None
    if not any(_states(claim, hint, family) for claim in group):
        return None
    published = parse(hint.published)
    if published is None:
        return 0
    gaps = []
    for claim in group:
        period, told = period_of(claim), parse(claim.published)
        if period is not None and period.dated and (period.first - published.last_day).days > _FORETOLD:
            return None
        if told is not None:
            gaps.append(abs((told.first_day - published.first_day).days))
    return min(gaps, default=0)


def _states(claim: LedgerClaim, hint: LedgerClaim, family: Family) -> bool:
    """Whether a claim says the very thing: the same ends, a step for a step, a change for a change.

    A hint of one end says enough where both are dated, and at one time.
    """
    if (claim.kind in _STEPS) != (hint.kind in _STEPS) or claim.status in _AGAINST:
        return False
    told = [pair for pair in ((claim.from_org, hint.from_org), (claim.to_org, hint.to_org)) if pair[1] is not None]
    if not all(one is not None and other is not None and family(one) == family(other) for one, other in told):
        return False
    return len(told) == 2 or (bool(told) and _is_at_one_time(claim, hint))


def _is_at_one_time(one: LedgerClaim, other: LedgerClaim) -> bool:
    first, second = period_of(one), period_of(other)
    if first is None or second is None or not (first.dated and second.dated):
        return False
    return abs(first.days_to(second)) <= _LEFT_AFTER


def _fullness(claim: LedgerClaim) -> tuple[object, ...]:
    """Sorts the claims that say most first; ids settle the rest."""
    ends = (claim.from_org is not None) + (claim.to_org is not None)
    stated = parse(claim.date)
    exact = 0 if stated is None else 1 + (stated.month is not None) + (stated.day is not None)
    # Foundings first: whatever else is said of one must find it opened as such.
    kind = claim.kind != "found"
    return (
        -ends,
        claim.status != "done",
        kind,
        -min(exact, 1),
        -exact,
        claim.date or "",
        claim.published or "",
        claim.id,
    )


def _misfit(claim: LedgerClaim, group: Group, family: Family) -> tuple[int, int] | None:
    """How badly a claim fits a group, less is better; None where it speaks of something else."""
    core = group.core
    if (claim.kind in _STEPS) != (core.kind in _STEPS) or (claim.kind not in _STEPS and claim.kind != core.kind):
        return None
    equal_ends = _equal_ends(claim, core, family)
    if equal_ends is None:
        return None
    gap = _gap(claim, group, equal_ends)
    return None if gap is None else (-equal_ends, gap)


def _equal_ends(one: LedgerClaim, other: LedgerClaim, family: Family) -> int | None:
    """How many ends the two have in common; None where they contradict each other or share none."""
    shared = 0
    for first, second in ((one.from_org, other.from_org), (one.to_org, other.to_org)):
        if first is None or second is None:
            continue
        if family(first) != family(second):
            return None
        shared += 1
    return shared or None


def _gap(claim: LedgerClaim, group: Group, equal_ends: int) -> int | None:
    """Days between claim and group, None where there are too many."""
    period = period_of(claim)
    days = None if period is None else group.days_from(period)
    if claim.kind == "change" and not _same_post(claim, group.core) and not _is_worded_otherwise(claim, group, days):
        return None
    if claim.kind == "found" and group.is_founding and claim.to_org is not None:
        # Nobody founds one organization twice: dates that differ are accounts of one founding.
        return abs(days or 0)
    if days is None:
        return _distance_of_telling(claim, group)
    if claim.kind == "change":
        allowed = -_SAME_POST <= days <= _SAME_POST
    elif equal_ends == 2 or (claim.from_org is None) == (group.core.from_org is None):
        allowed = -_SAME_ENDS <= days <= _SAME_ENDS
    elif claim.to_org is None:
        allowed = -_LEFT_AFTER <= days <= _LEFT_BEFORE
    else:
        allowed = -_ARRIVED <= days <= _ARRIVED
    return abs(days) if allowed else None


def _distance_of_telling(claim: LedgerClaim, group: Group) -> int:
    """For undated background: how long after the group's move it was told; a move still to come fits badly."""
    period, told = group.period, parse(claim.published)
    if period is None or told is None:
        return 0
    days = (told.last_day - period.first).days
    return days if days >= 0 else 100_000 - days


def _same_post(one: LedgerClaim, other: LedgerClaim) -> bool:
    """Whether two changes at one employer can be one: their posts share a word, or one does not tell the post."""
    if not one.role_to or not other.role_to:
        return True
    return bool(_words(one.role_to) & _words(other.role_to))


def _is_worded_otherwise(claim: LedgerClaim, group: Group, days: int | None) -> bool:
    """Whether two articles call one new post differently, as those do that are in two languages.

    Nobody rises twice within weeks, unless one article tells of both posts; of two languages, whose posts are
    translated, or of a copy the words need not be the same.
    """
    if days is None or abs(days) > _SAME_WEEKS or any(other.article == claim.article for other in group.claims):
        return False
    told, core = parse(claim.published), parse(group.core.published)
    if told is None or core is None or abs((told.first_day - core.first_day).days) > _SAME_WEEKS:
        return False
    return claim.language != group.core.language or claim.origin == group.core.origin


def _words(role: str) -> set[str]:
    return {word for word in role.casefold().replace("-", " ").split() if word not in {"of", "the", "and", "for"}}
