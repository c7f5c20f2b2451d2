"""The lines of a sheet as a table shows them: rows, bands over the whole width, totals."""

from datetime import date, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from summit_desk.domain.documents.sheets import Band, CellKind, CellValue, SheetPreview, Total
from ui.kit.rows import CENTRE, LEFT, RIGHT, STYLE_ROLE, Index, Role

FIGURES = {CellKind.NUMBER, CellKind.MONEY, CellKind.SHARE}


class PreviewModel(QAbstractTableModel):
    """The first lines of one sheet; nothing of it can be sorted or edited."""

    def __init__(self, preview: SheetPreview) -> None:
        super().__init__()
        self._preview = preview
        self._shown = [at for at, one in enumerate(preview.columns) if not one.hidden]

    def bands(self) -> list[int]:
        """Return the rows that are bands."""
        return [at for at, line in enumerate(self._preview.rows) if isinstance(line, Band)]

    def spans(self) -> list[tuple[int, int]]:
        """Return the rows whose first text runs over empty cells, with how many cells it takes."""
        found = [(row, self.columnCount()) for row in self.bands()]
        for row, line in enumerate(self._preview.rows):
            if isinstance(line, Total):
                texts = [self._text(self.index(row, at)) for at in range(1, self.columnCount())]
                found.append((row, next((at for at, text in enumerate(texts, 1) if text),
                                        self.columnCount())))  # fmt: skip
        return [(row, wide) for row, wide in found if wide > 1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._preview.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self._shown):
            return None
        column = self._preview.columns[self._shown[section]]
        if role == Role.DisplayRole:
            return column.title
        return self._side(section) if role == Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._preview.rows[index.row()]
        if role == Role.DisplayRole:
            return self._text(index)
        if role == Role.TextAlignmentRole:
            begins = isinstance(line, Total) and index.column() == 0  # runs over empty cells
            return LEFT if begins or isinstance(line, Band) else self._side(index.column())
        if role == STYLE_ROLE:
            return (False, isinstance(line, Band | Total))
        return None

    def _text(self, index: Index) -> str:
        line = self._preview.rows[index.row()]
        if isinstance(line, Band):
            return line.text if index.column() == 0 else ""
        cells = line.cells if isinstance(line, Total) else line
        at = self._shown[index.column()]
        return cell_text(cells[at], self._preview.columns[at].kind) if at < len(cells) else ""

    def _side(self, section: int) -> Qt.AlignmentFlag:
        column = self._preview.columns[self._shown[section]]
        if column.centred:
            return CENTRE
        return RIGHT if column.kind in FIGURES else LEFT


def cell_text(value: CellValue, kind: CellKind) -> str:
    """Return a value as the sheet will show it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if kind is CellKind.MONEY and isinstance(value, int | float):
        return f"{value:,.2f}"
    if kind is CellKind.SHARE and isinstance(value, int | float):
        return f"{value:.1%}"
    return "" if value is None else str(value)
