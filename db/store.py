"""An open summit file: opening it safely, and handing out units of work and views."""

import datetime as dt
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa
from filelock import FileLock
from sqlmodel import SQLModel

from db import backup, engines, locking, schema, search, sorting
from db.damage import cause, faults, unopened
from db.header import check_header
from db.making import build
from db.unit import Unit, View
from summit_desk.domain.errors.files import (
    CannotWrite,
    DamagedFile,
    FileExists,
    ReadOnlyFile,
)
from summit_desk.support.clock import utc_now
from summit_desk.support.i18n import _


class Store:
    """One summit file, open in this desk.

    Writers wait for each other (one unit at a time); views read beside them. `actor` and
    `station` sign every change.
    """

    def __init__(
        self,
        path: Path,
        lock: FileLock | None,
        *,
        now: Callable[[], dt.datetime] = utc_now,
        actor: str = "",
        station: str = "",
    ) -> None:
        self.path, self.now, self.actor, self.station = path, now, actor, station
        self._lock = lock
        self._turn = threading.RLock()
        self._writer = engines.writer(path) if lock else None
        self._hot: Any = None  # the writer's own connection, once it was asked for
        immutable = lock is None and not locking.can_write_beside(path)
        self._readers = engines.readers(path, immutable=immutable)
        self.writes = 0  # commits since opening: tells the backup whether anything changed

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        now: Callable[[], dt.datetime] = utc_now,
        actor: str = "",
        station: str = "",
    ) -> Self:
        """Make a new, empty summit file; raises FileExists or CannotWrite."""
        if path.exists():
            raise FileExists(path=path)
        if not path.parent.is_dir():
            raise CannotWrite(path=path, why=_("there is no folder {0}").format(path.parent))
        lock = locking.claim(path)
        part = path.with_name(path.name + ".part")
        try:
            build(part)
            part.replace(path)
        except (OSError, *engines.DatabaseErrors) as error:
            lock.release()
            part.unlink(missing_ok=True)
            raise CannotWrite(path=path, why=cause(error)) from error
        return cls(path, lock, now=now, actor=actor, station=station)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        writing: bool = True,
        now: Callable[[], dt.datetime] = utc_now,
        actor: str = "",
        station: str = "",
    ) -> Self:
        """Open a summit file; one that is refused is not touched.

        Raises FileNotFound, NotASummitFile, DamagedFile, NewerFile, UnknownSchema, ReadOnlyFile
        or OpenElsewhere. With `writing=False` any number of readers may open it.
        """
        version = check_header(path)
        lock = None
        if writing:
            if not locking.is_writable(path):
                raise ReadOnlyFile(path=path)
            lock = locking.claim(path)
        try:
            _upgrade(path, version)
            store = cls(path, lock, now=now, actor=actor, station=station)
            store.check()
        except engines.DatabaseErrors as error:
            if lock:
                lock.release()
            raise unopened(path, error) from error
        return store

    def check(self) -> None:
        """Read a page of every table, and make the search index when it is missing."""
        with self._readers.connect() as connection:
            names = connection.execute(sa.text("SELECT name FROM sqlite_master")).scalars().all()
            missing = set(SQLModel.metadata.tables) - set(names)
            if missing:
                what = _("tables are missing: {names}").format(names=", ".join(sorted(missing)))
                raise DamagedFile(path=self.path, what=what)
            for name in SQLModel.metadata.tables:
                connection.execute(sa.text(f'SELECT 1 FROM "{name}" LIMIT 1')).all()  # noqa: S608 -- our own names
        if self._writer is not None:
            with self._writer.connect() as connection:
                search.ensure(connection)
                sorting.ensure(connection)
                connection.commit()

    @property
    def writable(self) -> bool:
        """Tell whether this desk may change the file."""
        return self._writer is not None

    def unit(self) -> Unit:
        """Return a unit of work; use it in a `with` block."""
        if self._writer is None:
            raise ReadOnlyFile(path=self.path)
        self._turn.acquire()
        try:
            connection = self._writer.connect()
        except BaseException:
            self._turn.release()
            raise

        def close() -> None:
            try:
                connection.close()  # rolls back what was not committed
                self.writes += unit.committed
            finally:
                self._turn.release()

        unit = Unit(connection, close, now=self.now, actor=self.actor, station=self.station)
        return unit

    def view(self) -> View:
        """Return a consistent view for reading; use it in a `with` block."""
        connection = self._readers.connect()
        return View(connection, connection.close)

    def hot(self) -> "Writing":
        """Return the one writing connection for the scanner's path; a `with` block holds it."""
        if self._writer is None:
            raise ReadOnlyFile(path=self.path)
        return Writing(self._driver, self._turn)

    def _driver(self) -> Any:  # noqa: ANN401 -- sqlcipher3 has no types
        """Return the driver's own connection; asking the pool costs a tenth of a scan."""
        if self._hot is None and self._writer is not None:
            pooled = self._writer.raw_connection()
            self._hot = pooled.driver_connection
            pooled.close()
        return self._hot

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file, when nobody is waiting."""
        if self._writer is not None and self._turn.acquire(blocking=False):
            try:
                engines.checkpoint(self._writer)
            finally:
                self._turn.release()

    def verify(self) -> list[str]:
        """Return what SQLite finds wrong with the whole file; empty when it is sound."""
        with self._readers.connect() as connection:
            return faults(connection)

    def backup_to(self, target: Path) -> None:
        """Write a whole copy of the file, atomically."""
        backup.write(self.path, target)

    def close(self) -> None:
        """Give the file back: log folded in, nothing left beside it."""
        self._readers.dispose()
        if self._writer is not None:
            engines.checkpoint(self._writer)
            self._writer.dispose()
        if self._lock is not None:
            self._lock.release()  # the lock's file stays: removing it would let two desks in

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Writing:
    """The raw writing connection, held for as long as the block lasts."""

    def __init__(
        self,
        driver: Callable[[], Any],
        turn: AbstractContextManager[object],
    ) -> None:
        self._driver, self._turn = driver, turn

    def __enter__(self) -> Any:  # noqa: ANN401 -- sqlcipher3 has no types
        self._turn.__enter__()
        return self._driver()

    def __exit__(self, *error: object) -> None:
        try:
            if self._driver().in_transaction:
                self._driver().rollback()
        finally:
            self._turn.__exit__(None, None, None)


def _upgrade(path: Path, version: int) -> None:
    """Migrate an older file after copying it."""
    if version == schema.CURRENT:
        return
    backup.keep(path, label=f"schema-{version}")
    engine = engines.writer(path)
    try:
        with engine.connect() as connection:
            schema.migrate(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={schema.CURRENT}")
            connection.commit()
    finally:
        engine.dispose()
