"""A list as it will be: its sheets, the titles above, the first lines with bands and totals."""

from collections.abc import Sequence
from unicodedata import east_asian_width

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabBar, QVBoxLayout, QWidget

from summit_desk.domain.documents.sheets import (
    Band,
    BookPreview,
    SheetColumn,
    SheetPreview,
    Title,
    Total,
)
from summit_desk.support.i18n import _
from ui.documents.preview_model import PreviewModel, cell_text
from ui.kit.cards import words
from ui.kit.fonts import sized
from ui.kit.table import Table

UNIT, PADDING, MOST_UNITS, LEAST = 8, 30, 32, 56
HEADING_FROM, HEADING, SMALL = 15.0, 17, 12  # sizes of titles on paper and on the screen


class ListPreview(QWidget):
    """Shows one sheet at a time; the table is made anew for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.sheets = QTabBar()
        self.sheets.setDrawBase(False)
        self.sheets.setExpanding(False)
        self.sheets.setUsesScrollButtons(True)
        self.sheets.setMinimumWidth(1)  # scrolls rather than widens the screen
        self._previews: Sequence[SheetPreview] = ()
        self._titles = QVBoxLayout()
        self._titles.setSpacing(3)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(8)
        self._place.addWidget(self.sheets)
        self._place.addLayout(self._titles)
        self.sheets.currentChanged.connect(lambda _at: self._show_chosen())

    def show_previews(self, previews: Sequence[SheetPreview]) -> None:
        """Show these sheets; the one that was looked at stays, if there is still one."""
        self._previews = previews
        at = self.sheets.currentIndex()
        self.sheets.blockSignals(True)
        while self.sheets.count():
            self.sheets.removeTab(0)
        for one in previews:
            self.sheets.addTab(f"{one.title} {one.count:,}".replace("&", "&&"))
        self.sheets.setCurrentIndex(at if 0 <= at < len(previews) else 0)
        self.sheets.blockSignals(False)
        self.sheets.setVisible(len(previews) > 1)
        self._show_chosen()

    def _shown(self) -> SheetPreview | None:
        at = self.sheets.currentIndex()
        return self._previews[at] if 0 <= at < len(self._previews) else None

    def _show_chosen(self) -> None:
        preview = self._shown()
        self._clear()
        if preview is None:
            return
        for title in preview.titles:
            self._titles.addWidget(_title(title))
        model = PreviewModel(preview)
        self.table = _table(model, preview)
        self._place.addWidget(self.table, 1)

    def _clear(self) -> None:
        while (item := self._titles.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.deleteLater()
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None


def how_much(book: BookPreview) -> str:
    """Say how many sheets and lines there will be, and which of them are shown."""
    if book.complete:
        note = _("Lines: {count}")
    elif book.sheets == 1:
        note = _("{count} lines; the first of them are shown")
    elif len(book.shown) == book.sheets:
        note = _("{sheets} sheets, {count} lines; the first of each are shown")
    else:
        note = _("{sheets} sheets, {count} lines; the first {shown} sheets are shown")
    return note.format(sheets=book.sheets, shown=len(book.shown), count=f"{book.count:,}")


def _title(title: Title) -> QLabel:
    label = words(title.text, wrap=True)
    is_heading = title.size >= HEADING_FROM
    label.setFont(sized(label.font(), HEADING if is_heading else SMALL))
    side = Qt.AlignmentFlag.AlignHCenter if title.centred else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return label


def _table(model: PreviewModel, preview: SheetPreview) -> Table:
    table = Table(model)
    model.setParent(table)
    table.setSortingEnabled(False)
    table.horizontalHeader().setSectionsClickable(False)
    table.horizontalHeader().setSortIndicatorShown(False)
    table.horizontalHeader().setStretchLastSection(False)
    shown = [(at, one) for at, one in enumerate(preview.columns) if not one.hidden]
    for section, (at, column) in enumerate(shown):
        table.setColumnWidth(section, _width(column, preview, at))
    for row, wide in model.spans():
        table.setSpan(row, 0, 1, wide)
    return table


def _width(column: SheetColumn, preview: SheetPreview, at: int) -> int:
    """Return the pixels that the title and most of the values need."""
    texts = [
        cell_text(line[at], column.kind)
        for line in preview.rows
        if not isinstance(line, Band | Total) and at < len(line)
    ]
    longest = max(map(_units, texts), default=0)
    return max(LEAST, max(_units(column.title), min(longest, MOST_UNITS)) * UNIT + PADDING)


def _units(text: str) -> int:
    """Return how wide a text is in halves of a Chinese character."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
