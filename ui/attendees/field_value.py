"""One input that first asks for a field and then for its value."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.form import Editor, Field
from ui.kit.inputs import Input, stacked


class FieldValueInput(Input):
    """Shows the input of the field that is chosen → (key, value)."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.box = QComboBox()
        super().__init__(self.box)
        self._keys = [field.key for field in fields]
        self._names = [field.label() for field in fields]
        self.inputs = {field.key: field.editor.make() for field in fields}
        self._pages = QStackedWidget()
        self.row.removeWidget(self.box)
        self.row.addWidget(stacked(self.box, self._pages), 1)
        self.box.setMaxVisibleItems(24)
        for field in fields:
            page = self.inputs[field.key]
            page.name(field.label())
            page.changed.connect(self.changed)
            self._pages.addWidget(_at_top(page))
            self.box.addItem(field.label())
        self.box.currentIndexChanged.connect(self._show)
        self._show(0)

    def value(self) -> tuple[str, object]:
        key = self._keys[self.box.currentIndex()]
        return key, self.inputs[key].value()

    def show_value(self, value: object) -> None:
        if isinstance(value, tuple):
            key, shown = value
            self.box.setCurrentIndex(self._keys.index(key))
            self.inputs[key].show_value(shown)

    def _show(self, at: int) -> None:
        self._pages.setCurrentIndex(at)
        self.changed.emit()


def _at_top(page: QWidget) -> QWidget:
    """Return a page of the stack: its input keeps its height, the tallest gives the room."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    column.addStretch(1)
    return holder


@dataclass(frozen=True)
class FieldValue(Editor):
    """A field among several, and its value → (key, value)."""

    fields: Sequence[Field]

    def make(self) -> Input:
        return FieldValueInput(self.fields)
