"""The people whom several organizations want."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from talentflow.insight.timeline import Timeline, bounds, days_of, lies_within
from talentflow.model import Move

_REACHES = ("move", "join", "offer")


@dataclass(frozen=True, slots=True)
class Contest:
    """Somebody whom several organizations have won or courted; `won` hired them, `courted` offered, or so it is said.

    An organization that did both counts once, as one that won.
    """

    person: str
    won: tuple[str, ...]
    courted: tuple[str, ...]
    moves: tuple[str, ...]

    @property
    def organizations(self) -> int:
        """How many organizations wanted the person."""
        return len(self.won) + len(self.courted)


def contested(moves: Iterable[Move] | Timeline, since: str | None = None, until: str | None = None) -> list[Contest]:
    """The people whom two organizations or more won or courted in a period, the most wanted first.

    What a party denies does not count; an offer that was declined does.
    """
    timeline, period = Timeline.of(moves), bounds(since, until)
    out = []
    for person, reaching in timeline.once("wanted", lambda: _wanted(timeline)).items():
        group = [move for days, move in reaching if lies_within(days, period)]
        if len(group) < 2:  # as most, and one move reaches one organization
            continue
        won = dict.fromkeys(str(move.to_org) for move in group if move.status == "done" and move.kind != "offer")
        courted = dict.fromkeys(str(move.to_org) for move in group if str(move.to_org) not in won)
        contest = Contest(person, tuple(won), tuple(courted), tuple(move.id for move in group))
        if contest.organizations > 1:
            out.append(contest)
    return sorted(out, key=lambda contest: (-contest.organizations, contest.person))


def _wanted(timeline: Timeline) -> dict[str, list[tuple[tuple[int, int] | None, Move]]]:
    """The moves and offers that reached each person whom several organizations ever wanted, with their days."""
    found: dict[str, list[Move]] = {}
    for move in timeline.by_date:
        if move.to_org and move.status != "denied" and move.kind in _REACHES:
            found.setdefault(move.person, []).append(move)
    return {
        person: [(days_of(move), move) for move in group]
        for person, group in found.items()
        if len(group) > 1 and len({move.to_org for move in group}) > 1
    }
