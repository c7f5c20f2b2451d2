"""The pane that stands beside the list while several attendees are selected."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from summit_desk.support.i18n import _
from ui.attendees.detail import WIDTH, scrolled
from ui.kit.cards import ActionButton, words


class SelectionPane(QFrame):
    """Says how many are selected and what can be done with them."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")
        self.setFixedWidth(WIDTH)
        self._title, self._note = words("", "title"), words("", "note", wrap=True)
        page = QWidget()
        page.setObjectName("selection")
        page.setStyleSheet("#selection {background: transparent;}")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addSpacing(8)
        for action in actions:
            column.addWidget(ActionButton(action))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(scrolled(page))  # a small screen has no room for all that can be done
        self._count = 0

    def show_count(self, count: int) -> None:
        """Say how many are selected."""
        self._count = count
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self._title.setText(_("{count} selected").format(count=f"{self._count:,}"))
        self._note.setText(_("Each of these is one step that Ctrl+Z takes back as a whole."))
