"""Tables of a paper: columns with shares of the width, a coloured head, rows that never split."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.flow import (
    ACCENT,
    MUTED,
    WASH,
    WIDTH,
    Block,
    Flow,
    Setter,
    Style,
    beside,
    on_colour,
    padded,
    ruled,
    stacked,
)

HEAD = Style(size=8.5, bold=True, colour=ACCENT)
CELL, STRONG = Style(size=9), Style(size=9.5, bold=True)
SMALL = Style(size=8, colour=MUTED)
GAP = 6.0


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: a first line and a smaller second one."""

    first: str
    second: str = ""
    style: Style = CELL


class Table:
    """Adds rows to a flow; the head comes again on every page."""

    def __init__(
        self, setter: Setter, flow: Flow, titles: Sequence[str], shares: Sequence[float]
    ) -> None:
        self._set, self._flow = setter, flow
        whole = sum(shares)
        self._widths = [WIDTH * share / whole for share in shares]
        head = self._row([Cell(title, style=HEAD) for title in titles], above=4, below=4)
        flow.add(on_colour(head, WASH, WIDTH), with_next=40)
        flow.repeated = on_colour(head, WASH, WIDTH)

    def add(self, cells: Sequence[Cell]) -> None:
        """Add one row."""
        self._flow.add(ruled(self._row(cells, above=4, below=4.5), WIDTH))

    def close(self) -> None:
        """Let the head not be repeated any more."""
        self._flow.repeated = None

    def _row(self, cells: Sequence[Cell], *, above: float, below: float) -> Block:
        columns, x = [], 0.0
        for cell, width in zip(cells, self._widths, strict=True):
            room = width - GAP
            block = stacked(
                self._set.paragraph(cell.first, room, cell.style),
                self._set.paragraph(cell.second, room, SMALL),
            )
            columns.append((x + GAP / 2, block))
            x += width
        return padded(beside(*columns), above=above, below=below)
