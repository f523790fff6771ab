"""The first schema."""

import sqlalchemy as sa
from alembic import op

from talentflow.store.columns import ExactText

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The first schema."""
    op.create_table(
        "article_blocks",
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("block", "article_key"),
    )
    op.create_index("ix_article_blocks_article", "article_blocks", ["article_key"], unique=False)
    op.create_index("ix_article_blocks_day", "article_blocks", ["block", "day"], unique=False)
    op.create_table(
        "article_groups",
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("article_key"),
    )
    op.create_index(op.f("ix_article_groups_origin"), "article_groups", ["origin"], unique=False)
    op.create_index(op.f("ix_article_groups_story"), "article_groups", ["story"], unique=False)
    op.create_table(
        "article_links",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other", "sort"),
    )
    op.create_index("ix_article_links_other", "article_links", ["other"], unique=False)
    op.create_table(
        "article_traces",
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_key"),
    )
    op.create_table(
        "articles",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("content_key", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("title", ExactText(), nullable=False),
        sa.Column("text", ExactText(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id", "version"),
    )
    op.create_index(op.f("ix_articles_content_key"), "articles", ["content_key"], unique=False)
    op.create_table(
        "entities",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("mention", sa.Text(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("romanised", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_entities_sort"), "entities", ["sort"], unique=False)
    op.create_table(
        "entity_names",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "name"),
    )
    op.create_index(op.f("ix_entity_names_folded"), "entity_names", ["folded"], unique=False)
    op.create_table(
        "moves",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("from_org", sa.Text(), nullable=True),
        sa.Column("to_org", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Text(), nullable=False),
        sa.Column("known_on", sa.Text(), nullable=True),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_moves_day"), "moves", ["day"], unique=False)
    op.create_index(op.f("ix_moves_from_org"), "moves", ["from_org"], unique=False)
    op.create_index(op.f("ix_moves_person"), "moves", ["person"], unique=False)
    op.create_index(op.f("ix_moves_to_org"), "moves", ["to_org"], unique=False)
    op.create_table(
        "name_blocks",
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("block", "name_key"),
    )
    op.create_index("ix_name_blocks_name", "name_blocks", ["name_key"], unique=False)
    op.create_table(
        "name_links",
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other"),
    )
    op.create_index("ix_name_links_other", "name_links", ["other"], unique=False)
    op.create_table(
        "names",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("listed", sa.Text(), nullable=True),
        sa.Column("spellings", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_names_entity"), "names", ["entity"], unique=False)
    op.create_index(op.f("ix_names_listed"), "names", ["listed"], unique=False)
    op.create_table(
        "namesakes",
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name_key", "entity"),
    )
    op.create_index("ix_namesakes_entity", "namesakes", ["entity"], unique=False)
    op.create_table(
        "stale",
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sort", "key"),
    )
    op.create_table(
        "stamps",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "readings",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("reader_version", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_key"],
            ["articles.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("article_key", "reader", "reader_version"),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reading_key", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("person_mention", sa.Text(), nullable=True),
        sa.Column("from_mention", sa.Text(), nullable=True),
        sa.Column("to_mention", sa.Text(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_key"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_claims_from_mention"), "claims", ["from_mention"], unique=False)
    op.create_index(op.f("ix_claims_person_mention"), "claims", ["person_mention"], unique=False)
    op.create_index(op.f("ix_claims_reading_key"), "claims", ["reading_key"], unique=False)
    op.create_index(op.f("ix_claims_to_mention"), "claims", ["to_mention"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reading_key", sa.Integer(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("reader_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("mention", sa.Text(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("romanised", sa.Boolean(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_key"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_mentions_name_key"), "mentions", ["name_key"], unique=False)
    op.create_index(op.f("ix_mentions_reading_key"), "mentions", ["reading_key"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["mention_id"],
            ["mentions.id"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_judgements_entity", "judgements", ["entity", "withdrawn_at"], unique=False)
    op.create_index("ix_judgements_standing", "judgements", ["mention_id", "withdrawn_at"], unique=False)
