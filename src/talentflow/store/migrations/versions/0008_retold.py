"""The outlet after which an article tells its news, so that it is counted to that outlet's origin."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column; what was read before does not say."""
    op.add_column("readings", sa.Column("retold", sa.Text(), nullable=True))
