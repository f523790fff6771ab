"""Where the database is: what the user says, else the environment, else the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

from talentflow.model import StoreError

ENVIRONMENT = "TALENTFLOW_DB"


def default_path() -> Path:
    """The database file in the user's data folder."""
    return user_data_path("talentflow", appauthor=False) / "talentflow.db"


def database_url(given: str | None = None) -> str:
    """The URL of the database: `given`, else TALENTFLOW_DB, else the file in the user's data folder.

    A plain path is taken as a SQLite file: "news.db" and "sqlite:///news.db" are one. The folder is made for the
    default only; elsewhere a folder that does not exist is more likely a slip of the pen.
    """
    chosen = given or os.environ.get(ENVIRONMENT)
    if not chosen:
        path = default_path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = error.strerror or str(error)
            raise StoreError(
                f"{path.parent}: cannot make the data folder ({problem}). Name a database with --db."
            ) from None
        return f"sqlite:///{path}"
    return chosen if "://" in chosen else f"sqlite:///{Path(chosen).expanduser()}"
