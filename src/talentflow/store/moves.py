"""The moves of the record: written a person at a time, fetched by id, or all in brief."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select

from talentflow.model import Account, HistoryStep, Move
from talentflow.store.changes import note_changes
from talentflow.store.known import ClaimDays, days_of_claims, first_of, latest_days
from talentflow.store.rows import in_chunks, insert_new
from talentflow.store.schema import move_counts, moves
from talentflow.store.tellings import told_by_claims, written

# Made once: to put a question together takes longer than to answer it.
_MOVES = select(moves.c.payload).where(moves.c.id.in_(bindparam("ids", expanding=True))).order_by(moves.c.id)


def replace_moves(
    connection: Connection, person: str, found: Iterable[Move], counts: Mapping[str, int] | None = None
) -> None:
    """Let these be the moves of a person.

    `counts` tells how many there were by each day on which more of them was known; None leaves that to be worked out
    when somebody asks.
    """
    theirs = list(found)
    claims = [claim for move in theirs for claim in move.claims]
    told, days = told_by_claims(connection, claims), days_of_claims(connection, claims)
    rows = [
        {
            **_move_row(move),
            **known_days(move.claims, claims, days),
            "latest_days": latest_days(days[claim] for claim in move.claims if claim in days),
            "tellings": written(told[claim] for claim in move.claims if claim in told),
        }
        for move in theirs
    ]
    connection.execute(delete(moves).where(moves.c.person == person))
    touched = {person}
    # A mention that was judged anew may have brought a move along from somebody whose turn is still to come.
    for chunk in in_chunks([row["id"] for row in rows]):
        touched.update(connection.execute(select(moves.c.person).where(moves.c.id.in_(chunk))).scalars())
        connection.execute(delete(moves).where(moves.c.id.in_(chunk)))
    insert_new(connection, moves, rows)
    _replace_counts(connection, person, {"": 0} if counts is None and rows else counts or {})
    note_changes(connection, "person", touched)


def _replace_counts(connection: Connection, person: str, counts: Mapping[str, int]) -> None:
    connection.execute(delete(move_counts).where(move_counts.c.person == person))
    rows, before = [], 0
    for day, count in sorted(counts.items()):
        if count != before or not day:
            rows.append({"person": person, "day": day, "more": count - before})
            before = count
    insert_new(connection, move_counts, rows)


def count_moves_by(connection: Connection, day: str) -> int:
    """How many moves had been made by what could be known by a day, but for those of the `uncounted`."""
    wanted = select(func.sum(move_counts.c.more)).where(move_counts.c.day > "", move_counts.c.day <= day)
    return int(connection.execute(wanted).scalar() or 0)


def uncounted(connection: Connection) -> set[str]:
    """Those whose moves by a day are not counted beforehand."""
    return set(connection.execute(select(move_counts.c.person).where(move_counts.c.day == "")).scalars())


def known_days(own: Iterable[str], theirs: Iterable[str], days: Mapping[str, ClaimDays]) -> dict[str, str]:
    """By what the record as it stood on a day finds a move, of its own claims and of all of its person's."""
    mine = [days[claim] for claim in own if claim in days]
    return {
        "known_from": min((claim.known_on for claim in mine), default=""),
        "settled_on": max((days[claim].settled_on for claim in theirs if claim in days), default=""),
    }


def first_and_last_day(move: Move) -> tuple[str, str]:
    """The first and the last day that the date allows, as text that sorts; empty where nothing is known."""
    day = move.date or move.known_on or ""
    return first_of(day), day + "-12-31"[len(day) - 4 :] if 4 <= len(day) < 10 else day[:10]


def _move_row(move: Move) -> dict[str, Any]:
    day, last = first_and_last_day(move)
    return {
        "id": move.id,
        "person": move.person,
        "from_org": move.from_org,
        "to_org": move.to_org,
        "kind": move.kind,
        "status": move.status,
        "day": day,
        "last_day": last,
        "known_on": move.known_on or "",
        "date": move.date,
        "origins": move.origins,
        "confidence": move.confidence,
        "languages": "".join(f",{language}" for language in move.languages) + ",",
        "payload": json.dumps(asdict(move), separators=(",", ":")),
    }


def moves_in_brief(connection: Connection, people: Iterable[str] | None = None) -> list[Move]:
    """All moves, or those of some people, without what articles say of them: no accounts, history, claims or posts."""
    table = moves.c
    columns = (
        table.id, table.person, table.from_org, table.to_org, table.kind, table.status, table.date, table.known_on,
        table.origins, table.confidence, table.languages,
    )  # fmt: skip
    wanted = select(*columns)
    questions = [wanted] if people is None else [wanted.where(table.person.in_(part)) for part in in_chunks(people)]
    spoken = cache(lambda codes: tuple(codes.strip(",").split(",")) if codes.strip(",") else ())  # few, and often
    return [
        Move(
            id=row[0], person=row[1], from_org=row[2], to_org=row[3], kind=row[4], status=row[5], how=None,
            role_from=None, role_to=None, date=row[6], known_on=row[7] or None, articles=(), origins=row[8],
            claims=(), history=(), accounts=(), languages=spoken(row[10]), confidence=row[9],
        )
        for question in questions
        for row in connection.execute(question)
    ]  # fmt: skip


def days_of_moves(connection: Connection) -> tuple[str, str] | None:
    """The first and the last day on which a move that is done can have been; None where none has a day."""
    wanted = select(func.min(moves.c.day), func.max(moves.c.last_day))
    first, last = connection.execute(wanted.where(moves.c.status == "done", moves.c.day != "")).one()
    return None if first is None else (first, _real_day(last))


def _real_day(last: str) -> str:
    """The last day of a month that was written as its 31st, which need not exist: good for sorting alone."""
    year, month, day = (int(part) for part in last.split("-"))
    return f"{year:04d}-{month:02d}-{min(day, monthrange(year, month)[1]):02d}"


def get_moves(connection: Connection, ids: Iterable[str]) -> list[Move]:
    """Moves by id, in order of id; unknown ids are left out."""
    found = []
    for chunk in in_chunks(sorted(set(ids))):
        found += [move_of(payload) for payload in connection.execute(_MOVES, {"ids": chunk}).scalars()]
    return found


def moves_by_id(connection: Connection, ids: Sequence[str]) -> list[Move]:
    """Moves by id, in the order of the ids; unknown ids are left out."""
    found = {move.id: move for move in get_moves(connection, ids)}
    return [found[identity] for identity in ids if identity in found]


def in_order(found: Iterable[Move]) -> list[Move]:
    """Moves in the order of `find_moves`."""
    by_id = sorted(found, key=lambda move: move.id)
    return sorted(by_id, key=lambda move: first_and_last_day(move)[0], reverse=True)


def move_of(payload: str) -> Move:
    """The move that was written."""
    data = json.loads(payload)
    data["history"] = tuple(HistoryStep(**step) for step in data["history"])
    data["accounts"] = tuple(
        Account(
            how=account["how"],
            according_to=tuple(account["according_to"]),
            articles=tuple(account["articles"]),
            when=account["when"],
        )
        for account in data["accounts"]
    )
    for key in ("articles", "claims", "languages"):
        data[key] = tuple(data[key])
    return Move(**data)
