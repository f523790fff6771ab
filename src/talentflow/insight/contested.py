"""The people whom several organizations want."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from talentflow.insight.changes import is_within
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


def contested(moves: Iterable[Move], since: str | None = None, until: str | None = None) -> list[Contest]:
    """The people whom two organizations or more won or courted in a period, the most wanted first.

    What a party denies does not count; an offer that was declined does.
    """
    found: dict[str, list[Move]] = {}
    for move in sorted(moves, key=lambda move: (move.date or move.known_on or "", move.id)):
        if move.kind in _REACHES and move.to_org and move.status != "denied" and is_within(move, since, until):
            found.setdefault(move.person, []).append(move)
    out = []
    for person, group in found.items():
        won = dict.fromkeys(str(move.to_org) for move in group if move.status == "done" and move.kind != "offer")
        courted = dict.fromkeys(str(move.to_org) for move in group if str(move.to_org) not in won)
        contest = Contest(person, tuple(won), tuple(courted), tuple(move.id for move in group))
        if contest.organizations > 1:
            out.append(contest)
    return sorted(out, key=lambda contest: (-contest.organizations, contest.person))
