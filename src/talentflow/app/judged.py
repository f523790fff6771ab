"""The record as reviewers leave it: a claim that is "wrong" is out of it, one that is "right" is sure.

Moves, posts that are held and facts are judged alike. A verdict is about what an article is held to say, not about one
reading of it: it holds for every reading that says the same of the same mentions, and stays on file where none does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from talentflow.model import FactClaim, MoveClaim, PositionClaim, Reading
from talentflow.store.columns import plain
from talentflow.store.verdicts import VerdictRow, verdicts_on

JudgedClaim = MoveClaim | PositionClaim | FactClaim
_Judged = TypeVar("_Judged", MoveClaim, PositionClaim, FactClaim)


def signature(claim: JudgedClaim) -> str:
    """What a claim says, letter for letter, whichever reader says it; verdicts are kept by it, so it never changes."""
    said = "\0".join(plain(part or "") for part in _said(claim))
    return hashlib.blake2b(said.encode("utf-8"), digest_size=12).hexdigest()


def _said(claim: JudgedClaim) -> Iterable[str | None]:
    if isinstance(claim, MoveClaim):
        ends = [None if org is None else org.mention for org in (claim.from_org, claim.to_org)]
        return claim.kind, claim.status, claim.person.mention, *ends
    if isinstance(claim, PositionClaim):
        org = None if claim.org is None else claim.org.mention
        return "position", claim.when, claim.person.mention, org, claim.role
    about = sorted(party.entity.mention for party in claim.about)
    is_so = "denied" if claim.negated else ""
    amount = None if claim.amount is None else claim.amount.words
    return "fact", claim.type, claim.status, is_so, claim.reason, amount, claim.subject.entity.mention, *about


def verdict_on(said: Mapping[tuple[str, str], VerdictRow], article: str, claim: JudgedClaim) -> str | None:
    """The word of a reviewer on what an article claims, if any."""
    if not said:  # as nearly always
        return None
    row = said.get((plain(article), signature(claim)))
    return None if row is None else row.verdict


def as_judged(said: Mapping[tuple[str, str], VerdictRow], article: str, claim: _Judged) -> _Judged | None:
    """A claim as reviewers leave it: None where it is wrong, sure where it is right."""
    verdict = verdict_on(said, article, claim)
    if verdict is None:
        return claim
    return None if verdict == "wrong" else replace(claim, confidence=1.0)


def reading_as_judged(connection: Connection, article: str, reading: Reading) -> Reading:
    """What was read from an article as reviewers leave it."""
    said = verdicts_on(connection, [article])
    if not said:
        return reading

    def left(claims: Iterable[_Judged]) -> tuple[_Judged, ...]:
        return tuple(claim for each in claims if (claim := as_judged(said, article, each)) is not None)

    return replace(reading, moves=left(reading.moves), positions=left(reading.positions), facts=left(reading.facts))
