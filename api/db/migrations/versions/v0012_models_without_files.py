"""A model's file is not kept: it would hold the days of all units.

Nor is its digest from before: it was of all units' days, and two units' cards could be compared.
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE absence_model SET hash = ''")
    with op.batch_alter_table("absence_model", schema=None) as batch_op:
        batch_op.drop_column("file")
