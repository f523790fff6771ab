"""Databases of former versions, opened by this one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

import talentflow.store.versions as steps
from talentflow.store import Database
from talentflow.store.decisions import all_decisions, insert_decision
from talentflow.store.deeds import deeds_that_stand, last_deeds
from talentflow.store.facts import FactQuery, find_facts
from talentflow.store.names import NameRow, insert_names, neighbours_in_blocks
from talentflow.store.stale import count_stale, take_stale
from talentflow.store.tellings import tellings_of_moves


@pytest.fixture
def former(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of a database of the schema that the test asks for, with two articles in it."""
    url = f"sqlite:///{tmp_path}/former.db"

    def upgrade(connection: object) -> None:
        config = Config()
        config.set_main_option("script_location", str(Path(steps.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, request.param)

    with monkeypatch.context() as patched:
        patched.setattr("talentflow.store.database.upgrade", upgrade)
        database = Database(url)
    columns = "key, id, version, current, content_key, lang, title, text, published, origin, added_at"
    added = "2026-01-02T03:04:05Z"
    with database.writing() as connection:
        for key, published in ((1, "'2025-03'"), (2, "NULL")):
            values = f"{key}, 'a{key}', 1, 1, 'k', 'en', x'', x'', {published}, '', '{added}'"
            connection.execute(text(f"INSERT INTO articles ({columns}) VALUES ({values})"))
    database.close()
    return url


@pytest.mark.parametrize("former", ["0001"], indirect=True)
def test_the_day_when_articles_could_be_known_is_worked_out(former: str) -> None:
    database = Database(former)
    with database.reading() as connection:
        days = connection.execute(text("SELECT known_on FROM articles ORDER BY key")).scalars().all()
    database.close()
    assert days == ["2025-03-31", "2026-01-02"]


@pytest.mark.parametrize("former", ["0001", "0002"], indirect=True)
def test_decisions_can_be_kept(former: str) -> None:
    database = Database(former)
    with database.writing() as connection:
        insert_decision(connection, "b", "a", "same", "Carla", "seen")
    with database.reading() as connection:
        (decision,) = all_decisions(connection)
        assert connection.execute(text("SELECT count(*) FROM articles")).scalar_one() == 2
    database.close()
    assert (decision.one, decision.other, decision.verdict) == ("a", "b", "same")


@pytest.mark.parametrize("former", ["0005"], indirect=True)
def test_decisions_made_before_there_was_a_log_are_in_it(former: str) -> None:
    columns = "one, other, verdict, author, reason, made_at, withdrawn_at"
    rows = (
        "'a', 'b', 'same', 'Carla', 'seen', '2026-01-02T03:04:05Z', NULL",
        "'c', 'd', 'unsure', 'Dora', '', 'x', 'y'",
    )
    with sqlite3.connect(former.removeprefix("sqlite:///")) as connection:
        for row in rows:
            connection.execute(f"INSERT INTO decisions ({columns}) VALUES ({row})")
    connection.close()
    database = Database(former)
    with database.reading() as reading:
        newest, oldest = last_deeds(reading, 10)
        standing = deeds_that_stand(reading, [oldest.key, newest.key])
    database.close()
    assert (oldest.author, oldest.action, oldest.about, oldest.undone_at) == ("Carla", "same", "a / b", None)
    assert newest.undone_at == "y"
    assert standing == {oldest.key}


@pytest.mark.parametrize("former", ["0008"], indirect=True)
def test_moves_learn_their_date_and_who_told_them(former: str) -> None:
    with sqlite3.connect(former.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE articles SET publisher = 'Harbour Ledger' WHERE key = 1")
        connection.execute("UPDATE articles SET url = 'https://wire.example/a', published = '2025-04-02' WHERE key = 2")
        for key in (1, 2):
            connection.execute(
                "INSERT INTO readings (key, article_key, reader, reader_version, lang, read_at, current) "
                f"VALUES ({key}, {key}, 'r', '1', 'en', 'x', 1)"
            )
            connection.execute(
                "INSERT INTO claims (id, reading_key, ordinal, sort, kind, status, payload) "
                f"VALUES ('c-{key}', {key}, 0, 'move', 'move', 'rumored', '{{}}')"
            )
        for move, date in (("m-1", '"2025-03"'), ("m-2", "null")):
            payload = f'{{"date": {date}, "claims": ["c-1", "c-2"]}}'
            connection.execute(
                "INSERT INTO moves (id, person, kind, status, day, last_day, origins, confidence, languages, payload) "
                f"VALUES ('{move}', 'p', 'move', 'done', '', '', 1, 0.5, ',', '{payload}')"
            )
    connection.close()
    database = Database(former)
    with database.reading() as reading:
        rows = reading.execute(text("SELECT id, date, known_on FROM moves ORDER BY id")).all()
        told = sorted(tellings_of_moves(reading))
    database.close()
    assert rows == [("m-1", "2025-03", ""), ("m-2", None, "")]
    outlets = [("rumored", "Harbour Ledger", "2025-03"), ("rumored", "wire.example", "2025-04-02")]
    assert told == [(move, *outlet) for move in ("m-1", "m-2") for outlet in outlets]


@pytest.mark.parametrize("former", ["0009"], indirect=True)
def test_names_of_before_are_still_compared_with_those_of_every_script(former: str) -> None:
    with sqlite3.connect(former.removeprefix("sqlite:///")) as connection:
        connection.execute("INSERT INTO name_blocks (block, name_key) VALUES ('s:BRT', 'former')")
    connection.close()
    database = Database(former)
    with database.writing() as writing:
        insert_names(writing, [NameRow("new", "person", None, ("Barret",))], {"new": {"s:BRT": "latin"}})
        assert neighbours_in_blocks(writing, "new", ("", "arabic")) == ["former"]
        assert neighbours_in_blocks(writing, "former", ("latin", "arabic")) == ["new"]
    database.close()


@pytest.mark.parametrize("former", ["0012"], indirect=True)
def test_facts_that_no_longer_count_and_latest_days_of_moves_are_worked_out(former: str) -> None:
    with sqlite3.connect(former.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE articles SET known_on = '2025-03-31' WHERE key = 1")
        connection.execute("UPDATE articles SET known_on = '2026-01-02' WHERE key = 2")
        for key, article, current in ((1, 1, 0), (2, 1, 1), (3, 2, 1)):
            connection.execute(
                "INSERT INTO readings (key, article_key, reader, reader_version, lang, read_at, current) "
                f"VALUES ({key}, {article}, 'r', '{key}', 'en', 'x', {current})"
            )
            connection.execute(
                "INSERT INTO claims (id, reading_key, ordinal, sort, payload) "
                f"VALUES ('f-{key}', {key}, 1, 'fact', '{{}}')"
            )
            connection.execute(
                "INSERT INTO fact_parties (claim, ordinal, sort, reader_id, folded, article_key) "
                f"VALUES ('f-{key}', 0, 'organization', 'o', 'o', {article})"
            )
        for claim, reading, date in (("c-1", 2, "'2025-02'"), ("c-2", 3, "'2026'"), ("c-3", 2, "NULL")):
            connection.execute(
                "INSERT INTO claims (id, reading_key, ordinal, sort, kind, status, date, payload) "
                f"VALUES ('{claim}', {reading}, 0, 'move', 'move', 'done', {date}, '{{}}')"
            )
        payload = '{"claims": ["c-1", "c-2", "c-3"]}'
        connection.execute(
            "INSERT INTO moves (id, person, kind, status, day, last_day, origins, confidence, languages, payload) "
            f"VALUES ('m', 'p', 'move', 'done', '', '', 1, 0.5, ',', '{payload}')"
        )
    connection.close()
    database = Database(former)
    with database.reading() as reading:
        found = [head.id for head in find_facts(reading, FactQuery())]
        days = reading.execute(text("SELECT latest_days FROM moves")).scalar_one()
    database.close()
    assert found == ["f-2", "f-3"]
    assert days == "2025-03-31=2025-03-01 2026-01-02=2026-01-01"


@pytest.mark.parametrize("former", ["0013"], indirect=True)
def test_the_moves_of_everybody_are_made_anew_to_be_counted_by_day(former: str) -> None:
    with sqlite3.connect(former.removeprefix("sqlite:///")) as connection:
        connection.execute("INSERT INTO stale (sort, key) VALUES ('person', 'ada'), ('article', '1')")
        for move, person in (("m-1", "ada"), ("m-2", "ada"), ("m-3", "boris")):
            connection.execute(
                "INSERT INTO moves (id, person, kind, status, day, last_day, origins, confidence, languages, payload) "
                f"VALUES ('{move}', '{person}', 'move', 'done', '', '', 1, 0.5, ',', '{{}}')"
            )
    connection.close()
    database = Database(former)
    with database.writing() as writing:
        assert sorted(take_stale(writing, "person", 10)) == ["ada", "boris"]
        assert count_stale(writing) == {"article": 1}
    database.close()
