"""What reviewers say of what articles claim: "wrong" takes a claim out of the ledger, "right" makes it sure.

A verdict is about what an article is held to say, not about one reading of it: it holds for every reading that says
the same of the same mentions, and stays on file where none does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from talentflow.app.present import evidence_of
from talentflow.app.veil import Veil, veil_of
from talentflow.app.views import EvidenceView
from talentflow.model import MoveClaim, TalentflowError
from talentflow.store.articles import (
    ArticleHead,
    StoredClaim,
    claims_of_articles,
    find_versions,
    get_heads,
    least_sure,
)
from talentflow.store.columns import plain
from talentflow.store.deeds import insert_deed
from talentflow.store.mentions import standing_judgements
from talentflow.store.stale import mark_stale
from talentflow.store.verdicts import CLAIM_VERDICTS, VerdictRow, insert_verdict, verdicts_on

DOUBTFUL_BELOW = 0.7  # a claim that is surer than this is not asked about
_AT_A_TIME = 50


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A move that an article is held to claim, with its sentences; `key` names it within its article."""

    key: str
    article: str
    language: str
    published: str | None
    publisher: str | None
    claim: MoveClaim
    evidence: tuple[EvidenceView, ...]


def signature(claim: MoveClaim) -> str:
    """What a claim says, letter for letter, whichever reader says it."""
    ends = [None if org is None else org.mention for org in (claim.from_org, claim.to_org)]
    said = "\0".join(plain(part or "") for part in (claim.kind, claim.status, claim.person.mention, *ends))
    return hashlib.blake2b(said.encode("utf-8"), digest_size=12).hexdigest()


def doubtful_claims(connection: Connection, limit: int) -> list[ClaimView]:
    """The moves that articles are held to claim and that nobody has confirmed or rejected, the least sure first."""
    stream = least_sure(connection, "move", DOUBTFUL_BELOW)
    veil = veil_of(connection)
    found: list[ClaimView] = []
    seen: set[tuple[str, str]] = set()
    while len(found) < limit and (rows := list(islice(stream, _AT_A_TIME))):
        heads = get_heads(connection, sorted({row.article_key for row in rows}))
        said = verdicts_on(connection, (head.id for head in heads.values()))
        for row in rows:
            view = _view(row, heads[row.article_key], veil)
            if view is not None and (view.article, view.key) not in said.keys() | seen:
                seen.add((view.article, view.key))
                found.append(view)
    return found[:limit]


def _view(row: StoredClaim, head: ArticleHead, veil: Veil) -> ClaimView | None:
    claim = row.claim
    if not isinstance(claim, MoveClaim) or veil.covers(claim.person, row.article_key):
        return None
    return ClaimView(
        key=signature(claim),
        article=head.id,
        language=head.lang,
        published=head.published,
        publisher=head.publisher,
        claim=veil.move(claim, row.article_key),
        evidence=tuple(evidence_of(claim, head, veil)),
    )


def judge_claim(connection: Connection, article: str, key: str, verdict: str, *, reviewer: str, reason: str) -> int:
    """Say that an article does claim this ("right") or does not ("wrong"); the key of the deed.

    Raises TalentflowError for a word that is no verdict, and where the article claims no such thing.
    """
    if verdict not in CLAIM_VERDICTS:
        raise TalentflowError(f"{verdict}: no verdict. Use one of: {', '.join(CLAIM_VERDICTS)}.")
    who = plain(reviewer).strip()
    if not who:
        raise TalentflowError("A verdict needs the name of its reviewer.")
    rows = [row for row in _claims_of(connection, article) if signature(row[1]) == key]
    if not rows:
        raise TalentflowError(f"{article}: nothing there claims this any more. Load the page anew.")
    deed = insert_deed(connection, who, verdict, f"{rows[0][1]} ({article})", plain(reason).strip())
    insert_verdict(connection, article, key, verdict, deed)
    _mark(connection, [row for row, _ in rows])
    return deed


def mark_articles(connection: Connection, articles: Iterable[str]) -> None:
    """Have the moves of everybody of whom these articles claim one made anew."""
    for article in articles:
        _mark(connection, [row for row, _ in _claims_of(connection, article)])


def _claims_of(connection: Connection, article: str) -> list[tuple[StoredClaim, MoveClaim]]:
    current = next((version for version in find_versions(connection, article) if version.current), None)
    rows = [] if current is None else claims_of_articles(connection, [current.key], "move")
    return [(row, row.claim) for row in rows if isinstance(row.claim, MoveClaim)]


def _mark(connection: Connection, rows: Iterable[StoredClaim]) -> None:
    judged = standing_judgements(connection, sorted({row.person for row in rows if row.person is not None}))
    mark_stale(connection, "person", {row.entity for row in judged.values()})


def verdict_on(said: Mapping[tuple[str, str], VerdictRow], article: str, claim: MoveClaim) -> str | None:
    """The word of a reviewer on what an article claims, if any."""
    if not said:  # as nearly always
        return None
    row = said.get((plain(article), signature(claim)))
    return None if row is None else row.verdict
