"""Spellings counted article by article, and indices for questions about organizations over time."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the counts, which are filled when the record is made anew, and the indices."""
    op.create_table(
        "article_spellings",
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("spelling", sa.Text(), nullable=False),
        sa.Column("leads", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_key", "entity", "spelling"),
    )
    op.create_index("ix_article_spellings_entity", "article_spellings", ["entity", "spelling", "since"], unique=False)
    op.create_table(
        "entity_spellings",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("spelling", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("leading", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "spelling"),
    )
    op.create_index("ix_moves_from_day", "moves", ["from_org", "day"], unique=False)
    op.create_index("ix_moves_to_day", "moves", ["to_org", "day"], unique=False)
    op.create_index("ix_moves_flow", "moves", ["day", "last_day", "status", "kind", "from_org", "to_org"], unique=False)
