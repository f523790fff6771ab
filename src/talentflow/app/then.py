"""The record as it stood on a day: what the articles make that had been published by then.

Who is who is answered as it is known today; what had been said of them, and by how many, as of the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from talentflow.app.article_groups import components
from talentflow.app.entity_ids import unnamed_id
from talentflow.app.groups_then import put_together, reached
from talentflow.app.identity import Names
from talentflow.app.paging import in_order_of
from talentflow.app.people import ledger_claims, with_given_names
from talentflow.app.twins import weighed_with_translations
from talentflow.app.veil import veil_of
from talentflow.ledger import build_moves
from talentflow.model import LedgerClaim, Move, MoveClaim, PartialDate, TalentflowError
from talentflow.store.articles import ArticleHead, StoredClaim, claims_of_mentions, get_heads
from talentflow.store.groups import get_groups, links_of, members_of_origins
from talentflow.store.known import keys_known_by, people_at, unsettled_on
from talentflow.store.mentions import mention_ids_of_entities
from talentflow.store.move_queries import MoveQuery, find_move_ids, find_moves, matches, newest_move_days
from talentflow.store.moves import first_and_last_day, in_order, moves_by_id
from talentflow.store.payloads import HINT
from talentflow.store.rows import in_chunks

_AT_ONCE = 50  # people whose moves are made anew together: each question to the database then serves all of them


def last_day(as_of: str) -> str:
    """The last day that a date allows: "2025-03" is the end of March. Raises TalentflowError for what is no date."""
    try:
        return PartialDate.parse(as_of).last_day.isoformat()
    except ValueError:
        raise TalentflowError(f"{as_of}: not a date. Write 2025, 2025-10 or 2025-10-14.") from None


def moves_then(connection: Connection, names: Names, query: MoveQuery, day: str) -> list[Move]:
    """The moves that a query asks for as they stood on a day, newest first.

    Whoever is told of in no later article stands as today, and whoever is in no earlier one has made no move; only the
    moves of the others, who are few, are made anew.
    """
    settled = find_moves(connection, replace(query, settled_by=day))
    return in_order([*settled, *_made_anew(connection, names, query, day)])


def newest_then(
    connection: Connection, names: Names, query: MoveQuery, day: str, *, limit: int, skip: int, after: str | None
) -> list[Move]:
    """So many of the moves of `moves_then`, after the one with the id `after`, else after the first `skip`.

    No more is made than these ask for: whoever's moves can only come later waits.
    """
    waiting = sorted(_unsettled(connection, query, day).items(), key=lambda item: item[1])
    made: dict[str, Move] = {}
    most = skip + limit + 1
    while True:
        settled = newest_move_days(connection, replace(query, settled_by=day), most)
        is_cut = len(settled) == most
        last = settled[-1][1] if is_cut else ""
        days = dict(settled)
        days.update((move.id, first_and_last_day(move)[0]) for move in made.values())
        while waiting and waiting[-1][1] >= last:
            people = [waiting.pop()[0] for _ in range(min(_AT_ONCE, len(waiting)))]
            found = [move for move in _moves_of(connection, names, people, day) if matches(move, query)]
            made.update((move.id, move) for move in found)
            days.update((move.id, first_and_last_day(move)[0]) for move in found)
            if after is None and len(days) >= most:  # whatever is older than the last of so many is not asked for
                is_cut, last = True, max(last, sorted(days.values(), reverse=True)[most - 1])
        ids = [move for move, _ in sorted(sorted(days.items()), key=lambda row: row[1], reverse=True)]
        if is_cut:  # of what is older than this not everything is known yet
            ids = [move for move in ids if days[move] > last or (days[move] == last and after is None)]
        first = ids.index(after) + 1 if after in ids else skip
        if not is_cut or (first + limit <= len(ids) and (after is None or after in ids)):
            break
        most *= 2
    shown = ids[first : first + max(limit, 0)]
    as_today = {move.id: move for move in moves_by_id(connection, [move for move in shown if move not in made])}
    return [made.get(move) or as_today[move] for move in shown]


def moves_in_order_then(
    connection: Connection, names: Names, query: MoveQuery, day: str, sort: str, most: int | None
) -> list[Move]:
    """The first so many moves of a day in one of the orders but that of names, or all."""
    ids = find_move_ids(connection, replace(query, settled_by=day), sort, limit=most)
    return in_order_of(in_order([*moves_by_id(connection, ids), *_made_anew(connection, names, query, day)]), sort)


def _made_anew(connection: Connection, names: Names, query: MoveQuery, day: str) -> Iterator[Move]:
    for people in in_chunks(sorted(_unsettled(connection, query, day)), _AT_ONCE):
        yield from (move for move in _moves_of(connection, names, people, day) if matches(move, query))


def _unsettled(connection: Connection, query: MoveQuery, day: str) -> dict[str, str]:
    """Those whose moves must be made anew, with the latest day that one of them can have had."""
    found = unsettled_on(connection, day, query.people)
    for orgs in (query.organizations, query.from_orgs, query.to_orgs):
        if orgs is not None and found:
            there = people_at(connection, orgs)
            found = {person: latest for person, latest in found.items() if person in there}
    return found


def _moves_of(connection: Connection, names: Names, people: Sequence[str], day: str) -> tuple[Move, ...]:
    veil = veil_of(connection)
    seen = [person for person in people if not veil.hides(connection, person)]
    mentions = mention_ids_of_entities(connection, seen)
    stored = list(claims_of_mentions(connection, mentions, "move", HINT, until=day))
    origins = _origins_then(connection, {row.article_key for row in stored}, day)
    theirs: dict[str, list[tuple[int, LedgerClaim]]] = defaultdict(list)
    # Which readings of one text are right is known as of today, as who is who.
    told = weighed_with_translations(connection, list(ledger_claims(connection, stored)), ledger_claims)
    for key, claim in _without_later_stories(connection, stored, told, day):
        theirs[claim.person].append((key, claim))
    rows = {row.id: row for row in stored}
    moves: list[Move] = []
    for person in seen:
        told, _ = with_given_names([rows[claim.id] for _, claim in theirs[person]], theirs[person], names)
        moves += build_moves([replace(claim, origin=origins[key]) for key, claim in told], names.family)
    return tuple(moves)


def _without_later_stories(
    connection: Connection, stored: Iterable[StoredClaim], told: list[tuple[int, LedgerClaim]], day: str
) -> list[tuple[int, LedgerClaim]]:
    """The claims with what has no name as of the story that the article was of then.

    "Her own start-up" is one a person and story, and a later article may have brought two stories together.
    """
    keys = {row.article_key for row in stored if isinstance(row.claim, MoveClaim) and _is_unnamed(row.claim)}
    if not keys:
        return told
    today = get_groups(connection, keys)
    near = reached(connection, [group.origin for group in today.values()])
    then = put_together(connection, {key: head for key, head in near.items() if _is_known(head, day)})

    def as_then(org: str | None, key: int, person: str) -> str | None:
        is_unnamed = key in today and key in then and org == unnamed_id(person, today[key].story)
        return unnamed_id(person, then[key].story) if is_unnamed else org

    return [
        (
            key,
            replace(
                claim,
                from_org=as_then(claim.from_org, key, claim.person),
                to_org=as_then(claim.to_org, key, claim.person),
            ),
        )
        for key, claim in told
    ]


def _is_unnamed(claim: MoveClaim) -> bool:
    return any(org is not None and org.is_unnamed for org in (claim.from_org, claim.to_org))


def _origins_then(connection: Connection, keys: Iterable[int], day: str) -> dict[int, str]:
    """The origin of each article among those known by then: a later article may have brought two together."""
    keys = set(keys)
    groups = get_groups(connection, keys)
    near = keys | set(members_of_origins(connection, [group.origin for group in groups.values()]))
    heads = {key: head for key, head in get_heads(connection, sorted(near)).items() if _is_known(head, day)}
    links = {(link.one, link.other) for link in links_of(connection, heads)}
    return components(heads, links)


def _is_known(head: ArticleHead, day: str) -> bool:
    return head.current and head.known_on <= day


def groups_then(connection: Connection, day: str) -> list[tuple[str, str, str]]:
    """Every article known by then with the origin and the story that it had, by day of publication."""
    heads = get_heads(connection, keys_known_by(connection, day))
    places = put_together(connection, heads)
    ordered = sorted(heads.values(), key=lambda head: (head.published is not None, head.published or "", head.id))
    return [(head.id, places[head.key].origin, places[head.key].story) for head in ordered]
