"""The first schema."""

from alembic import op

from talentflow.store.schema import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The first schema."""
    metadata.create_all(op.get_bind())
