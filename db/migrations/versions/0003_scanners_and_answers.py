"""The scanner of a scan, where a station has several; answers with station, operator and time."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add column and table; scans that are there came from a scanner without a name."""
    scanner = sa.Column("scanner", sa.Text(), nullable=False, server_default="")
    op.add_column("scan", scanner)
    op.create_table(
        "answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), _reference("event.id"), nullable=False),
        sa.Column("attendee_id", sa.Uuid(), _reference("attendee.id"), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_answer_attendee_id"), "answer", ["attendee_id"], unique=False)


def _reference(target: str) -> sa.ForeignKey:
    return sa.ForeignKey(target, initially="DEFERRED", deferrable=True)
