"""What pages that go far back are asked by: which facts count, and what the latest day of a move was on each day."""

import json

import sqlalchemy as sa
from alembic import op

from talentflow.store.known import days_of_claims, latest_days
from talentflow.store.rows import in_chunks

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Keep with each fact whether it counts, and with each move its latest day by what was known when."""
    connection = op.get_bind()
    op.add_column("fact_parties", sa.Column("counts", sa.Boolean(), nullable=False, server_default=sa.true()))
    connection.execute(
        sa.text(
            "UPDATE fact_parties SET counts = :no WHERE claim IN (SELECT c.id FROM claims c "
            "JOIN readings r ON r.key = c.reading_key JOIN articles a ON a.key = r.article_key "
            "WHERE c.sort = 'fact' AND NOT (r.current AND a.current))"
        ).bindparams(sa.bindparam("no", False, sa.Boolean()))
    )
    op.drop_index("ix_fact_parties_told", table_name="fact_parties")
    told = ["ordinal", "counts", "told", "article_key", "place", "claim", "first_day", "last_day"]
    op.create_index("ix_fact_parties_told", "fact_parties", told)
    op.create_index("ix_fact_parties_article", "fact_parties", ["article_key"])
    op.execute("ALTER TABLE moves RENAME COLUMN latest_day TO latest_days")
    _keep_latest_days(connection)


def _keep_latest_days(connection: sa.Connection) -> None:
    theirs: dict[str, list[str]] = {}
    for move, payload in connection.execute(sa.text("SELECT id, payload FROM moves")):
        theirs[move] = json.loads(payload)["claims"]
    setting = sa.text("UPDATE moves SET latest_days = :days WHERE id = :move")
    for moves in in_chunks(sorted(theirs)):
        days = days_of_claims(connection, (claim for move in moves for claim in theirs[move]))
        rows = [
            {"move": move, "days": latest_days(days[claim] for claim in theirs[move] if claim in days)}
            for move in moves
        ]
        connection.execute(setting, rows)
