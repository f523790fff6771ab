"""Pairs of names that stay open, and what reviewers decide on them.

A decision is about two names, not about two entities: it outlives every rebuild, upgrade and merge, stands above the
machine's view, and can be taken back.
"""

from __future__ import annotations

from sqlalchemy import Connection

from talentflow.app.context import weighed
from talentflow.app.identity import Names
from talentflow.app.views import DecisionView, PairView, SideView
from talentflow.model import TalentflowError
from talentflow.store.articles import get_heads
from talentflow.store.columns import plain
from talentflow.store.decisions import (
    VERDICTS,
    DecisionRow,
    all_decisions,
    insert_decision,
    last_decision,
    undecided_links,
    withdraw_decision,
)
from talentflow.store.mentions import mentions_of_names
from talentflow.store.names import NameRow, get_names
from talentflow.store.records import MoveQuery, find_moves, get_entities
from talentflow.store.stale import mark_stale

_MOST_SHOWN = 5


def open_pairs(connection: Connection, names: Names, limit: int) -> list[PairView]:
    """The pairs that wait for a decision, surest first."""
    links = undecided_links(connection, limit)
    rows = get_names(connection, sorted({key for link in links for key in (link.one, link.other)}))
    told = sorted(weighed(connection, names, rows, links), key=lambda link: (-link.score, link.one, link.other))
    return [
        PairView(
            type=rows[link.one].sort,
            one=_side(connection, rows[link.one]),
            other=_side(connection, rows[link.other]),
            score=link.score,
            reason=link.reason,
        )
        for link in told
    ]


def _side(connection: Connection, row: NameRow) -> SideView:
    entity = row.entity or ""
    known = get_entities(connection, [entity]).get(entity)
    moves = find_moves(connection, MoveQuery(people=[entity])) if row.sort == "person" else []
    ends = dict.fromkeys(end for move in moves for end in (move.from_org, move.to_org) if end is not None)
    employers = get_entities(connection, ends)
    keys = sorted({mention.article_key for mention in mentions_of_names(connection, [row.key])})
    heads = get_heads(connection, keys)
    return SideView(
        key=row.key,
        names=row.spellings,
        entity=entity,
        name=known.name if known is not None else None,
        employers=tuple(employers[end].name or employers[end].mention for end in ends if end in employers),
        articles=tuple(heads[key].id for key in keys[:_MOST_SHOWN]),
    )


def decide(connection: Connection, one: str, other: str, verdict: str, *, reviewer: str, reason: str) -> None:
    """Say of two names that they are the same, different, or that nobody can be sure.

    Raises TalentflowError for a word that is no verdict, names that are not in the record, and a missing reviewer.
    """
    if verdict not in VERDICTS:
        raise TalentflowError(f"{verdict}: no verdict. Use one of: {', '.join(VERDICTS)}.")
    if not reviewer.strip():
        raise TalentflowError("A decision needs the name of its reviewer.")
    rows = get_names(connection, [one, other])
    for key in (one, other):
        if key not in rows:
            raise TalentflowError(f"{key}: no such name in the record.")
    if one == other or rows[one].sort != rows[other].sort:
        raise TalentflowError(f"{one} and {other}: not two names of people, or of organizations.")
    said = plain(reason).strip() or f"{verdict}, as {plain(reviewer).strip()} says"
    insert_decision(connection, one, other, verdict, plain(reviewer).strip(), said)
    mark_stale(connection, "name", [one, other])


def undo(connection: Connection, reviewer: str) -> DecisionView | None:
    """Withdraw the last decision of a reviewer that stands; None where there is none."""
    row = last_decision(connection, plain(reviewer).strip())
    if row is None:
        return None
    withdraw_decision(connection, row.key)
    mark_stale(connection, "name", [row.one, row.other])
    return _view(row)


def decisions(connection: Connection) -> list[DecisionView]:
    """All decisions that stand, oldest first."""
    return [_view(row) for row in all_decisions(connection)]


def _view(row: DecisionRow) -> DecisionView:
    return DecisionView(row.one, row.other, row.verdict, row.author, row.reason, row.made_at)
