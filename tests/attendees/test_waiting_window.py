"""The window of the waiting lists."""

from PySide6.QtWidgets import QPushButton

from tests.attendees.making import DATA
from ui.attendees.waiting_window import WaitingWindow
from ui.kit.cards import EmptyState


def offered(window: WaitingWindow) -> list[str]:
    return [one.text() for one in window.findChildren(QPushButton) if one.isVisible()]


def test_without_a_forum_it_says_what_is_missing_and_what_to_do(qtbot) -> None:
    window = WaitingWindow(())
    qtbot.addWidget(window)
    window.open()

    empty = window.findChild(EmptyState)

    assert empty.isVisible()
    assert empty.title.text() == "This event has no forum yet"
    assert (window.forum.isVisible(), window.table.isVisible()) == (False, False)
    assert offered(window) == ["Close"]


def test_with_a_forum_it_shows_the_list(qtbot) -> None:
    window = WaitingWindow((DATA,))
    qtbot.addWidget(window)
    window.open()

    assert window.findChild(EmptyState) is None
    assert window.forum.isVisible()
    assert offered(window)[-1] == "Close"
