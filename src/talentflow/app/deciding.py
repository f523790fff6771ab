"""Pairs of names that stay open, and what reviewers decide on them.

A decision is about two names, not about two entities: it outlives every rebuild, upgrade and merge, stands above the
machine's view, and can be taken back.
"""

from __future__ import annotations

from itertools import islice

from sqlalchemy import Connection

from talentflow.app.context import weighed
from talentflow.app.identity import Names
from talentflow.app.present import evidence_of
from talentflow.app.veil import Veil, veil_of
from talentflow.app.views import DecisionView, PairView, SideView
from talentflow.model import MoveClaim, TalentflowError
from talentflow.store.articles import claims_of_mentions, get_heads
from talentflow.store.columns import plain
from talentflow.store.decisions import (
    VERDICTS,
    DecisionRow,
    all_decisions,
    decisions_of,
    insert_decision,
    last_decision,
    undecided_links,
    withdraw_decision,
)
from talentflow.store.deeds import insert_deed, mark_undone
from talentflow.store.entities import get_entities
from talentflow.store.mentions import mentions_of_names
from talentflow.store.move_queries import MoveQuery, find_moves
from talentflow.store.names import NameRow, get_names
from talentflow.store.stale import mark_stale

_MOST_SHOWN = 5
_MOST_QUOTES = 2
_MOST_MENTIONS = 200
PAIR = " / "  # what stands between two names in the log


def open_pairs(connection: Connection, names: Names, limit: int) -> list[PairView]:
    """The pairs that wait for a decision, surest first."""
    links = undecided_links(connection, limit)
    rows = get_names(connection, sorted({key for link in links for key in (link.one, link.other)}))
    veil = veil_of(connection)
    links = [
        link for link in links if not any(veil.covers_name(key, rows[key].spellings) for key in (link.one, link.other))
    ]
    told = sorted(weighed(connection, names, rows, links), key=lambda link: (-link.score, link.one, link.other))
    return [
        PairView(
            type=rows[link.one].sort,
            one=side_of(connection, rows[link.one], veil),
            other=side_of(connection, rows[link.other], veil),
            score=link.score,
            reason=veil.text(link.reason),
        )
        for link in told
    ]


def side_of(connection: Connection, row: NameRow, veil: Veil) -> SideView:
    """A name with what is told of whoever bears it, and sentences in which it stands."""
    entity = row.entity or ""
    known = get_entities(connection, [entity]).get(entity)
    moves = find_moves(connection, MoveQuery(people=[entity])) if row.sort == "person" else []
    ends = dict.fromkeys(end for move in moves for end in (move.from_org, move.to_org) if end is not None)
    employers = get_entities(connection, ends)
    mentions = list(islice(mentions_of_names(connection, [row.key]), _MOST_MENTIONS))
    keys = sorted({mention.article_key for mention in mentions})
    heads = get_heads(connection, keys)
    of = "person" if row.sort == "person" else "organization"
    told = islice(claims_of_mentions(connection, [mention.id for mention in mentions], "move", of=of), _MOST_QUOTES)
    quotes = [
        evidence_of(claim.claim, heads[claim.article_key], veil) for claim in told if isinstance(claim.claim, MoveClaim)
    ]
    return SideView(
        key=row.key,
        names=row.spellings,
        entity=entity,
        name=known.name if known is not None else None,
        employers=tuple(employers[end].name or employers[end].mention for end in ends if end in employers),
        articles=tuple(heads[key].id for key in keys[:_MOST_SHOWN]),
        evidence=tuple(items[0] for items in quotes if items),
    )


def decide(
    connection: Connection, one: str, other: str, verdict: str, *, reviewer: str, reason: str, deed: int | None = None
) -> int:
    """Say of two names that they are the same, different, or that nobody can be sure; the key of the deed.

    Part of another deed where one is given. Raises TalentflowError for a word that is no verdict, names that are not
    in the record, and a missing reviewer.
    """
    if verdict not in VERDICTS:
        raise TalentflowError(f"{verdict}: no verdict. Use one of: {', '.join(VERDICTS)}.")
    if not reviewer.strip():
        raise TalentflowError("A decision needs the name of its reviewer.")
    rows = get_names(connection, [one, other])
    veil = veil_of(connection)
    for key in (one, other):
        if key not in rows or veil.covers_name(key, rows[key].spellings):
            raise TalentflowError(f"{key}: no such name in the record.")
    if one == other or rows[one].sort != rows[other].sort:
        raise TalentflowError(f"{one} and {other}: not two names of people, or of organizations.")
    who = plain(reviewer).strip()
    said = plain(reason).strip() or f"{verdict}, as {who} says"
    if deed is None:
        about = PAIR.join(rows[key].spellings[0] for key in (one, other))
        deed = insert_deed(connection, who, verdict, about, plain(reason).strip())
    insert_decision(connection, one, other, verdict, who, said, deed=deed)
    mark_stale(connection, "name", [one, other])
    return deed


def undo(connection: Connection, reviewer: str) -> DecisionView | None:
    """Withdraw the last decision of a reviewer that stands; None where there is none."""
    row = last_decision(connection, plain(reviewer).strip())
    if row is None:
        return None
    # What was done in one go is taken back in one go.
    for part in [row] if row.deed is None else decisions_of(connection, row.deed):
        withdraw(connection, part)
    if row.deed is not None:
        mark_undone(connection, row.deed)
    return _view(row)


def withdraw(connection: Connection, row: DecisionRow) -> None:
    """Withdraw a decision, and have the names that it was about looked at again."""
    withdraw_decision(connection, row.key)
    mark_stale(connection, "name", [row.one, row.other])


def decisions(connection: Connection) -> list[DecisionView]:
    """All decisions that stand, oldest first."""
    return [_view(row) for row in all_decisions(connection)]


def _view(row: DecisionRow) -> DecisionView:
    return DecisionView(row.one, row.other, row.verdict, row.author, row.reason, row.made_at)
