"""The window that shows how far long work is, and lets the person give it up."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from summit_desk.support.i18n import _
from ui.kit.jobs import Job, Jobs

PATIENCE_MS = 600


class ProgressWindow(QDialog):
    """Appears only when the work takes longer than 600 ms."""

    def __init__(self, title: str) -> None:
        super().__init__(_lasting(QApplication.activeWindow()))
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._job: Job | None = None
        self._over = False
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(QLabel(title))
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel, alignment=Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(420)

    def follow(self, jobs: Jobs, job: Job) -> None:
        """Show the steps of `job`, once it has taken long enough."""
        self._job = job
        jobs.stepped.connect(self._show_step)
        QTimer.singleShot(PATIENCE_MS, self, self._appear)

    def end(self) -> None:
        """The work is over, however it ended; the window below may have gone before it."""
        if not isValid(self):
            return
        self._over = True
        self.done(QDialog.DialogCode.Accepted)
        self.deleteLater()

    def reject(self) -> None:
        """Give the work up; the window stays until the work has really ended."""
        if self._job is not None:
            self._job.cancel()
        self._cancel.setEnabled(False)
        self._cancel.setText(_("Stopping…"))

    def _appear(self) -> None:
        if not self._over:
            self.open()

    def _show_step(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self._bar.setRange(0, max(total, 1))
            self._bar.setValue(done)


def _lasting(window: QWidget | None) -> QWidget | None:
    """Return the window that stays: a question goes as soon as its answer has begun the work."""
    while isinstance(window, QFileDialog | QMessageBox):
        below = window.parentWidget()
        window = below.window() if below is not None else None
    return window
