"""Who may write a summit file: one desk at a time, and only where writing is allowed."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from summit_desk.domain.errors.files import CannotWrite, OpenElsewhere

WRITABLE_BITS = 0o222


def claim(path: Path) -> FileLock:
    """Take the file for this desk; raises OpenElsewhere or CannotWrite.

    The system releases the lock of a program that dies.
    """
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise OpenElsewhere(path=path) from error
    except OSError as error:
        raise CannotWrite(path=path, why=error.strerror or error) from error
    return lock


def is_writable(path: Path) -> bool:
    """Look at the permission bits themselves: a superuser could write, but was asked not to."""
    return bool(path.stat().st_mode & WRITABLE_BITS) and os.access(path, os.W_OK)


def can_write_beside(path: Path) -> bool:
    """Tell whether SQLite may put its index beside the file."""
    return os.access(path.parent, os.W_OK)
