"""Who did what when; what reviewers say of claims; who is hidden; tokens."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the log with the decisions made so far, and the tables whose rows it accounts for."""
    op.create_table(
        "deeds",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "verdicts",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("deed", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_verdicts_article", "verdicts", ["article"], unique=False)
    op.create_table(
        "hidden",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("deed", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("spellings", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "tokens",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("expires_on", sa.Text(), nullable=True),
        sa.Column("revoked_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_claims_sureness", "claims", ["sort", "confidence"], unique=False)
    op.add_column("decisions", sa.Column("deed", sa.Integer(), nullable=True))
    op.execute(
        "INSERT INTO deeds (key, made_at, author, action, about, reason, undone_at) "
        "SELECT key, made_at, author, verdict, one || ' / ' || other, reason, withdrawn_at FROM decisions"
    )
    op.execute("UPDATE decisions SET deed = key")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('deeds', 'key'), (SELECT coalesce(max(key), 0) + 1 FROM deeds))"
        )
