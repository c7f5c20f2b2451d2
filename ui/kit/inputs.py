"""The widgets of a form that hold plain values: words, numbers, ticks and colours."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.text_kinds import TextKind
from summit_desk.support.i18n import _
from ui.kit.pasting import PasteHint, PastingLines, watch_line


class Input(QWidget):
    """One value on a form. `value()` out, `show_value()` in, `changed` when the person edits."""

    changed = Signal()
    hint: PasteHint | None = None  # what may be done with a pasted text; the form shows it below

    def __init__(self, control: QWidget | None = None) -> None:
        super().__init__()
        self.control = control or self
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        if control is not None:
            self.row.addWidget(control, 1)
            self.setFocusProxy(control)

    def value(self) -> object:
        """Return what the person entered."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show `value`; None shows as empty."""
        raise NotImplementedError

    def trouble(self) -> str:
        """Return why what was entered can't be taken (a msgid); mostly nothing."""
        return ""

    def name(self, label: str) -> None:
        """Tell screen readers what this is."""
        self.control.setAccessibleName(label)

    def lock(self, *, on: bool) -> None:
        """Only show the value, or let it be changed again; a line can still be read and copied."""
        if isinstance(self.control, QLineEdit):
            self.control.setReadOnly(on)
            self.control.setProperty("locked", on)
        else:
            self.control.setEnabled(not on)
        self._dress()

    def mark(self, *, wrong: bool) -> None:
        """Draw the red frame of a field with a problem, or take it away."""
        self.control.setProperty("wrong", wrong)
        self._dress()

    def _dress(self) -> None:
        style = self.control.style()
        style.unpolish(self.control)
        style.polish(self.control)


class LineInput(Input):
    """One line of text."""

    def __init__(
        self, placeholder: str = "", longest: int = 0, holds: TextKind = TextKind.LINE
    ) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.setPlaceholderText(placeholder)
        if longest:
            self.line.setMaxLength(longest)
        self.hint = watch_line(self.line, holds)
        self.line.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> str:
        return self.line.text().strip()

    def show_value(self, value: object) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)


class LinesInput(Input):
    """Several lines of text; Tab leaves it."""

    def __init__(self, height: int) -> None:
        self.lines = PastingLines()
        super().__init__(self.lines)
        self.hint = self.lines.hint
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(height)
        self.lines.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.lines.toPlainText().strip()

    def show_value(self, value: object) -> None:
        self.lines.setPlainText("" if value is None else str(value))


class NumberInput(Input):
    """A whole number; an optional one may be empty (None)."""

    def __init__(self, lo: int, hi: int, suffix: str, *, optional: bool) -> None:
        self.spin = QSpinBox()
        super().__init__(self.spin)
        self._lo, self._optional = lo, optional
        self.spin.setRange(lo - 1 if optional else lo, hi)
        self.spin.setSuffix(f" {suffix}" if suffix else "")
        self.spin.setGroupSeparatorShown(True)
        if optional:
            self.spin.setSpecialValueText("—")
        self.spin.valueChanged.connect(lambda _number: self.changed.emit())

    def value(self) -> int | None:
        number = self.spin.value()
        return None if self._optional and number < self._lo else number

    def show_value(self, value: object) -> None:
        self.spin.setValue(value if isinstance(value, int) else self.spin.minimum())


class DecimalInput(Input):
    """A number with decimals; an optional one may be empty (None)."""

    def __init__(self, lo: float, hi: float, decimals: int, *, optional: bool) -> None:
        self.spin = QDoubleSpinBox()
        super().__init__(self.spin)
        self._lo, self._optional = lo, optional
        self.spin.setDecimals(decimals)
        self.spin.setRange(lo - 1 if optional else lo, hi)
        self.spin.setGroupSeparatorShown(True)
        if optional:
            self.spin.setSpecialValueText("—")
        self.spin.valueChanged.connect(lambda _number: self.changed.emit())

    def value(self) -> float | None:
        number = self.spin.value()
        return None if self._optional and number < self._lo else number

    def show_value(self, value: object) -> None:
        number = float(value) if isinstance(value, int | float) else self.spin.minimum()
        self.spin.setValue(number)


class CheckInput(Input):
    """Yes or no."""

    def __init__(self, text: str) -> None:
        self.box = QCheckBox(text)
        super().__init__(self.box)
        self.box.toggled.connect(lambda _on: self.changed.emit())

    def value(self) -> bool:
        return self.box.isChecked()

    def show_value(self, value: object) -> None:
        self.box.setChecked(bool(value))


class TagsInput(Input):
    """Words, separated by commas of any kind."""

    def __init__(self) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.hint = watch_line(self.line, TextKind.NUMBER)  # commas may stay as they are
        self.line.setPlaceholderText(_("Separate with commas"))
        self.line.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> tuple[str, ...]:
        text = self.line.text()
        for comma in ("，", "、", ";", "；"):
            text = text.replace(comma, ",")
        words = (word.strip() for word in text.split(","))
        return tuple(dict.fromkeys(word for word in words if word))

    def show_value(self, value: object) -> None:
        words = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
        self.line.setText(", ".join(map(str, words)))


class ImageInput(Input):
    """A picture as the bytes of its file, shown small."""

    def __init__(self) -> None:
        super().__init__()
        from ui.kit.pictures import PictureBox  # noqa: PLC0415 -- pictures are rare on forms

        self._box = PictureBox()
        self._box.changed.connect(self.changed)
        self.row.addWidget(self._box)
        self.row.addStretch(1)
        self.setFocusProxy(self._box)

    def value(self) -> bytes | None:
        return self._box.content()

    def show_value(self, value: object) -> None:
        self._box.show_content(value if isinstance(value, bytes) else None)


def stacked(*parts: QWidget) -> QWidget:
    """Return the parts one under the other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    return holder
