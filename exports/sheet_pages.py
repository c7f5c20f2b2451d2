"""Where the pages of a sheet end: after so many rows, or when they are full.

Never below a heading, which goes to the next page with the row that it is for.
"""

from dataclasses import dataclass, field

from exports.sheet_looks import SLACK, Look

MOST_BREAKS = 1026  # Excel holds no more; pages beyond them end where the program likes


@dataclass
class Pages:
    """Adds up the heights of the rows as they are written."""

    look: Look
    breaks: list[int] = field(default_factory=list)  # the last row of each page
    _used: float = 0.0
    _rows: int = 0
    _heading: float = 0.0  # the height of the last row, if that is a heading

    def __post_init__(self) -> None:
        self._paged, self._most = self.look.paged, self.look.spec.page.rows
        self._room = self.look.page_room(first=True) if self._paged else 0.0

    def add(self, number: int, height: float | None, *, heading: bool = False) -> None:
        """Put a row on the page; on a new one, below its heading, if the page is full."""
        if not self._paged or height is None:
            return
        if self._is_full(height, self._room):
            self._turn(number)
        self._put(height, heading=heading)

    def add_total(self, number: int, height: float) -> None:
        """Put a total below its rows, even where room was kept for printers that round up."""
        if self._paged and self._is_full(height, self._room / SLACK):
            self._turn(number)
        self._put(height, heading=False)

    def xml(self) -> str:
        """Return the breaks as a sheet holds them."""
        if not self.breaks:
            return ""
        count = len(self.breaks)
        each = "".join(f'<brk id="{row}" max="16383" man="1"/>' for row in self.breaks)
        return f'<rowBreaks count="{count}" manualBreakCount="{count}">{each}</rowBreaks>'

    def _put(self, height: float, *, heading: bool) -> None:
        self._used += height
        self._rows += 1
        self._heading = height if heading else 0.0

    def _is_full(self, height: float, room: float) -> bool:
        if self._rows <= bool(self._heading):  # what is higher than a page goes over its edge
            return False
        return self._rows == self._most or self._used + height > room

    def _turn(self, number: int) -> None:
        moved = int(bool(self._heading))
        if len(self.breaks) < MOST_BREAKS:
            self.breaks.append(number - 1 - moved)
        self._used, self._rows = self._heading, moved
        self._room = self.look.page_room(first=False)
