"""The sheet of questions that a guest answers at the door."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from summit_desk.domain.imports.own_fields import own_value
from summit_desk.domain.records import CustomField, FieldKind
from summit_desk.support.i18n import _, in_words
from ui.check_in.overlays import FIELD_PX, Sheet

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Options = Sequence[tuple[str, str]]


class QuestionSheet(Sheet):
    """One field a question, by keyboard alone; what stays empty is not stored."""

    answered = Signal(object)  # values by the fields' keys

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields: Sequence[CustomField] = ()
        self.inputs: list[QWidget] = []
        self._form = QFormLayout()
        self._form.setVerticalSpacing(12)
        self.body.addLayout(self._form)

    def open_for(self, name: str, fields: Sequence[CustomField]) -> None:
        """Ask this person these questions."""
        self.heading.setText(_("{name}: questions at the door").format(name=name))
        self.keys.setText(_("Enter next question, then let in · Esc refuse"))
        self.show_trouble("")
        while self._form.rowCount():
            self._form.removeRow(0)
        self._fields = fields
        self.inputs = [self._input(field) for field in fields]
        for field, widget in zip(fields, self.inputs, strict=True):
            label = in_words(field.label, field.label_other)
            widget.setAccessibleName(label)
            self._form.addRow(label, widget)
        self.show()
        self.raise_()
        self.inputs[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def answers(self) -> Mapping[str, object]:
        """Return what was answered, each as its field keeps it."""
        said = {
            field.key: _said(widget)
            for field, widget in zip(self._fields, self.inputs, strict=True)
        }
        kept = {field.key: field for field in self._fields}
        return {key: own_value(kept[key], text) for key, text in said.items() if text}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTER:
                self._go_on(watched)
            return event.key() in ENTER
        return super().eventFilter(watched, event)

    def _go_on(self, after: QObject) -> None:
        place = next(at for at, widget in enumerate(self.inputs) if widget == after)
        if place + 1 < len(self.inputs):
            self.inputs[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.answered.emit(self.answers())

    def _input(self, field: CustomField) -> QWidget:
        options: Mapping[FieldKind, Callable[[], Options]] = {
            FieldKind.YES_NO: lambda: [("", "—"), ("yes", _("yes")), ("no", _("no"))],
            FieldKind.CHOICE: lambda: [("", "—"), *((one, one) for one in field.choices)],
        }
        made = self._box(options[field.kind]()) if field.kind in options else self.field()
        if isinstance(made, QLineEdit) and field.choices:
            made.setPlaceholderText(in_words("、", ", ").join(field.choices))
        made.installEventFilter(self)
        return made

    def _box(self, options: Options) -> QComboBox:
        box = QComboBox()
        box.setStyleSheet(f"font-size: {FIELD_PX}px; min-height: 44px;")
        for key, text in options:
            box.addItem(text, key)
        return box


def _said(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return str(widget.currentData())
    return widget.text().strip() if isinstance(widget, QLineEdit) else ""
