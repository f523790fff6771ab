"""What is kept in memory follows the record: after any changes it is what would be made of the record anew."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from talentflow import insight
from talentflow.app import Library, MoveFilter
from talentflow.app.brief import SORTS_OF_NAMES
from talentflow.app.remembered import Remembered
from talentflow.app.views import InsightFilter
from talentflow.insight import Timeline
from talentflow.model import Move
from talentflow.registry import Registry
from talentflow.store import Database
from talentflow.store.changes import changes_since, forget_changes, last_change, note_changes
from tests.app.make import document, move
from tests.app.scripted import ScriptedReader

PEOPLE = ("Ada Moreno", "Boris Ilin", "Carla Diaz", "Dan Levy", "Eva Brandt", "Адам Морено")
ORGANIZATIONS = ("Borealis", "Quanta", "Umbra", "Vireo")
PERIODS = ((None, None), ("2024-03", None), (None, "2024-06-15"), ("2024-02", "2024-08"), ("2031", None))


def drawn(chance: random.Random, number: int) -> Move:
    """A move as it may stand in the record."""
    ends = chance.sample([*ORGANIZATIONS, None], 2)
    day = chance.choice((None, "2024", f"2024-{chance.randint(1, 12):02d}", f"2024-{chance.randint(1, 12):02d}-09"))
    return Move(
        id=f"m-{number}", person=chance.choice(PEOPLE), from_org=ends[0], to_org=ends[1],
        kind=chance.choice(("move", "join", "leave", "found", "offer", "change")),
        status=chance.choice(("done", "done", "done", "rumored", "denied")), how=None, role_from=None, role_to=None,
        date=day, known_on=chance.choice((None, f"2024-{chance.randint(1, 12):02d}-20")), articles=(), origins=1,
        claims=(), history=(), accounts=(), languages=("en",), confidence=0.9,
    )  # fmt: skip


def figures(timeline: Timeline) -> list[object]:
    found: list[object] = [list(timeline.changes), list(timeline.by_date), timeline.by_person]
    for since, until in PERIODS:
        found += [
            insight.flows(timeline, since, until),
            insight.net(timeline, since, until),
            insight.tenure(timeline, since, until),
            insight.retention(timeline, since, until, days=60),
            insight.returns(timeline, since, until),
            insight.together(timeline, since, until, days=40),
            insight.followers(timeline, since, until),
            insight.contested(timeline, since, until),
        ]
    return found


@pytest.mark.parametrize("seed", range(12))
def test_a_timeline_that_changed_is_the_timeline_of_what_is_left(seed: int) -> None:
    chance = random.Random(seed)
    moves = {number: drawn(chance, number) for number in range(60)}
    timeline = Timeline(moves.values())
    for _ in range(6):
        if chance.random() < 0.7:  # what was not asked for before is made later
            figures(timeline)
        gone = chance.sample(sorted(moves), 7)
        come = {number: drawn(chance, number) for number in [*gone[:4], max(moves) + 1]}
        timeline = timeline.changed([moves[number] for number in gone], list(come.values()))
        for number in gone:
            del moves[number]
        moves |= come
        assert figures(timeline) == figures(Timeline(moves.values()))


def everything(library: Library) -> list[object]:
    """What the library answers out of what it remembers."""
    asked = ("flows", "net", "tenure", "contested", "outlets")
    found: list[object] = [library.insight(InsightFilter(figure)) for figure in asked]
    for sort in ("person", "date", "known"):
        found.append(library.moves(MoveFilter(sort=sort)))
        found.append(library.moves(MoveFilter(sort=sort, since="2024-05", status=("done",), limit=3, skip=1)))
    for name in (*PEOPLE, *ORGANIZATIONS):
        for sort in SORTS_OF_NAMES:
            found += [library.named(name.split()[-1], sort), library.typed(name[:3], sort), library.suggest(name, sort)]
            found.append(library.typed(name[:-1], sort))
    for organization in library.named("Quanta", "organization") + library.named("Borealis", "organization"):
        found += [library.overview(organization.id, limit=3), library.profile(organization.id)]
        found += [library.roster(organization.id), library.entity(organization.id, limit=2)]
    for person in library.named("Moreno", "person"):
        found.append(library.entity(person.id, limit=5))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_would_be_made_anew(tmp_path: Path, seed: int) -> None:
    chance, path = random.Random(seed), str(tmp_path / "followed.db")
    with Library(path, registry=Registry()) as library:
        for step in range(5):
            names = [f"{step}-{place}" for place in range(4)]
            claims = {
                name: [
                    move(
                        chance.choice(PEOPLE),
                        *chance.sample(ORGANIZATIONS, 2),
                        status=chance.choice(("done", "rumored")),
                    )
                    for _ in range(2)
                ]
                for name in names
            }
            days = {name: f"2024-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}" for name in names}
            documents = [document(name, published=days[name]) for name in names]
            with Library(path, registry=Registry()) as adder:
                list(adder.add(documents, ScriptedReader(claims)))
                adder.refresh()
            if step == 3:
                library.hiding.hide("Ada Moreno", author="Dora")
            with Library(path, registry=Registry()) as fresh:
                assert everything(library) == everything(fresh)


def test_who_is_hidden_is_in_nothing_that_was_kept(tmp_path: Path) -> None:
    path = str(tmp_path / "hidden.db")
    claims = {"a": [move("Ada Moreno", "Borealis", "Quanta")], "b": [move("Boris Ilin", "Borealis", "Quanta")]}
    with Library(path, registry=Registry()) as served, Library(path, registry=Registry()) as other:
        text = "Ada Moreno and Boris Ilin left Borealis for Quanta."
        list(other.add([document("a", text), document("b", f"Again. {text}")], ScriptedReader(claims)))
        other.refresh()
        served.keeps_up = False
        assert "Moreno" in str(everything(served))
        other.hiding.hide("Ada Moreno", author="Dora")
        shown = str(everything(served))
    assert "Boris" in shown
    assert "Moreno" not in shown.replace("Адам Морено", "")


def test_changes_are_told_in_their_order_and_forgotten_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talentflow.store.changes._KEPT", 3)
    database = Database(f"sqlite:///{tmp_path}/changes.db")
    with database.writing() as connection:
        note_changes(connection, "person", ["p-1", "p-2"])
        at = last_change(connection)
        note_changes(connection, "entity", ["o-1"])
        note_changes(connection, "person", ["p-3"])
    with database.reading() as connection:
        found = changes_since(connection, at)
        assert (found.people, found.entities, found.is_all) == ({"p-3"}, {"o-1"}, False)
        assert changes_since(connection, last_change(connection)) == type(found)()
        assert not changes_since(connection, 0).is_all
    with database.writing() as connection:
        forget_changes(connection)
    with database.reading() as connection:
        assert changes_since(connection, 0).is_all  # some of what changed since is told no more
        assert not changes_since(connection, at).is_all
    database.close()


def test_an_older_state_is_answered_from_a_newer_one_and_keeps_nothing(tmp_path: Path) -> None:
    path, remembered = str(tmp_path / "older.db"), Remembered()
    with Library(path, registry=Registry()) as library:
        list(library.add([document("a")], ScriptedReader({"a": [move("Ada Moreno", "Borealis", "Quanta")]})))
        library.refresh()
        database = Database(f"sqlite:///{path}")
        with database.reading() as older:
            assert last_change(older) > 0  # the state is settled by the first question
            list(library.add([document("b")], ScriptedReader({"b": [move("Boris Ilin", "Borealis", "Quanta")]})))
            library.refresh()
            with database.reading() as newer:
                assert len(remembered.brief(newer).timeline.moves) == 2
            seen = remembered.brief(older)
            assert not seen.is_of_now
            assert len(seen.timeline.moves) == 2
            seen.keep_shown("something", "made of the older state", ["p"])
            assert seen.shown("something") is None
        database.close()


def test_what_was_shown_may_lag_and_never_shows_whoever_is_hidden(tmp_path: Path) -> None:
    path, reader = str(tmp_path / "record.db"), ScriptedReader({"one": [move("Ada Moreno", "Borealis", "Quanta")]})
    later = ScriptedReader({"two": [move("Boris Ilin", "Umbra", "Quanta")]})
    own = ScriptedReader({"three": [move("Carla Diaz", "Umbra", "Quanta")]})
    with Library(path, registry=Registry()) as server, Library(path, registry=Registry()) as other:
        list(other.add([document("one", published="2024-03-01")], reader))
        other.refresh()
        server.keeps_up = False
        server.may_lag(3600.0)
        quanta = other.moves()[0].to_org
        assert quanta is not None

        def came() -> list[str]:
            view = server.overview(quanta.id, limit=5)
            net = [row.cells[:2] for row in server.insight(InsightFilter("net")).rows if row.cells[0] == "Quanta"]
            assert view is not None
            assert net == [("Quanta", view.arrived.count)]
            return [str(found.person) for found in view.arrived.moves]

        assert came() == ["Ada Moreno"]
        list(other.add([document("two", published="2024-03-02")], later))
        other.refresh()
        assert came() == ["Ada Moreno"]  # of what another process adds
        server.refresh()
        assert came() == ["Boris Ilin", "Ada Moreno"]  # but not of what this one changes
        list(server.add([document("three", published="2024-03-03")], own))
        assert came() == ["Carla Diaz", "Boris Ilin", "Ada Moreno"]
        other.hiding.hide("Ada Moreno", author="editor")
        assert came() == ["Carla Diaz", "Boris Ilin"]


def test_what_one_process_of_a_server_adds_the_others_show_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "record.db")
    first = ScriptedReader({"one": [move("Ada Moreno", "Borealis", "Quanta")]})
    second = ScriptedReader({"two": [move("Boris Ilin", "Borealis", "Quanta")]})
    third = ScriptedReader({"three": [move("Carla Diaz", "Borealis", "Quanta")]})
    with (
        Library(path, registry=Registry()) as one,
        Library(path, registry=Registry()) as other,
        Library(path, registry=Registry()) as outside,
    ):
        list(one.add([document("one", published="2024-03-01")], first))
        for library in (one, other):
            library.refresh()
            library.keeps_up = False
            library.may_lag(3600.0)

        def net(library: Library) -> int:
            return next(row.cells[1] for row in library.insight(InsightFilter("net")).rows if row.cells[0] == "Quanta")

        assert (net(one), net(other)) == (1, 1)
        list(outside.add([document("two", published="2024-03-02")], second))
        outside.refresh()
        assert (net(one), net(other)) == (1, 1)
        list(one.add([document("three", published="2024-03-03")], third))
        assert (net(one), net(other)) == (3, 3)
