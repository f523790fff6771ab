"""The derived record: moves, entities and their names, and what of it is stale."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    and_,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
)

from talentflow.model import Account, HistoryStep, Move
from talentflow.store.changes import note_changes
from talentflow.store.known import ClaimDays, days_of_claims, first_of, latest_days
from talentflow.store.rows import in_chunks, insert_new
from talentflow.store.schema import (
    article_blocks,
    article_groups,
    article_links,
    article_spellings,
    article_traces,
    articles,
    entities,
    entity_names,
    entity_spellings,
    move_counts,
    moves,
    name_blocks,
    name_links,
    names,
    namesakes,
    stale,
    stamps,
)
from talentflow.store.tellings import told_by_claims, written

# By what moves are ordered, each falling; equals follow each other by id.
MOVE_ORDERS: Mapping[str, tuple[str, ...]] = {
    "date": ("day",),
    "known": ("known_on", "day"),
    "origins": ("origins", "day"),
    "confidence": ("confidence", "day"),
}
_LAST = "9999"
_RULES = "rules"
_DERIVED = (
    names,
    name_blocks,
    name_links,
    namesakes,
    entities,
    entity_names,
    article_spellings,
    entity_spellings,
    article_traces,
    article_blocks,
    article_links,
    article_groups,
    moves,
    move_counts,
    stale,
)


_OF_ENTITIES = (
    entities.c.id, entities.c.sort, entities.c.name, entities.c.mention, entities.c.listed, entities.c.romanised,
)  # fmt: skip
# Made once: to put a question together takes longer than to answer it.
_ENTITIES = select(*_OF_ENTITIES).where(entities.c.id.in_(bindparam("ids", expanding=True)))
_MOVES = select(moves.c.payload).where(moves.c.id.in_(bindparam("ids", expanding=True))).order_by(moves.c.id)


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A person or an organization as the record shows it."""

    id: str
    sort: str
    name: str | None
    mention: str
    listed: bool
    romanised: bool


@dataclass(frozen=True, slots=True)
class MoveQuery:
    """Which moves to fetch; entity ids, None for any. Days are ISO bounds, inclusive."""

    people: Collection[str] | None = None
    organizations: Collection[str] | None = None
    from_orgs: Collection[str] | None = None
    to_orgs: Collection[str] | None = None
    kinds: Sequence[str] = ()
    statuses: Sequence[str] = ()
    languages: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    settled_by: str | None = None  # only the moves of those of whom nothing new came after this day


def take_stale(connection: Connection, sort: str, limit: int) -> list[str]:
    """The next stale keys of a sort; they are no longer stale if the transaction is kept."""
    keys = list(connection.execute(select(stale.c.key).where(stale.c.sort == sort).limit(limit)).scalars())
    for chunk in in_chunks(keys):
        connection.execute(delete(stale).where(stale.c.sort == sort, stale.c.key.in_(chunk)))
    return keys


def count_stale(connection: Connection) -> dict[str, int]:
    """How many stale keys there are of each sort."""
    rows = connection.execute(select(stale.c.sort, func.count()).group_by(stale.c.sort))
    return {row[0]: row[1] for row in rows}


def get_stamp(connection: Connection) -> str | None:
    """By which rules the derived rows were made; None where none were yet."""
    return connection.execute(select(stamps.c.value).where(stamps.c.name == _RULES)).scalar()


def set_stamp(connection: Connection, value: str) -> None:
    """Write down by which rules derived rows are made from now on."""
    connection.execute(delete(stamps).where(stamps.c.name == _RULES))
    insert_new(connection, stamps, [{"name": _RULES, "value": value}])


def forget_derived(connection: Connection) -> None:
    """Drop all derived rows, and mark every present article to have them made anew."""
    for table in _DERIVED:
        connection.execute(delete(table))
    note_changes(connection, "all")
    present = select(literal("text"), cast(articles.c.key, Text)).where(articles.c.current)
    connection.execute(insert(stale).from_select(["sort", "key"], present))


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


def find_moves(connection: Connection, query: MoveQuery) -> list[Move]:
    """The moves that a query asks for, newest first."""
    wanted = select(moves.c.payload).where(*_conditions(query)).order_by(moves.c.day.desc(), moves.c.id)
    return [_move(payload) for payload in connection.execute(wanted).scalars()]


