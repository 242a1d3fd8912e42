"""Questions: jobs of several kinds, with a result of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(length=40), nullable=False, server_default="search")
        )
        batch_op.add_column(
            sa.Column("about", sa.String(length=200), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("result", sa.LargeBinary(), nullable=True))
    with op.batch_alter_table("job_news", schema=None) as batch_op:
        batch_op.add_column(sa.Column("share", sa.Double(), nullable=True))
