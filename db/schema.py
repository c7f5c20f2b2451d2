"""The schema's versions: how a file says which one it has, and how a new file gets it."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import SQLModel

from db import tables  # noqa: F401 -- registers every table

APPLICATION_ID = 0x53444B31  # "SDK1": how a summit file is told from other SQLite files
# Alembic revisions in order; a file's `user_version` is the place of its revision, from 1.
REVISIONS: Sequence[str] = ("0001", "0002", "0003")
CURRENT = len(REVISIONS)


def create(connection: sa.Connection) -> None:
    """Create every table in an empty database and stamp it with the current revision."""
    SQLModel.metadata.create_all(connection)
    version = sa.table("alembic_version", sa.column("version_num", sa.String(32)))
    connection.execute(
        sa.text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(sa.insert(version).values(version_num=REVISIONS[-1]))


def migrate(connection: sa.Connection) -> None:
    """Bring an older database to the current revision; the caller has copied the file."""
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", "db:migrations")
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
