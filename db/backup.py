"""Backup copies of a summit file: written atomically, the latest few kept."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db import engines
from db.damage import cause
from db.header import check_header
from summit_desk.domain.errors import DeskError
from summit_desk.domain.errors.files import CannotWrite, NoBackup
from summit_desk.support.i18n import _

KEPT = 10
STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True)
class Copy:
    """A backup: where it lies, when it was made (aware UTC) and its size in bytes."""

    path: Path
    made_at: datetime
    size: int


def folder(path: Path) -> Path:
    """Return where the backups of a summit file are kept: beside it."""
    return path.with_name(f"{path.stem}.backups")


def write(path: Path, target: Path) -> None:
    """Copy the summit file to `target`, whole or not at all; raises CannotWrite."""
    if target.exists() and target.samefile(path):
        raise CannotWrite(path=target, why=_("that is the summit file itself"))
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        engines.copy(path, part)
        part.replace(target)
    except (OSError, *engines.DatabaseErrors) as error:
        part.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or cause(error)
        raise CannotWrite(path=target, why=why) from error


def keep(path: Path, *, label: str = "", at: datetime | None = None, kept: int = KEPT) -> Path:
    """Add a backup to the file's folder and drop the oldest beyond `kept`."""
    stamp = (at or datetime.now(UTC)).strftime(STAMP)
    target = folder(path) / f"{path.stem}-{stamp}{'-' if label else ''}{label}.summit"
    write(path, target)
    for old in copies(path)[kept:]:
        old.path.unlink(missing_ok=True)
    return target


def copies(path: Path) -> list[Copy]:
    """Return the backups of a summit file, the latest first."""
    found = []
    for candidate in folder(path).glob(f"{path.stem}-*.summit"):
        stamp = candidate.stem.removeprefix(f"{path.stem}-")[:15]
        try:
            made = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
        except ValueError:  # a file of somebody else's
            continue
        found.append(Copy(candidate, made, candidate.stat().st_size))
    return sorted(found, key=lambda copy: (copy.made_at, copy.path.name), reverse=True)


def restore(path: Path, source: Path) -> Path:
    """Put a backup in the place of the (closed) summit file; the present state is kept too.

    Returns the copy of the present state. Raises NoBackup or CannotWrite; the file is then as
    it was.
    """
    try:
        check_header(source)
    except DeskError as error:
        raise NoBackup(path=source) from error
    before = keep(path, label="before-restore", kept=KEPT + 1)
    write(source, path)
    for rest in ("-wal", "-shm"):  # of a desk that crashed; already in the copy
        path.with_name(path.name + rest).unlink(missing_ok=True)
    return before
