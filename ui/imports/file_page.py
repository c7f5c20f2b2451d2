"""The first page: what is this file, which sheet, where is the header."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
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
from summit_desk.domain.imports.tables import Book, Container, Table, column_letters
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
MOST_NAMED = 12
NAME_WIDTH = 220
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
    ("，", N_("Chinese comma")),
    ("；", N_("Chinese semicolon")),
)


@dataclass(frozen=True)
class FileAnswers:
    """What the person says about the file; empty parts leave it to the guess."""

    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    header_row: int | None = None
    hidden: bool = True  # whether hidden rows and columns are read


@dataclass(frozen=True)
class Found:
    """What was read: the whole sheet, the part of it that is used, and the list on that."""

    book: Book
    whole: Table
    table: Table
    layout: Layout


class FilePage(QWidget):
    """Shows the top of the sheet; says what was corrected."""

    corrected = Signal(object)  # FileAnswers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = words("", "muted")
        self.sheet, self.encoding, self.delimiter = QComboBox(), QComboBox(), QComboBox()
        self.sheet.setMaximumWidth(NAME_WIDTH)  # the longest name must not widen the window
        self.header = QSpinBox()
        self.model = SheetModel(self)
        self.view = QTableView()
        self.summary = words("", "note", wrap=True)
        self.hidden = QCheckBox()
        self.hidden.setChecked(True)
        self._text_fields: list[QWidget] = []  # encoding and delimiter
        self._headers: dict[str, int] = {}  # by sheet, where the person has said so
        self._lay_out()
        self._connect()

    def show_found(self, found: Found) -> None:
        """Show what was read."""
        book, layout = found.book, found.layout
        boxes = (self.sheet, self.encoding, self.delimiter, self.header, self.hidden)
        for box in boxes:
            box.blockSignals(True)
        self.kind.setText(_(CONTAINERS[book.container]))
        sheets = [(one.name, _sheet_words(one)) for one in book.tables]
        _offer(self.sheet, sheets, found.whole.name)
        _offer(self.encoding, ENCODINGS, book.encoding)
        _offer(self.delimiter, [(key, _(word)) for key, word in DELIMITERS], book.delimiter)
        for field, told in zip(self._text_fields, (book.encoding, book.delimiter), strict=True):
            field.setVisible(bool(told))
        self.header.setRange(1, max(1, len(found.table.rows)))
        self.header.setValue(layout.first_header + 1)
        self.model.show_table(found.table, range(layout.first_header, layout.last_header + 1))
        self.summary.setText(_summary(layout))
        self.hidden.setText(hidden_words(found.whole))
        self.hidden.setVisible(bool(found.whole.hidden_columns or found.whole.hidden_rows))
        for box in boxes:
            box.blockSignals(False)

    def show_answers(self, answers: FileAnswers) -> None:
        """Go back to answers that could be followed."""
        self._headers.pop(answers.sheet, None)
        if answers.header_row is not None:
            self._headers[answers.sheet] = answers.header_row

    def answers(self) -> FileAnswers:
        """Return what is chosen now; the header of each sheet stays as it was chosen for it."""
        sheet = str(self.sheet.currentData() or "")
        return FileAnswers(
            sheet,
            str(self.encoding.currentData() or ""),
            str(self.delimiter.currentData() or ""),
            self._headers.get(sheet),
            hidden=self.hidden.isChecked(),
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
        column.addWidget(self.hidden)
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
        for box in (self.sheet, self.encoding, self.delimiter):
            box.currentIndexChanged.connect(lambda _at: self.corrected.emit(self.answers()))
        self.hidden.toggled.connect(lambda _on: self.corrected.emit(self.answers()))
        self.header.valueChanged.connect(self._on_header)
        self.view.verticalHeader().sectionClicked.connect(lambda row: self.header.setValue(row + 1))

    def _on_header(self, row: int) -> None:
        self._headers[str(self.sheet.currentData() or "")] = row - 1
        self.corrected.emit(self.answers())


def _offer(box: QComboBox, options: Sequence[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for key, text in options:
        box.addItem(text, key)
    if chosen and box.findData(chosen) < 0:
        box.addItem(chosen, chosen)  # a delimiter that the file itself names
    box.setCurrentIndex(box.findData(chosen))


def _sheet_words(table: Table) -> str:
    if table.is_empty:
        return _("{name} (empty)").format(name=table.name)
    return _("{name} (hidden)").format(name=table.name) if table.hidden else table.name


def _summary(layout: Layout) -> str:
    skipped = [row for row, why in layout.skipped if why.value != "blank"]
    parts = [_("{count} rows of people below the header.").format(count=f"{len(layout.rows):,}")]
    if skipped:
        text = _("Left out as notes, groups or totals: row {rows}.")
        parts.append(text.format(rows=_listed([str(row + 1) for row in skipped])))
    return in_words("", " ").join(parts)


def hidden_words(table: Table) -> str:
    """Say what is hidden on a sheet, and ask whether it is to be read."""
    columns = _listed([column_letters(column) for column in sorted(table.hidden_columns)])
    rows = _listed([str(row + 1) for row in sorted(table.hidden_rows)])
    if columns and rows:
        text = _("Read what is hidden on this sheet, too: columns {columns} and rows {rows}.")
    elif columns:
        text = _("Read what is hidden on this sheet, too: columns {columns}.")
    else:
        text = _("Read what is hidden on this sheet, too: rows {rows}.")
    return text.format(columns=columns, rows=rows)


def _listed(names: Sequence[str]) -> str:
    more = "…" if len(names) > MOST_NAMED else ""
    return in_words("、", ", ").join(names[:MOST_NAMED]) + more
