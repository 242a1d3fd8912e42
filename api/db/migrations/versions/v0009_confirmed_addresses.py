"""Addresses that are confirmed by a code sent there; who has set a choice for somebody else."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import api.db.base

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = api.db.base.UtcTime(timezone=True)
    with op.batch_alter_table("call_choice", schema=None) as batch_op:
        batch_op.add_column(sa.Column("by", sa.String(length=32), nullable=True))
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.add_column(sa.Column("confirmed", moment, nullable=True))
    op.create_table(
        "contact_code",
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("hashed", sa.String(length=200), nullable=False),
        sa.Column("ends", moment, nullable=False),
        sa.Column("guesses", sa.Integer(), nullable=False),
        sa.Column("due", moment, nullable=True),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("asked", moment, nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_contact_code_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "channel", name=op.f("pk_contact_code")),
    )
    with op.batch_alter_table("contact_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_code_due"), ["due"], unique=False)