def find_move_ids(
    connection: Connection,
    query: MoveQuery,
    sort: str = "date",
    *,
    limit: int | None = None,
    skip: int = 0,
    after: str | None = None,
) -> list[str]:
    """The ids of the moves that a query asks for, newest first or as `sort` says (see `MOVE_ORDERS`).

    `limit` of them after the one with the id `after`; where that is none of them, after the first `skip`.
    """
    conditions, columns = _conditions(query), [moves.c[name] for name in MOVE_ORDERS[sort]]
    last = None
    if after is not None:
        last = connection.execute(select(*columns, moves.c.id).where(*conditions, moves.c.id == after)).first()
    if last is not None:
        conditions.append(_follows(columns, tuple(last)))
    order = (*(column.desc() for column in columns), moves.c.id)
    wanted = select(moves.c.id).where(*conditions).order_by(*order).limit(limit)
    if last is None and skip:
        # SQLite knows no OFFSET without a LIMIT; SQLAlchemy writes one for it.
        wanted = wanted.offset(skip)
    return list(connection.execute(wanted).scalars())


def newest_move_days(connection: Connection, query: MoveQuery, limit: int) -> list[tuple[str, str]]:
    """The ids and the days of the newest moves that a query asks for, in their order."""
    wanted = select(moves.c.id, moves.c.day).where(*_conditions(query))
    rows = connection.execute(wanted.order_by(moves.c.day.desc(), moves.c.id).limit(limit))
    return [(row[0], row[1]) for row in rows]


def count_moves(connection: Connection, query: MoveQuery) -> int:
    """How many moves a query asks for."""
    return int(connection.execute(select(func.count()).select_from(moves).where(*_conditions(query))).scalar_one())


def _follows(columns: Sequence[ColumnElement[Any]], last: tuple[Any, ...]) -> ColumnElement[bool]:
    """Whether a move comes after another in an order that falls by each of these columns and then rises by id."""
    follows: ColumnElement[bool] = moves.c.id > last[-1]
    for column, value in zip(reversed(columns), reversed(last[:-1]), strict=True):
        follows = or_(column < value, and_(column == value, follows))
    return follows


