"""Origins and stories of the articles that are new or changed, and of those near them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from sqlalchemy import Connection

from talentflow.app.identity import Names
from talentflow.app.namesakes import settle_namesakes
from talentflow.app.people import ledger_claims
from talentflow.app.resolving import judge_mentions, reasons_of_names
from talentflow.app.twins import translations_of
from talentflow.ledger import (
    SPAN_DAYS,
    Place,
    Source,
    Telling,
    Trace,
    as_day,
    end_keys,
    news_of,
    retells,
    same_text,
    stories_of,
)
from talentflow.model import LedgerClaim
from talentflow.store.articles import ArticleHead, claims_of_articles, get_heads
from talentflow.store.groups import (
    ArticleLink,
    GroupRow,
    add_blocks,
    blocks_of_articles,
    drop_blocks,
    drop_links,
    get_groups,
    get_traces,
    in_blocks,
    insert_article_links,
    links_of,
    members_of_origins,
    set_day_of_blocks,
    set_groups,
    sharing_blocks,
)
from talentflow.store.knowing import iso_date
from talentflow.store.mentions import mentions_of_articles, standing_judgements
from talentflow.store.names import get_names
from talentflow.store.stale import mark_stale

NEWS = "f:"  # what the blocks begin with by which articles are found that tell the same news
_SAME_TEXT_DAYS = 21
_COPIED_DAYS = 60
_RETOLD_DAYS = 7


def group_articles(connection: Connection, names: Names, keys: list[str]) -> None:
    """Judge the mentions of new articles, link articles that share text, and group what this touches."""
    articles = {key: row for key, row in get_heads(connection, map(int, keys)).items() if row.current}
    _judge(connection, names, articles)
    before = blocks_of_articles(connection, articles)
    near = {found for key in articles for found in _near_by_news(connection, before[key])}
    claims: dict[int, list[LedgerClaim]] = defaultdict(list)
    stored = claims_of_articles(connection, sorted(articles), "move")
    # The story is not known yet: here what has no name is one a person.
    for key, claim in ledger_claims(connection, stored, lambda person, _story: f"unnamed {person}"):
        claims[key].append(claim)
    for key, article in sorted(articles.items()):
        _index_news(connection, names, article, claims[key], before[key])
    _link_texts(connection, articles)
    _mark_translated(connection, articles)
    _link_retellings(connection, articles)
    touched = set(articles) | near
    _group(connection, touched | {int(key) for key in keys})


def _day(article: ArticleHead) -> date | None:
    return as_day(iso_date(article.published))


def _told_order(article: ArticleHead) -> tuple[date, str]:
    return (_day(article) or date.max, article.id)


def _judge(connection: Connection, names: Names, articles: dict[int, ArticleHead]) -> None:
    mentions = list(mentions_of_articles(connection, sorted(articles)))
    judged = standing_judgements(connection, [mention.id for mention in mentions])
    rows = get_names(connection, sorted({mention.name_key for mention in mentions}))
    entities = {key: row.entity for key, row in rows.items() if row.entity is not None}
    new = [
        mention
        for mention in mentions
        if mention.id not in judged or judged[mention.id].entity != entities.get(mention.name_key)
    ]
    reasons = reasons_of_names(connection, names, sorted({mention.name_key for mention in new} & rows.keys()))
    judge_mentions(connection, names, new, entities, reasons)
    settle_namesakes(connection, names, mentions)
    # An origin or a story may change the moves of everybody in the article.
    people = {entities.get(mention.name_key) for mention in mentions if mention.sort == "person"}
    mark_stale(connection, "person", {person for person in people if person is not None})


def _index_news(
    connection: Connection,
    names: Names,
    article: ArticleHead,
    claims: Iterable[LedgerClaim],
    before: Mapping[str, str | None],
) -> None:
    """Keep an article under what its claims say: k: for person and end, f: for the news among it."""
    claims = list(claims)
    day = _day(article)
    told = {f"k:{end}" for claim in claims for end in end_keys(claim, names.family)}
    fresh = {f"{NEWS}{item}" for item in news_of(claims, names.family)}
    cited = {f"c:{source}" for claim in claims for source in claim.according_to}
    drop_blocks(connection, article.key, [block for block in before if block[:2] in ("k:", NEWS, "c:")])
    add_blocks(connection, article.key, told | fresh | cited, day.isoformat() if day else None)


def _near_by_news(connection: Connection, blocks: Mapping[str, str | None]) -> set[int]:
    """The articles that may be of one story with one that is kept under these blocks, each with its day."""
    fresh = {block: day for block, day in blocks.items() if block.startswith(NEWS)}
    day = next(iter(fresh.values()), None)
    return _within(connection, fresh, date.fromisoformat(day), SPAN_DAYS) if day else set()


def _within(connection: Connection, blocks: Iterable[str], day: date, days: int) -> set[int]:
    since, until = (day + timedelta(days=shift) for shift in (-days, days))
    return in_blocks(connection, blocks, since.isoformat(), until.isoformat())


def _link_texts(connection: Connection, articles: dict[int, ArticleHead]) -> None:
    traces: dict[int, Trace] = {}
    blocks = blocks_of_articles(connection, articles)
    for key, article in sorted(articles.items()):
        near = _near_by_text(connection, list(blocks[key]), _day(article))
        missing = (near | {key}) - traces.keys()
        traces |= {found: _trace(payload) for found, payload in get_traces(connection, missing).items()}
        links = []
        for other in sorted(near - {key}):
            same = same_text(traces[key], traces[other]) if other in traces else None
            if same is not None:
                links.append(ArticleLink(min(key, other), max(key, other), same.sort, same.score, same.reason))
        insert_article_links(connection, links)


def _mark_translated(connection: Connection, articles: Iterable[int]) -> None:
    """What is read in an article weighs on what is read in its translations: their people are made anew."""
    others = {other for found in translations_of(connection, articles).values() for other in found}
    people = [mention.id for mention in mentions_of_articles(connection, sorted(others)) if mention.sort == "person"]
    judged = standing_judgements(connection, people)
    mark_stale(connection, "person", {row.entity for row in judged.values()})


def _near_by_text(connection: Connection, blocks: list[str], day: date | None) -> set[int]:
    """The articles that may be of one text with one that has these blocks.

    A newsroom's own phrases and common numbers bring together articles by the thousand, so one common block is
    enough only within weeks; without a day to go by it takes two, or all numbers alike.
    """
    words = [block for block in blocks if block[:2] in ("s:", "n:")]
    numbers = [block for block in blocks if block.startswith("#:")]
    near = sharing_blocks(connection, words + numbers, 2, undated=day is not None)
    near |= sharing_blocks(connection, numbers, 1, undated=day is not None)
    if day is not None:
        near |= _within(connection, words + numbers, day, _COPIED_DAYS)
        near |= _within(connection, [block for block in blocks if block.startswith("p:")], day, _SAME_TEXT_DAYS)
    return near


def _trace(payload: str) -> Trace:
    data = json.loads(payload)
    return Trace(
        language=data["language"],
        paragraphs=tuple(data["paragraphs"]),
        numbers=frozenset(data["numbers"]),
        names=tuple(Place(p["word"], tuple(p["skeletons"]), p["at"], p["latin"]) for p in data["names"]),
        sketch=tuple(data["sketch"]),
        runs=data["runs"],
    )


def _link_retellings(connection: Connection, articles: dict[int, ArticleHead]) -> None:
    drop_links(connection, articles, "retelling")
    blocks = blocks_of_articles(connection, articles)
    for key, article in sorted(articles.items()):
        day = _day(article)
        if day is None:
            continue
        told = [block for block in blocks[key] if block.startswith("k:")]
        near = _within(connection, told, day, _RETOLD_DAYS) - {key}
        if not near:
            continue
        mine = _source(article, blocks[key])
        theirs = blocks_of_articles(connection, near)
        if not any(block[:2] in ("c:", "o:") for found in (blocks[key], *theirs.values()) for block in found):
            continue  # nobody names a source
        links = []
        for other, neighbour in sorted(get_heads(connection, sorted(near)).items()):
            source = _source(neighbour, theirs[other])
            same = retells(mine, source) or retells(source, mine)
            if same is not None:
                links.append(ArticleLink(min(key, other), max(key, other), same.sort, same.score, same.reason))
        insert_article_links(connection, links)


def _source(article: ArticleHead, blocks: Iterable[str]) -> Source:
    blocks = list(blocks)
    return Source(
        publisher=article.publisher,
        day=_day(article),
        cited=frozenset(block[2:] for block in blocks if block.startswith("c:")),
        news=frozenset(block for block in blocks if block.startswith("k:")),
        retold=next((block[2:] for block in blocks if block.startswith("o:")), None),
    )


def _group(connection: Connection, seeds: set[int]) -> None:
    """Give every article that the seeds can reach its origin and story, and mark the people in those that changed."""
    before = get_groups(connection, seeds)
    seeds |= set(members_of_origins(connection, [group.origin for group in before.values()]))
    articles, origins = _reach(connection, seeds)
    if not articles:
        return
    stories = told_stories(articles, origins, blocks_of_articles(connection, articles))
    before = get_groups(connection, articles)
    leaders = {min(keys, key=lambda key: _told_order(articles[key])) for keys in _members(origins).values()}
    rows = {key: GroupRow(key, origin, stories[origin], key in leaders) for key, origin in origins.items()}
    changed = [key for key, row in rows.items() if before.get(key) != row]
    set_groups(connection, {key: rows[key] for key in changed})
    mark_stale(connection, "spelling", map(str, changed))
    sorts = {row.id: row.sort for row in mentions_of_articles(connection, changed)}
    judged = standing_judgements(connection, sorts)
    # Moves count origins; names are taken from articles that lead one.
    mark_stale(connection, "person", {row.entity for key, row in judged.items() if sorts[key] == "person"})
    mark_stale(connection, "entity", {row.entity for row in judged.values()})


def told_stories(
    articles: Mapping[int, ArticleHead], origins: Mapping[int, str], blocks: Mapping[int, Iterable[str]]
) -> dict[str, str]:
    """The story of each origin of these articles, which are kept under these blocks."""
    tellings = []
    for origin, keys in _members(origins).items():
        news = {item for key in keys for item in blocks[key] if item.startswith(NEWS)}
        tellings.append(Telling(origin, _first_day(articles, keys), frozenset(news)))
    return stories_of(tellings)


def _members(origins: Mapping[int, str]) -> dict[str, list[int]]:
    members: dict[str, list[int]] = defaultdict(list)
    for key, origin in origins.items():
        members[origin].append(key)
    return members


def _first_day(articles: Mapping[int, ArticleHead], keys: Iterable[int]) -> date | None:
    return min((day for key in keys if (day := _day(articles[key])) is not None), default=None)


def _reach(connection: Connection, seeds: set[int]) -> tuple[dict[int, ArticleHead], dict[int, str]]:
    """All present articles that hang together with the seeds by text or by news, and the origin of each.

    A late copy is old news: articles are kept under the first day of their origin, and found by it.
    """
    articles: dict[int, ArticleHead] = {}
    links: set[tuple[int, int]] = set()
    seen: set[int] = set()
    frontier = set(seeds)
    while frontier:
        _follow_links(connection, frontier, articles, links)
        frontier = set()
        origins = components(articles, links)
        blocks = blocks_of_articles(connection, articles)
        for keys in _members(origins).values():
            first = _first_day(articles, keys)
            day = first.isoformat() if first is not None else None
            for key in keys:
                days = {kept for block, kept in blocks[key].items() if block.startswith(NEWS)}
                if key in seen and days <= {day}:
                    continue
                frontier |= _near_by_news(connection, blocks[key])
                if not days <= {day}:
                    set_day_of_blocks(connection, key, NEWS, day)
                    moved = {block: day for block in blocks[key] if block.startswith(NEWS)}
                    frontier |= _near_by_news(connection, moved)
                seen.add(key)
        frontier -= articles.keys()
    return articles, components(articles, links)


def _follow_links(
    connection: Connection, start: set[int], articles: dict[int, ArticleHead], links: set[tuple[int, int]]
) -> None:
    """Add all articles that can be reached over links, and those links."""
    frontier = set(start)
    while frontier:
        found = {key: row for key, row in get_heads(connection, sorted(frontier)).items() if row.current}
        articles |= found
        touching = links_of(connection, found)
        links |= {(link.one, link.other) for link in touching}
        frontier = {key for link in touching for key in (link.one, link.other)} - articles.keys() - frontier


def components(articles: dict[int, ArticleHead], links: set[tuple[int, int]]) -> dict[int, str]:
    """The origin of each article: the smallest id among those that it is linked to, near and far."""
    origin = {key: row.id for key, row in articles.items()}
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in links:
        if one in origin and other in origin:
            near[one].add(other)
            near[other].add(one)
    seen: set[int] = set()
    for start in origin:
        if start in seen:
            continue
        group, queue = {start}, [start]
        while queue:
            for other in near[queue.pop()] - group:
                group.add(other)
                queue.append(other)
        seen |= group
        name = min(articles[key].id for key in group)
        origin.update(dict.fromkeys(group, name))
    return origin
