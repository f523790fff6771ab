"""The people whom several organizations want."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from talentflow.insight.timeline import Timeline
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
    found: dict[str, list[Move]] = {}
    for move in Timeline.of(moves).moves_within(since, until):
        if move.kind in _REACHES and move.to_org and move.status != "denied":
            found.setdefault(move.person, []).append(move)
    out = []
    for person, group in found.items():
        if len(group) < 2:  # as most, and one move reaches one organization
            continue
        won = dict.fromkeys(str(move.to_org) for move in group if move.status == "done" and move.kind != "offer")
        courted = dict.fromkeys(str(move.to_org) for move in group if str(move.to_org) not in won)
        contest = Contest(person, tuple(won), tuple(courted), tuple(move.id for move in group))
        if contest.organizations > 1:
            out.append(contest)
    return sorted(out, key=lambda contest: (-contest.organizations, contest.person))
