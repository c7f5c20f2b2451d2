"""Telling a damaged summit file from everything else that SQLite can complain about."""

from pathlib import Path

import sqlalchemy as sa

from db.engines import DatabaseErrors
from summit_desk.domain.errors import DeskError
from summit_desk.domain.errors.files import CannotWrite, DamagedFile
from summit_desk.support.i18n import N_, _

CORRUPT, NOT_A_DATABASE = 11, 26
BUSY, READ_ONLY, UNREADABLE, FULL, NOT_OPENED = 5, 8, 10, 13, 14
PLACE = (BUSY, READ_ONLY, UNREADABLE, FULL, NOT_OPENED)
_WORDS = {
    BUSY: N_("another program is using the file"),
    READ_ONLY: N_("the file may not be written"),
    UNREADABLE: N_("the disk can't be read or written"),
    FULL: N_("the disk is full"),
    NOT_OPENED: N_("the file can't be opened"),
}
PRIMARY = 0xFF  # SQLite's extended result codes carry the primary one in their last byte


def cause(error: BaseException) -> BaseException:
    """Return what SQLite itself said: SQLAlchemy adds the statement and an address."""
    driver = error.orig if isinstance(error, sa.exc.DBAPIError) else None
    return driver or error


def why(error: BaseException) -> str:
    """Return what is wrong in the current language; what is rare in SQLite's own words."""
    known = _WORDS.get(_code(error))
    return _(known) if known else str(cause(error))


def raise_if_damaged(error: BaseException | None, connection: sa.Connection) -> None:
    """Raise DamagedFile in the place of an error that only a damaged file gives."""
    if error is None or not isinstance(error, DatabaseErrors):
        return
    if _code(error) in (CORRUPT, NOT_A_DATABASE):
        raise DamagedFile(path=_path(connection), what=cause(error)) from error


def unopened(path: Path, error: BaseException) -> DeskError:
    """Return why a file could not be opened: the disk it lies on, or the file itself."""
    if _code(error) in PLACE:
        return CannotWrite(path=path, why=why(error))
    return DamagedFile(path=path, what=cause(error))


def _code(error: BaseException) -> int:
    return int(getattr(cause(error), "sqlite_errorcode", 0)) & PRIMARY


def faults(connection: sa.Connection) -> list[str]:
    """Return what is wrong with the pages and links of the whole file."""
    questions = ("PRAGMA integrity_check", "PRAGMA foreign_key_check")
    return [fault for question in questions for fault in _answers(connection, question)]


def _answers(connection: sa.Connection, question: str) -> list[str]:
    """Ask SQLite; the damage can be such that it can't even answer."""
    try:
        rows = [tuple(row) for row in connection.exec_driver_sql(question)]
    except DatabaseErrors as error:
        return [str(cause(error))]
    return [str(row[0] if len(row) == 1 else row) for row in rows if row != ("ok",)]


def _path(connection: sa.Connection) -> Path:
    driver = connection.connection.driver_connection
    rows = driver.execute("PRAGMA database_list") if driver is not None else ()
    return next((Path(row[2]) for row in rows if row[1] == "main"), Path())
