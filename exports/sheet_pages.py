"""Where the pages of a list that is signed end: after so many rows, or when they are full."""

from dataclasses import dataclass, field

from exports.sheet_looks import Look

MOST_BREAKS = 1026  # Excel holds no more; pages beyond them end where the program likes


@dataclass
class Pages:
    """Adds up the heights of the rows as they are written."""

    look: Look
    breaks: list[int] = field(default_factory=list)  # the last row of each page
    _used: float = 0.0
    _rows: int = 0

    def __post_init__(self) -> None:
        self._most = self.look.spec.page.rows
        self._room = self.look.page_room(first=True) if self._most else 0.0

    def add(self, number: int, height: float | None) -> None:
        """Put a row on the page, or on a new one if it is full."""
        if not self._most or height is None:
            return
        if self._is_full(height):
            self._turn(number)
        self._used += height
        self._rows += 1

    def xml(self) -> str:
        """Return the breaks as a sheet holds them."""
        if not self.breaks:
            return ""
        count = len(self.breaks)
        each = "".join(f'<brk id="{row}" max="16383" man="1"/>' for row in self.breaks)
        return f'<rowBreaks count="{count}" manualBreakCount="{count}">{each}</rowBreaks>'

    def _is_full(self, height: float) -> bool:
        if not self._rows:  # a row higher than a page goes over its edge anyway
            return False
        return self._rows == self._most or self._used + height > self._room

    def _turn(self, number: int) -> None:
        if len(self.breaks) < MOST_BREAKS:
            self.breaks.append(number - 1)
        self._used, self._rows = 0.0, 0
        self._room = self.look.page_room(first=False)
