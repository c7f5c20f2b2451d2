"""Filter chips: a row of small buttons with counts, one or several chosen."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit.flow import FlowLayout
from ui.kit.fonts import sized
from ui.kit.tokens import pill_tint, tokens
from ui.kit.tones import Pill, Tone

PADDING = 11


@dataclass(frozen=True)
class Chip:
    """One filter: what it stands for, its word, how many it would leave, its colour."""

    key: Hashable
    text: str
    count: int | None = None
    tone: Tone = Tone.BLUE
    colour: str = ""

    def words(self) -> str:
        """Return the text with its count."""
        return self.text if self.count is None else f"{self.text} {self.count:,}"


class ChipButton(QAbstractButton):
    """One chip on screen."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.chip = chip
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Show another word or count; the same again costs no painting."""
        if chip == self.chip and self.text() == chip.words():
            return
        self.chip = chip
        self.setText(chip.words())
        self.setAccessibleName(chip.words())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = QFontMetrics(sized(self.font(), 13)).horizontalAdvance(self.text())
        return QSize(width + 2 * PADDING, 26)

    def is_cut(self) -> bool:
        """Tell whether the words are wider than the chip may be."""
        return self.sizeHint().width() > self.maximumWidth()

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = tokens()
        chip, on = self.chip, self.isChecked()
        look = pill_tint(Pill("", chip.tone, chip.colour) if on else Pill(""))
        ground = worn.line if self.underMouse() and not on else look.ground
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            edge = worn.accent if self.hasFocus() else look.ground
            painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setFont(sized(self.font(), 13))
            painter.setPen(QColor(look.ink))
            room = self.width() - 2 * PADDING + 2
            text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class Chips(QWidget):
    """Filter chips. `chosen` carries the key (exclusive) or a frozenset of keys."""

    chosen = Signal(object)

    def __init__(self, *, exclusive: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        self._buttons: list[ChipButton] = []
        self._layout = FlowLayout(self, gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: Sequence[Chip], chosen: Hashable = None) -> None:
        """Show `chips`; what was chosen stays chosen, else `chosen`, else the first."""
        before = self.chosen_keys() or frozenset({chosen})
        if [one.chip.key for one in self._buttons] != [chip.key for chip in chips]:
            self._build(chips)
        keep = before & {chip.key for chip in chips}
        if self._exclusive and not keep and chips:
            keep = frozenset({chips[0].key})
        for button, chip in zip(self._buttons, chips, strict=True):
            button.show_chip(chip)
            button.setChecked(chip.key in keep)

    def show_chosen(self, keys: Collection[Hashable]) -> None:
        """Show exactly these as chosen, without telling."""
        for button in self._buttons:
            button.setChecked(button.chip.key in keys)

    def choose(self, key: Hashable) -> None:
        """Choose a chip without telling."""
        for button in self._buttons:
            if self._exclusive or button.chip.key == key:
                button.setChecked(button.chip.key == key)

    def chosen_key(self) -> Hashable:
        """Return the chosen key of an exclusive row, None when nothing is chosen."""
        return next(iter(self.chosen_keys()), None)

    def chosen_keys(self) -> frozenset[Hashable]:
        """Return the keys of all chosen chips."""
        return frozenset(one.chip.key for one in self._buttons if one.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        focused = next((at for at, one in enumerate(self._buttons) if one.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        target = self._buttons[(focused + step) % len(self._buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, chips: Sequence[Chip]) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(chip) for chip in chips]

    def _button(self, chip: Chip) -> ChipButton:
        button = ChipButton(chip, self)
        button.clicked.connect(lambda: self._on_clicked(button))
        self._layout.addWidget(button)
        return button

    def _on_clicked(self, clicked: ChipButton) -> None:
        if self._exclusive:
            for button in self._buttons:
                button.setChecked(button is clicked)
            self.chosen.emit(clicked.chip.key)
        else:
            self.chosen.emit(self.chosen_keys())
