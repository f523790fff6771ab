from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from talentflow.app import Library
from talentflow.registry import Registry
from tests.app.adder import articles

COUNT = 40
ROOT = Path(__file__).parents[2]


def start(database: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.app.adder", str(database), str(COUNT)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def whole_articles(database: Path) -> int:
    """How many articles the database holds; fails where one of them is not whole."""
    with sqlite3.connect(database) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'articles'").fetchone():
            return 0
        rows = connection.execute(
            "SELECT a.id, count(DISTINCT r.key), count(c.id), (SELECT count(*) FROM article_traces t "
            "WHERE t.article_key = a.key) FROM articles a LEFT JOIN readings r ON r.article_key = a.key "
            "LEFT JOIN claims c ON c.reading_key = r.key GROUP BY a.key"
        ).fetchall()
    connection.close()
    assert {row[1:] for row in rows} <= {(1, 3, 1)}
    return len(rows)


@pytest.fixture(scope="module")
def undisturbed() -> dict[str, Any]:
    """The ledger of a process that nobody killed."""
    documents, reader = articles(COUNT)
    with Library("sqlite://", registry=Registry()) as library:
        list(library.add(documents, reader))
        return library.export_ledger()


@pytest.mark.parametrize(
    ("outputs", "later"), [(0, 0.0), (0, 0.004), (1, 0.0), (2, 0.004), (11, 0.0), (12, 0.004), (25, 0.0), (38, 0.004)]
)
def test_a_killed_process_leaves_whole_articles_and_the_next_finishes(
    tmp_path: Path, outputs: int, later: float, undisturbed: dict[str, Any]
) -> None:
    database = tmp_path / "test.db"
    process = start(database)
    assert process.stdout is not None
    for _ in range(outputs):
        process.stdout.readline()
    time.sleep(later if outputs else 0.3 + 20 * later)  # at 0: while it starts, or makes the tables
    process.kill()
    process.wait()
    process.stdout.close()

    if database.exists():
        assert whole_articles(database) >= max(0, outputs - 1)
    documents, reader = articles(COUNT)
    with Library(str(database), registry=Registry()) as library:
        list(library.add(documents, reader))
        finished = library.export_ledger()
    assert whole_articles(database) == COUNT
    assert finished == undisturbed
