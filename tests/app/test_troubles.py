from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sqlite3
import threading
from pathlib import Path

import pytest

from talentflow.app import Library
from talentflow.model import StoreError
from talentflow.registry import Registry
from talentflow.store import database as opening
from tests.app.adder import articles
from tests.app.make import document
from tests.app.scripted import ScriptedReader

DOCUMENTS, READER = articles(6)
ONE_LINE = r"^[^\n]+$"


def filled(path: Path) -> str:
    with Library(str(path), registry=Registry()) as library:
        list(library.add(DOCUMENTS, READER))
        library.refresh()
    return str(path)


def test_a_full_disk_stops_in_one_line_and_keeps_what_was_stored(tmp_path: Path) -> None:
    path = filled(tmp_path / "test.db")
    library = Library(path, registry=Registry())
    with library._database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    big = [document(f"big{number}", text=f"{number} " * 30000) for number in range(20)]

    # The limit belongs to the connection, so every one that is opened gets it.
    from sqlalchemy import event

    @event.listens_for(library._database.engine, "checkout")
    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")

    with pytest.raises(StoreError, match="the disk is full; what was stored before is safe"):
        list(library.add(big, ScriptedReader({})))
    library.close()
    with Library(path, registry=Registry()) as again:
        assert again.status().articles >= len(DOCUMENTS)
        assert [added.outcome for added in again.add(DOCUMENTS, READER)] == ["known"] * len(DOCUMENTS)


def _add_with_limit(path: str, size: int, told: multiprocessing.queues.Queue[str]) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    big = [document(f"big{number}", text=f"{number} " * 30000) for number in range(50)]
    try:
        with Library(path, registry=Registry()) as library:
            list(library.add(big, ScriptedReader({})))
    except StoreError as error:
        told.put(str(error))
    else:
        told.put("no error")


def test_a_file_that_may_not_grow_stops_in_one_line(tmp_path: Path) -> None:
    path = filled(tmp_path / "test.db")
    context = multiprocessing.get_context("spawn")
    told = context.Queue()
    process = context.Process(target=_add_with_limit, args=(path, Path(path).stat().st_size + 200_000, told))
    process.start()
    message = told.get(timeout=60)
    process.join()
    assert "the disk" in message
    assert "\n" not in message
    with Library(path, registry=Registry()) as library:
        assert library.status().articles >= len(DOCUMENTS)


def test_a_read_only_database_can_be_asked_and_not_added_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "test.db")
    # The superuser may write everything, so the answer to "may I write?" is given here.
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with Library(path, registry=Registry()) as library:
        assert library.status().articles == len(DOCUMENTS)
        assert library.moves()
        with pytest.raises(StoreError, match=r"the database is read-only\. Make it writable"):
            list(library.add([document("new")], READER))


def test_the_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = filled(tmp_path / "test.db")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE talentflow_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match=r"made by a newer Talentflow \(schema 9999, this one knows up to \d+\)"):
        Library(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Dear diary, this is no database. " * 200, "not a database"),
        (b"short", "not a database"),
        (os.urandom(8192), "not a database"),
    ],
)
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "diary.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=message) as caught:
        Library(str(path))
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="a database of another program"):
        Library(str(path))


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="a folder, not a database"):
        Library(str(tmp_path))


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with Library(str(path), registry=Registry()) as library:
        assert library.status().articles == 0


def test_a_locked_database_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_BUSY_SECONDS", 0)
    path = filled(tmp_path / "test.db")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        with (
            Library(path, registry=Registry()) as library,
            pytest.raises(StoreError, match="another program is writing to the database"),
        ):
            list(library.add([document("new")], READER))
    finally:
        holder.rollback()
        holder.close()


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "test.db")
    documents, reader = articles(30)

    def add(some: slice) -> None:
        with Library(path, registry=Registry()) as library:
            list(library.add(documents[some], reader))

    threads = [threading.Thread(target=add, args=(some,)) for some in (slice(0, 20), slice(10, 30))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Library(path, registry=Registry()) as library:
        assert library.status().articles == 30


@pytest.mark.parametrize("url", ["nonsense://x", "://", "oracle://host/name"])
def test_a_url_that_cannot_be_used_is_said_in_one_line(url: str) -> None:
    with pytest.raises(StoreError, match=ONE_LINE):
        Library(url)
