"""The headings of a long form, at its left: where one is, and a way to the others."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QScrollArea

GUIDED_FROM = 6  # headings
WIDTH, ITEM_HEIGHT = 192, 34
ABOVE = 12  # pixels that stay free over a heading


class FormGuide(QListWidget):
    """Scrolls to a heading that is chosen, and follows when somebody scrolls."""

    def __init__(self, headings: Sequence[QLabel], scroll: QScrollArea) -> None:
        super().__init__()
        self._headings, self._scroll = headings, scroll
        self.setProperty("kit", "sections")
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab walks through the fields
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for heading in headings:
            item = QListWidgetItem(heading.text(), self)
            item.setSizeHint(QSize(0, ITEM_HEIGHT))
        self.setCurrentRow(0)
        self.itemClicked.connect(lambda _item: self._go_to(self.currentRow()))
        scroll.verticalScrollBar().valueChanged.connect(self._follow)

    def _go_to(self, at: int) -> None:
        self._scroll.verticalScrollBar().setValue(self._headings[at].y() - ABOVE)
        self.setCurrentRow(at)

    def _follow(self, top: int) -> None:
        bar = self._scroll.verticalScrollBar()
        passed = [at for at, one in enumerate(self._headings) if one.y() - 2 * ABOVE <= top]
        if top < bar.maximum() or self.currentRow() < len(passed) - 1:
            self.setCurrentRow(passed[-1] if passed else 0)
