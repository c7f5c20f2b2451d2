"""The conditions of the filter in words, each with a cross that takes it away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from summit_desk.domain.attendee_lists import EVERYBODY, AttendeeFilter
from summit_desk.domain.filter_words import FilterPart
from summit_desk.support.i18n import _
from ui.kit.chips import Chip, ChipButton
from ui.kit.flow import FlowLayout

LONGEST = 40  # characters of a condition; the rest is in its tooltip


class Conditions(QWidget):
    """A row of chips; hidden while nothing is asked for."""

    dropped = Signal(object)  # the AttendeeFilter that is left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(self, gap=6)
        self._parts: Sequence[FilterPart] | None = None
        self._buttons: list[ChipButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_parts(self, parts: Sequence[FilterPart]) -> None:
        """Show these conditions; with several, also a chip that drops them all."""
        if parts == self._parts:
            return
        self._parts = parts
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        for part in parts:
            self._add(part.words, part.without)
        if len(parts) > 1:
            self._add(_("Drop all conditions"), EVERYBODY)
        self.setVisible(bool(parts))
        self.updateGeometry()

    def _add(self, text: str, left: AttendeeFilter) -> None:
        shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        button = ChipButton(Chip(left, f"{shown}  ✕"), self)
        button.setChecked(left != EVERYBODY or len(self._parts or ()) == 1)
        button.setToolTip(_("Drop this condition: {condition}").format(condition=text))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(lambda: self.dropped.emit(left))
        self._layout.addWidget(button)
        self._buttons.append(button)
        button.show()
