"""A chip that opens a menu of choices; with many of them, one that can be typed into."""

from collections.abc import Callable, Hashable, Iterable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QSize,
    QSortFilterProxyModel,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QMenu, QVBoxLayout

from summit_desk.support.i18n import _
from ui.kit.chips import Chip, ChipButton

Option = tuple[Hashable, str]
Options = Callable[[], Sequence[Option]]
MANY = 16


class FilterMenu(ChipButton):
    """Shows "Status ▾", in colour when something is chosen; tells `chosen` (None is all).

    A dialog may have chosen several; the menu then marks each.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(Chip("", ""))
        self._title = ""
        self._options: Options = tuple[Option, ...]
        self._keys: frozenset[Hashable] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open)

    def show_options(self, title: str, options: Options) -> None:
        """Offer these choices; they are asked for when somebody looks, there may be thousands."""
        self._title, self._options = title, options
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
        options = [(None, _("All")), *self._options()]
        if len(options) > MANY:
            popup = _LongList(self, options)
            popup.taken.connect(self._take)
            popup.open_at(under)
        else:
            self._menu(options).popup(under)

    def _menu(self, options: Sequence[Option]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, text in options:
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
        """Say the title alone: what is chosen stands in words below, with a cross each."""
        text = _("{name} ▾").format(name=self._title)
        self.show_chip(Chip(next(iter(self._keys), None), text))
        self.setAccessibleName(f"{self._title}: {self.choice()}")
        self.setToolTip(self.choice() if self._keys else "")
        self.setChecked(bool(self._keys))

    def choice(self) -> str:
        """Return what is chosen in words."""
        if not self._keys:
            return _("all")
        found = [text for key, text in self._options() if key in self._keys]
        return _(", ").join(found) or _("{count} chosen").format(count=len(self._keys))


class _LongList(QFrame):
    """Many choices with a field that narrows them; the first of them is all."""

    taken = Signal(object)

    def __init__(self, parent: ChipButton, options: Sequence[Option]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kit", "card")
        self._keys = [key for key, _text in options]
        self.line, self.list = QLineEdit(), QListView()
        self.line.setPlaceholderText(_("Type to narrow"))
        self._narrowed = QSortFilterProxyModel(self)
        self._narrowed.setSourceModel(QStringListModel([text for _key, text in options], self))
        self._narrowed.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setModel(self._narrowed)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)  # else each of thousands is measured
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.line.textChanged.connect(
            lambda text: self._narrowed.setFilterFixedString(text.strip())
        )
        self.list.clicked.connect(self._take)
        self.list.activated.connect(self._take)

    def open_at(self, place: QPoint) -> None:
        """Open below a chip."""
        self.resize(QSize(320, 380))
        self.move(place)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            rows = (self._narrowed.index(row, 0) for row in range(self._narrowed.rowCount()))
            first = next((index for index in rows if self._key(index) is not None), None)
            if first is not None:
                self._take(first)
        else:
            super().keyPressEvent(event)

    def _key(self, index: QModelIndex) -> Hashable:
        return self._keys[self._narrowed.mapToSource(index).row()]

    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(self._key(index))
        self.close()
