"""The header: title of the screen, the search box, and what can be done here."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import ActionButton, words
from ui.kit.search_field import SearchField

HEIGHT = 60
KEY_ROOM = 54


class Header(QWidget):
    """Shows the actions of the current screen; the last one is blue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._title_text = ""
        self._title, self._key = words("", "title"), words("Ctrl K", "key")
        self.search = SearchField()
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(320)
        self.undo, self.redo, self.menu_button = QToolButton(), QToolButton(), QToolButton()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._lay_out()
        self.retranslate()

    def show_title(self, title: str) -> None:
        """Say which screen this is."""
        self._title_text = title
        self._cut_title()

    def show_actions(self, actions: Sequence[QAction]) -> None:
        """Offer `actions` as buttons."""
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        buttons = [ActionButton(action, primary=action is actions[-1]) for action in actions]
        for button in buttons:
            self._buttons.addWidget(button)
        stops = (self.undo, self.redo, self.search, *buttons, self.menu_button)
        for first, second in pairwise(stops):
            self.setTabOrder(first, second)

    def offer(self, undo: QAction, redo: QAction, menu: QMenu) -> None:
        """Show undo and redo as icons and open `menu` from the last button."""
        for button, action in ((self.undo, undo), (self.redo, redo)):
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.menu_button.setMenu(menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.search.show_placeholder(_("Search name, pinyin, organisation, number…"))
        self.menu_button.setAccessibleName(_("Menu"))
        self.menu_button.setToolTip(_("Menu (F10)"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut_title()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place_key()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        icons.wear(self.menu_button, "menu")
        for button in (self.undo, self.redo, self.menu_button):
            button.setIconSize(QSize(18, 18))
            button.setFixedSize(32, 32)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self._title, 1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.search, 1)
        row.addLayout(self._buttons)
        row.addWidget(self.menu_button)
        self._key.setParent(self.search)
        self.search.setTextMargins(0, 0, KEY_ROOM, 0)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(lambda text: self._key.setVisible(not text))

    def _place_key(self) -> None:
        self._key.adjustSize()
        field = self.search
        top = (field.height() - self._key.height()) // 2
        self._key.move(field.width() - self._key.width() - 9, top)

    def _cut_title(self) -> None:
        room = max(self._title.width(), 120)
        metrics = QFontMetrics(self._title.font())
        cut = metrics.elidedText(self._title_text, Qt.TextElideMode.ElideRight, room)
        self._title.setText(cut)
        self._title.setToolTip(self._title_text if cut != self._title_text else "")
