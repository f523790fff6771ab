"""Two readings of one text: what is read in an article, and not in its translation, is less sure.

A text and its translation say the same, so a move that only one of the two readings finds was either overlooked in the
other or misread in this one. Where this one is not sure of it, it counts as a hint: support for what another origin
claims, and nothing by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from talentflow.ledger import SURE
from talentflow.model import LedgerClaim
from talentflow.store.articles import StoredClaim, claims_of_articles
from talentflow.store.groups import links_of
from talentflow.store.payloads import HINT

_STEPS = frozenset(("move", "leave", "join", "found"))

Told = tuple[int, LedgerClaim]


def translations_of(connection: Connection, keys: Iterable[int]) -> dict[int, set[int]]:
    """For each of these articles that is a translation of others, or has translations, those."""
    keys = set(keys)
    found: dict[int, set[int]] = {}
    for link in links_of(connection, keys):
        if link.sort == "translation":
            for one, other in ((link.one, link.other), (link.other, link.one)):
                if one in keys:
                    found.setdefault(one, set()).add(other)
    return found


def weighed_with_translations(
    connection: Connection,
    told: Sequence[Told],
    claims_in: Callable[[Connection, Iterable[StoredClaim]], Iterable[Told]],
) -> list[Told]:
    """The claims, each with the key of its article; hints those that are unsure and that no translation tells too.

    `claims_in` takes stored claims into the ledger.
    """
    doubtful = {key for key, claim in told if _is_doubtful(claim)}
    pairs = translations_of(connection, doubtful) if doubtful else {}
    if not pairs:
        return list(told)
    keys = sorted({*pairs, *(other for others in pairs.values() for other in others)})
    rows = [row for sort in ("move", HINT) for row in claims_of_articles(connection, keys, sort)]
    read: dict[int, list[LedgerClaim]] = {}
    for key, claim in claims_in(connection, rows):
        read.setdefault(key, []).append(claim)
    return [
        (key, replace(claim, is_hint=True))
        if _is_doubtful(claim) and key in pairs and _is_told_here_alone(claim, read, key, pairs[key])
        else (key, claim)
        for key, claim in told
    ]


def _is_doubtful(claim: LedgerClaim) -> bool:
    return not claim.is_hint and claim.confidence < SURE


def _is_told_here_alone(claim: LedgerClaim, read: dict[int, list[LedgerClaim]], key: int, others: set[int]) -> bool:
    """Whether the translations that tell any moves tell this one neither plainly nor as a hint."""
    speaking = [read[other] for other in sorted(others) if any(not one.is_hint for one in read.get(other, ()))]
    people = {one.person for one in read.get(key, ())}
    return bool(speaking) and not any(_says_so(one, claim, people) for claims in speaking for one in claims)


def _says_so(one: LedgerClaim, claim: LedgerClaim, people: set[str]) -> bool:
    """Whether a claim of the other text is about the same change, or can be where it spells the person otherwise."""
    if (one.kind in _STEPS) != (claim.kind in _STEPS) or (one.kind not in _STEPS and one.kind != claim.kind):
        return False
    shared = [
        mine == theirs
        for mine, theirs in ((claim.from_org, one.from_org), (claim.to_org, one.to_org))
        if mine is not None and theirs is not None
    ]
    if one.person == claim.person:
        return any(shared)
    return one.person not in people and bool(shared) and all(shared)
