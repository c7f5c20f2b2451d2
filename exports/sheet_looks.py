"""How large everything on a sheet is: its titles, its rows, the paper that it is printed on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, floor, inf

from openpyxl.utils import get_column_letter

from exports.sheet_charts import CHART_WIDTH
from exports.sheet_widths import PAPER_LATIN, digits, paper_width, row_height, shown_width
from summit_desk.domain.documents.sheets import SheetSpec, Title

HEADER_HEIGHT = 24.0
PAGE_HEIGHT = {False: 744.0, True: 497.0}  # points of A4 between the margins; True: landscape
READABLE = 1.46  # times the width of the paper, still legible when it is shrunk
SLACK = 0.96  # printers and programs round rows up
LOWEST_ROW = 16.0
ROOMY = 1.06  # a text is a little narrower than `digits` says, which leaves room for buttons
TITLE_FACTOR = 0.105  # digits of width that a digit's width of a title takes, by its size
SMALLEST_TITLE = 10.0


@dataclass
class Look:
    """How one sheet looks; the styles are known once the workbook was made."""

    spec: SheetSpec
    widths: Sequence[float]
    name: str
    styles: list[int] = field(default_factory=list)
    total_styles: list[int] = field(default_factory=list)
    band_style: int = 0
    running_style: int = 0  # of the text of a total
    alone_style: int = 0  # of one with figures right beside it

    @property
    def header(self) -> int:
        """The row of the header."""
        return len(self.spec.titles) + 1

    @property
    def framed(self) -> bool:
        """Tell whether empty cells have borders, too."""
        return bool(self.spec.titles)

    @property
    def header_height(self) -> float:
        """Return how high the row of the header is."""
        titles = [column.title for column in self.spec.columns]
        return (
            max(HEADER_HEIGHT, row_height(titles, self.room) + 4)
            if self.framed
            else (HEADER_HEIGHT)
        )

    @property
    def row_height(self) -> float | None:
        """Return how high a row at least is where a page holds a certain number of them."""
        rows = self.spec.page.rows
        return max(LOWEST_ROW, round(self._room_on_page(first=True) / rows, 1)) if rows else None

    def page_room(self, *, first: bool) -> float:
        """Return how high the rows of a page may be together."""
        least = (self.row_height or 0.0) * self.spec.page.rows  # it was rounded up
        return max(least, self._room_on_page(first=first))

    def _room_on_page(self, *, first: bool) -> float:
        repeated = first or self.spec.page.repeat_titles
        titles = sum(title_height(title, self) for title in self.spec.titles) if repeated else 0.0
        whole = PAGE_HEIGHT[self.spec.page.landscape] / (self.scale / 100)
        return (whole - titles - self.header_height) * SLACK

    @property
    def whole_width(self) -> float:
        """Return how wide the sheet is with its chart."""
        beside = CHART_WIDTH if self.spec.chart else 0.0
        return shown_width(self.spec.columns, self.widths) + beside

    @property
    def across(self) -> int:
        """Return over how many pages the columns go."""
        if self.spec.chart is not None:
            return 1  # the edge of a page would cut the chart
        return max(1, ceil(self.whole_width / (paper_width(self.spec.page) * READABLE)))

    @property
    def paged(self) -> bool:
        """Tell whether the ends of the pages are set, not left to the program that prints."""
        is_banded = self.spec.banded and self.framed and self.across == 1
        return bool(self.spec.page.rows) or is_banded

    @property
    def scale(self) -> int:
        """Return how much a sheet whose pages are set is shrunk, in per cent."""
        return max(10, min(100, floor(100 * paper_width(self.spec.page) / self.whole_width)))

    @property
    def room(self) -> list[float]:
        """Return how much text a line of each column holds; hidden ones any."""
        columns = zip(self.spec.columns, self.widths, strict=True)
        return [inf if column.hidden else max(1.0, width * ROOMY) for column, width in columns]

    def last_column(self) -> str:
        """Return the letters of the last column."""
        return get_column_letter(len(self.spec.columns))


def title_height(title: Title, look: Look) -> float:
    """Return how high the row of a title is, in points; a long one takes several lines."""
    size = title_size(title, look)
    lines = ceil(_title_width(title, size) / look.whole_width)
    return round(size * 1.35 * lines + 6, 1)


def title_size(title: Title, look: Look) -> float:
    """Return the size at which a title fits the width of the sheet, if it is not too small."""
    needed = _title_width(title, title.size)
    fitting = floor(title.size * look.whole_width / needed * 2) / 2
    return min(title.size, max(SMALLEST_TITLE, fitting))


def _title_width(title: Title, size: float) -> float:
    return max(1.0, digits(title.text, PAPER_LATIN) * size * TITLE_FACTOR)
