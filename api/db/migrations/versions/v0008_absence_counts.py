"""Counts of absence, models learnt from them, accepted reserves; jobs of a unit, not a period."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import api.db.base

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _jobs_of_units()
    moment = api.db.base.UtcTime(timezone=True)
    op.create_table(
        "absence_count",
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("staff_group", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("planned", sa.Float(), nullable=False),
        sa.Column("absent", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
            name=op.f("fk_absence_count_unit_id_unit"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "unit_id", "date", "staff_group", "kind", name=op.f("pk_absence_count")
        ),
    )
    op.create_table(
        "absence_model",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("job_id", sa.String(length=32), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.Column("made", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
            name=op.f("fk_absence_model_unit_id_unit"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_model")),
    )
    with op.batch_alter_table("absence_model", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absence_model_unit_id"), ["unit_id"], unique=False)
    op.create_table(
        "period_reserve",
        sa.Column("period_id", sa.String(length=32), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("basis", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["period.id"],
            name=op.f("fk_period_reserve_period_id_period"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("period_id", name=op.f("pk_period_reserve")),
    )


def _jobs_of_units() -> None:
    """Let a job be a unit's; SQLite makes the table anew, which would take its news along."""
    op.execute("CREATE TEMPORARY TABLE kept_news AS SELECT * FROM job_news")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.alter_column("period_id", existing_type=sa.String(length=32), nullable=True)
        batch_op.alter_column("problem_hash", existing_type=sa.String(length=64), nullable=True)
        batch_op.add_column(sa.Column("unit_id", sa.String(length=32), nullable=True))
        batch_op.create_index(batch_op.f("ix_job_unit_id"), ["unit_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_job_unit_id_unit"), "unit", ["unit_id"], ["id"], ondelete="CASCADE"
        )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DELETE FROM job_news")
        op.execute("INSERT INTO job_news SELECT * FROM kept_news")
    op.execute("DROP TABLE kept_news")
