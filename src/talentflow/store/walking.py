"""The record row by row, for who goes through all of it: no more than a part of it is in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select, true

from talentflow.store.schema import article_groups, articles, judgements, mentions, moves, readings

_AT_A_TIME = 1000
_DETAILS = ("title", "language", "published", "publisher", "url")


def each_article(connection: Connection) -> Iterator[tuple[str, str, str, int, dict[str, str | None]]]:
    """Every present article by day: its id, origin, story and key, and what it says of itself."""
    table, groups = articles.c, article_groups.c
    wanted = (
        select(
            table.id, groups.origin, groups.story, table.key,
            table.title, table.lang, table.published, table.publisher, table.url,
        )
        .join(article_groups, groups.article_key == table.key)
        .where(table.current)
        .order_by(table.published, table.id)
        .execution_options(yield_per=_AT_A_TIME)
    )  # fmt: skip
    for row in connection.execute(wanted):
        yield row[0], row[1], row[2], row[3], dict(zip(_DETAILS, row[4:], strict=True))


def count_articles(connection: Connection) -> int:
    """How many of them there are."""
    together = article_groups.join(articles, article_groups.c.article_key == articles.c.key)
    return int(connection.execute(select(func.count()).select_from(together).where(articles.c.current)).scalar_one())


def each_judged_mention(connection: Connection, until: str | None = None) -> Iterator[tuple[str, str, str]]:
    """Every mention in readings that count as entity, article (known by a day) and words; in no order, some twice."""
    wanted = (
        select(judgements.c.entity, articles.c.id, mentions.c.mention)
        .join(mentions, mentions.c.id == judgements.c.mention_id)
        .join(readings, readings.c.key == mentions.c.reading_key)
        .join(articles, articles.c.key == readings.c.article_key)
        .where(judgements.c.withdrawn_at.is_(None), readings.c.current, articles.c.current)
        .where(articles.c.known_on <= until if until is not None else true())
        .execution_options(yield_per=_AT_A_TIME)
    )
    for row in connection.execute(wanted):
        yield row[0], row[1], row[2]


def ends_of_moves(connection: Connection) -> set[str]:
    """Everybody who moves, and every organization that is left or joined."""
    found: set[str] = set()
    for column in (moves.c.person, moves.c.from_org, moves.c.to_org):
        found.update(connection.execute(select(column).where(column.is_not(None)).distinct()).scalars())
    return found
