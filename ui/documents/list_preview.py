"""The first lines of a list, as the sheet will have them."""

from collections.abc import Sequence
from datetime import date, datetime
from unicodedata import east_asian_width

from PySide6.QtWidgets import QVBoxLayout, QWidget

from summit_desk.domain.documents.sheets import CellKind, CellValue, Row, SheetColumn, SheetPreview
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table

UNIT, PADDING, MOST_UNITS = 8, 30, 32


class ListPreview(QWidget):
    """A table that is made anew for each choice of columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def show_preview(self, preview: SheetPreview) -> None:
        """Show these columns and rows."""
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.deleteLater()
        columns = [
            _column(number, column, _width(column, [row[number] for row in preview.rows]))
            for number, column in enumerate(preview.columns)
        ]
        model: RowsModel[Row] = RowsModel(columns)
        model.replace(preview.rows)
        self.table = Table(model)
        model.setParent(self.table)
        self._place.addWidget(self.table)


def _width(column: SheetColumn, values: Sequence[CellValue]) -> int:
    """Return the pixels that the title and most of the values need."""
    longest = max((_units(_text(value)) for value in values), default=0)
    return max(_units(column.title), min(longest, MOST_UNITS)) * UNIT + PADDING


def _units(text: str) -> int:
    """Return how wide a text is in halves of a Chinese character."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _column(number: int, column: SheetColumn, width: int) -> Column[Row]:
    return Column(
        title=lambda: column.title,
        text=lambda row: _text(row[number]),
        align=RIGHT if column.kind is CellKind.NUMBER else None,
        width=width,
    )


def _text(value: CellValue) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
