"""Saved filters: what is new is told once, tried again when it fails, and kept in a log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from talentflow.app import Library, MoveFilter, MoveView
from talentflow.app.alerts import BACK_OFF, Alert, Alerts, Outcome
from talentflow.model import MoveClaim, TalentflowError
from talentflow.registry import Registry
from talentflow.store import Database

from .make import document, move
from .scripted import ScriptedReader

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


class World:
    """A library that grows, the alerts over it, a clock, and a receiver that answers as it is told."""

    def __init__(self, url: str) -> None:
        self.now = START
        self.library = Library(url, registry=Registry())
        self.database = Database(url)
        self.alerts = Alerts(self.database, self.library, lambda: self.now)
        self.got: list[tuple[str, list[str]]] = []
        self.outcome = Outcome(True, "200")

    def add(self, name: str, *claims: MoveClaim) -> None:
        list(self.library.add([document(name, published="2026-03-01")], ScriptedReader({name: claims})))

    def send(self, alert: Alert, delivery: str, moves: Sequence[MoveView]) -> Outcome:
        self.got.append((alert.name, [f"{view.person}: {view.status}" for view in moves]))
        return self.outcome

    def round(self, later: timedelta = timedelta(0)) -> list[str]:
        """Look and send once; the states of what was tried."""
        self.now += later
        self.alerts.gather()
        return [row.state for _, row in self.alerts.deliver({"webhook": self.send, "email": self.send})]


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = World(f"sqlite:///{tmp_path_factory.mktemp('alerts')}/record.db")
    made.add("one", move("Ada Moreno", "Borealis", "Quanta"))
    yield made
    made.library.close()
    made.database.close()


def hook(world: World, **filters: str) -> Alert:
    return world.alerts.add("hook", MoveFilter(**filters), "webhook", "https://example.org/", pace="now")


def test_only_what_is_new_and_passes_the_filter_is_told_and_once(world: World) -> None:
    hook(world, from_="Borealis")
    assert world.round() == []
    world.add("two", move("Ivo Blanc", "Borealis", "Quanta"), move("Chen Li", "Quanta", "Borealis"))
    assert world.round() == ["sent"]
    assert world.got == [("hook", ["Ivo Blanc: done"])]
    assert world.round(timedelta(days=9)) == []


def test_a_changed_status_is_told_again(world: World) -> None:
    hook(world)
    world.add("two", move("Ivo Blanc", "Borealis", "Quanta", status="rumored"))
    world.round()
    world.add("three", move("Ivo Blanc", "Borealis", "Quanta"))
    world.round()
    assert [moves for _, moves in world.got] == [["Ivo Blanc: rumored"], ["Ivo Blanc: done"]]


def test_a_digest_waits_for_its_day(world: World) -> None:
    world.alerts.add("digest", MoveFilter(), "email", "desk@example.org", pace="day")
    world.add("two", move("Ivo Blanc", "Borealis", "Quanta"))
    assert world.round(timedelta(hours=23)) == []
    world.add("three", move("Chen Li", "Borealis", "Quanta"))
    assert world.round(timedelta(hours=1)) == ["sent"]
    assert sorted(world.got[0][1]) == ["Chen Li: done", "Ivo Blanc: done"]
    world.add("four", move("Noor Haddad", "Borealis", "Quanta"))
    assert world.round(timedelta(hours=20)) == []
    assert world.round(timedelta(hours=4)) == ["sent"]


def test_what_fails_is_tried_again_with_growing_waits_and_then_given_up(world: World) -> None:
    hook(world)
    world.add("two", move("Ivo Blanc", "Borealis", "Quanta"))
    world.outcome = Outcome(False, "503 busy")
    assert world.round() == ["waiting"]
    for wait in BACK_OFF:
        assert world.round(wait - timedelta(seconds=1)) == []
        last = world.round(timedelta(seconds=1))
    assert last == ["given up"]
    assert len(world.got) == len(BACK_OFF) + 1
    assert world.round(timedelta(days=30)) == []
    (row,) = world.alerts.log()
    assert (row.state, row.tries, row.answer) == ("given up", 7, "503 busy")


def test_a_retry_that_succeeds_ends_it(world: World) -> None:
    hook(world)
    world.add("two", move("Ivo Blanc", "Borealis", "Quanta"))
    world.outcome = Outcome(False, "500")
    world.round()
    world.outcome = Outcome(True, "204")
    assert world.round(BACK_OFF[0]) == ["sent"]
    (row,) = world.alerts.log()
    assert (row.state, row.tries, row.answer) == ("sent", 2, "204")


def test_whoever_wants_no_more_is_not_tried_again(world: World) -> None:
    hook(world)
    world.add("two", move("Ivo Blanc", "Borealis", "Quanta"))
    world.outcome = Outcome(False, "410", is_final=True)
    assert world.round() == ["given up"]


def test_a_removed_alert_tells_nothing_more(world: World) -> None:
    alert = hook(world)
    world.add("two", move("Ivo Blanc", "Borealis", "Quanta"))
    world.outcome = Outcome(False, "500")
    world.round()
    world.alerts.remove(alert.id)
    assert world.round(timedelta(days=1)) == []
    assert world.alerts.all() == []
    assert world.alerts.log()[0].answer == "the alert was removed"
    with pytest.raises(TalentflowError, match="no such alert"):
        world.alerts.remove(alert.id)


def test_two_senders_do_not_both_send_it(world: World) -> None:
    hook(world)
    world.add("two", move("Ivo Blanc", "Borealis", "Quanta"))
    world.alerts.gather()
    assert world.alerts.gather() == 0
    other = Alerts(world.database, world.library, lambda: world.now)
    seen: list[str] = []

    def send(alert: Alert, delivery: str, moves: Sequence[MoveView]) -> Outcome:
        seen.extend(row.state for _, row in other.deliver({"webhook": world.send}))
        return Outcome(True, "200")

    assert [row.state for _, row in world.alerts.deliver({"webhook": send})] == ["sent"]
    assert (seen, world.got) == ([], [])


def test_what_left_the_record_meanwhile_is_not_sent(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    hook(world)
    world.add("two", move("Ivo Blanc", "Borealis", "Quanta"))
    world.alerts.gather()
    monkeypatch.setattr(world.library, "move", lambda _: None)
    assert world.round() == ["sent"]
    assert world.got == []
    assert world.alerts.log()[0].answer == "nothing left to tell"


def test_the_filter_comes_back_as_it_was_saved(world: World) -> None:
    wanted = MoveFilter(person="آدا", kind=("move",), status=("done", "rumored"), since="2025", language=("ar",))
    world.alerts.add("all", wanted, "webhook", "https://example.org/", pace="week", allows_private=True)
    (alert,) = world.alerts.all()
    assert (alert.wanted, alert.pace, alert.allows_private) == (wanted, "week", True)
