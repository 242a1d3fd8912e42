"""Tables of swaps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import api.db.base

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "swap_rules",
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_swap_rules_unit_id_unit"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("pk_swap_rules")),
    )
    op.create_table(
        "swap_request",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("period_id", sa.String(length=32), nullable=False),
        sa.Column("asked_by", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("publication", sa.Integer(), nullable=True),
        sa.Column("at", api.db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("agreed", api.db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("ended", api.db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["period.id"],
            name=op.f("fk_swap_request_period_id_period"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_swap_request_unit_id_unit"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_swap_request")),
    )
    with op.batch_alter_table("swap_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_swap_request_period_id"), ["period_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_swap_request_unit_id"), ["unit_id"], unique=False)
    op.create_table(
        "swap_part",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("request_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("gives", sa.JSON(), nullable=False),
        sa.Column("takes", sa.JSON(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("answered", api.db.base.UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["swap_request.id"],
            name=op.f("fk_swap_part_request_id_swap_request"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_swap_part")),
        sa.UniqueConstraint("request_id", "person", name=op.f("uq_swap_part_request_id_person")),
    )
    with op.batch_alter_table("swap_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_swap_part_request_id"), ["request_id"], unique=False)
