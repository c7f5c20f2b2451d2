"""Read a file in a process of its own, which can be ended when it takes too long.

The reader of old .xls files follows the file's own pointers; in a damaged file they can run in a
ring that no exception ends. A sheet that is written in an unusual way may ask for any amount of
memory.
"""

import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from summit_desk.domain.errors import DeskError
from summit_desk.domain.errors.imports import DamagedSheet, ProtectedSheet
from summit_desk.domain.imports.tables import Table
from summit_desk.readers.sheets import NOT_INSPECTED, Inspected, read_workbook

SECONDS = 8
_MEMORY = 640 << 20  # of addresses; about 500 MB of them are ever used
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PROGRAM = "from summit_desk.readers.apart import send; send()"


def read_apart(path: Path, inspected: Inspected = NOT_INSPECTED) -> tuple[Table, ...]:
    """Return the sheets of a workbook.

    Raises ProtectedSheet, or DamagedSheet if it takes too long or too much.
    """
    if _ENCRYPTED in path.read_bytes():
        raise ProtectedSheet(name=path.name)
    if getattr(sys, "frozen", False):  # a packed program has no interpreter to start
        return read_workbook(path, inspected)
    command = [sys.executable, "-c", _PROGRAM, os.fspath(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 -- ourselves, with a path and no shell
            command,
            input=pickle.dumps(inspected),
            env=environment,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
        answer = pickle.loads(done.stdout)  # noqa: S301 -- written by `send` below
    except (subprocess.SubprocessError, pickle.UnpicklingError, EOFError, OSError) as died:
        raise DamagedSheet(name=path.name) from died
    if isinstance(answer, Refused):
        raise answer.error(**answer.details)
    assert isinstance(answer, tuple)
    return answer


@dataclass(frozen=True)
class Refused:
    """A known failure on its way from one process to the other."""

    error: type[DeskError]
    details: dict[str, object]


def send() -> None:
    """Read the file that the command line names and write its sheets for `read_apart`."""
    inspected = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 -- written by `read_apart`
    _bound_memory()
    answer: tuple[Table, ...] | Refused
    try:
        answer = read_workbook(Path(sys.argv[1]), inspected)
    except DeskError as known:
        answer = Refused(type(known), known.details)
    pickle.dump(answer, sys.stdout.buffer)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
