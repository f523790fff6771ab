"""What reviewers say of two names, and the pairs that wait for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from talentflow.store.names import LinkRow
from talentflow.store.rows import in_chunks, now
from talentflow.store.schema import decisions, name_links, names

VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A reviewer's word on two names; `one` is the smaller key."""

    key: int
    one: str
    other: str
    verdict: str
    author: str
    reason: str
    made_at: str
    deed: int | None = None


def insert_decision(
    connection: Connection, one: str, other: str, verdict: str, author: str, reason: str, *, deed: int | None = None
) -> None:
    """Let a decision stand instead of the one that stood for these two names."""
    first, second = sorted((one, other))
    instant = now()
    standing = (decisions.c.one == first, decisions.c.other == second, decisions.c.withdrawn_at.is_(None))
    connection.execute(update(decisions).where(*standing).values(withdrawn_at=instant))
    row = {"one": first, "other": second, "verdict": verdict, "author": author, "reason": reason, "made_at": instant}
    connection.execute(insert(decisions).values({**row, "deed": deed}))


def withdraw_decision(connection: Connection, key: int) -> None:
    """Withdraw a decision; it stays on file."""
    connection.execute(update(decisions).where(decisions.c.key == key).values(withdrawn_at=now()))


def last_decision(connection: Connection, author: str) -> DecisionRow | None:
    """The last decision of a reviewer that stands."""
    wanted = select(decisions).where(decisions.c.withdrawn_at.is_(None), decisions.c.author == author)
    row = connection.execute(wanted.order_by(decisions.c.key.desc()).limit(1)).first()
    return None if row is None else _decision(row)


def decisions_of(connection: Connection, deed: int) -> list[DecisionRow]:
    """The decisions of a deed that stand."""
    wanted = select(decisions).where(decisions.c.deed == deed, decisions.c.withdrawn_at.is_(None))
    return [_decision(row) for row in connection.execute(wanted.order_by(decisions.c.key))]


def all_decisions(connection: Connection) -> list[DecisionRow]:
    """All decisions that stand, oldest first."""
    wanted = select(decisions).where(decisions.c.withdrawn_at.is_(None)).order_by(decisions.c.key)
    return [_decision(row) for row in connection.execute(wanted)]


def decisions_on(connection: Connection, keys: Iterable[str]) -> list[DecisionRow]:
    """The decisions that stand for any of these names."""
    found: dict[int, DecisionRow] = {}
    for chunk in in_chunks(sorted(set(keys))):
        touching = or_(decisions.c.one.in_(chunk), decisions.c.other.in_(chunk))
        for row in connection.execute(select(decisions).where(touching, decisions.c.withdrawn_at.is_(None))):
            found[row.key] = _decision(row)
    return [found[key] for key in sorted(found)]


def _decision(row: Row[Any]) -> DecisionRow:
    return DecisionRow(row.key, row.one, row.other, row.verdict, row.author, row.reason, row.made_at, row.deed)


def undecided_links(connection: Connection, limit: int) -> list[LinkRow]:
    """Pairs of names that are held to be near, belong to two entities and wait for a decision; surest first."""
    first, second = names.alias(), names.alias()
    decided = (
        select(decisions.c.key)
        .where(decisions.c.one == name_links.c.one, decisions.c.other == name_links.c.other)
        .where(decisions.c.withdrawn_at.is_(None))
        .exists()
    )
    wanted = (
        select(name_links)
        .join(first, first.c.key == name_links.c.one)
        .join(second, second.c.key == name_links.c.other)
        .where(first.c.entity.is_not(None), second.c.entity.is_not(None), first.c.entity != second.c.entity, ~decided)
        .order_by(name_links.c.score.desc(), name_links.c.one, name_links.c.other)
        .limit(limit)
    )
    return [LinkRow(row.one, row.other, row.score, row.reason) for row in connection.execute(wanted)]


def weakly_linked(connection: Connection, keys: Iterable[str], below: float) -> set[str]:
    """Those of these names that have a link of less than a score: what is told of them can decide it."""
    wanted = set(keys)
    found: set[str] = set()
    for chunk in in_chunks(sorted(wanted)):
        touching = or_(name_links.c.one.in_(chunk), name_links.c.other.in_(chunk))
        for row in connection.execute(
            select(name_links.c.one, name_links.c.other).where(touching, name_links.c.score < below)
        ):
            found |= {row[0], row[1]} & wanted
    return found