def _conditions(query: MoveQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for wanted_ids, columns in (
        (query.people, (moves.c.person,)),
        (query.organizations, (moves.c.from_org, moves.c.to_org)),
        (query.from_orgs, (moves.c.from_org,)),
        (query.to_orgs, (moves.c.to_org,)),
    ):
        if wanted_ids is not None:
            conditions.append(or_(*(column.in_(wanted_ids) for column in columns)))
    if query.kinds:
        conditions.append(moves.c.kind.in_(query.kinds))
    if query.statuses:
        conditions.append(moves.c.status.in_(query.statuses))
    if query.languages:
        conditions.append(or_(*(moves.c.languages.contains(f",{code},", autoescape=True) for code in query.languages)))
    if query.settled_by:
        conditions.append(moves.c.settled_on <= query.settled_by)
    if query.since:
        conditions.append(and_(moves.c.last_day != "", moves.c.last_day >= query.since))
    if query.until:
        conditions.append(and_(moves.c.day != "", moves.c.day <= query.until + _LAST[: 10 - len(query.until)]))
    return conditions


def days_asked_for(query: MoveQuery) -> tuple[str, str]:
    """The bounds of a query as text that days are compared with: the last day of a move, and the first; "" for none."""
    return query.since or "", query.until + _LAST[: 10 - len(query.until)] if query.until else ""


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
        found += [_move(payload) for payload in connection.execute(_MOVES, {"ids": chunk}).scalars()]
    return found


def moves_by_id(connection: Connection, ids: Sequence[str]) -> list[Move]:
    """Moves by id, in the order of the ids; unknown ids are left out."""
    found = {move.id: move for move in get_moves(connection, ids)}
    return [found[identity] for identity in ids if identity in found]


def in_order(found: Iterable[Move]) -> list[Move]:
    """Moves in the order of `find_moves`."""
    by_id = sorted(found, key=lambda move: move.id)
    return sorted(by_id, key=lambda move: first_and_last_day(move)[0], reverse=True)


def matches(move: Move, query: MoveQuery) -> bool:
    """Whether a move that is not in the tables is one that a query asks for."""
    first, last = first_and_last_day(move)
    for wanted_ids, ends in (
        (query.people, (move.person,)),
        (query.organizations, (move.from_org, move.to_org)),
        (query.from_orgs, (move.from_org,)),
        (query.to_orgs, (move.to_org,)),
    ):
        if wanted_ids is not None and not any(end in wanted_ids for end in ends):
            return False
    return (
        (not query.kinds or move.kind in query.kinds)
        and (not query.statuses or move.status in query.statuses)
        and (not query.languages or any(language in query.languages for language in move.languages))
        and (not query.since or (last != "" and last >= query.since))
        and (not query.until or (first != "" and first <= query.until + _LAST[: 10 - len(query.until)]))
    )


def _move(payload: str) -> Move:
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


def replace_entity(
    connection: Connection, entity: str, row: EntityRow | None, spellings: Iterable[tuple[str, str, int]]
) -> None:
    """Let this be what is known of an entity; None where nothing mentions it any more.

    `spellings` come with their folded form and the number of articles that use them.
    """
    connection.execute(delete(entities).where(entities.c.id == entity))
    connection.execute(delete(entity_names).where(entity_names.c.entity == entity))
    note_changes(connection, "entity", [entity])
    if row is None:
        return
    insert_new(connection, entities, [asdict(row)])
    insert_new(
        connection,
        entity_names,
        [{"entity": entity, "name": name, "folded": folded, "articles": count} for name, folded, count in spellings],
    )


def get_entities(connection: Connection, ids: Iterable[str]) -> dict[str, EntityRow]:
    """Entities by id."""
    found = {}
    for chunk in in_chunks(sorted(set(ids))):
        for row in connection.execute(_ENTITIES, {"ids": chunk}):
            found[row[0]] = _entity(row)
    return found


def all_entities(connection: Connection) -> list[EntityRow]:
    """All people and organizations."""
    return [_entity(row) for row in connection.execute(select(*_OF_ENTITIES).order_by(entities.c.id))]


def _entity(row: Sequence[Any]) -> EntityRow:
    identity, sort, name, mention, listed, romanised = row
    return EntityRow(identity, sort, name, mention, bool(listed), bool(romanised))


def names_of_entity(connection: Connection, entity: str) -> list[tuple[str, int]]:
    """The spellings of an entity, with the number of articles that use each."""
    return names_of_entities(connection, [entity]).get(entity, [])


def names_of_entities(connection: Connection, ids: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
    """The spellings of entities, with the number of articles that use each, most used first."""
    found: dict[str, list[tuple[str, int]]] = {}
    for chunk in in_chunks(sorted(set(ids))):
        columns = (entity_names.c.entity, entity_names.c.name, entity_names.c.articles)
        wanted = select(*columns).where(entity_names.c.entity.in_(chunk))
        order = (entity_names.c.entity, entity_names.c.articles.desc(), entity_names.c.name)
        for entity, name, count in connection.execute(wanted.order_by(*order)):
            found.setdefault(entity, []).append((name, count))
    return found


def entities_by_name(connection: Connection, folded: str, sort: str) -> list[str]:
    """The entities of a sort that are written like this, when folded."""
    wanted = (
        select(entity_names.c.entity)
        .join(entities, entities.c.id == entity_names.c.entity)
        .where(entity_names.c.folded == folded, entities.c.sort == sort)
        .distinct()
        .order_by(entity_names.c.entity)
    )
    return list(connection.execute(wanted).scalars())


def entities_by_word(connection: Connection, folded: str, sort: str) -> list[str]:
    """The entities of a sort that have these words in one of their spellings."""
    padded = " " + entity_names.c.folded + " "
    wanted = (
        select(entity_names.c.entity)
        .join(entities, entities.c.id == entity_names.c.entity)
        .where(padded.contains(f" {folded} ", autoescape=True), entities.c.sort == sort)
        .distinct()
        .order_by(entity_names.c.entity)
    )
    return list(connection.execute(wanted).scalars())


def all_names(connection: Connection, sort: str | None, ids: Iterable[str] | None = None) -> list[tuple[str, str, str]]:
    """Every spelling of the entities of a sort or of both, or of some of them, with its folded form and its entity."""
    wanted = select(entity_names.c.name, entity_names.c.folded, entity_names.c.entity)
    if sort is not None:
        wanted = wanted.join(entities, entities.c.id == entity_names.c.entity).where(entities.c.sort == sort)
    wanted = wanted.order_by(entity_names.c.name, entity_names.c.entity)
    questions = [wanted]
    if ids is not None:
        questions = [wanted.where(entity_names.c.entity.in_(part)) for part in in_chunks(ids)]
    return [(row[0], row[1], row[2]) for question in questions for row in connection.execute(question)]


def record_counts(connection: Connection) -> dict[str, int]:
    """How many moves, people, organizations, stories and origins there are."""

    def count(wanted: Any) -> int:
        return int(connection.execute(wanted).scalar_one())

    return {
        "moves": count(select(func.count()).select_from(moves)),
        "people": count(select(func.count()).where(entities.c.sort == "person")),
        "organizations": count(select(func.count()).where(entities.c.sort == "organization")),
        "stories": count(select(func.count(article_groups.c.story.distinct()))),
        "origins": count(select(func.count(article_groups.c.origin.distinct()))),
    }


def grouped_articles(connection: Connection) -> list[tuple[str, str, str]]:
    """Every present article with its origin and its story."""
    wanted = (
        select(articles.c.id, article_groups.c.origin, article_groups.c.story)
        .join(article_groups, article_groups.c.article_key == articles.c.key)
        .where(articles.c.current)
        .order_by(articles.c.published, articles.c.id)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(wanted)]
