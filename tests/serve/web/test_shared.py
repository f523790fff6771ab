"""What the processes of one server have in common, and that they are one server to whoever asks."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from talentflow.app import Library
from talentflow.serve.web import serving
from talentflow.serve.web.access import Sessions
from talentflow.serve.web.rates import Rates
from talentflow.serve.web.shared import Shared, Turn


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shared.db"


def test_who_signs_in_at_one_process_is_known_to_the_others_until_signing_out(path: Path) -> None:
    one, other = Sessions(Shared(path)), Sessions(Shared(path))
    cookie = one.open("the token")
    found = other.find(cookie)
    assert found is not None
    assert found == one.find(cookie)
    assert found.token == "the token"
    other.close(cookie)
    assert one.find(cookie) is None


def test_a_session_lives_on_by_being_used_at_any_process(path: Path) -> None:
    now = [0.0]
    one, other = (Sessions(Shared(path), clock=lambda: now[0]) for _ in range(2))
    cookie = one.open("t")
    for hours in (11, 22, 33):
        now[0] = hours * 3600.0
        assert other.find(cookie) is not None
    assert one.find(cookie) is not None
    now[0] = 60 * 3600.0
    assert one.find(cookie) is None


def test_no_cookie_can_be_read_in_the_file(path: Path) -> None:
    shared = Shared(path)
    cookie = Sessions(shared).open("t")
    shared.close()
    assert cookie.encode() not in path.read_bytes()


def test_an_address_may_not_ask_each_process_as_often_as_one(path: Path) -> None:
    one, other = (Rates(4, Shared(path), clock=lambda: 0.0) for _ in range(2))
    assert [rates.wait("192.0.2.1") for rates in (one, other, one, other)] == [0, 0, 0, 0]
    assert one.wait("192.0.2.1") == other.wait("192.0.2.1") == 15


def test_many_threads_take_no_more_than_there_is(path: Path) -> None:
    each = [Rates(50, Shared(path), clock=lambda: 0.0) for _ in range(4)]
    allowed: list[float] = []

    def ask(rates: Rates) -> None:
        allowed.extend(rates.wait("192.0.2.1") for _ in range(25))

    threads = [threading.Thread(target=ask, args=(rates,)) for rates in each]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(wait == 0 for wait in allowed) == 50
    assert len(allowed) == 100


def test_no_more_addresses_are_kept_than_are_needed(path: Path) -> None:
    shared = Shared(path)
    now = [0.0]
    rates = Rates(2, shared, clock=lambda: now[0])
    for number in range(12_500):
        now[0] += 0.001
        rates.wait(f"host {number}")
    with shared.reading() as connection:
        (kept,) = connection.execute("SELECT count(*) FROM asked").fetchone()
        (newest,) = connection.execute("SELECT count(*) FROM asked WHERE address = 'host 12499'").fetchone()
    assert 10_000 <= kept <= 11_001
    assert newest == 1


def test_one_keeper_has_the_turn_until_it_falls_silent(path: Path) -> None:
    now = [0.0]
    one, other = (Turn(Shared(path), "keeper", clock=lambda: now[0]) for _ in range(2))
    assert one.is_ours()
    assert not other.is_ours()
    now[0] = 20
    assert one.is_ours()
    now[0] = 45
    assert not other.is_ours()
    now[0] = 51
    assert other.is_ours()
    assert not one.is_ours()
    assert Turn(Shared(path), "something else", clock=lambda: now[0]).is_ours()


def test_a_change_that_fails_is_no_change(path: Path) -> None:
    shared = Shared(path)

    def fail() -> None:
        with shared.changing() as connection:
            connection.execute("INSERT INTO turns VALUES ('a', 'b', 1)")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with shared.reading() as connection:
        assert connection.execute("SELECT count(*) FROM turns").fetchone() == (0,)


@pytest.mark.parametrize(("articles", "processors", "processes"), [(3, 8, 1), (20_000, 8, 2), (20_000, 1, 1)])
def test_a_large_record_is_served_by_more_processes(
    articles: int, processors: int, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "articles_kept", lambda _: articles)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    with Library("sqlite://") as library:
        assert serving.usual_processes(library) == processes


def _until(is_so: Callable[[], bool], seconds: float = 120) -> bool:
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.2)
    return is_so()


def _children(process: int) -> list[int]:
    """The processes that serve, begun by this one."""
    found = subprocess.run(["ps", "-ww", "-eo", "pid=,ppid=,args="], capture_output=True, encoding="utf-8", check=True)
    rows = (line.split(None, 2) for line in found.stdout.splitlines())
    return [int(row[0]) for row in rows if int(row[1]) == process and "spawn_main" in row[2]]


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def started(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "talentflow", "--db", str(tmp_path / "record.db"), "serve", "--port", "0"]
    command += ["--processes", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="needs ps and Unix signals")
def test_several_processes_are_one_server(started: subprocess.Popen[str]) -> None:
    assert started.stdout is not None
    told = started.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+/", told)
    assert found is not None, told

    def articles() -> int:
        with urllib.request.urlopen(found[0] + "api/v1/status", timeout=120) as answer:
            return int(json.load(answer)["articles"])

    assert articles() == 0
    assert _until(lambda: len(_children(started.pid)) == 2)
    first, second = _children(started.pid)
    os.kill(first, signal.SIGKILL)
    assert _until(lambda: len(set(_children(started.pid)) - {first}) == 2), "no other has taken its place"
    assert articles() == 0
    now = _children(started.pid)
    started.send_signal(signal.SIGINT)
    rest, _ = started.communicate(timeout=120)
    assert (started.returncode, rest) == (0, "")
    assert second in now
    assert not any(map(_is_alive, now))


@pytest.mark.skipif(sys.platform != "linux", reason="needs ps and Unix signals")
def test_no_process_outlives_the_one_that_began_it(started: subprocess.Popen[str]) -> None:
    assert started.stdout is not None
    started.stdout.readline()
    assert _until(lambda: len(_children(started.pid)) == 2)
    theirs = _children(started.pid)
    started.kill()
    started.wait()
    assert _until(lambda: not any(map(_is_alive, theirs))), "they go on serving, and nobody can stop them"


@pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")
def test_what_is_no_database_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "no database.db"
    path.write_bytes(b"nothing of the kind" * 1000)
    command = [sys.executable, "-m", "talentflow", "--db", str(path), "serve", "--port", "0", "--processes", "2"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
