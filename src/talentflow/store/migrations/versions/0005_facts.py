"""Whom and what the facts around moves are about."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """A table of the parties of facts; the facts themselves are claims like the others."""
    op.create_table(
        "fact_parties",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("mention", sa.Text(), nullable=True),
        sa.Column("reader_id", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"]),
        sa.PrimaryKeyConstraint("claim", "ordinal"),
    )
    for column in ("mention", "reader_id", "folded"):
        op.create_index(op.f(f"ix_fact_parties_{column}"), "fact_parties", [column], unique=False)
