"""The first page: what is this file, which sheet, where is the header."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.imports.layout import Layout
from summit_desk.domain.imports.tables import Book, Container, Table
from summit_desk.support.i18n import N_, _, in_words
from ui.imports.sheet_model import SheetModel
from ui.kit.cards import words

CONTAINERS = {
    Container.XLSX: N_("Excel workbook (.xlsx)"),
    Container.XLS: N_("Excel 97–2003 workbook (.xls)"),
    Container.ODS: N_("OpenDocument spreadsheet (.ods)"),
    Container.XML: N_("Excel 2003 XML sheet"),
    Container.HTML: N_("HTML table saved as a sheet"),
    Container.TEXT: N_("Text table"),
    Container.CARDS: N_("Business cards (vCard)"),
}
ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030 / GBK"),
    ("cp950", "Big5"),
    ("utf-16-le", "UTF-16 LE"),
    ("utf-16-be", "UTF-16 BE"),
)
DELIMITERS = (
    (",", N_("Comma")),
    ("\t", N_("Tab")),
    (";", N_("Semicolon")),
    ("|", N_("Vertical bar")),
)


@dataclass(frozen=True)
class FileAnswers:
    """What the person says about the file; empty parts leave it to the guess."""

    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    header_row: int | None = None


class FilePage(QWidget):
    """Shows the top of the sheet; says what was corrected."""

    corrected = Signal(object)  # FileAnswers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = words("", "muted")
        self.sheet, self.encoding, self.delimiter = QComboBox(), QComboBox(), QComboBox()
        self.header = QSpinBox()
        self.model = SheetModel(self)
        self.view = QTableView()
        self.summary = words("", "note", wrap=True)
        self._text_fields: list[QWidget] = []
        self._lay_out()
        self._connect()

    def show_book(self, book: Book, table: Table, layout: Layout) -> None:
        """Show what was read and found."""
        for box in (self.sheet, self.encoding, self.delimiter, self.header):
            box.blockSignals(True)
        self.kind.setText(_(CONTAINERS[book.container]))
        sheets = [(one.name, _sheet_words(one)) for one in book.tables]
        _offer(self.sheet, sheets, table.name)
        _offer(self.encoding, ENCODINGS, book.encoding)
        _offer(self.delimiter, [(key, _(word)) for key, word in DELIMITERS], book.delimiter)
        for field in self._text_fields:
            field.setVisible(book.container is Container.TEXT)
        self.header.setRange(1, max(1, len(table.rows)))
        self.header.setValue(layout.first_header + 1)
        self.model.show_table(table, range(layout.first_header, layout.last_header + 1))
        self.summary.setText(_summary(table, layout))
        for box in (self.sheet, self.encoding, self.delimiter, self.header):
            box.blockSignals(False)

    def retell(self) -> None:
        """Tell what is chosen now."""
        self.corrected.emit(
            FileAnswers(
                str(self.sheet.currentData() or ""),
                str(self.encoding.currentData() or ""),
                str(self.delimiter.currentData() or ""),
                self.header.value() - 1,
            )
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(18)
        for label, box in (
            (_("Sheet"), self.sheet),
            (_("Encoding"), self.encoding),
            (_("Cells are separated by"), self.delimiter),
            (_("The header is in row"), self.header),
        ):
            holder = self._field(label, box)
            row.addWidget(holder)
            if box in {self.encoding, self.delimiter}:
                self._text_fields.append(holder)
        row.addStretch(1)
        row.addWidget(self.kind)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(self.summary)
        self.view.setModel(self.model)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setAccessibleName(_("The first rows of the sheet"))
        self.view.verticalHeader().setDefaultSectionSize(27)
        self.view.verticalHeader().setToolTip(_("Click a row number: that row is the header."))
        self.view.horizontalHeader().setDefaultSectionSize(112)

    def _field(self, text: str, box: QWidget) -> QWidget:
        holder = QWidget()
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 0, 0)
        label = QLabel(text)
        label.setBuddy(box)
        box.setAccessibleName(text)
        form.addRow(label, box)
        return holder

    def _connect(self) -> None:
        self.sheet.currentIndexChanged.connect(lambda _at: self._forget_header())
        for box in (self.encoding, self.delimiter):
            box.currentIndexChanged.connect(lambda _at: self.retell())
        self.header.valueChanged.connect(lambda _row: self.retell())
        self.view.verticalHeader().sectionClicked.connect(lambda row: self.header.setValue(row + 1))

    def _forget_header(self) -> None:
        """Another sheet has its header elsewhere."""
        self.corrected.emit(
            FileAnswers(
                str(self.sheet.currentData() or ""),
                str(self.encoding.currentData() or ""),
                str(self.delimiter.currentData() or ""),
            )
        )


def _offer(box: QComboBox, options: Sequence[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for key, text in options:
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))


def _sheet_words(table: Table) -> str:
    if table.is_empty:
        return _("{name} (empty)").format(name=table.name)
    return _("{name} (hidden)").format(name=table.name) if table.hidden else table.name


def _summary(table: Table, layout: Layout) -> str:
    skipped = [row for row, why in layout.skipped if why.value != "blank"]
    parts = [_("{count} rows of people below the header.").format(count=f"{len(layout.rows):,}")]
    if skipped:
        rows = in_words("、", ", ").join(str(row + 1) for row in skipped[:12])
        parts.append(_("Left out as notes, groups or totals: row {rows}.").format(rows=rows))
    if table.hidden_columns or table.hidden_rows:
        parts.append(_("The sheet has hidden columns or rows; they are read too."))
    return " ".join(parts)
