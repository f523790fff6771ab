"""The stays of one person with one employer: beginnings, ends and stated posts put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from talentflow.ledger.periods import parse
from talentflow.model import Conflict, HeldPost, Move, Post, Stay

# Two beginnings within this time are two accounts of one.
_ONE_START = timedelta(days=550)
# For so long newspapers still give somebody the post that was left.
_STILL_CALLED = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Step:
    """What a move does at an employer: "start", "end" or "change"."""

    sort: str
    org: str
    move: Move

    @property
    def day(self) -> date:
        """The first day that it can have been; without a date the day when it was known, without both the last."""
        when = parse(self.move.date) or parse(self.move.known_on)
        return when.first_day if when is not None else date.max


@dataclass(slots=True)
class Draft:
    """A stay in the making."""

    person: str
    org: str
    start: Step | None = None
    end: Step | None = None
    others: list[Step] = field(default_factory=list)
    stated: list[HeldPost] = field(default_factory=list)

    @property
    def begins(self) -> date:
        """The first day that it can have begun."""
        if self.start is not None:
            return min(self.start.day, self.ends)  # an undated beginning may be told after the end
        told = [when.first_day for post in self.stated if (when := parse(post.since)) is not None]
        return min(told, default=date.min)

    @property
    def ends(self) -> date:
        """The last day that it can have lasted."""
        if self.end is None:
            return date.max
        when = parse(self.end.move.date) or parse(self.end.move.known_on)
        return when.last_day if when is not None else date.max

    def stay(self) -> Stay:
        """The stay as it is shown."""
        start, end = self.start, self.end
        sinces = sorted(post.since for post in self.stated if parse(post.since) is not None and post.since)
        untils = sorted(post.until for post in self.stated if parse(post.until) is not None and post.until)
        past = sorted(post.seen_on for post in self.stated if post.when == "past" and post.seen_on)
        current = sorted(post.seen_on for post in self.stated if post.when == "current" and post.seen_on)
        since = start.move.date if start is not None else sinces[0] if sinces else None
        until = end.move.date if end is not None else None
        if end is None and start is None and untils and not current:
            until = untils[-1]
        had_ended = end.move.known_on if end is not None else None
        if end is None and start is None and past and not current:
            had_ended = past[0]
        whens = {post.when for post in self.stated}
        steps = [step for step in (start, *self.others, end) if step is not None]
        return Stay(
            person=self.person,
            org=self.org,
            since=since,
            until=until,
            since_by=start.move.known_on if start is not None and since is None else None,
            until_by=had_ended if until is None else None,
            seen_on=current[-1] if current else None,
            posts=_posts(steps, self.stated),
            moves=tuple(dict.fromkeys(step.move.id for step in steps)),
            articles=tuple(
                dict.fromkeys(
                    [article for step in steps for article in step.move.articles]
                    + [post.article for post in self.stated]
                )
            ),
            has_ended=end is not None or (start is None and whens == {"past"}),
        )


def stays_of(person: str, steps: Iterable[Step], stated: Iterable[HeldPost]) -> tuple[list[Draft], list[Conflict]]:
    """The stays of a person with one employer, oldest first, and what contradicts them."""
    drafts: list[Draft] = []
    conflicts: list[Conflict] = []
    ordered = sorted(steps, key=lambda step: (step.day, step.sort != "start", step.move.id))
    for step in (step for step in ordered if step.sort != "change"):
        current = drafts[-1] if drafts and drafts[-1].end is None else None
        if step.sort == "end":
            if current is not None and _is_of_before(step, current):
                drafts.insert(-1, Draft(person, step.org, end=step))
            elif current is None and drafts and step.day - drafts[-1].ends <= _STILL_CALLED:
                drafts[-1].others.append(step)
                conflicts.append(_twice(person, step, drafts[-1].end))
            else:
                if current is None:
                    drafts.append(current := Draft(person, step.org))
                current.end = step
        elif current is not None and current.start is not None and step.day - current.start.day <= _ONE_START:
            current.others.append(step)
            conflicts.append(_twice(person, step, current.start))
        else:
            drafts.append(Draft(person, step.org, start=step))
    drafts = _begun_before(drafts)
    for step in (step for step in ordered if step.sort == "change"):
        _around(drafts, person, step.org, step.day).others.append(step)
    for post in sorted(stated, key=lambda post: (post.since or post.seen_on or "9999", post.article, post.role or "")):
        conflicts += _place(drafts, person, post)
    return drafts, conflicts


def _is_of_before(end: Step, stay: Draft) -> bool:
    """Whether an end told without a day, in passing, is that of an earlier stay: somebody has just come back."""
    is_undated = parse(end.move.date) is None
    is_fresh = stay.start is not None and parse(stay.start.move.date) is not None
    return is_undated and is_fresh and stay.start is not None and end.day - stay.start.day <= _STILL_CALLED


def _begun_before(drafts: list[Draft]) -> list[Draft]:
    """The stays, with a beginning that is told without a day put before the end that is told with it.

    News of a leaving tells in passing that the same person founded the company: that was not on the day of the news.
    """
    out: list[Draft] = []
    for draft in drafts:
        before = out[-1] if out else None
        is_undated = draft.start is not None and parse(draft.start.move.date) is None
        if before is None or before.start is not None or before.end is None or draft.end is not None or not is_undated:
            out.append(draft)
        elif draft.start is not None and draft.start.day - before.ends <= _STILL_CALLED:
            before.start = draft.start
            before.others += draft.others
        else:
            out.append(draft)
    return out


def _around(drafts: list[Draft], person: str, org: str, day: date) -> Draft:
    """The stay into which a day falls, else the last that began before it, else a new one."""
    covering = [draft for draft in drafts if draft.begins <= day <= draft.ends]
    if covering:
        return covering[-1]
    if not drafts:
        drafts.append(Draft(person, org))
    before = [draft for draft in drafts if draft.begins <= day]
    return before[-1] if before else drafts[0]


def _place(drafts: list[Draft], person: str, post: HeldPost) -> list[Conflict]:
    """Put a stated post into the stay that it belongs to; who is placed there long after having left, is a conflict."""
    when = parse(post.since) or parse(post.until if post.when == "past" else post.seen_on) or parse(post.seen_on)
    draft = _around(drafts, person, post.org, when.last_day if when is not None else date.max)
    draft.stated.append(post)
    seen = parse(post.seen_on)
    if post.when != "current" or draft.end is None or seen is None or seen.first_day - draft.ends <= _STILL_CALLED:
        return []
    days = ((None, draft.ends.isoformat()), (None, seen.first_day.isoformat()))
    return [Conflict("after", person, (post.org,), (draft.end.move.id,), (post.article,), days)]


def _twice(person: str, step: Step, other: Step | None) -> Conflict:
    assert other is not None
    moves = (other.move, step.move)
    ends = [move.from_org if step.sort == "start" else move.to_org for move in moves]
    orgs = tuple(dict.fromkeys(org for org in (step.org, *ends) if org is not None))
    days = tuple((None, move.date or move.known_on) for move in moves)
    articles = tuple(dict.fromkeys(article for move in moves for article in move.articles))
    return Conflict(step.sort, person, orgs, tuple(move.id for move in moves), articles, days)


def _posts(steps: Sequence[Step], stated: Sequence[HeldPost]) -> tuple[Post, ...]:
    """The posts of a stay in order of time, each once with what is told of its dates."""
    found: dict[str, tuple[str | None, str | None]] = {}

    def add(role: str | None, since: str | None, until: str | None) -> None:
        if role is None:
            return
        before = found.get(role, (None, None))
        found[role] = (before[0] or since, before[1] or until)

    for step in steps:
        if step.sort in ("start", "change"):
            add(step.move.role_to, step.move.date, None)
        if step.sort in ("end", "change"):
            add(step.move.role_from, None, step.move.date)
    for post in stated:
        add(post.role, post.since, post.until)
    ordered = sorted(found.items(), key=lambda item: (item[1][0] or item[1][1] or "9999", item[0]))
    return tuple(Post(role, since, until) for role, (since, until) in ordered)
