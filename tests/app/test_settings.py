from __future__ import annotations

from pathlib import Path

import pytest

from talentflow.app import settings
from talentflow.model import StoreError


def test_what_is_given_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALENTFLOW_DB", "environment.db")
    assert settings.database_url("given.db") == "sqlite:///given.db"
    assert settings.database_url() == "sqlite:///environment.db"
    assert settings.database_url("postgresql://host/name") == "postgresql://host/name"


def test_the_default_is_in_the_users_data_folder_which_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TALENTFLOW_DB", raising=False)
    monkeypatch.setattr(settings, "default_path", lambda: tmp_path / "data" / "talentflow.db")
    assert settings.database_url() == f"sqlite:///{tmp_path}/data/talentflow.db"
    assert (tmp_path / "data").is_dir()


def test_a_data_folder_that_cannot_be_made_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.delenv("TALENTFLOW_DB", raising=False)
    monkeypatch.setattr(settings, "default_path", lambda: tmp_path / "file" / "talentflow.db")
    with pytest.raises(StoreError, match="Name a database with --db"):
        settings.database_url()
