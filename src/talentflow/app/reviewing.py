"""What a named person says about identity: it stands above the machine's judgement, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from talentflow.model import TalentflowError
from talentflow.store.articles import find_versions
from talentflow.store.columns import plain
from talentflow.store.entities import get_entities
from talentflow.store.mentions import (
    JudgementRow,
    MentionRow,
    judge,
    mentions_of_articles,
    reviewed_of,
    standing_judgements,
    withdraw,
)
from talentflow.store.stale import mark_stale


def review(connection: Connection, article: str, mention: str, entity: str, *, reviewer: str, reason: str) -> None:
    """Say that the mention in an article is this entity, whatever the machine thinks now or later.

    Raises TalentflowError where article, mention or entity are not in the record, or reviewer or reason are missing.
    """
    found = _mention(connection, article, mention)
    known = get_entities(connection, [entity]).get(entity)
    if known is None or known.sort != found.sort:
        raise TalentflowError(f"{entity}: no such {found.sort} in the record. Look its id up by name first.")
    if not reviewer.strip() or not reason.strip():
        raise TalentflowError("A judgement needs the name of its reviewer and a reason.")
    row = JudgementRow(found.id, entity, 1.0, plain(reason), plain(reviewer), reviewed=True)
    _mark(connection, found, judge(connection, [row]))


def take_back(connection: Connection, article: str, mention: str) -> None:
    """Withdraw a reviewer's judgement; it stays on file, and the machine judges again."""
    found = _mention(connection, article, mention)
    standing = standing_judgements(connection, [found.id]).get(found.id)
    if standing is None or not standing.reviewed:
        raise TalentflowError(f"{article}: no reviewer has judged “{mention}”, so there is nothing to take back.")
    withdraw(connection, found.id)
    _mark(connection, found, [standing.entity])


def reviewed_mentions(connection: Connection, keys: Iterable[int]) -> dict[tuple[str, str], JudgementRow]:
    """What reviewers said of the mentions in these articles, by sort and letter for letter."""
    mentions = {mention.id: mention for mention in mentions_of_articles(connection, keys)}
    judged = standing_judgements(connection, sorted(mentions))
    return {
        (mentions[identity].sort, mentions[identity].mention): row for identity, row in judged.items() if row.reviewed
    }


def carry_over(connection: Connection, key: int, reviewed: Mapping[tuple[str, str], JudgementRow]) -> None:
    """Let what a reviewer said of an article's former reading stand in its new one, with its author and time."""
    rows = [
        replace(reviewed[mention.sort, mention.mention], mention_id=mention.id)
        for mention in mentions_of_articles(connection, [key])
        if (mention.sort, mention.mention) in reviewed
    ]
    touched = judge(connection, rows)
    mark_stale(connection, "person", touched)
    mark_stale(connection, "entity", touched)


def follow(connection: Connection, moved: Mapping[str, str]) -> None:
    """Where an entity has another id, because names were merged, let the reviewers' judgements follow it."""
    rows = [replace(row, entity=moved[row.entity]) for row in reviewed_of(connection, moved)]
    touched = judge(connection, rows)
    mark_stale(connection, "person", touched)
    mark_stale(connection, "entity", touched)


def _mention(connection: Connection, article: str, mention: str) -> MentionRow:
    current = next((version for version in find_versions(connection, article) if version.current), None)
    if current is None:
        raise TalentflowError(f"{article}: no such article.")
    rows = sorted(mentions_of_articles(connection, [current.key]), key=lambda row: row.id)
    found = next((row for row in rows if row.mention == mention), None)
    if found is None:
        raise TalentflowError(f"{article}: nothing is said there of “{mention}”. Give it letter for letter.")
    return found


def _mark(connection: Connection, mention: MentionRow, touched: list[str]) -> None:
    mark_stale(connection, "person", touched)
    mark_stale(connection, "entity", touched)
    mark_stale(connection, "article", [str(mention.article_key)])
