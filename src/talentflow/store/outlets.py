"""Which outlets the articles are from."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from talentflow.store.schema import articles

_MOST = 200  # outlets


def articles_by_outlet(connection: Connection) -> dict[str, int]:
    """How many present articles there are of each outlet, the most first; of more than can be shown, the largest."""
    table = articles.c
    count = func.count().label("count")
    wanted = select(table.publisher, count).where(table.current, table.publisher.is_not(None), table.publisher != "")
    rows = connection.execute(wanted.group_by(table.publisher).order_by(count.desc(), table.publisher).limit(_MOST))
    return {row[0]: row[1] for row in rows}
