"""Career lines and rosters in words."""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.app.views import CareerView, ConflictView, StayView
from talentflow.serve.terminal import paragraph, say, shown

_WIDTH = 34


def print_career(career: CareerView, *, of_person: bool) -> None:
    """The stays in order of time, the gaps where they are, and then what cannot all be true."""
    if not career.stays:
        return
    say("\nCareer line" if of_person else "\nRoster")
    lines = [_stay_line(stay, of_person=of_person) for stay in career.stays]
    lines += [(gap.since, f"  {gap.since} – {gap.until}", "gap: nothing is told of this time") for gap in career.gaps]
    for _, span, words in sorted(lines, key=lambda line: line[0]):
        paragraph(words, indent=_WIDTH, label=span)
    _print_conflicts(career.conflicts, of_person=of_person)


def _stay_line(stay: StayView, *, of_person: bool) -> tuple[str, str, str]:
    """What a stay is sorted by, its dates and its words."""
    began = stay.since or (f"by {stay.since_by}" if stay.since_by else "?")
    ended = stay.until or (f"by {stay.until_by}" if stay.until_by else "?")
    if stay.is_open:
        ended = f"there {stay.seen_on}" if stay.seen_on else "no end told"
    posts = ", ".join(shown(post.role) for post in stay.posts)
    who = shown(str(stay.org if of_person else stay.person))
    first = stay.since or stay.since_by or stay.until or stay.until_by or "9999"
    return first, f"  {began} – {ended}", f"{who}: {posts}" if posts else who


def _print_conflicts(conflicts: Sequence[ConflictView], *, of_person: bool) -> None:
    for conflict in conflicts:
        who = "" if of_person else f"{shown(str(conflict.person))}: "
        paragraph(f"conflict: {who}{_conflict_words(conflict)}", indent=2)


def _conflict_words(conflict: ConflictView) -> str:
    names = [shown(str(org)) for org in conflict.orgs]
    others = " or ".join(names[1:])
    if conflict.sort == "start":
        return f"came to {names[0]}{f' from {others}' if others else ''}: {conflict.words}"
    if conflict.sort == "end":
        return f"left {names[0]}{f' for {others}' if others else ''}: {conflict.words}"
    if conflict.sort == "accounts":
        return f"sources differ on {' → '.join(names)}: {conflict.words}"
    return f"{' and '.join(names)}: {conflict.words}"
