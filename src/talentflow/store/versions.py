"""Which schema a database has, and bringing it to the present one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from talentflow.model import StoreError
from talentflow.store.search import make_search_index

VERSION_TABLE = "talentflow_version"
_SCRIPTS = Path(__file__).parent / "migrations"


def known_versions() -> list[str]:
    """The numbers of all steps, oldest first, as their file names give them."""
    return sorted(path.name.split("_")[0] for path in (_SCRIPTS / "versions").glob("[0-9]*_*.py"))


def version_of(connection: Connection, where: str) -> str | None:
    """The schema's number, None for an empty database.

    Raises StoreError for a database that is not ours, or that a newer Talentflow made.
    """
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        if tables:
            raise StoreError(f"{where}: a database of another program. Name another file with --db.")
        return None
    row = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none()
    version = None if row is None else str(row)
    known = known_versions()
    if version is not None and version not in known:
        raise StoreError(
            f"{where}: made by a newer Talentflow (schema {version}, this one knows up to {known[-1]}). "
            "Upgrade Talentflow, or name another database with --db."
        )
    return version


def upgrade(connection: Connection) -> None:
    """Run the steps that are missing, in the transaction of the connection: all or none."""
    # Imported here: it takes a quarter of a second, and an up-to-date database does not need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    make_search_index(connection)
