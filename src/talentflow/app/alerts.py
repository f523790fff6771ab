"""Alerts: filters that somebody saved to be told of new moves, and of moves whose status changed."""

from __future__ import annotations

import json
import secrets
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from talentflow.app.views import MoveFilter, MoveView
from talentflow.model import TalentflowError
from talentflow.store import Database
from talentflow.store.alerts import (
    AlertRow,
    DeliveryRow,
    all_alerts,
    insert_alert,
    insert_delivery,
    last_deliveries,
    last_made,
    moves_of_delivery,
    note_try,
    remove_alert,
    take_due,
    tell,
    told_of,
)

CHANNELS = ("webhook", "email")
PACES = {"now": timedelta(0), "day": timedelta(days=1), "week": timedelta(days=7)}
# How long after each try the next one comes; after the last it is given up.
BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 1440))
_TAKEN = timedelta(minutes=10)  # for which a delivery is one sender's
_LOG = 100


@dataclass(frozen=True, slots=True)
class Alert:
    """A saved filter with where its news go: `target` is an address of the web or of e-mail."""

    id: str
    name: str
    wanted: MoveFilter
    channel: str
    target: str
    secret: str
    pace: str
    allows_private: bool
    made_at: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try: `is_final` says that trying again is of no use."""

    is_sent: bool
    answer: str
    is_final: bool = False


class Asked(Protocol):
    """What alerts ask of the library."""

    def moves(self, wanted: MoveFilter | None = None) -> list[MoveView]:
        """The moves that pass a filter."""
        ...

    def move(self, move: str) -> MoveView | None:
        """A move by its id."""
        ...


Send = Callable[[Alert, str, Sequence[MoveView]], Outcome]


class Alerts:
    """The alerts of a library; `clock` is the time, which tests turn on."""

    def __init__(self, database: Database, library: Asked, clock: Callable[[], datetime] | None = None) -> None:
        self._database = database
        self._library = library
        self.clock = clock or (lambda: datetime.now(UTC))

    def add(
        self, name: str, wanted: MoveFilter, channel: str, target: str, *, pace: str, allows_private: bool = False
    ) -> Alert:
        """Save a filter; what passes it already is not told."""
        row = AlertRow(
            id=f"alert-{secrets.token_hex(4)}", name=name, wanted=json.dumps(asdict(wanted)), channel=channel,
            target=target, secret=f"whsec_{b64encode(secrets.token_bytes(24)).decode()}", pace=pace,
            allows_private=allows_private, made_at=self._at(), removed_at=None,
        )  # fmt: skip
        known = [(move.id, move.status) for move in self._library.moves(wanted)]
        with self._database.writing() as connection:
            insert_alert(connection, row)
            tell(connection, row.id, known, None)
        return _alert(row)

    def all(self) -> list[Alert]:
        """The alerts that stand, oldest first."""
        with self._database.reading() as connection:
            return [_alert(row) for row in all_alerts(connection)]

    def remove(self, alert: str) -> None:
        """Let an alert tell nothing more; the log of what was sent stays."""
        with self._database.writing() as connection:
            if not remove_alert(connection, alert, self._at()):
                raise TalentflowError(f"{alert}: no such alert. See them with: talentflow alerts list")

    def log(self, limit: int = _LOG) -> list[DeliveryRow]:
        """What was sent and what waits, newest first."""
        with self._database.reading() as connection:
            return last_deliveries(connection, limit)

    def gather(self) -> int:
        """Make a delivery of what is new for each alert whose time has come; how many were made."""
        return sum(self._gather(alert) for alert in self.all())

    def _gather(self, alert: Alert) -> bool:
        found = {(move.id, move.status) for move in self._library.moves(alert.wanted)}
        with self._database.writing() as connection:
            last = last_made(connection, alert.id) or alert.made_at
            if self.clock() - datetime.fromisoformat(last) < PACES[alert.pace]:
                return False
            new = sorted(found - told_of(connection, alert.id))
            if not new:
                return False
            delivery = f"msg_{secrets.token_hex(12)}"
            tell(connection, alert.id, new, delivery)
            insert_delivery(connection, DeliveryRow(delivery, alert.id, "waiting", self._at(), self._at(), 0))
        return True

    def deliver(self, senders: dict[str, Send]) -> Iterator[tuple[Alert, DeliveryRow]]:
        """Try whatever may be tried now, and tell what became of each."""
        standing = {alert.id: alert for alert in self.all()}
        while True:
            with self._database.writing() as connection:
                row = take_due(connection, self._at(), self._at(_TAKEN))
                moves = [] if row is None else moves_of_delivery(connection, row.id)
            if row is None:
                return
            alert = standing.get(row.alert)
            if alert is None:  # made since we looked: the next round has it
                continue
            # Told as it stands now: what was taken out of the record meanwhile is not sent.
            views = [view for move in moves if (view := self._library.move(move)) is not None]
            outcome = senders[alert.channel](alert, row.id, views) if views else Outcome(True, "nothing left to tell")
            tried = self._tried(row, outcome)
            with self._database.writing() as connection:
                note_try(connection, tried)
            yield alert, tried

    def _tried(self, row: DeliveryRow, outcome: Outcome) -> DeliveryRow:
        row = replace(row, tries=row.tries + 1, tried_at=self._at(), answer=outcome.answer)
        if outcome.is_sent:
            return replace(row, state="sent")
        if outcome.is_final or row.tries > len(BACK_OFF):
            return replace(row, state="given up")
        return replace(row, next_at=self._at(BACK_OFF[row.tries - 1]))

    def _at(self, later: timedelta = timedelta(0)) -> str:
        return (self.clock() + later).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _alert(row: AlertRow) -> Alert:
    told: dict[str, Any] = json.loads(row.wanted)
    wanted = MoveFilter(**{**told, **{key: tuple(told[key]) for key in ("kind", "status", "language")}})
    return Alert(
        row.id, row.name, wanted, row.channel, row.target, row.secret, row.pace, bool(row.allows_private), row.made_at
    )
