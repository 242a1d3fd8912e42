"""Corrections of the ledger, the agreement on names, own choices about extra shifts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import api.db.base

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them."""
    _corrections()
    _agreement()
    _choices()


def _corrections() -> None:
    op.create_table(
        "ledger_correction",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("period_id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("burden", sa.String(length=40), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("at", api.db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["period.id"],
            name=op.f("fk_ledger_correction_period_id_period"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_correction")),
        sa.UniqueConstraint(
            "period_id",
            "person",
            "burden",
            name=op.f("uq_ledger_correction_period_id_person_burden"),
        ),
    )
    with op.batch_alter_table("ledger_correction", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ledger_correction_period_id"), ["period_id"], unique=False
        )


def _agreement() -> None:
    op.create_table(
        "names_agreement",
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("proposed_by", sa.String(length=32), nullable=True),
        sa.Column("proposed_at", api.db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("agreed_at", api.db.base.UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["unit.id"],
            name=op.f("fk_names_agreement_unit_id_unit"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("pk_names_agreement")),
    )


def _choices() -> None:
    op.create_table(
        "call_choice",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("shifts", sa.JSON(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("at", api.db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_call_choice_unit_id_unit"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_choice")),
    )
    with op.batch_alter_table("call_choice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_choice_unit_id"), ["unit_id"], unique=False)
