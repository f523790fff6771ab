from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from talentflow.model import StoreError
from talentflow.store import Database
from talentflow.store.schema import metadata
from talentflow.store.versions import VERSION_TABLE


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path}/test.db")


def test_the_steps_lead_to_the_schema_of_the_code(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        ours = [change for change in compare_metadata(context, metadata) if "article_words" not in str(change)]
    assert ours == []
    database.close()


def test_what_raises_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(ValueError, match="halfway"), database.writing() as connection:  # noqa: PT012
        connection.execute(text("INSERT INTO stale VALUES ('article', '1')"))
        raise ValueError("halfway")
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM stale")).scalar_one() == 0
    database.close()


def test_reading_sees_one_state_while_another_writes(database: Database) -> None:
    count = text("SELECT count(*) FROM stale")
    with database.reading() as reader:
        assert reader.execute(count).scalar_one() == 0
        with database.writing() as writer:
            writer.execute(text("INSERT INTO stale VALUES ('article', '1')"))
        assert reader.execute(count).scalar_one() == 0
    with database.reading() as reader:
        assert reader.execute(count).scalar_one() == 1
    database.close()


def test_the_password_of_a_url_is_not_shown() -> None:
    with pytest.raises(StoreError) as caught:
        Database("postgresql://user:secret@localhost:1/none")
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)
