"""Files that are either whole or not there: written beside the goal and renamed at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summit_desk.domain.errors.documents import CantWriteFile
from summit_desk.support.i18n import _

MAGIC = b"SQLite format 3\0"


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a `.part` file to write; it takes the place of `path` if nothing went wrong."""
    if _is_database(path):
        raise CantWriteFile(path=path, reason=_("a summit file stands there"))
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise CantWriteFile(path=path, reason=reason) from trouble
    finally:
        part.unlink(missing_ok=True)


def _is_database(path: Path) -> bool:
    """Tell whether a document would take the place of a summit file, which nobody can want."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:  # not there, or not readable: writing tells
        return False
