"""Moves out of claims: what is claimed of one person, told once, with all who tell it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from talentflow.ledger.dating import date_of, done_by, fullest
from talentflow.ledger.doubts import weighed_groups
from talentflow.ledger.grouping import Family, hints_by_group
from talentflow.ledger.history import accounts_of, agreeing, history_of, told_order
from talentflow.ledger.returns import without_borrowed_dates
from talentflow.model import LedgerClaim, Move

_AGAINST = ("denied", "declined")
_BEFORE_THE_FACT = ("rumored", "planned")
_MOST_CONFIDENT = 0.99


def build_moves(claims: Iterable[LedgerClaim], family: Family = lambda org: org) -> tuple[Move, ...]:
    """The moves that claims make, the same for any order and repetition of them.

    `family` gives the organization that a unit belongs to: a claim about either is about the same end.
    """
    by_person: dict[str, list[LedgerClaim]] = defaultdict(list)
    for claim in claims:
        by_person[claim.person].append(claim)
    return tuple(
        _move(group, supporting)
        for person in sorted(by_person)
        for groups, hints in (_groups_of(by_person[person], family),)
        for group, supporting in zip(groups, hints_by_group(groups, hints, family), strict=True)
    )


def count_moves_in(claims: Iterable[LedgerClaim], family: Family = lambda org: org) -> int:
    """How many moves the claims of one person make, as `build_moves` makes them; hints alone make none."""
    return len(_groups_of(list(claims), family)[0])


def _groups_of(told: Sequence[LedgerClaim], family: Family) -> tuple[list[list[LedgerClaim]], list[LedgerClaim]]:
    """The claims of one person, parted into moves, and what is only a hint."""
    claims = without_borrowed_dates([claim for claim in told if not claim.is_hint], family)
    return weighed_groups(claims, [claim for claim in told if claim.is_hint], family)


def _move(claims: Sequence[LedgerClaim], hints: Sequence[LedgerClaim] = ()) -> Move:
    """One move. Hints add articles, origins and an earlier rumour; what else is said of it is said by claims alone."""
    told = sorted(claims, key=told_order)
    supported = sorted([*claims, *hints], key=told_order)
    history = history_of([*_of_the_goal(claims), *(hint for hint in hints if hint.status in _BEFORE_THE_FACT)])
    status = history[-1].status
    standing = agreeing(told)
    speaking = [claim for claim in standing if claim.status == status]
    stating = [claim for claim in standing if claim.status not in _AGAINST] or told
    known = done_by(standing)
    from_org = _usual([claim.from_org for claim in fullest(told)])
    to_org = _usual([claim.to_org for claim in fullest(told)])
    return Move(
        id=_id_of(claims[0]),
        person=told[0].person,
        from_org=from_org,
        to_org=to_org,
        kind=_kind(told, from_org, to_org),
        status=status,
        how=_usual([claim.how for claim in speaking]),
        role_from=_usual([claim.role_from for claim in told]),
        role_to=_usual([claim.role_to for claim in told if claim.to_org is not None]),
        date=date_of(speaking, known) or date_of(told, known),
        known_on=min((claim.published for claim in stating if claim.published), default=None),
        articles=tuple(dict.fromkeys(claim.article for claim in supported)),
        origins=len({claim.origin for claim in (*stating, *hints)}),
        claims=tuple(claim.id for claim in supported),
        history=history,
        accounts=accounts_of(told),
        languages=tuple(sorted({claim.language for claim in supported if claim.language})),
        confidence=_confidence(stating),
    )


def _of_the_goal(claims: Sequence[LedgerClaim]) -> Sequence[LedgerClaim]:
    """The claims that say how sure a move is: that somebody has left makes it no surer where they are said to go.

    Where it is a plan to go there, and the leaving is told after it, the plan is carried out.
    """
    arriving = [claim for claim in claims if claim.to_org is not None]
    if not arriving or any(claim.status not in _BEFORE_THE_FACT for claim in arriving):
        return claims
    planned = [claim.published or "" for claim in arriving if claim.status == "planned"]
    return [
        claim
        for claim in claims
        if claim.to_org is not None
        or (planned and (claim.status != "done" or _is_since(claim.published, min(planned))))
    ]


def _is_since(published: str | None, day: str) -> bool:
    """Whether something was told on a day or later, as far as is known."""
    return published is None or published >= day[: len(published)]


def _id_of(core: LedgerClaim) -> str:
    """An id that stays while the claim that says most does."""
    return "m-" + hashlib.blake2b(core.id.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _kind(claims: Sequence[LedgerClaim], from_org: str | None, to_org: str | None) -> str:
    kinds = {claim.kind for claim in claims}
    if "found" in kinds:
        return "found"
    if not kinds & {"move", "leave", "join"}:
        return min(kinds)
    if from_org is not None and to_org is not None:
        return "move"
    return "leave" if to_org is None else "join"


def _usual(values: Iterable[str | None]) -> str | None:
    """The value given most often; of equals the longest, which says most."""
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        if value is not None:
            counts[value] += 1
    return max(counts, key=lambda value: (counts[value], len(value), value)) if counts else None


def _confidence(claims: Sequence[LedgerClaim]) -> float:
    """How likely it is that one origin at least was read rightly."""
    best: dict[str, float] = defaultdict(float)
    for claim in claims:
        best[claim.origin] = max(best[claim.origin], claim.confidence)
    doubt = 1.0
    for origin in sorted(best):
        doubt *= 1 - best[origin]
    return round(min(_MOST_CONFIDENT, 1 - doubt), 3)
