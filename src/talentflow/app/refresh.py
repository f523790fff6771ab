"""Brings the derived record up to what is kept: names, then articles, then people, then entities.

What is stale was marked in the transaction that made it so, and is worked off here in small transactions. A process
that is killed in between leaves the rest marked for the next.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from talentflow.app.article_groups import group_articles
from talentflow.app.entities import describe_entities
from talentflow.app.identity import Names
from talentflow.app.people import rebuild_people
from talentflow.app.resolving import resolve_names
from talentflow.store import Database
from talentflow.store.records import count_stale, take_stale

Progress = Callable[[str, int, int], None]
Step = Callable[[Connection, Names, list[str]], None]

_AT_A_TIME = 300
# Each step may make things of the later sorts stale, never of the earlier ones but for articles with changed names.
_STEPS: tuple[tuple[str, Step], ...] = (
    ("name", resolve_names),
    ("article", group_articles),
    ("person", rebuild_people),
    ("entity", describe_entities),
)


def refresh(database: Database, names: Names, progress: Progress | None = None) -> None:
    """Work off all that is stale; `progress` is told the sort, how many are done and how many there were."""
    with database.reading() as connection:
        waiting = count_stale(connection)
    if not waiting:
        return
    for sort, step in _STEPS:
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
                break
