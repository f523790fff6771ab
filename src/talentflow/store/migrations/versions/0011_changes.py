"""What was made anew, so that memory can follow; what the record as it stood on a day, and facts, are asked by."""

import json
from collections import defaultdict

import sqlalchemy as sa
from alembic import op

from talentflow.store.facts import told_days
from talentflow.store.known import days_of_claims
from talentflow.store.moves import known_days
from talentflow.store.rows import in_chunks

revision = "0011"
down_revision = "0010"

_LISTED = [
    "day", "id", "last_day", "status", "kind", "from_org", "to_org", "person", "languages", "known_on", "date",
    "origins", "confidence", "settled_on",
]  # fmt: skip


def upgrade() -> None:
    """Make the table of changes; keep with each move and each fact its days."""
    op.create_table(
        "changes",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
    )
    for name in ("known_from", "settled_on", "latest_day"):
        op.add_column("moves", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    for name in ("told", "first_day", "last_day"):
        op.add_column("fact_parties", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    for name in ("article_key", "place"):
        op.add_column("fact_parties", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    connection = op.get_bind()
    _keep_days_of_moves(connection)
    _keep_days_of_facts(connection)
    op.drop_index("ix_moves_listed", table_name="moves")
    op.create_index("ix_moves_listed", "moves", _LISTED)
    op.create_index("ix_moves_settled", "moves", ["settled_on", "known_from", "person", "latest_day"])
    told = ["ordinal", "told", "article_key", "place", "claim", "first_day", "last_day"]
    op.create_index("ix_fact_parties_told", "fact_parties", told)


def _keep_days_of_moves(connection: sa.Connection) -> None:
    theirs: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for move, person, payload in connection.execute(sa.text("SELECT id, person, payload FROM moves")):
        theirs[person][move] = json.loads(payload)["claims"]
    setting = sa.text("UPDATE moves SET known_from = :known_from, settled_on = :settled_on WHERE id = :move")
    for people in in_chunks(sorted(theirs)):
        claims = {person: [claim for own in theirs[person].values() for claim in own] for person in people}
        days = days_of_claims(connection, (claim for some in claims.values() for claim in some))
        rows = [
            {"move": move, **known_days(own, claims[person], days)}
            for person in people
            for move, own in theirs[person].items()
        ]
        connection.execute(setting, rows)


def _keep_days_of_facts(connection: sa.Connection) -> None:
    facts = connection.execute(
        sa.text(
            "SELECT c.id, c.date, c.ordinal, a.key, a.published FROM claims c JOIN readings r ON r.key = c.reading_key "
            "JOIN articles a ON a.key = r.article_key WHERE c.id IN (SELECT claim FROM fact_parties)"
        )
    ).all()
    rows = [
        {"fact": fact, "place": place, "article": article, **told_days(date, published)}
        for fact, date, place, article, published in facts
    ]
    if rows:
        connection.execute(
            sa.text(
                "UPDATE fact_parties SET told = :told, first_day = :first_day, last_day = :last_day, "
                "article_key = :article, place = :place WHERE claim = :fact"
            ),
            rows,
        )
