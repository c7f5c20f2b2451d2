"""The widgets of a form that choose among things: one, several, or one found by typing."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
)

from summit_desk.domain.text_kinds import TextKind
from summit_desk.support.i18n import N_, _
from ui.kit import icons
from ui.kit.inputs import Input, TagsInput, stacked
from ui.kit.pasting import watch_line

Option = tuple[object, str]
Options = Callable[[], Sequence[Option]]
Find = Callable[[str, Callable[[Sequence[Option]], object]], object]
VALUE = Qt.ItemDataRole.UserRole
TYPING_PAUSE_MS = 120
NOT_CHOSEN = N_("Please choose one of those that are offered while you type.")


class ChoiceInput(Input):
    """One of some; an editable one also takes a word of the person's own."""

    def __init__(self, options: Options, *, editable: bool) -> None:
        self.box = QComboBox()
        super().__init__(self.box)
        self._options = list(options())
        self._editable = editable
        self.box.setEditable(editable)
        self.box.setMaxVisibleItems(16)
        # the longest of many options must not widen the form
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(10)
        for _value, text in self._options:
            self.box.addItem(text)
        if editable:
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.box.setCompleter(self._make_completer([text for _value, text in self._options]))
            self.box.setCurrentIndex(-1)
        self.box.currentTextChanged.connect(lambda _text: self.changed.emit())

    def _make_completer(self, names: Sequence[str]) -> QCompleter:
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer

    def value(self) -> object:
        text = self.box.currentText()
        if not self._editable:
            at = self.box.currentIndex()
            return self._options[at][0] if at >= 0 else None
        return next((value for value, name in self._options if name == text), text.strip())

    def show_value(self, value: object) -> None:
        values = [option[0] for option in self._options]
        if value in values:
            self.box.setCurrentIndex(values.index(value))
        elif self._editable:
            self.box.setEditText("" if value is None else str(value))


class ChoicesInput(Input):
    """Several of some, each with a tick; a free one also takes other words."""

    def __init__(self, options: Options, height: int, *, free: bool = False) -> None:
        self.list = QListWidget()
        self.other = TagsInput() if free else None
        super().__init__(self.list)
        if self.other is not None:
            self._add_other(self.other, height)
        self._values: list[object] = []
        for value, text in options():
            item = QListWidgetItem(text, self.list)
            item.setToolTip(text)  # a long one ends in dots
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self._values.append(value)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(height)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())

    def value(self) -> tuple[object, ...]:
        ticked = tuple(
            value
            for at, value in enumerate(self._values)
            if self.list.item(at).checkState() is Qt.CheckState.Checked
        )
        others = self.other.value() if self.other is not None else ()
        return (*ticked, *(word for word in others if word not in ticked))

    def show_value(self, value: object) -> None:
        chosen = value if isinstance(value, Collection) else ()
        if self.other is not None:
            self.other.show_value(tuple(one for one in chosen if one not in self._values))
        for at, one in enumerate(self._values):
            on = Qt.CheckState.Checked if one in chosen else Qt.CheckState.Unchecked
            self.list.item(at).setCheckState(on)

    def _add_other(self, other: TagsInput, height: int) -> None:
        """Put a line for other words under the list."""
        other.line.setPlaceholderText(_("Others, separated by commas"))
        other.changed.connect(self.changed)
        self.row.removeWidget(self.list)
        self.row.addWidget(stacked(self.list, other), 1)
        self.list.setFixedHeight(height)


class LookupInput(Input):
    """One of very many, found by typing; `find(text, then)` answers with options, later.

    The value is what an option stands for, or None; a free one also takes a plain word.
    """

    def __init__(
        self, find: Find, placeholder: str, *, free: bool, holds: TextKind = TextKind.LINE
    ) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.hint = watch_line(self.line, holds)
        self._find, self._free = find, free
        self._value: object = None
        self._offered: Sequence[Option] = ()
        self._names = QStringListModel(self)
        self._completer = self._make_completer()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.line.setPlaceholderText(placeholder)
        icons.wear_clear(self.line)
        self.line.textEdited.connect(self._on_typed)

    def value(self) -> object:
        if self._value is None and self._free:
            return self.line.text().strip() or None
        return self._value

    def trouble(self) -> str:
        is_chosen = self._free or self._value is not None
        return "" if is_chosen or not self.line.text().strip() else NOT_CHOSEN

    def show_value(self, value: object) -> None:
        """Show an option `(value, text)`, or nothing."""
        self._value, text = value if isinstance(value, tuple) else (None, str(value or ""))
        self.line.setText(text)
        self.line.setCursorPosition(0)  # a long option shows its beginning

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        completer.setWidget(self.line)
        completer.activated.connect(self._choose)
        return completer

    def _on_typed(self, _text: str) -> None:
        self._value = None
        self._pause.start()
        self.changed.emit()

    def _search(self) -> None:
        text = self.line.text().strip()
        if text:
            self._find(text, partial(self._offer, text))  # dropped once the form is gone

    def _offer(self, text: str, options: Sequence[Option]) -> None:
        if text != self.line.text().strip():
            return  # an answer to what was typed before
        self._offered = options
        self._names.setStringList([name for _value, name in options])
        if options and self.line.hasFocus():
            self._completer.complete()

    def _choose(self, name: str) -> None:
        value = next((value for value, text in self._offered if text == name), None)
        self.show_value((value, name))
        self.changed.emit()
