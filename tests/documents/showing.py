"""The screen of documents with one of its items chosen, for tests of what lies behind it."""

from PySide6.QtCore import QCoreApplication, QTimer

from ui.documents.presenter import DocumentsPresenter
from ui.documents.screen import DocumentsScreen

LONGEST_PAUSE_MS = 1_000  # what runs longer is no pause
SHOWN: list[DocumentsScreen] = []  # the one of the test that runs


def show_documents(summit, desk, qtbot, item=None):
    """Yield the screen; with `item` chosen at once no badges are made."""
    shown = DocumentsScreen()
    qtbot.addWidget(shown)
    if item is not None:
        shown.choose(item)
    shown.presenter = DocumentsPresenter(shown, summit.services, desk)
    shown.resize(1200, 800)
    shown.show()
    SHOWN[:] = [shown]
    settle(qtbot, desk)
    yield shown
    SHOWN.clear()


def settle(qtbot, desk):
    """Wait until nothing runs and no pause is left."""
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: desk.idle() and not _paused(), timeout=20_000)


def _paused():
    timers = (one for screen in SHOWN for one in screen.findChildren(QTimer))
    return any(one.isActive() and one.interval() < LONGEST_PAUSE_MS for one in timers)
