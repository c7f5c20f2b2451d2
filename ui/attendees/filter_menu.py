"""A chip that opens a menu of choices; with many of them, one that can be typed into."""

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QMenu, QVBoxLayout

from summit_desk.support.i18n import _
from ui.kit.chips import Chip, ChipButton

Option = tuple[Hashable, str]
MANY = 16
LONGEST = 14  # characters of a choice: a chip stays small
KEY = Qt.ItemDataRole.UserRole


class FilterMenu(ChipButton):
    """Shows "Status: all ▾"; a choice is told as `chosen` (None is all) and shown in colour.

    A dialog may have chosen several; the menu then says how many and marks each.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(Chip("", ""))
        self._title, self._options = "", tuple[Option, ...]()
        self._keys: frozenset[Hashable] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open)

    def show_options(self, title: str, options: Sequence[Option]) -> None:
        """Offer these choices."""
        self._title, self._options = title, tuple(options)
        self._say()

    def show_chosen(self, keys: Iterable[Hashable]) -> None:
        """Show what is chosen without telling; nothing is all."""
        self._keys = frozenset(keys)
        self._say()

    def chosen_keys(self) -> frozenset[Hashable]:
        """Return what is chosen."""
        return self._keys

    def open(self) -> None:
        """Open the choices under the chip."""
        self.setChecked(bool(self._keys))
        under = self.mapToGlobal(QPoint(0, self.height() + 4))
        if len(self._options) > MANY:
            popup = _LongList(self, [(None, _("All")), *self._options])
            popup.taken.connect(self._take)
            popup.open_at(under)
        else:
            self._menu().popup(under)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, text in [(None, _("All")), *self._options]:
            action = QAction(text.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(key in self._keys or (key is None and not self._keys))
            action.triggered.connect(lambda _on, one=key: self._take(one))
            menu.addAction(action)
        return menu

    def _take(self, key: Hashable) -> None:
        self.show_chosen(() if key is None else (key,))
        self.chosen.emit(key)

    def _say(self) -> None:
        self.show_chip(
            Chip(
                next(iter(self._keys), None),
                _("{filter}: {choice} ▾").format(filter=self._title, choice=self._choice()),
            )
        )
        self.setChecked(bool(self._keys))

    def _choice(self) -> str:
        if not self._keys:
            return _("all")
        found = [text for key, text in self._options if key in self._keys]
        if len(self._keys) > 1 or not found:
            return _("{count} chosen").format(count=len(self._keys))
        return found[0] if len(found[0]) <= LONGEST else found[0][: LONGEST - 1] + "…"


class _LongList(QFrame):
    """Many choices with a field that narrows them."""

    taken = Signal(object)

    def __init__(self, parent: ChipButton, options: Sequence[Option]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kit", "card")
        self._line, self._list = QLineEdit(), QListWidget()
        self._line.setPlaceholderText(_("Type to narrow"))
        for key, text in options:
            item = QListWidgetItem(text, self._list)
            item.setData(KEY, key)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        self._line.textChanged.connect(self._narrow)
        self._list.itemClicked.connect(self._take)
        self._list.itemActivated.connect(self._take)

    def open_at(self, place: QPoint) -> None:
        """Open below a chip."""
        self.resize(QSize(320, 380))
        self.move(place)
        self.show()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shown = (self._list.item(at) for at in range(self._list.count()))
            first = next((item for item in shown if not item.isHidden() and item.data(KEY)), None)
            if first is not None:
                self._take(first)
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().strip()
        for at in range(self._list.count()):
            item = self._list.item(at)
            item.setHidden(wanted not in item.text().casefold())

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(KEY))
        self.close()
