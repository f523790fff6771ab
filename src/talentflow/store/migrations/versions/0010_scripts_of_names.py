"""Names that are kept by how they sound are told apart by their script: only across scripts are they compared."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Names that are there already are compared with those of every script, as before."""
    op.add_column("name_blocks", sa.Column("script", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_name_blocks_script", "name_blocks", ["block", "script", "name_key"])
