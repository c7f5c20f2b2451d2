"""The crash handler: writes the log, shows one window with a report, and lets work go on."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.kit.crash_window import CrashWindow

LARGEST_LOG = 1_000_000


class CrashHandler(QObject):
    """Hears of every exception that nobody expected."""

    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: CrashWindow | None = None
        self._happened.connect(self._show)

    def install(self) -> None:
        """Take over from Python's own handler."""
        sys.excepthook = self.handle

    def handle(
        self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the problem and show its report; Ctrl+C in a terminal ends the program."""
        import logging  # noqa: PLC0415 -- not before the first paint
        import traceback  # noqa: PLC0415 -- not before the first paint

        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        logging.getLogger(__name__).critical("unexpected", exc_info=(kind, problem, trace))
        report = "".join(traceback.format_exception(kind, problem, trace))
        if QThread.currentThread() is self.thread():
            self._show(report)
        else:
            self._happened.emit(report)

    def _show(self, report: str) -> None:
        from ui.kit.crash_window import CrashWindow  # noqa: PLC0415 -- not before the first paint

        if self._window is None:  # one window, however many problems follow each other
            self._window = CrashWindow(report, QApplication.activeWindow())
            self._window.finished.connect(self._forget)
            self._window.open()

    def _forget(self) -> None:
        self._window = None


def keep_log() -> None:
    """Write the log where the crash report says it is."""
    import logging  # noqa: PLC0415 -- not before the first paint
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 -- the same

    from summit_desk.support.paths import log_file  # noqa: PLC0415 -- the same

    path = log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=LARGEST_LOG, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
