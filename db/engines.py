"""Connections to a summit file: one that writes and checkpoints, and readers beside it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool, StaticPool

# sqlcipher3 carries a current SQLite (the one in many Pythons has the WAL-reset bug) and can
# encrypt the whole file.
from sqlcipher3 import dbapi2

BUSY_MS = 5_000
READERS = 4


def _connect(path: Path, *, mode: str) -> Any:  # noqa: ANN401 -- sqlcipher3 has no types
    return dbapi2.connect(
        f"{path.resolve().as_uri()}?{mode}",
        uri=True,
        timeout=BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )


def _with_pragmas(
    path: Path, mode: str, *pragmas: str
) -> Callable[[], Any]:  # sqlcipher3 has no types
    def connect() -> Any:  # noqa: ANN401 -- as above
        connection = _connect(path, mode=mode)
        for pragma in ("foreign_keys=ON", *pragmas):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    return connect


def _engine(creator: Callable[[], Any], begin: str, **options: Any) -> sa.Engine:  # noqa: ANN401 -- passed on
    engine = sa.create_engine("sqlite://", module=dbapi2, creator=creator, **options)

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def writer(path: Path) -> sa.Engine:
    """Return the engine of the one connection that writes; durable at every commit."""
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0", "cache_size=-8192")
    creator = _with_pragmas(path, "mode=rw", *pragmas)
    return _engine(creator, "BEGIN IMMEDIATE", poolclass=StaticPool)


def readers(path: Path, *, immutable: bool = False) -> sa.Engine:
    """Return the engine of the connections that only read, and never checkpoint.

    `immutable` is for a file on a medium where SQLite can't even put its index beside it.
    """
    mode = "immutable=1" if immutable else "mode=rw"
    creator = _with_pragmas(path, mode, "query_only=ON", "wal_autocheckpoint=0")
    return _engine(creator, "BEGIN", poolclass=QueuePool, pool_size=READERS, max_overflow=0)


def checkpoint(engine: sa.Engine) -> None:
    """Fold the write-ahead log into the file; for idle moments and the end."""
    raw = engine.raw_connection()
    try:
        connection: Any = raw.driver_connection
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    finally:
        raw.close()


def copy(path: Path, target: Path) -> None:
    """Copy a live summit file with SQLite's online backup, whole and consistent."""
    source = _connect(path, mode="mode=ro")
    try:
        destination = _connect(target, mode="mode=rwc")
        try:
            source.backup(destination)
        finally:
            destination.close()
    finally:
        source.close()
    alone(target)


def alone(path: Path) -> None:
    """Leave a closed summit file as one file, nothing beside it."""
    connection = _connect(path, mode="mode=rw")
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()


DatabaseErrors = (sqlite3.DatabaseError, dbapi2.DatabaseError, sa.exc.DatabaseError)
