"""Which articles were of one origin and of one story on a day, put together anew from what was known by then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from talentflow.app.article_groups import NEWS, components, told_stories
from talentflow.ledger import SPAN_DAYS, as_day
from talentflow.store.articles import ArticleHead, get_heads
from talentflow.store.groups import all_blocks, blocks_of_articles, get_groups, in_blocks, links_of, members_of_origins
from talentflow.store.knowing import iso_date

_SPAN = timedelta(days=SPAN_DAYS)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stood: the ids of its origin and of its story."""

    origin: str
    story: str


def put_together(connection: Connection, heads: Mapping[int, ArticleHead]) -> dict[int, Place]:
    """The origin and the story of each of these articles if there were no others."""
    origins = components(dict(heads), {(link.one, link.other) for link in links_of(connection, heads)})
    blocks: dict[int, list[str]] = defaultdict(list)
    for key, block in all_blocks(connection, heads, NEWS):
        blocks[key].append(block)
    stories = told_stories(heads, origins, blocks)
    return {key: Place(origin, stories[origin]) for key, origin in origins.items()}


def reached(connection: Connection, origins: Iterable[str]) -> dict[int, ArticleHead]:
    """The present articles of origins, and all that hang together with them by their news, on whatever day known."""
    heads: dict[int, ArticleHead] = {}
    frontier = set(members_of_origins(connection, origins))
    seen: set[tuple[str, date]] = set()
    while frontier:
        found = {key: head for key, head in get_heads(connection, sorted(frontier)).items() if head.current}
        heads |= found
        near: set[int] = set()
        asked: dict[date, set[str]] = defaultdict(set)
        for key, blocks in blocks_of_articles(connection, found).items():
            # Under the first day of its origin, and under its own, which is the first where the others were not known.
            news = {block: kept for block, kept in blocks.items() if block.startswith(NEWS)}
            told = {as_day(kept) for kept in news.values()} | {as_day(iso_date(found[key].published))}
            for when in told:
                if when is not None:
                    asked[when] |= {block for block in news if (block, when) not in seen}
        for when, unseen in asked.items():
            seen.update((block, when) for block in unseen)
            near |= in_blocks(connection, unseen, (when - _SPAN).isoformat(), (when + _SPAN).isoformat())
        near -= heads.keys()
        groups = get_groups(connection, near)
        frontier = set(members_of_origins(connection, {group.origin for group in groups.values()})) - heads.keys()
    return heads
