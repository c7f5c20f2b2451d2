"""The scanner of a scan, where a station has several."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; scans that are there came from a scanner without a name."""
    scanner = sa.Column("scanner", sa.Text(), nullable=False, server_default="")
    op.add_column("scan", scanner)
