"""Alerts, what each has been told of, and the deliveries: waiting, sent or given up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select, update

from talentflow.store.rows import insert_new
from talentflow.store.schema import alert_moves, alerts, deliveries


@dataclass(frozen=True, slots=True)
class AlertRow:
    """Somebody's wish to be told; see the table."""

    id: str
    name: str
    wanted: str
    channel: str
    target: str
    secret: str
    pace: str
    allows_private: bool
    made_at: str
    removed_at: str | None


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """Something sent, or to be sent."""

    id: str
    alert: str
    state: str
    made_at: str
    next_at: str
    tries: int
    tried_at: str | None = None
    answer: str | None = None


def insert_alert(connection: Connection, row: AlertRow) -> None:
    """Keep a new alert."""
    connection.execute(insert(alerts).values(asdict(row)))


def all_alerts(connection: Connection) -> list[AlertRow]:
    """The alerts that stand, oldest first."""
    wanted = select(alerts).where(alerts.c.removed_at.is_(None)).order_by(alerts.c.made_at, alerts.c.id)
    return [AlertRow(*row) for row in connection.execute(wanted)]


def remove_alert(connection: Connection, alert: str, at: str) -> bool:
    """Let an alert tell nothing more; what was sent stays in the log. False where none stands under this id."""
    standing = (alerts.c.id == alert, alerts.c.removed_at.is_(None))
    removed = connection.execute(update(alerts).where(*standing).values(removed_at=at)).rowcount
    waiting = (deliveries.c.alert == alert, deliveries.c.state == "waiting")
    connection.execute(update(deliveries).where(*waiting).values(state="given up", answer="the alert was removed"))
    return bool(removed)


def told_of(connection: Connection, alert: str) -> set[tuple[str, str]]:
    """The moves, each with its status, that an alert need not be told of any more."""
    rows = connection.execute(select(alert_moves.c.move, alert_moves.c.status).where(alert_moves.c.alert == alert))
    return {(row[0], row[1]) for row in rows}


def tell(connection: Connection, alert: str, moves: Iterable[tuple[str, str]], delivery: str | None) -> None:
    """Note that these moves are told by a delivery; None where they were known before the alert was made."""
    rows = [{"alert": alert, "move": move, "status": status, "delivery": delivery} for move, status in moves]
    insert_new(connection, alert_moves, rows)


def moves_of_delivery(connection: Connection, delivery: str) -> list[str]:
    """The moves that a delivery tells, by id."""
    wanted = select(alert_moves.c.move).where(alert_moves.c.delivery == delivery).order_by(alert_moves.c.move)
    return list(connection.execute(wanted).scalars())


def insert_delivery(connection: Connection, row: DeliveryRow) -> None:
    """Keep something that is to be sent."""
    connection.execute(insert(deliveries).values(asdict(row)))


def last_made(connection: Connection, alert: str) -> str | None:
    """When the last delivery of an alert was made."""
    wanted = select(deliveries.c.made_at).where(deliveries.c.alert == alert)
    return connection.execute(wanted.order_by(deliveries.c.made_at.desc()).limit(1)).scalar()


def take_due(connection: Connection, at: str, until: str) -> DeliveryRow | None:
    """The next delivery that may be tried; nobody else takes it before `until`, so two senders do not both send it."""
    due = (deliveries.c.state == "waiting", deliveries.c.next_at <= at)
    found = connection.execute(select(deliveries).where(*due).order_by(deliveries.c.next_at).limit(1)).first()
    if found is None:
        return None
    connection.execute(update(deliveries).where(deliveries.c.id == found.id).values(next_at=until))
    return DeliveryRow(*found)


def note_try(connection: Connection, row: DeliveryRow) -> None:
    """Write down what became of a try; an alert that was removed meanwhile stays given up."""
    waiting = (deliveries.c.id == row.id, deliveries.c.state == "waiting")
    connection.execute(update(deliveries).where(*waiting).values(asdict(row)))


def last_deliveries(connection: Connection, limit: int) -> list[DeliveryRow]:
    """The delivery log, newest first."""
    wanted = select(deliveries).order_by(deliveries.c.made_at.desc(), deliveries.c.id).limit(limit)
    return [DeliveryRow(*row) for row in connection.execute(wanted)]
