"""The import wizard: three pages, Back never loses an answer, nothing is written before the end."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from summit_desk.support.i18n import N_, _
from ui.imports.columns_page import ColumnsPage
from ui.imports.file_page import FilePage
from ui.imports.plan_page import PlanPage
from ui.kit.cards import words

STEPS = (
    N_("1  What is this file?"),
    N_("2  Which column is what?"),
    N_("3  What will happen?"),
)


NAME_WIDTH = 340


class ImportWizard(QDialog):
    """Shows one page at a time; decides nothing."""

    back_asked = Signal()
    next_asked = Signal()
    rejects_asked = Signal()

    def __init__(self, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import {file}").format(file=file_name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.file_page, self.columns_page, self.plan_page = FilePage(), ColumnsPage(), PlanPage()
        self.pages = QStackedWidget()
        self.back, self.next = QPushButton(_("Back")), QPushButton(_("Next"))
        self.rejects = QPushButton(_("Save rejected rows…"))
        self._steps = [QLabel(_(step)) for step in STEPS]
        self._lay_out(file_name)
        self.show_page(0)
        room = parent.window().size() if parent is not None else QSize(1280, 800)
        self.resize(QSize(1280, 780).boundedTo(room - QSize(80, 64)))

    def show_page(self, at: int) -> None:
        """Show a page."""
        self.pages.setCurrentIndex(at)
        for step, label in enumerate(self._steps):
            label.setProperty("kit", "heading" if step == at else "note")
            label.style().unpolish(label)
            label.style().polish(label)
        self.back.setEnabled(at > 0)
        self.rejects.setVisible(False)
        self.say_next(_("Next"))

    def say_next(self, text: str, *, enabled: bool = True) -> None:
        """Say what the blue button does."""
        self.next.setText(text)
        self.next.setEnabled(enabled)

    @property
    def page(self) -> int:
        """Which page is shown, from 0."""
        return self.pages.currentIndex()

    def _lay_out(self, file_name: str) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 18, 24, 14)
        inner.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(22)
        for label in self._steps:
            head.addWidget(label)
        head.addStretch(1)
        head.addWidget(_named(file_name))
        inner.addLayout(head)
        for page in (self.file_page, self.columns_page, self.plan_page):
            self.pages.addWidget(page)
        inner.addWidget(self.pages, 1)
        outer.addLayout(inner, 1)
        outer.addWidget(self._footer())

    def _footer(self) -> QWidget:
        footer = QFrame()
        footer.setProperty("kit", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 12, 24, 12)
        cancel = QPushButton(_("Cancel"))
        for button in (cancel, self.back, self.rejects):
            button.setAutoDefault(False)
        self.next.setProperty("kit", "primary")
        self.next.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.next_asked)
        self.rejects.clicked.connect(self.rejects_asked)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.next.click)
        row.addWidget(self.rejects)
        row.addStretch(1)
        for button in (cancel, self.back, self.next):
            row.addWidget(button)
        return footer


def _named(file_name: str) -> QLabel:
    """Return the file's name, cut in its middle: the end tells which kind it is."""
    label = words("", "muted")
    cut = label.fontMetrics().elidedText(file_name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH)
    label.setText(cut)
    label.setToolTip(file_name)
    return label
