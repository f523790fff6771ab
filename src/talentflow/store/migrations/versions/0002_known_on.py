"""The day by which an article could be known, so that the record can be asked as it stood on a day."""

import sqlalchemy as sa
from alembic import op

from talentflow.store.knowing import known_on

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the day, and work it out for the articles that are there."""
    op.add_column("articles", sa.Column("known_on", sa.Text(), nullable=True))
    op.create_index(op.f("ix_articles_known_on"), "articles", ["known_on"], unique=False)
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT key, published, added_at FROM articles")).all()
    days = [{"key": key, "day": known_on(published, added_at)} for key, published, added_at in rows]
    if days:
        connection.execute(sa.text("UPDATE articles SET known_on = :day WHERE key = :key"), days)
