"""What a large record is asked by: moves in a covering index, entities by name, how often the record has changed."""

import json

import sqlalchemy as sa
from alembic import op

from talentflow.store.tellings import told_by_claims, written

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Keep with each move its date and who told it; days that are not known become empty text; make the indexes."""
    op.add_column("moves", sa.Column("date", sa.Text(), nullable=True))
    op.add_column("moves", sa.Column("tellings", sa.Text(), nullable=False, server_default="[]"))
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE moves SET known_on = '' WHERE known_on IS NULL"))
    rows = connection.execute(sa.text("SELECT id, payload FROM moves")).all()
    told = told_by_claims(connection, (claim for _, payload in rows for claim in json.loads(payload)["claims"]))
    known = [
        {"move": move, "day": data["date"], "told": written(told[claim] for claim in data["claims"] if claim in told)}
        for move, payload in rows
        for data in (json.loads(payload),)
    ]
    if known:
        connection.execute(sa.text("UPDATE moves SET date = :day, tellings = :told WHERE id = :move"), known)
    op.drop_index("ix_moves_flow", table_name="moves")
    op.create_index(
        "ix_moves_listed",
        "moves",
        [
            "day", "id", "last_day", "status", "kind", "from_org", "to_org", "person", "languages",
            "known_on", "date", "origins", "confidence",
        ],
    )  # fmt: skip
    op.create_index("ix_moves_route", "moves", ["from_org", "to_org"])
    counted = ["lang", "reader", "reader_version", "article_key", "current"]
    op.create_index("ix_readings_counted", "readings", counted)
    op.create_index(
        "ix_articles_former", "articles", ["key"],
        sqlite_where=sa.text("current = 0"), postgresql_where=sa.text("NOT current"),
    )  # fmt: skip
    op.drop_index("ix_claims_sureness", table_name="claims")
    op.create_index("ix_claims_confidence", "claims", ["confidence", "id", "sort"])
