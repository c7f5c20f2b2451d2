"""Read a file in a process of its own, which can be ended when it takes too long.

The reader of old .xls files follows the file's own pointers; in a damaged file they can run in a
ring that no exception ends.
"""

import os
import pickle
import subprocess
import sys
from pathlib import Path

from summit_desk.domain.errors.imports import DamagedSheet, ProtectedSheet
from summit_desk.domain.imports.tables import Container, Table
from summit_desk.readers.sheets import read_workbook

SECONDS = 8
_MEMORY = 1 << 30
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PROGRAM = "from summit_desk.readers.apart import send; send()"


def read_apart(path: Path, seconds: float = SECONDS) -> tuple[Table, ...]:
    """Return the sheets of an old .xls.

    Raises ProtectedSheet, or DamagedSheet if it takes too long or dies.
    """
    if _ENCRYPTED in path.read_bytes():
        raise ProtectedSheet(name=path.name)
    if getattr(sys, "frozen", False):  # a packed program has no interpreter to start
        return _read(path)
    command = [sys.executable, "-c", _PROGRAM, os.fspath(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 -- ourselves, with a path and no shell
            command, env=environment, capture_output=True, timeout=seconds, check=True
        )
        tables = pickle.loads(done.stdout)  # noqa: S301 -- written by `send` below
    except (subprocess.SubprocessError, pickle.UnpicklingError, EOFError) as died:
        raise DamagedSheet(name=path.name) from died
    assert isinstance(tables, tuple)
    return tables


def send() -> None:
    """Read the file that the command line names and write its sheets for `read_apart`."""
    _bound_memory()
    sys.stdout.buffer.write(pickle.dumps(_read(Path(sys.argv[1]))))


def _read(path: Path) -> tuple[Table, ...]:
    return read_workbook(path, Container.XLS)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
