"""The moves that pass a filter, in its order: as the record stands, or as it stood on a day."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from talentflow.app.at_hand import newest_at_hand
from talentflow.app.by_name import move_ids_by_name
from talentflow.app.finding import find_entities, with_parts
from talentflow.app.identity import Names
from talentflow.app.paging import part_of
from talentflow.app.remembered import Remembered
from talentflow.app.then import last_day, moves_in_order_then, moves_then, newest_then
from talentflow.app.views import SORTS, MoveFilter
from talentflow.model import Move, TalentflowError, is_date
from talentflow.store.columns import plain
from talentflow.store.move_queries import MoveQuery, find_move_ids


def filtered_ids(
    connection: Connection, remembered: Remembered, names: Callable[[], Names], wanted: MoveFilter
) -> list[str]:
    """The ids of the moves of today that pass a filter, in its order; `names` are loaded where it names somebody.

    Raises TalentflowError for a sort or a date that cannot be understood.
    """
    _check(wanted)
    query = query_for(connection, remembered, names, wanted)
    limit = None if wanted.limit is None else max(wanted.limit, 0)
    if wanted.sort == "person":
        brief = remembered.brief(connection)
        return move_ids_by_name(connection, brief, query, limit=limit, skip=wanted.skip, after=wanted.after)
    if wanted.sort == "date" and limit is not None and wanted.after is None:
        found = newest_at_hand(remembered.brief(connection), query, wanted.skip + limit)
        if found is not None:
            return found[wanted.skip :]
    return find_move_ids(connection, query, wanted.sort, limit=limit, skip=wanted.skip, after=wanted.after)


def filtered_then(
    connection: Connection, remembered: Remembered, names: Callable[[], Names], wanted: MoveFilter, as_of: str
) -> list[Move]:
    """The moves that pass a filter, in its order, as the record stood on a day.

    Raises TalentflowError for a sort or a date that cannot be understood.
    """
    _check(wanted)
    query, day = query_for(connection, remembered, names, wanted), last_day(as_of)
    limit = None if wanted.limit is None else max(wanted.limit, 0)
    if wanted.sort == "date" and limit is not None:
        return newest_then(connection, names(), query, day, limit=limit, skip=wanted.skip, after=wanted.after)
    if wanted.sort == "person":
        found = moves_then(connection, names(), query, day)
        name = remembered.brief(connection).name
        found.sort(key=lambda move: (name(move.person).casefold(), move.date or move.known_on or ""))
    else:
        most = None if limit is None or wanted.after is not None else wanted.skip + limit
        found = moves_in_order_then(connection, names(), query, day, wanted.sort, most)
    return found[part_of(found, wanted.limit, wanted.skip, wanted.after)]


def query_for(
    connection: Connection, remembered: Remembered, names: Callable[[], Names], wanted: MoveFilter
) -> MoveQuery:
    """What a filter asks the store for: whoever bears its names, an organization with those that belong to it."""

    def organizations(name: str | None) -> list[str] | None:
        if name is None:
            return None
        return with_parts(names(), find_entities(connection, names(), name, "organization", remembered))

    people = None
    if wanted.person is not None:
        people = find_entities(connection, names(), wanted.person, "person", remembered)
    return MoveQuery(
        people=people,
        organizations=organizations(wanted.organization),
        from_orgs=organizations(wanted.from_),
        to_orgs=organizations(wanted.to),
        kinds=tuple(map(plain, wanted.kind)),
        statuses=tuple(map(plain, wanted.status)),
        languages=tuple(map(plain, wanted.language)),
        since=wanted.since,
        until=wanted.until,
    )


def _check(wanted: MoveFilter) -> None:
    if wanted.sort not in SORTS:
        raise TalentflowError(f"Cannot sort by “{wanted.sort}”. Use one of: {', '.join(SORTS)}.")
    for option, value in (("since", wanted.since), ("until", wanted.until)):
        if value is not None and not is_date(value):
            raise TalentflowError(f"--{option} {value}: not a date. Write 2025, 2025-10 or 2025-10-14.")
