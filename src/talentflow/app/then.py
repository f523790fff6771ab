"""The record as it stood on a day: what the articles make that had been published by then.

Who is who is answered as it is known today; what had been said of them, and by how many, as of the day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from talentflow.app.adding import iso_date
from talentflow.app.article_groups import components
from talentflow.app.identity import Names
from talentflow.app.people import claims_of_person, ledger_claims, with_given_names
from talentflow.app.veil import veil_of
from talentflow.ledger import Telling, as_day, build_moves, stories_of
from talentflow.model import Move, PartialDate, TalentflowError
from talentflow.store.articles import ArticleHead, get_heads
from talentflow.store.groups import all_blocks, get_groups, links_of, members_of_origins
from talentflow.store.known import entities_known_by, keys_known_by, people_at, people_touched_after
from talentflow.store.records import MoveQuery, find_moves, in_order, matches


def last_day(as_of: str) -> str:
    """The last day that a date allows: "2025-03" is the end of March. Raises TalentflowError for what is no date."""
    try:
        return PartialDate.parse(as_of).last_day.isoformat()
    except ValueError:
        raise TalentflowError(f"{as_of}: not a date. Write 2025, 2025-10 or 2025-10-14.") from None


def moves_then(connection: Connection, names: Names, query: MoveQuery, day: str) -> list[Move]:
    """The moves that a query asks for as they stood on a day, newest first.

    Whoever no later article has touched stands as today; only the others are made anew.
    """
    touched = people_touched_after(connection, day)
    found = [move for move in find_moves(connection, query) if move.person not in touched]
    if query.people is not None:
        touched &= set(query.people)
    ends = [orgs for orgs in (query.organizations, query.from_orgs, query.to_orgs) if orgs is not None]
    for orgs in ends:
        touched &= people_at(connection, orgs)
    for person in sorted(touched):
        found += [move for move in _moves_of(connection, names, person, day) if matches(move, query)]
    return in_order(found)


def _moves_of(connection: Connection, names: Names, person: str, day: str) -> tuple[Move, ...]:
    stored = claims_of_person(connection, person, veil_of(connection))
    heads = get_heads(connection, sorted({row.article_key for row in stored}))
    known = {key for key, head in heads.items() if head.known_on <= day}
    origins = _origins_then(connection, known, day)
    stored = [row for row in stored if row.article_key in known]
    claims, _ = with_given_names(stored, ledger_claims(connection, stored), names)
    return build_moves([replace(claim, origin=origins[key]) for key, claim in claims], names.family)


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
    origins = components(heads, {(link.one, link.other) for link in links_of(connection, heads)})
    news: dict[str, set[str]] = defaultdict(set)
    days: dict[str, list[date]] = defaultdict(list)
    for key, block in all_blocks(connection, heads, "f:"):
        news[origins[key]].add(block)
    for key, origin in origins.items():
        published = as_day(iso_date(heads[key].published))
        days[origin] += [published] if published is not None else []
    stories = stories_of(
        Telling(origin, min(days[origin], default=None), frozenset(news[origin])) for origin in set(origins.values())
    )
    ordered = sorted(heads.values(), key=lambda head: (head.published is not None, head.published or "", head.id))
    return [(head.id, origins[head.key], stories[origins[head.key]]) for head in ordered]


def counts_then(connection: Connection, names: Names, day: str) -> dict[str, int]:
    """How many moves, people, organizations, stories and origins there were."""
    sorts = Counter(entities_known_by(connection, day).values())
    groups = groups_then(connection, day)
    return {
        "moves": len(moves_then(connection, names, MoveQuery(), day)),
        "people": sorts["person"],
        "organizations": sorts["organization"],
        "stories": len({story for _, _, story in groups}),
        "origins": len({origin for _, origin, _ in groups}),
    }
