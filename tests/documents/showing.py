"""The screen of documents with one of its items chosen, for tests of what lies behind it."""

from PySide6.QtCore import QCoreApplication

from ui.documents.presenter import DocumentsPresenter
from ui.documents.screen import DocumentsScreen

PRESENTERS: list[DocumentsPresenter] = []  # the one of the test that runs


def show_documents(summit, desk, qtbot, item):
    """Yield the screen with `item` chosen at once, so that no badges are made."""
    shown = DocumentsScreen()
    qtbot.addWidget(shown)
    shown.choose(item)
    shown.presenter = DocumentsPresenter(shown, summit.services, desk)
    shown.resize(1200, 800)
    shown.show()
    PRESENTERS[:] = [shown.presenter]
    settle(qtbot, desk)
    yield shown
    PRESENTERS.clear()


def settle(qtbot, desk):
    """Wait until nothing runs and no pause is left."""
    QCoreApplication.processEvents()
    pauses = [one._pause for one in PRESENTERS]
    qtbot.waitUntil(
        lambda: desk.idle() and not any(one.isActive() for one in pauses), timeout=20_000
    )
