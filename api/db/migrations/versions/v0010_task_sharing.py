"""Task books, approvals of who may do a task, and personal delegations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import api.db.base

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = api.db.base.UtcTime(timezone=True)
    op.create_table(
        "task_book",
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("at", moment, nullable=False),
        _of_unit("task_book"),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("pk_task_book")),
    )
    op.create_table(
        "task_approval",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("task", sa.String(length=40), nullable=False),
        sa.Column("minimum", sa.JSON(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("proposed_by", sa.String(length=32), nullable=True),
        sa.Column("at", moment, nullable=False),
        sa.Column("approved_by", sa.String(length=32), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("ended_by", sa.String(length=32), nullable=True),
        sa.Column("ended", moment, nullable=True),
        _of_unit("task_approval"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_approval")),
    )
    op.create_table(
        "task_delegation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("task", sa.String(length=40), nullable=False),
        sa.Column("forms", sa.JSON(), nullable=False),
        sa.Column("residents", sa.JSON(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("signed_by", sa.String(length=200), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("at", moment, nullable=False),
        sa.Column("ended_by", sa.String(length=32), nullable=True),
        sa.Column("ended", moment, nullable=True),
        _of_unit("task_delegation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_delegation")),
    )
    for table in ("task_approval", "task_delegation"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_unit_id"), ["unit_id"], unique=False)


def _of_unit(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_unit_id_unit")
    return sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=name, ondelete="CASCADE")
