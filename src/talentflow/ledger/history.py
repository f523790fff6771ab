"""How the standing of a move changed in time, and where its sources disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from talentflow.ledger.dating import done_by, ends_of, is_credible
from talentflow.ledger.doubts import SURE
from talentflow.ledger.periods import Period, period_of
from talentflow.model import Account, HistoryStep, LedgerClaim
from talentflow.text.fold import search_key

_RANK = {"rumored": 0, "planned": 1, "declined": 2, "denied": 3, "done": 4}
# What can still be learnt once a status is known. A fact stays one though an old rumour is told again, and is taken
# back only as `_is_taken_back` says; a denial is answered by a confirmation or a firm plan, not by more rumour.
_NEXT = {
    "rumored": {"planned", "declined", "denied", "done"},
    "planned": {"declined", "denied", "done"},
    "declined": {"done"},
    "denied": {"planned", "declined", "done"},
    "done": set[str](),
}
_DISAGREEMENT_DAYS = 31


def history_of(claims: Sequence[LedgerClaim]) -> tuple[HistoryStep, ...]:
    """The steps by which the status became what it is, in order of publication."""
    steps: list[HistoryStep] = []
    told = sorted(agreeing(claims), key=told_order)
    for place, claim in enumerate(told):
        known = steps[-1].status if steps else None
        if known is None or claim.status in _NEXT[known] or (known == "done" and _is_taken_back(told[: place + 1])):
            steps.append(HistoryStep(claim.published, claim.status, claim.article))
    return tuple(steps)


def _is_taken_back(told: Sequence[LedgerClaim]) -> bool:
    """Whether the last of these plainly denies what was told as done, and as many origins deny it by now as told it.

    "Moves to Quanta", told too soon by one newsroom, and "Quanta: that is not so" on the next day. What several tell
    is no less a fact for one who denies it, nor what one tells for a denial that is not surely read.
    """
    last = told[-1]
    if last.status != "denied" or last.confidence < SURE:
        return False
    denying = {claim.origin for claim in told if claim.status == "denied" and claim.confidence >= SURE}
    return len(denying) >= len({claim.origin for claim in told if claim.status == "done"})


def agreeing(claims: Sequence[LedgerClaim]) -> list[LedgerClaim]:
    """The claims without those that contradict the rest of their own origin.

    One text has one status, so copies and translations that were read otherwise are no news. The status that was
    read with most confidence stands; of equals the more careful, lest a rumour be shown as a fact.
    """
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    claims = _last_word(claims)
    for claim in sorted(claims, key=lambda claim: claim.id):
        weights[claim.origin][claim.status] += claim.confidence
    status = {
        origin: max(found, key=lambda status: (round(found[status], 6), -_RANK.get(status, 9)))
        for origin, found in weights.items()
    }
    return [claim for claim in claims if claim.status == status[claim.origin]]


def _last_word(claims: Sequence[LedgerClaim]) -> list[LedgerClaim]:
    """The claims without what an article tells of the time before the same article tells it as done.

    "Denied in September, confirmed today": two statuses of one text, of which the later stands.
    """
    done: dict[str, list[Period]] = defaultdict(list)
    for claim in claims:
        period = period_of(claim)
        if claim.status == "done" and period is not None and period.dated:
            done[claim.article].append(period)
    return [
        claim
        for claim in claims
        if claim.status == "done"
        or (period := period_of(claim)) is None
        or not period.dated
        or not any(period.last < later.first for later in done[claim.article])
    ]


def told_order(claim: LedgerClaim) -> tuple[object, ...]:
    """Sorts claims by day of publication, the undated last, on one day from rumour to fact."""
    return (claim.published is None, claim.published or "", _RANK.get(claim.status, 9), claim.article, claim.id)


def accounts_of(claims: Sequence[LedgerClaim]) -> tuple[Account, ...]:
    """The versions of how or when it happened, where there is more than one; else none."""
    done = sorted((claim for claim in agreeing(claims) if claim.status == "done"), key=told_order)
    return _accounts_of_how(done) or _accounts_of_when(done)


def _accounts_of_how(claims: Sequence[LedgerClaim]) -> tuple[Account, ...]:
    by_how: dict[str | None, list[LedgerClaim]] = defaultdict(list)
    newsrooms = {search_key(claim.publisher) for claim in claims if claim.publisher}
    for claim in claims:
        if claim.how is not None:
            by_how[claim.how].append(claim)
        elif claim.to_org is None and sum(search_key(one) not in newsrooms for one in claim.according_to) > 1:
            # Two sides are heard and the article does not decide between them; a newsroom is no side.
            by_how[None].append(claim)
    versions = sorted(by_how, key=lambda how: (how is None, how or ""))
    return tuple(_account(by_how[how], how, None) for how in versions) if len(versions) > 1 else ()


def _accounts_of_when(claims: Sequence[LedgerClaim]) -> tuple[Account, ...]:
    """Versions of the date that cannot be one, told by claims with the same ends."""
    parts: list[tuple[Period, str, list[LedgerClaim]]] = []
    full = max((ends_of(claim) for claim in claims), default=0)
    done = done_by(claims)
    dated = [
        (period.last.toordinal() - period.first.toordinal(), claim.date or "", claim.id, claim, period)
        for claim in claims
        if (period := period_of(claim)) is not None
        and period.dated
        and ends_of(claim) == full
        and is_credible(claim, done)
    ]
    for _, when, _, claim, period in sorted(dated, key=lambda row: (row[1][:4], row[0], row[:3])):
        for known, _, told in parts:
            if _is_one_date(known, period):
                told.append(claim)
                break
        else:
            parts.append((period, when, [claim]))
    told_by = _one_word_each([told for _, _, told in parts])
    versions = [(when, told) for (_, when, _), told in zip(parts, told_by, strict=True) if told]
    return tuple(_account(told, None, when) for when, told in versions) if len(versions) > 1 else ()


def _one_word_each(versions: Sequence[Sequence[LedgerClaim]]) -> list[list[LedgerClaim]]:
    """The claims of each version, those of one origin in one alone: in that which most other origins tell too.

    A text and its translation, or two sentences of one text, do not disagree: one of them was read wrongly.
    """
    origins = [{claim.origin for claim in told} for told in versions]
    place = {
        origin: max(
            (number for number, found in enumerate(origins) if origin in found),
            key=lambda number: (len(origins[number] - {origin}), -number),
        )
        for origin in set[str]().union(*origins)
    }
    return [[claim for claim in told if place[claim.origin] == number] for number, told in enumerate(versions)]


def _is_one_date(one: Period, other: Period) -> bool:
    """Whether two dates can be told of one day, give or take the weeks between announcement and first day."""
    if one.first.year == other.first.year:
        return True
    whole_years = all((period.last - period.first).days > _DISAGREEMENT_DAYS for period in (one, other))
    return abs(one.days_to(other)) <= (0 if whole_years else _DISAGREEMENT_DAYS)


def _account(claims: Sequence[LedgerClaim], how: str | None, when: str | None) -> Account:
    return Account(
        how=how,
        according_to=tuple(dict.fromkeys(source for claim in claims for source in claim.according_to)),
        articles=tuple(dict.fromkeys(claim.article for claim in claims)),
        when=when,
    )
