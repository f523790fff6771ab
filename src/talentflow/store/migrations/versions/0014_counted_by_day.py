"""How many moves people had made by each day on which more was known: counted when their moves are made."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the table; the moves of everybody are made anew to fill it."""
    op.create_table(
        "move_counts",
        sa.Column("person", sa.Text(), primary_key=True),
        sa.Column("day", sa.Text(), primary_key=True),
        sa.Column("more", sa.Integer(), nullable=False),
    )
    op.create_index("ix_move_counts_day", "move_counts", ["day", "more", "person"])
    op.execute(
        "INSERT INTO stale (sort, key) SELECT DISTINCT 'person', person FROM moves "
        "WHERE person NOT IN (SELECT key FROM stale WHERE sort = 'person')"
    )
