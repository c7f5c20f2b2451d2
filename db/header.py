"""What the first hundred bytes of a file say: whether it is ours, whole and of which schema.

Read without SQLite, so that a file that is refused is not touched. Offsets: SQLite file format,
section 1.3.
"""

from pathlib import Path

from db.schema import APPLICATION_ID, CURRENT
from summit_desk.domain.errors.files import (
    DamagedFile,
    FileNotFound,
    NewerFile,
    NotASummitFile,
    UnknownSchema,
)
from summit_desk.support.i18n import _

MAGIC = b"SQLite format 3\x00"
LARGEST_PAGE = 65_536


def check_header(path: Path) -> int:
    """Return the schema's version, or raise what is wrong with the file."""
    if path.is_dir():
        raise NotASummitFile(path=path)
    if not path.is_file():
        raise FileNotFound(path=path)
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(MAGIC[: len(head)]) or len(head) < len(MAGIC):
        raise NotASummitFile(path=path)
    if len(head) < 100:  # noqa: PLR2004 -- the header's length
        raise DamagedFile(path=path, what=_("it ends inside its header"))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotASummitFile(path=path)
    _check_length(path, head)
    schema = int.from_bytes(head[60:64], "big")
    if schema > CURRENT:
        raise NewerFile(path=path, schema=schema)
    if schema < 1:
        raise UnknownSchema(path=path, schema=schema)
    return schema


def _check_length(path: Path, head: bytes) -> None:
    """A file that ends before its last page was cut off (a journal beside it may explain it)."""
    size = int.from_bytes(head[16:18], "big")
    page = LARGEST_PAGE if size == 1 else size
    pages = int.from_bytes(head[28:32], "big")
    waiting = path.with_name(path.name + "-wal")
    if path.stat().st_size < page * pages and not waiting.exists():
        raise DamagedFile(path=path, what=_("its end is missing"))
