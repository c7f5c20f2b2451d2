"""The rail: the event switcher and the list of screens at the left of the window."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from summit_desk.domain.places import ScreenName
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.fonts import sized
from ui.kit.tokens import Tokens, tint, tokens
from ui.kit.tones import Tone
from ui.shell.entries import ScreenEntry
from ui.shell.event_button import EventButton

WIDTH = 224
ITEM_HEIGHT = 37


class RailItem(QAbstractButton):
    """One screen: icon, name and how many things wait there."""

    def __init__(self, entry: ScreenEntry, keys: str) -> None:
        super().__init__()
        self.entry, self._keys = entry, keys
        self._count: int | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    def show_count(self, count: int | None) -> None:
        """Show how many; None or 0 shows nothing."""
        self._count = count
        self.retranslate()

    def retranslate(self) -> None:
        """Say the name again in the current language."""
        title = self.entry.title()
        self.setText(title)
        self.setToolTip(f"{title} ({self._keys})" if self._keys else title)
        count = f" {self._count:,}" if self._count else ""
        self.setAccessibleName(title + count)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 24, ITEM_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ground(painter, worn)
            ink = worn.accent if self.isChecked() else worn.ink
            picture = icons.pixmap(self.entry.icon, 18, ink if self.isChecked() else worn.muted)
            painter.drawPixmap(12, (self.height() - 18) // 2, picture)
            weight = QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal
            painter.setFont(sized(self.font(), 14, weight))
            painter.setPen(QColor(ink))
            box = self.rect().adjusted(40, 0, -12, 0)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(middle | Qt.AlignmentFlag.AlignLeft), self.text())
            if self._count:
                self._draw_count(painter, worn)

    def _draw_ground(self, painter: QPainter, worn: Tokens) -> None:
        ground = worn.hover if self.underMouse() else "transparent"
        painter.setBrush(QColor(worn.selected if self.isChecked() else ground))
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(worn.accent), 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _draw_count(self, painter: QPainter, worn: Tokens) -> None:
        text = f"{self._count:,}"
        warns = self.entry.name is ScreenName.PREFLIGHT
        weight = QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(sized(self.font(), 12, weight))
        width = painter.fontMetrics().horizontalAdvance(text)
        box = QRectF(self.width() - width - 21, (self.height() - 20) / 2, width + 14, 20)
        if warns:
            amber = tint(Tone.AMBER)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(amber.ground))
            painter.drawRoundedRect(box, 10, 10)
            painter.setPen(QColor(amber.ink))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        else:
            painter.setPen(QColor(worn.muted))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(0, 0, -4, 0), int(right), text)


class Rail(QWidget):
    """Tells which screen the person chose."""

    chosen = Signal(object)  # a ScreenName

    def __init__(self, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.event_button = EventButton()
        self._items = {
            entry.name: RailItem(entry, f"Ctrl+{number}" if number < 10 else "")  # noqa: PLR2004 -- keys 1 to 9
            for number, entry in enumerate(entries, start=1)
        }
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 14)
        layout.setSpacing(1)
        layout.addWidget(self.event_button)
        layout.addSpacing(14)
        self._add_items(layout)
        self.setAccessibleName(_("Screens"))

    def choose(self, name: ScreenName) -> None:
        """Mark the screen that is shown."""
        if name in self._items:
            self._items[name].setChecked(True)

    def show_counts(self, counts: Mapping[ScreenName, int]) -> None:
        """Show how many things wait where."""
        for name, item in self._items.items():
            item.show_count(counts.get(name))

    def retranslate(self) -> None:
        """Say every name again in the current language."""
        for item in self._items.values():
            item.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        items = list(self._items.values())
        at = next((at for at, item in enumerate(items) if item.hasFocus()), None)
        step = steps.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
            return
        items[(at + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_items(self, layout: QVBoxLayout) -> None:
        low = False
        for item in self._items.values():
            if item.entry.low and not low:
                low = True
                layout.addStretch(1)
            self._group.addButton(item)
            item.clicked.connect(self._tell)
            layout.addWidget(item)

    def _tell(self) -> None:
        item = self._group.checkedButton()
        if isinstance(item, RailItem):
            self.chosen.emit(item.entry.name)
