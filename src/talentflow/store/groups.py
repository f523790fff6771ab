"""Traces of articles, what links them, and the origin and story of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, func, select, true, update

from talentflow.store.columns import plain
from talentflow.store.rows import in_chunks, insert_new
from talentflow.store.schema import article_blocks, article_groups, article_links, article_traces, articles


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """Two articles that go back to one text; `one` is the smaller key."""

    one: int
    other: int
    sort: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Where an article stands: with which others it shares text (`origin`) and news (`story`).

    `leads` says that it is the first of its origin, and not a copy or a translation of another.
    """

    article_key: int
    origin: str
    story: str
    leads: bool


def keep_trace(connection: Connection, key: int, payload: str, blocks: Iterable[str], day: str | None) -> None:
    """Keep the trace of an article and the blocks by which others find it."""
    insert_new(connection, article_traces, [{"article_key": key, "payload": payload}])
    add_blocks(connection, key, blocks, day)


def add_blocks(connection: Connection, key: int, blocks: Iterable[str], day: str | None) -> None:
    """Let an article be found by more blocks."""
    rows = [{"block": block, "article_key": key, "day": day} for block in sorted(set(map(plain, blocks)))]
    insert_new(connection, article_blocks, rows)


def blocks_of_articles(connection: Connection, keys: Iterable[int]) -> dict[int, dict[str, str | None]]:
    """The blocks of each of these articles, with the day under which it is kept there."""
    wanted = sorted(set(keys))
    found: dict[int, dict[str, str | None]] = {key: {} for key in wanted}
    for chunk in in_chunks(wanted):
        columns = (article_blocks.c.article_key, article_blocks.c.block, article_blocks.c.day)
        for row in connection.execute(select(*columns).where(article_blocks.c.article_key.in_(chunk))):
            found[row[0]][row[1]] = row[2]
    return found


def all_blocks(connection: Connection, keys: Iterable[int], prefix: str) -> Iterator[tuple[int, str]]:
    """The blocks of articles that begin with a prefix, each with its article."""
    for chunk in in_chunks(sorted(set(keys))):
        wanted = select(article_blocks.c.article_key, article_blocks.c.block).where(
            article_blocks.c.article_key.in_(chunk), article_blocks.c.block.startswith(prefix, autoescape=True)
        )
        for row in connection.execute(wanted):
            yield row[0], row[1]


def set_day_of_blocks(connection: Connection, key: int, prefix: str, day: str | None) -> None:
    """Keep an article under another day in the blocks that begin with a prefix."""
    connection.execute(
        update(article_blocks)
        .where(article_blocks.c.article_key == key, article_blocks.c.block.startswith(prefix, autoescape=True))
        .values(day=day)
    )


def drop_blocks(connection: Connection, key: int, blocks: Iterable[str]) -> None:
    """Take an article out of these blocks."""
    for chunk in in_chunks(blocks):
        connection.execute(
            delete(article_blocks).where(article_blocks.c.article_key == key, article_blocks.c.block.in_(chunk))
        )


def forget_article(connection: Connection, key: int) -> list[int]:
    """Drop what was worked out about a version that is no longer the present one; its former neighbours."""
    links = links_of(connection, [key])
    near = {link.one for link in links} | {link.other for link in links}
    group = get_groups(connection, [key]).get(key)
    if group is not None:
        same_story = select(article_groups.c.article_key).where(article_groups.c.story == group.story)
        near.update(connection.execute(same_story).scalars())
    connection.execute(delete(article_blocks).where(article_blocks.c.article_key == key))
    connection.execute(delete(article_traces).where(article_traces.c.article_key == key))
    connection.execute(delete(article_groups).where(article_groups.c.article_key == key))
    drop_links(connection, [key])
    return sorted(near - {key})


def in_blocks(
    connection: Connection, blocks: Iterable[str], since: str | None = None, until: str | None = None
) -> set[int]:
    """The articles in any of these blocks; with days, only those published between them."""
    found: set[int] = set()
    for chunk in in_chunks(sorted(set(blocks))):
        wanted = select(article_blocks.c.article_key).where(article_blocks.c.block.in_(chunk))
        if since is not None and until is not None:
            wanted = wanted.where(article_blocks.c.day >= since, article_blocks.c.day <= until)
        found.update(connection.execute(wanted).scalars())
    return found


def sharing_blocks(connection: Connection, blocks: Iterable[str], least: int, *, undated: bool) -> set[int]:
    """The articles in at least so many of these blocks; with `undated` only those without a day."""
    wanted = (
        select(article_blocks.c.article_key)
        .where(article_blocks.c.block.in_(sorted(set(blocks))))
        .group_by(article_blocks.c.article_key)
        .having(func.count() >= least)
    )
    if undated:
        wanted = wanted.where(article_blocks.c.day.is_(None))
    return set(connection.execute(wanted).scalars())


