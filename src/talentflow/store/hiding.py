"""People who asked to be removed, and the articles that mention them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, or_, select, update

from talentflow.store.changes import note_changes
from talentflow.store.columns import plain
from talentflow.store.revision import next_revision
from talentflow.store.rows import in_chunks, now
from talentflow.store.schema import article_groups, articles, deeds, hidden, mentions, readings, verdicts


@dataclass(frozen=True, slots=True)
class HiddenRow:
    """Somebody who is hidden: by the keys of the names and the folded spellings, with who hid them, when and why."""

    key: int
    deed: int
    name: str
    names: tuple[str, ...]
    spellings: tuple[str, ...]
    author: str
    made_at: str
    reason: str


def insert_hidden(connection: Connection, deed: int, name: str, names: Iterable[str], spellings: Iterable[str]) -> None:
    """Keep that somebody is hidden."""
    next_revision(connection)  # what may be shown of the record changes, whoever it knows of them
    note_changes(connection, "shown")
    row = {"names": json.dumps(sorted(set(names))), "spellings": json.dumps(sorted(set(spellings)))}
    connection.execute(insert(hidden).values({**row, "deed": deed, "name": plain(name)}))


def hidden_rows(connection: Connection) -> list[HiddenRow]:
    """All who are hidden now, in the order in which they were."""
    wanted = select(hidden, deeds.c.author, deeds.c.made_at, deeds.c.reason).join(deeds, deeds.c.key == hidden.c.deed)
    return [
        HiddenRow(
            row.key,
            row.deed,
            row.name,
            tuple(json.loads(row.names)),
            tuple(json.loads(row.spellings)),
            row.author,
            row.made_at,
            row.reason,
        )
        for row in connection.execute(wanted.where(hidden.c.withdrawn_at.is_(None)).order_by(hidden.c.key))
    ]


def withdraw_hidden(connection: Connection, key: int) -> None:
    """Hide somebody no longer; it stays on file."""
    next_revision(connection)
    note_changes(connection, "shown")
    connection.execute(update(hidden).where(hidden.c.key == key).values(withdrawn_at=now()))


def articles_with_names(connection: Connection, keys: Iterable[str]) -> set[int]:
    """The articles in which a name with one of these keys is mentioned, in whatever reading."""
    found: set[int] = set()
    for chunk in in_chunks(sorted(set(keys))):
        wanted = select(readings.c.article_key).join(mentions, mentions.c.reading_key == readings.c.key)
        found.update(connection.execute(wanted.where(mentions.c.name_key.in_(chunk)).distinct()).scalars())
    return found


def article_ids(connection: Connection) -> list[tuple[int, str]]:
    """Every version of every article with its id."""
    return [(row[0], row[1]) for row in connection.execute(select(articles.c.key, articles.c.id))]


def members_of_story(connection: Connection, article: str) -> set[int]:
    """An article with all that are grouped under its id, and with all of its own origin and story."""
    own = select(articles.c.key).where(articles.c.id == article)
    groups = article_groups.c
    named = connection.execute(
        select(groups.origin, groups.story).where(
            or_(groups.article_key.in_(own), groups.origin == article, groups.story == article)
        )
    ).all()
    found = set(connection.execute(own).scalars())
    for chunk in in_chunks(sorted({name for row in named for name in row})):
        together = select(groups.article_key).where(or_(groups.origin.in_(chunk), groups.story.in_(chunk)))
        found.update(connection.execute(together).scalars())
    return found


def rename_article(connection: Connection, article: str, new: str) -> None:
    """Let an article go by another id: all its versions, what reviewers said of it, and what the log says of it."""
    connection.execute(update(articles).where(articles.c.id == article).values(id=new))
    connection.execute(update(verdicts).where(verdicts.c.article == article).values(article=new))
    connection.execute(update(deeds).where(deeds.c.about == article).values(about=new))
