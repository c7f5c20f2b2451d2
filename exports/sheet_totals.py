"""A line of totals: its text begins at the left and runs over the empty cells beside it."""

from collections.abc import Sequence

from exports.sheet_cells import row_xml
from exports.sheet_looks import Look
from exports.sheet_widths import PAPER_LATIN, digits, row_height, shown_width, spanned
from summit_desk.domain.documents.sheets import Row

TOTAL_HEIGHT = 22.0


def total_height(cells: Row, look: Look) -> float:
    """Return how high a line of totals is; a text that can't run on takes several lines."""
    alone = not _runs_on(cells, look)
    return max(TOTAL_HEIGHT, row_height(cells[:1], look.room)) if alone else TOTAL_HEIGHT


def total_xml(number: int, cells: Row, names: Sequence[str], look: Look, height: float) -> str:
    """Return a line of totals as a row."""
    wide = spanned(cells)
    first = [look.running_style] * wide if _runs_on(cells, look) else [look.alone_style]
    styles = [*first, *look.total_styles[len(first) :]]
    return row_xml(number, cells, names, styles, framed=look.framed, height=height)


def _runs_on(cells: Row, look: Look) -> bool:
    """Tell whether the text has room above the empty cells; cells are not joined for it.

    Programs don't sort or filter rows with joined cells.
    """
    wide = spanned(cells)
    room = shown_width(look.spec.columns[:wide], look.widths[:wide])
    return wide > 1 and digits(str(cells[0] or ""), PAPER_LATIN) <= room
