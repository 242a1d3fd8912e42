"""What Alembic runs: one transaction over a connection that the caller gives."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from api.db.tables import METADATA

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite changes a table by making it anew
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
