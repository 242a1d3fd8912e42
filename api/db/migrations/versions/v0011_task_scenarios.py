"""Scenarios of task sharing, what a question is about besides, entered gain plans."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import api.db.base

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = api.db.base.UtcTime(timezone=True)
    op.create_table(
        "job_matter",
        sa.Column("job_id", sa.String(length=32), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["job_id"], ["job.id"], name=op.f("fk_job_matter_job_id_job"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("job_id", name=op.f("pk_job_matter")),
    )
    op.create_table(
        "entered_gains",
        sa.Column("job_id", sa.String(length=32), nullable=False),
        sa.Column("alternative", sa.String(length=40), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["job_id"], ["job.id"], name=op.f("fk_entered_gains_job_id_job"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("job_id", "alternative", name=op.f("pk_entered_gains")),
    )
    op.create_table(
        "task_scenario",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("period_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("created", moment, nullable=False),
        sa.Column("changed", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["period.id"],
            name=op.f("fk_task_scenario_period_id_period"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_scenario")),
        sa.UniqueConstraint("period_id", "code", name=op.f("uq_task_scenario_period_id")),
    )
    with op.batch_alter_table("task_scenario", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_scenario_period_id"), ["period_id"], unique=False)
