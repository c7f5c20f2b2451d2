"""The window that shows the report of an unexpected problem."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk import __version__
from summit_desk.support.i18n import _
from summit_desk.support.paths import log_file
from ui.kit.cards import words


class CrashWindow(QDialog):
    """Says that the data is untouched and offers the report to copy."""

    def __init__(self, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Something went wrong in Summit Desk"))
        self._report = QPlainTextEdit(_report(trace))
        self._report.setReadOnly(True)
        self._report.setAccessibleName(_("Report"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(words(_("That was a mistake in the program, not yours."), "title"))
        layout.addWidget(
            words(
                _(
                    "Your data is untouched: the last step was not saved, everything before it "
                    "was. You can go on working. Please copy this report and send it to whoever "
                    "looks after the program; it is also in the log file {path}."
                ).format(path=log_file()),
                wrap=True,
            )
        )
        layout.addWidget(self._report, 1)
        layout.addLayout(self._buttons())
        self.resize(680, 460)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report.toPlainText())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy, close = QPushButton(_("Copy report")), QPushButton(_("Go on working"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        return row


def _report(trace: str) -> str:
    return (
        f"Summit Desk {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.platform()}\n\n{trace}"
    )
