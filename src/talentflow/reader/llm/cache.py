"""Answers that were given before, by content, model and prompt: a run that was killed goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from talentflow.model import TalentflowError


class Answers(Protocol):
    """Where answers are kept."""

    def get(self, key: str) -> str | None:
        """The answer kept under a key."""
        ...

    def put(self, key: str, answer: str) -> None:
        """Keep an answer."""
        ...


def answer_key(parts: Sequence[str]) -> str:
    """A digest of all that an answer depends on."""
    return hashlib.sha256(json.dumps(list(parts), ensure_ascii=True).encode()).hexdigest()


class NoAnswers:
    """Keeps nothing."""

    def get(self, key: str) -> str | None:
        """Nothing was kept."""
        return None

    def put(self, key: str, answer: str) -> None:
        """Forget it."""


class AnswerFile:
    """A SQLite file of answers. Each is there whole or not at all, and several runs may share the file."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it."""
        self._path, self._lock = path, threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=30, check_same_thread=False, isolation_level=None)
            self._connection.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer TEXT NOT NULL)")
        except (OSError, sqlite3.Error) as error:
            raise self._trouble(error) from None

    def get(self, key: str) -> str | None:
        """The answer kept under a key."""
        with self._lock:
            try:
                row = self._connection.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
            except sqlite3.Error as error:
                raise self._trouble(error) from None
        return None if row is None else str(row[0])

    def put(self, key: str, answer: str) -> None:
        """Keep an answer; it is on the disk when this returns."""
        with self._lock:
            try:
                self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, answer))
            except sqlite3.Error as error:
                raise self._trouble(error) from None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _trouble(self, error: Exception) -> TalentflowError:
        return TalentflowError(
            f"{self._path}: cannot keep the answers of the model ({error}). Name another place with --answers."
        )
