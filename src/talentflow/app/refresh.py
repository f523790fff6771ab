"""Brings the derived record up to what is kept: names, then articles, then people, then spellings and entities.

What is stale was marked in the transaction that made it so, and is worked off here in small transactions. A process
that is killed in between leaves the rest marked for the next.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from talentflow.app.article_groups import group_articles
from talentflow.app.entities import count_articles, describe_entities
from talentflow.app.identity import Names
from talentflow.app.people import rebuild_people
from talentflow.app.rebuilding import RULES, index_articles
from talentflow.app.resolving import resolve_names
from talentflow.store import Database
from talentflow.store.records import count_stale, forget_derived, get_stamp, set_stamp, take_stale

Progress = Callable[[str, int, int], None]
Step = Callable[[Connection, Names, list[str]], None]

_AT_A_TIME = 300
# Each step may make things of the later sorts stale, never of the earlier ones but for articles with changed names.
_STEPS: tuple[tuple[str, Step], ...] = (
    ("text", index_articles),
    ("name", resolve_names),
    ("article", group_articles),
    ("person", rebuild_people),
    ("spelling", count_articles),
    ("entity", describe_entities),
)


def refresh(database: Database, names: Callable[[], Names], progress: Progress | None = None) -> None:
    """Work off all that is stale; `progress` is told the sort, how many are done and how many there were.

    Where the rules have changed since the derived rows were made, they are all made anew.
    """
    with database.reading() as connection:
        waiting, stamp = count_stale(connection), get_stamp(connection)
    if stamp != RULES and (waiting or stamp is not None) and not database.read_only:
        with database.writing() as connection:
            if get_stamp(connection) not in (None, RULES):
                forget_derived(connection)
            set_stamp(connection, RULES)
        waiting = {"text": 1}
    if not waiting:
        return
    for sort, step in _STEPS:
        _work_off(database, names(), sort, step, progress)


def rebuild(database: Database, names: Callable[[], Names], progress: Progress | None = None) -> None:
    """Make everything derived anew."""
    with database.writing() as connection:
        forget_derived(connection)
        set_stamp(connection, RULES)
    refresh(database, names, progress)


def _work_off(database: Database, names: Names, sort: str, step: Step, progress: Progress | None) -> None:
    done = 0
    while True:
        with database.writing() as connection:
            keys = take_stale(connection, sort, _AT_A_TIME)
            step(connection, names, keys)
            left = count_stale(connection).get(sort, 0)
        done += len(keys)
        if progress is not None and keys:
            progress(sort, done, done + left)
        if not left:
            return
