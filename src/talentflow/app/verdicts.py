"""What reviewers are asked of what articles claim, and how their word is kept; `judged` tells what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from sqlalchemy import Connection

from talentflow.app.judged import JudgedClaim, signature
from talentflow.app.present import evidence_of
from talentflow.app.veil import Veil, veil_of
from talentflow.app.views import EvidenceView
from talentflow.model import FactClaim, GroupClaim, MoveClaim, PositionClaim, TalentflowError
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
from talentflow.store.verdicts import CLAIM_VERDICTS, insert_verdict, verdicts_on

DOUBTFUL_BELOW = 0.7  # a claim that is surer than this is not asked about
SORTS = ("move", "position", "fact")  # of claims that can be judged
_SORT_OF = {MoveClaim: "move", PositionClaim: "position", FactClaim: "fact"}
_AT_A_TIME = 50


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What an article is held to claim, of one of SORTS, with its sentences; `key` names it within its article."""

    key: str
    sort: str
    article: str
    language: str
    published: str | None
    publisher: str | None
    claim: JudgedClaim
    evidence: tuple[EvidenceView, ...]


def doubtful_claims(connection: Connection, sort: str, limit: int) -> list[ClaimView]:
    """The claims of one sort that nobody has confirmed or rejected and that are not sure, the least sure first."""
    if sort not in SORTS:
        raise TalentflowError(f"{sort}: no sort of claims. Use one of: {', '.join(SORTS)}.")
    return _undecided(connection, least_sure(connection, sort, DOUBTFUL_BELOW), limit)


def undecided_claims(connection: Connection, article: str, limit: int) -> list[ClaimView]:
    """All that one article is held to claim and that nobody has confirmed or rejected, the least sure first."""
    rows = [row for sort in SORTS for row in _least_sure_first(_claims_of(connection, article), sort)]
    return _undecided(connection, iter(rows), limit)


def _least_sure_first(rows: Iterable[tuple[StoredClaim, JudgedClaim]], sort: str) -> list[StoredClaim]:
    chosen = [(claim.confidence, row.id, row) for row, claim in rows if _SORT_OF[type(claim)] == sort]
    return [row for _, _, row in sorted(chosen, key=lambda item: item[:2])]


def _undecided(connection: Connection, stream: Iterator[StoredClaim], limit: int) -> list[ClaimView]:
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
    claim, key = row.claim, row.article_key
    shown: JudgedClaim
    if isinstance(claim, FactClaim):
        if veil.covers_fact(claim, key):
            return None
        sort, shown = "fact", veil.fact(claim, key)
    elif isinstance(claim, GroupClaim) or veil.covers(claim.person, key):
        return None
    elif isinstance(claim, MoveClaim):
        sort, shown = "move", veil.move(claim, key)
    else:
        sort, shown = "position", veil.position(claim, key)
    return ClaimView(
        key=signature(claim),
        sort=sort,
        article=head.id,
        language=head.lang,
        published=head.published,
        publisher=head.publisher,
        claim=shown,
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


def _claims_of(connection: Connection, article: str) -> list[tuple[StoredClaim, JudgedClaim]]:
    current = next((version for version in find_versions(connection, article) if version.current), None)
    keys = [] if current is None else [current.key]
    rows = chain.from_iterable(claims_of_articles(connection, keys, sort) for sort in SORTS)
    return [(row, row.claim) for row in rows if isinstance(row.claim, MoveClaim | PositionClaim | FactClaim)]


def _mark(connection: Connection, rows: Iterable[StoredClaim]) -> None:
    # Only moves are kept as they were made; posts and facts are put together when they are asked for.
    rows = [row for row in rows if isinstance(row.claim, MoveClaim)]
    judged = standing_judgements(connection, sorted({row.person for row in rows if row.person is not None}))
    mark_stale(connection, "person", {row.entity for row in judged.values()})
