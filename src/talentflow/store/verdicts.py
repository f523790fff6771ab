"""What reviewers say of what articles claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from talentflow.store.changes import note_changes
from talentflow.store.columns import plain
from talentflow.store.rows import in_chunks, now
from talentflow.store.schema import articles, deeds, verdicts

CLAIM_VERDICTS = ("right", "wrong")
_MANY = 1000  # articles from which on one question for all verdicts is quicker than many for some


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A reviewer's word on what one article claims; `claim` is the signature of the claim."""

    article: str
    claim: str
    verdict: str
    author: str
    deed: int


def insert_verdict(connection: Connection, article: str, claim: str, verdict: str, deed: int) -> None:
    """Let a verdict stand instead of the one that stood for this claim."""
    standing = (verdicts.c.article == plain(article), verdicts.c.claim == claim, verdicts.c.withdrawn_at.is_(None))
    connection.execute(update(verdicts).where(*standing).values(withdrawn_at=now()))
    row = {"deed": deed, "article": plain(article), "claim": claim, "verdict": verdict}
    connection.execute(insert(verdicts).values(row))
    note_changes(connection, "shown")  # posts and facts are judged when they are asked for


def verdicts_on(connection: Connection, articles: Iterable[str]) -> dict[tuple[str, str], VerdictRow]:
    """The verdicts that stand on what these articles claim, by article and claim."""
    asked, found = set(articles), {}
    standing = (
        select(verdicts, deeds.c.author)
        .join(deeds, deeds.c.key == verdicts.c.deed)
        .where(verdicts.c.withdrawn_at.is_(None))
    )
    if len(asked) > _MANY:  # reviewers say less than articles do
        questions = [standing]
    else:
        questions = [standing.where(verdicts.c.article.in_(chunk)) for chunk in in_chunks(sorted(asked))]
    for question in questions:
        for row in connection.execute(question):
            if row.article in asked:
                found[row.article, row.claim] = VerdictRow(row.article, row.claim, row.verdict, row.author, row.deed)
    return found


def articles_with_verdicts(connection: Connection) -> set[int]:
    """The keys of the articles of which a verdict stands on something that they claim."""
    # Not as a join, for which a database may go through all articles.
    judged = select(verdicts.c.article).where(verdicts.c.withdrawn_at.is_(None))
    return set(connection.execute(select(articles.c.key).where(articles.c.id.in_(judged))).scalars())


def withdraw_verdicts(connection: Connection, deed: int) -> list[str]:
    """Withdraw the verdicts of a deed; the articles that they were about."""
    standing = (verdicts.c.deed == deed, verdicts.c.withdrawn_at.is_(None))
    about = list(connection.execute(select(verdicts.c.article).where(*standing)).scalars())
    connection.execute(update(verdicts).where(*standing).values(withdrawn_at=now()))
    note_changes(connection, "shown")
    return about
