"""Run by Alembic for every migration, on the connection that newsdesk/storage/schema.py hands over."""

from __future__ import annotations

from alembic import context

from newsdesk.storage.schema import VERSION_TABLE
from newsdesk.storage.tables.every import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    # SQLite cannot alter most things in place: Alembic makes the table anew.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
