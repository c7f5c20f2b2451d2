"""Rows that wait outside memory until their sheet is written."""

import pickle
from collections.abc import Iterator, Sequence
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

from summit_desk.domain.documents.sheets import Row

IN_MEMORY = 256 * 1024  # bytes; a longer one goes to a file that has no name


class Spool:
    """Takes rows in portions and gives them back in their order, as often as asked."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 -- closed with the spool
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, rows: Sequence[Row]) -> None:
        """Keep some more rows."""
        pickle.dump(rows, self._file, pickle.HIGHEST_PROTOCOL)
        self.count += len(rows)

    def rows(self) -> Iterator[Row]:
        """Yield every row."""
        at = 0
        while True:
            self._file.seek(at)
            try:
                portion = pickle.load(self._file)  # noqa: S301 -- what `add` wrote, in nobody else's reach
            except EOFError:
                return
            at = self._file.tell()
            yield from portion
