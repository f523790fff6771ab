"""The tables. Kept for good: articles, readings, claims, mentions, and all that people say. The others are derived.

`key` columns are numbers of our own for joins; `id` columns are the names that the outside knows. Days are ISO text,
as exact as known, and so sort by themselves.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
    true,
)

from talentflow.store.columns import ExactText

metadata = MetaData()

# One row a version of an article; `current` marks the last one that came in.
articles = Table(
    "articles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("content_key", Text, nullable=False, index=True),
    Column("lang", Text, nullable=False),
    Column("title", ExactText, nullable=False),
    Column("text", ExactText, nullable=False),
    Column("published", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("origin", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    # The day by which all could know it: the last that `published` allows, or else the day on which it was added.
    Column("known_on", Text, index=True),
    UniqueConstraint("id", "version"),
    # The versions that are no longer current, which are few: what is counted is counted without them.
    Index("ix_articles_former", "key", sqlite_where=text("current = 0"), postgresql_where=text("NOT current")),
)

# What one reader, in one version, made of one version of an article; `current` is the one that the ledger uses.
readings = Table(
    "readings",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article_key", ForeignKey("articles.key"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    # The one outlet after which the article tells its news, in Latin letters.
    Column("retold", Text),
    UniqueConstraint("article_key", "reader", "reader_version"),
    # Holds what articles are counted by. What is current stands last: nearly all are, and none is found by that.
    Index("ix_readings_counted", "lang", "reader", "reader_version", "article_key", "current"),
)

# A person or an organization as one reading names it; `id` is a digest and the same on every machine.
mentions = Table(
    "mentions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reading_key", ForeignKey("readings.key"), nullable=False, index=True),
    Column("sort", Text, nullable=False),
    Column("reader_id", Text, nullable=False),
    Column("name", Text),
    Column("mention", Text, nullable=False),
    Column("listed", Boolean, nullable=False),
    Column("romanised", Boolean, nullable=False),
    Column("name_key", Text, nullable=False, index=True),
    # Whether only a hint names it: then nobody is in the record for it.
    Column("hinted", Boolean, nullable=False, server_default=false()),
)

# `sort` is "move", "position", "group", "fact" or "hint" (a move that is no claim by itself); `payload` the whole claim
# as JSON.
claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reading_key", ForeignKey("readings.key"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("sort", Text, nullable=False),
    Column("kind", Text),
    Column("status", Text),
    Column("date", Text),
    Column("confidence", Float),
    Column("person_mention", Text, index=True),
    Column("from_mention", Text, index=True),
    Column("to_mention", Text, index=True),
    Column("payload", Text, nullable=False),
    # Never by `sort` first: SQLite would then look at every move there is rather than at those of a few mentions.
    Index("ix_claims_confidence", "confidence", "id", "sort"),
)

# Whom and what a fact is about: the first is its subject. `mention` is set where a move, a position or a group of the
# same reading names the same; `folded` is the name as it is looked up.
fact_parties = Table(
    "fact_parties",
    metadata,
    Column("claim", ForeignKey("claims.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("sort", Text, nullable=False),
    Column("mention", Text, index=True),
    Column("reader_id", Text, nullable=False, index=True),
    Column("folded", Text, nullable=False, index=True),
    # By what facts are ordered and chosen: the date of the fact, else the day of publication, as it is told and as the
    # days that it allows (empty where nothing is known); the article, and the place of the fact among its claims.
    Column("told", Text, nullable=False, server_default=""),
    Column("first_day", Text, nullable=False, server_default=""),
    Column("last_day", Text, nullable=False, server_default=""),
    Column("article_key", Integer, nullable=False, server_default="0"),
    Column("place", Integer, nullable=False, server_default="0"),
    # Whether it stands in the reading that counts, of the present version of its article.
    Column("counts", Boolean, nullable=False, server_default=true()),
    Index(
        "ix_fact_parties_told", "ordinal", "counts", "told", "article_key", "place", "claim", "first_day", "last_day"
    ),
    Index("ix_fact_parties_article", "article_key"),
)

# Which mention is which entity. A judgement is never changed: it is withdrawn, and another one made.
judgements = Table(
    "judgements",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("mention_id", ForeignKey("mentions.id"), nullable=False),
    Column("entity", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reviewed", Boolean, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("withdrawn_at", Text),
    Index("ix_judgements_standing", "mention_id", "withdrawn_at"),
    Index("ix_judgements_entity", "entity", "withdrawn_at"),
)

# What reviewers say of two names, by their keys (`one` is the smaller): "same", "different" or "unsure". Never changed:
# one is withdrawn, and another one made.
decisions = Table(
    "decisions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("withdrawn_at", Text),
    Column("deed", Integer),
    Index("ix_decisions_one", "one"),
    Index("ix_decisions_other", "other"),
)

# What reviewers say of what articles claim, by the article's id and the words of the claim (see `signature`), so that
# it holds for every reading that says the same: "right" or "wrong". Never changed, as decisions are not.
verdicts = Table(
    "verdicts",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("deed", Integer, nullable=False),
    Column("article", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("withdrawn_at", Text),
    Index("ix_verdicts_article", "article"),
)

# People who asked to be removed: the keys of their names and their folded spellings, as JSON, by which they are known
# again in whatever is read later.
hidden = Table(
    "hidden",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("deed", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("spellings", Text, nullable=False),
    Column("withdrawn_at", Text),
)

# Who did what when and why; several rows of the tables above may belong to one deed, and are taken back with it.
deeds = Table(
    "deeds",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("made_at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("undone_at", Text),
)

# Who may do what over the network. The secret itself is not kept, only its digest.
tokens = Table(
    "tokens",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("expires_on", Text),
    Column("revoked_at", Text),
)

# What somebody wants to be told of: a filter of moves as JSON, and where the news goes. The secret signs what is sent,
# so it is kept as it is.
alerts = Table(
    "alerts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("wanted", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("pace", Text, nullable=False),
    Column("allows_private", Boolean, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("removed_at", Text),
)

# Which moves, with which status, an alert has been told of or need not be. The words are made when they are sent.
alert_moves = Table(
    "alert_moves",
    metadata,
    Column("alert", Text, primary_key=True),
    Column("move", Text, primary_key=True),
    Column("status", Text, primary_key=True),
    Column("delivery", Text, index=True),
)

# What is sent or was: "waiting", "sent" or "given up"; `next_at` is when it may be tried, `answer` what came of the
# last try.
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("alert", Text, nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("next_at", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("tried_at", Text),
    Column("answer", Text),
    Index("ix_deliveries_state", "state", "next_at"),
)

# --- derived from here on ---

# A distinct spelling (with its listed id, where a registry knows it): what the resolver compares.
names = Table(
    "names",
    metadata,
    Column("key", Text, primary_key=True),
    Column("sort", Text, nullable=False),
    Column("listed", Text, index=True),
    Column("spellings", Text, nullable=False),
    Column("entity", Text, index=True),
)
name_blocks = Table(
    "name_blocks",
    metadata,
    Column("block", Text, primary_key=True),
    Column("name_key", Text, primary_key=True),
    Column("script", Text, nullable=False, server_default=""),
    Index("ix_name_blocks_name", "name_key"),
    Index("ix_name_blocks_script", "block", "script", "name_key"),
)
name_links = Table(
    "name_links",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Index("ix_name_links_other", "other"),
)

# Names that several entities bear: which of them a mention means is settled article by article.
namesakes = Table(
    "namesakes",
    metadata,
    Column("name_key", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    Index("ix_namesakes_entity", "entity"),
)

entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sort", Text, nullable=False, index=True),
    Column("name", Text),
    Column("mention", Text, nullable=False),
    Column("listed", Boolean, nullable=False),
    Column("romanised", Boolean, nullable=False),
)
# Every spelling by which an entity is looked up; `word` rows serve suggestions and last names.
entity_names = Table(
    "entity_names",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("folded", Text, nullable=False, index=True),
    Column("articles", Integer, nullable=False),
)

# What each article adds to the counts below, and the counts: so that an article more costs the same however large the
# record is. `since` is the first day of publication.
article_spellings = Table(
    "article_spellings",
    metadata,
    Column("article_key", Integer, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("spelling", Text, primary_key=True),
    Column("leads", Integer, nullable=False),
    Column("since", Text, nullable=False),
    Index("ix_article_spellings_entity", "entity", "spelling", "since"),
)
entity_spellings = Table(
    "entity_spellings",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("spelling", Text, primary_key=True),
    Column("articles", Integer, nullable=False),
    Column("leading", Integer, nullable=False),
    Column("since", Text, nullable=False),
)

# What tells whether two articles are one text, and where to look for such a pair.
article_traces = Table(
    "article_traces",
    metadata,
    Column("article_key", Integer, primary_key=True),
    Column("payload", Text, nullable=False),
)
article_blocks = Table(
    "article_blocks",
    metadata,
    Column("block", Text, primary_key=True),
    Column("article_key", Integer, primary_key=True),
    Column("day", Text),
    Index("ix_article_blocks_article", "article_key"),
    Index("ix_article_blocks_day", "block", "day"),
)
article_links = Table(
    "article_links",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("other", Integer, primary_key=True),
    Column("sort", Text, primary_key=True),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Index("ix_article_links_other", "other"),
)
article_groups = Table(
    "article_groups",
    metadata,
    Column("article_key", Integer, primary_key=True),
    Column("origin", Text, nullable=False, index=True),
    Column("story", Text, nullable=False, index=True),
    # Whether it is the first of its origin, and not a copy or a translation of another.
    Column("leads", Boolean, nullable=False),
)

moves = Table(
    "moves",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False, index=True),
    Column("from_org", Text, index=True),
    Column("to_org", Text, index=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("day", Text, nullable=False, index=True),
    Column("last_day", Text, nullable=False),
    # Empty where it is not known, so that it sorts alike in every database; `date` is the move's own.
    Column("known_on", Text),
    Column("date", Text),
    Column("origins", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("languages", Text, nullable=False),
    Column("payload", Text, nullable=False),
    # Who told it when, as JSON; see `tellings`.
    Column("tellings", Text, nullable=False, server_default="[]"),
    # What the record as it stood on a day is asked by: the first day on which a claim of it could be known, the last on
    # which anything came that bears on a move of its person, and the latest day that it can have had by each day on
    # which more was known (see `known.latest_days`).
    Column("known_from", Text, nullable=False, server_default=""),
    Column("settled_on", Text, nullable=False, server_default=""),
    Column("latest_days", Text, nullable=False, server_default=""),
    Index("ix_moves_from_day", "from_org", "day"),
    Index("ix_moves_to_day", "to_org", "day"),
    Index("ix_moves_route", "from_org", "to_org"),
    # Holds all by which moves are chosen, ordered and counted: the rows themselves are broad.
    Index(
        "ix_moves_listed",
        "day",
        "id",
        "last_day",
        "status",
        "kind",
        "from_org",
        "to_org",
        "person",
        "languages",
        "known_on",
        "date",
        "origins",
        "confidence",
        "settled_on",
    ),
    Index("ix_moves_settled", "settled_on", "known_from", "person", "latest_days"),
)

# How many more moves (or fewer) somebody has made by what could be known on a day. Whoever's moves are counted only
# when somebody asks stands under no day.
move_counts = Table(
    "move_counts",
    metadata,
    Column("person", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("more", Integer, nullable=False),
    Index("ix_move_counts_day", "day", "more", "person"),
)

# What derived rows no longer match the kept ones; written in the transaction that made it so.
stale = Table(
    "stale",
    metadata,
    Column("sort", Text, primary_key=True),
    Column("key", Text, primary_key=True),
)

# What of the record was made anew, one row after the other, so that what is kept of it in memory can follow: a
# "person" or an "entity" by id, whatever is "shown", or "all" of it. Only the last so many are kept.
changes = Table(
    "changes",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("sort", Text, nullable=False),
    Column("id", Text, nullable=False),
)

# By which rules the derived rows were made.
stamps = Table(
    "stamps",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
