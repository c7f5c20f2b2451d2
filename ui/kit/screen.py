"""A screen: one item of the rail; shows things and says what the person asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from summit_desk.domain.places import Place
from ui.kit.search_field import SearchField


class Screen(QWidget):
    """What the window expects of every screen. Decides nothing: signals out, `show_*` in."""

    place_asked = Signal(object)  # a Place elsewhere that the person wants to see
    header_changed = Signal()  # title or actions are others now

    def title(self) -> str:
        """Return what stands at the left of the header."""
        raise NotImplementedError

    def header_actions(self) -> Sequence[QAction]:
        """Return the buttons of the header, the last one is the primary (blue) one."""
        return ()

    def show_place(self, place: Place) -> None:
        """Select what `place` names."""

    def focus_search(self) -> None:
        """Put the cursor into the screen's own search field (Ctrl+F)."""
        field = next((one for one in self.findChildren(SearchField) if one.isVisible()), None)
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def retranslate(self) -> None:
        """Say every text again in the current language."""

    def changeEvent(self, event: QEvent) -> None:
        """Say every text again when the language of the program was switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
