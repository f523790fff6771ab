"""Mentions that only a hint makes: a hint is a move that is no claim by itself."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Say of each mention whether only hints name it; there were none before."""
    op.add_column("mentions", sa.Column("hinted", sa.Boolean(), nullable=False, server_default=sa.false()))
