"""Two records side by side: what differs stands out, and which value stays can be chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.duplicate_lists import ComparedField, Comparison
from summit_desk.support.i18n import _
from ui.kit.cards import words

if TYPE_CHECKING:
    from collections.abc import Callable

LABEL_WIDTH = 128
EMPTY = "—"
BREAK = "\u200b"  # where a long address may be broken


class Value(QWidget):
    """One side of a field; with a choice it has a radio button, and a click anywhere chooses."""

    def __init__(self, field: ComparedField, text: str, *, loses: bool) -> None:
        super().__init__()
        self.radio: QRadioButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 8, 3)
        row.setSpacing(6)
        if field.open:
            self.radio = QRadioButton()
            self.radio.setAccessibleName(f"{field.label}: {text}")
            row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.said = words(
            text.replace("@", BREAK + "@") or EMPTY, "note" if loses or not text else "", wrap=True
        )
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # an endless word must not push the other side out
        self.said.setSizePolicy(policy)
        row.addWidget(self.said, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.radio is not None:
            self.radio.click()
        super().mousePressEvent(event)


class ComparisonView(QScrollArea):
    """Shows a comparison; `taken()` are the fields whose value comes from the right side."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self._groups: list[QButtonGroup] = []
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.choices, self._groups = {}, []
        page = QWidget()
        page.setProperty("kit", "page")
        self.setWidget(page)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show two records; where both are filled the left values stay, or what is proposed."""
        self.clear()
        page = QWidget()
        page.setProperty("kit", "page")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        for side in (1, 2):
            grid.setColumnStretch(side, 1)
        self._add_heads(grid, comparison)
        for part in comparison.parts:
            heading = words(part.title, "heading", wrap=True)
            heading.setContentsMargins(0, 12, 0, 4)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 3)
            for field in part.fields:
                if field.kept or field.other:
                    self._add_field(grid, field)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 4, 8, 12)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(page)

    def taken(self) -> frozenset[str]:
        """Return the keys of the fields whose right value was chosen."""
        return frozenset(key for key, (_left, right) in self.choices.items() if right.isChecked())

    def _add_heads(self, grid: QGridLayout, comparison: Comparison) -> None:
        heads = ((1, comparison.kept.name, _("stays")), (2, comparison.other.name, _("is merged")))
        for column, name, what in heads:
            head = QWidget()
            box = QVBoxLayout(head)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
            box.addWidget(words(what, "muted"))
            box.addWidget(words(name, "title", wrap=True))
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignTop)

    def _add_field(self, grid: QGridLayout, field: ComparedField) -> None:
        row = grid.rowCount()
        label = words(field.label[:1].upper() + field.label[1:], "muted", wrap=True)
        label.setContentsMargins(0, 5, 0, 0)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        same = not field.differs
        left = Value(field, field.kept, loses=same)
        right = Value(field, field.other, loses=same)
        for column, value in ((1, left), (2, right)):
            grid.addWidget(value, row, column, Qt.AlignmentFlag.AlignTop)
        if left.radio is not None and right.radio is not None:
            self._offer(field, left, right)

    def _offer(self, field: ComparedField, left: Value, right: Value) -> None:
        radios = (left.radio, right.radio)
        assert radios[0] is not None
        assert radios[1] is not None
        group = QButtonGroup(self)
        self._groups.append(group)
        for radio in (radios[0], radios[1]):
            group.addButton(radio)
        (radios[1] if field.proposed else radios[0]).setChecked(True)
        self.choices[field.key] = (radios[0], radios[1])
        tell: Callable[[], None] = self.chosen.emit
        group.buttonClicked.connect(lambda _button: tell())
