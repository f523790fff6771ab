"""Career lines and rosters out of moves and stated posts. The answer depends on these, not on their order.

Only moves that are done begin or end a stay. No stay is closed without somebody saying so: a new employer beside one
that nobody says was left is a conflict to be shown, not an end to be guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from talentflow.ledger.grouping import Family
from talentflow.ledger.periods import parse
from talentflow.ledger.staying import Draft, Step, stays_of
from talentflow.model import Career, Conflict, Gap, HeldPost, Move, Stay

_GAP = timedelta(days=45)
_STARTS = ("move", "join", "found")


def career_of(person: str, moves: Iterable[Move], posts: Iterable[HeldPost], family: Family) -> Career:
    """The career line of one person: a stay for each time with an employer, with gaps and conflicts."""
    drafts, conflicts = _drafts(moves, posts, family, lambda _: True)
    stays = sorted((draft.stay() for draft in drafts), key=stay_order)
    conflicts += _overlaps(person, stays, family)
    return Career(tuple(stays), tuple(_gaps(stays)), tuple(conflicts))


def roster_of(organizations: Iterable[str], moves: Iterable[Move], posts: Iterable[HeldPost], family: Family) -> Career:
    """Who was with an organization (or with those that belong to it) and when; gaps are a person's own affair."""
    heads = {family(org) for org in organizations}
    drafts, conflicts = _drafts(moves, posts, family, heads.__contains__)
    stays = sorted((draft.stay() for draft in drafts), key=stay_order)
    return Career(tuple(stays), (), tuple(conflicts))


def stay_order(stay: Stay) -> tuple[str, ...]:
    """Sorts stays by when they began, or by the first that is known of them."""
    began = stay.since or stay.since_by or stay.until or stay.until_by or "9999"
    return (began, stay.until or stay.until_by or "9999", stay.person, stay.org)


def _drafts(
    moves: Iterable[Move], posts: Iterable[HeldPost], family: Family, is_wanted: Callable[[str], bool]
) -> tuple[list[Draft], list[Conflict]]:
    steps: dict[tuple[str, str], list[Step]] = defaultdict(list)
    stated: dict[tuple[str, str], list[HeldPost]] = defaultdict(list)
    conflicts = []
    for move in sorted(moves, key=lambda move: move.id):
        if move.status != "done":
            continue
        if len(move.accounts) > 1:
            conflicts.append(_disputed(move))
        for sort, org in _ends(move):
            steps[move.person, family(org)].append(Step(sort, org, move))
    for post in posts:
        stated[post.person, family(post.org)].append(post)
    drafts: list[Draft] = []
    for person, head in sorted(steps.keys() | stated.keys()):
        if is_wanted(head):
            found, against = stays_of(person, steps[person, head], stated[person, head])
            drafts += found
            conflicts += against
    return drafts, conflicts


def _ends(move: Move) -> list[tuple[str, str]]:
    """What a move does at which organization: "start", "end" or "change"."""
    if move.kind == "change":
        org = move.to_org or move.from_org
        return [("change", org)] if org is not None else []
    if move.kind not in (*_STARTS, "leave"):
        return []
    found = [("end", move.from_org)] if move.from_org is not None else []
    return found + ([("start", move.to_org)] if move.to_org is not None else [])


def _disputed(move: Move) -> Conflict:
    versions = tuple((account.how, account.when) for account in move.accounts)
    orgs = tuple(org for org in (move.from_org, move.to_org) if org is not None)
    articles = tuple(dict.fromkeys(article for account in move.accounts for article in account.articles))
    return Conflict("accounts", move.person, orgs, (move.id,), articles, versions)


def _overlaps(person: str, stays: Sequence[Stay], family: Family) -> list[Conflict]:
    """Pairs of employers that are told of one time."""
    found = []
    for one, other in combinations(stays, 2):
        if family(one.org) == family(other.org):
            continue
        first, second = _sure(one), _sure(other)
        if first is None or second is None:
            continue
        start, end = max(first[0], second[0]), min(first[1], second[1])
        if end - start > _GAP:
            orgs, moves = (one.org, other.org), tuple(dict.fromkeys(one.moves + other.moves))
            articles = tuple(dict.fromkeys(one.articles + other.articles))
            days = ((None, start.isoformat()), (None, end.isoformat() if end < date.max else None))
            found.append(Conflict("overlap", person, orgs, moves, articles, days))
    return found


def _sure(stay: Stay) -> tuple[date, date] | None:
    """The days between which it must have lasted, taking what nobody says was ended as going on."""
    start = parse(stay.since) or parse(stay.since_by)
    if start is None:
        return None
    if stay.is_open:
        return start.last_day, date.max
    ended = parse(stay.until)
    last = ended.first_day if ended is not None else None
    seen = parse(stay.seen_on)
    last = last or (seen.last_day if seen is not None else start.last_day)
    return start.last_day, last


def _gaps(stays: Sequence[Stay]) -> list[Gap]:
    """The times between one stay's end and the next one's beginning that nothing is told of."""
    found = []
    reached: date | None = None
    for stay, following in pairwise(stays):
        ended = parse(stay.until) or parse(stay.until_by)
        if stay.is_open:
            reached = date.max
        elif ended is not None:
            reached = max(reached or date.min, ended.last_day)
        begins = parse(following.since)
        if reached is not None and reached < date.max and begins is not None and begins.first_day - reached > _GAP:
            found.append(Gap(reached.isoformat(), begins.first_day.isoformat()))
    return found
