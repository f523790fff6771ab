"""Brings the derived record up to what is kept: names, then articles, then people, then spellings and entities.

What is stale was marked in the transaction that made it so, and is worked off here: a little in one transaction, so
that nobody sees it half done, and much in many small ones, so that others can write in between. A process that is
killed leaves the rest marked for the next.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

from sqlalchemy import Connection

from talentflow.app.article_groups import group_articles
from talentflow.app.entities import count_articles, describe_entities
from talentflow.app.identity import Names
from talentflow.app.people import rebuild_people
from talentflow.app.rebuilding import RULES, index_articles
from talentflow.app.resolving import resolve_names
from talentflow.store import Database
from talentflow.store.changes import forget_changes
from talentflow.store.derived import forget_derived, get_stamp, set_stamp
from talentflow.store.revision import next_revision
from talentflow.store.stale import count_stale, take_stale

Progress = Callable[[str, int, int], None]
Step = Callable[[Connection, Names, list[str]], None]

_AT_A_TIME = 300
_LITTLE = 1000  # stale keys, as some two hundred articles leave them
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
            next_revision(connection)
            waiting = count_stale(connection)
    if not waiting:
        return
    is_little = sum(waiting.values()) <= _LITTLE
    with database.writing() if is_little else nullcontext() as whole:
        for sort, step in _STEPS:
            done, is_left = 0, True
            while is_left:
                with nullcontext(whole) if whole is not None else database.writing() as connection:
                    count, left = _work_on(connection, names(), sort, step)
                done, is_left = done + count, left > 0
                if progress is not None and count:
                    progress(sort, done, done + left)


def rebuild(database: Database, names: Callable[[], Names], progress: Progress | None = None) -> None:
    """Make everything derived anew."""
    with database.writing() as connection:
        forget_derived(connection)
        set_stamp(connection, RULES)
        next_revision(connection)
    refresh(database, names, progress)


def _work_on(connection: Connection, names: Names, sort: str, step: Step) -> tuple[int, int]:
    """Do some of what is stale of a sort: how much, and how much is left."""
    keys = take_stale(connection, sort, _AT_A_TIME)
    step(connection, names, keys)
    if keys:
        next_revision(connection)
        forget_changes(connection)
    return len(keys), count_stale(connection).get(sort, 0)
