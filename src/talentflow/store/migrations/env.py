"""Runs the steps on the connection that the store hands over; the store begins and ends the transaction."""

from alembic import context

from talentflow.store.schema import metadata
from talentflow.store.versions import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=False,
)
context.run_migrations()