def get_traces(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    """The traces of articles."""
    found: dict[int, str] = {}
    for chunk in in_chunks(sorted(set(keys))):
        wanted = select(article_traces.c.article_key, article_traces.c.payload)
        rows = connection.execute(wanted.where(article_traces.c.article_key.in_(chunk)))
        found.update((row[0], row[1]) for row in rows)
    return found


def insert_article_links(connection: Connection, links: Sequence[ArticleLink]) -> None:
    """Keep links between articles."""
    insert_new(
        connection,
        article_links,
        [
            {"one": link.one, "other": link.other, "sort": link.sort, "score": link.score, "reason": link.reason}
            for link in links
        ],
    )


def links_of(connection: Connection, keys: Iterable[int]) -> list[ArticleLink]:
    """The links that touch any of these articles."""
    found: dict[tuple[int, int, str], ArticleLink] = {}
    for chunk in in_chunks(sorted(set(keys))):
        touching = select(article_links).where(article_links.c.one.in_(chunk) | article_links.c.other.in_(chunk))
        for row in connection.execute(touching):
            found[row.one, row.other, row.sort] = ArticleLink(row.one, row.other, row.sort, row.score, row.reason)
    return list(found.values())


def drop_links(connection: Connection, keys: Iterable[int], sort: str | None = None) -> None:
    """Drop the links of articles, of one sort or of all."""
    for chunk in in_chunks(sorted(keys)):
        touching = delete(article_links).where(article_links.c.one.in_(chunk) | article_links.c.other.in_(chunk))
        connection.execute(touching if sort is None else touching.where(article_links.c.sort == sort))


def get_groups(connection: Connection, keys: Iterable[int]) -> dict[int, GroupRow]:
    """Where articles stand."""
    found: dict[int, GroupRow] = {}
    for chunk in in_chunks(sorted(set(keys))):
        for row in connection.execute(select(article_groups).where(article_groups.c.article_key.in_(chunk))):
            found[row.article_key] = GroupRow(row.article_key, row.origin, row.story, bool(row.leads))
    return found


def members_of_origins(connection: Connection, origins: Iterable[str]) -> list[int]:
    """The articles of these origins."""
    found: list[int] = []
    for chunk in in_chunks(sorted(set(origins))):
        wanted = select(article_groups.c.article_key).where(article_groups.c.origin.in_(chunk))
        found.extend(connection.execute(wanted).scalars())
    return found


def set_groups(connection: Connection, rows: Mapping[int, GroupRow]) -> None:
    """Write down where articles stand."""
    for chunk in in_chunks(sorted(rows)):
        connection.execute(delete(article_groups).where(article_groups.c.article_key.in_(chunk)))
        insert_new(
            connection,
            article_groups,
            [asdict(rows[key]) for key in chunk],
        )


def articles_of_story(connection: Connection, story: str) -> list[GroupRow]:
    """Where the present articles of a story stand, in order of key."""
    wanted = (
        select(article_groups)
        .join(articles, article_groups.c.article_key == articles.c.key)
        .where(article_groups.c.story == story, articles.c.current)
        .order_by(article_groups.c.article_key)
    )
    return [GroupRow(row.article_key, row.origin, row.story, bool(row.leads)) for row in connection.execute(wanted)]


def origins_of_articles(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The origins of present articles, by id."""
    found: dict[str, str] = {}
    for chunk in in_chunks(sorted(set(ids))):
        wanted = (
            select(articles.c.id, article_groups.c.origin)
            .join(article_groups, article_groups.c.article_key == articles.c.key)
            .where(articles.c.current, articles.c.id.in_(chunk))
        )
        found.update((row[0], row[1]) for row in connection.execute(wanted))
    return found


def fellows(connection: Connection, key: int, until: str | None = None) -> tuple[GroupRow | None, list[str], list[str]]:
    """Where an article stands, with the ids of the others (known by a day) of its origin and of its story."""
    group = get_groups(connection, [key]).get(key)
    if group is None:
        return None, [], []
    ids = []
    for column, value in ((article_groups.c.origin, group.origin), (article_groups.c.story, group.story)):
        wanted = (
            select(articles.c.id)
            .join(article_groups, article_groups.c.article_key == articles.c.key)
            .where(column == value, articles.c.key != key)
            .where(articles.c.known_on <= until if until is not None else true())
            .order_by(articles.c.id)
        )
        ids.append(list(connection.execute(wanted).scalars()))
    return group, ids[0], ids[1]
