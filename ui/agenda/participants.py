"""The part of a session's form where people are named, with their roles and in their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.agenda_words import ROLES
from summit_desk.domain.records import PartRole
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.choice_inputs import Find, LookupInput
from ui.kit.editors import Editor
from ui.kit.inputs import Input

Order = Callable[[Sequence[UUID], Callable[[Sequence[UUID]], object]], object]
ROLE_WIDTH = 124
PLAIN = Qt.KeyboardModifier.NoModifier
BUTTON = 30


@dataclass(frozen=True)
class Participant:
    """Somebody in a session: a person, or only a name as long as nobody is chosen."""

    part_id: UUID | None
    person_id: UUID | None
    name: str
    note: str = ""
    role: PartRole = PartRole.SPEAKER


@dataclass(frozen=True)
class Participants(Editor):
    """Those who take part → tuple of Participant, in protocol order."""

    find: Find
    order: Order

    def make(self) -> Input:
        return ParticipantsInput(self.find, self.order)


class ParticipantsInput(Input):
    """A line for each, and one to add by typing a name; any other word is an unnamed guest."""

    def __init__(self, find: Find, order: Order) -> None:
        super().__init__()
        self._people: list[Participant] = []
        self._order = order
        self.sort = QPushButton(_("Sort by rank"))
        self.sort.setProperty("kit", "link")
        self.sort.clicked.connect(lambda _on: self._ask_order())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.add = LookupInput(find, _("Type a name to add somebody"), free=True)
        self.add.changed.connect(self._on_chosen)
        self.add.line.installEventFilter(self)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(self._rows)
        last = QHBoxLayout()
        last.addWidget(self.add, 1)
        last.addWidget(self.sort)
        column.addLayout(last)
        self.row.addLayout(column, 1)
        self.setFocusProxy(self.add)

    def value(self) -> tuple[Participant, ...]:
        return tuple(self._people)

    def show_value(self, value: object) -> None:
        self._people = list(value) if isinstance(value, tuple) else []
        self._show()

    def name(self, label: str) -> None:
        self.add.line.setAccessibleName(label)

    def mark(self, *, wrong: bool) -> None:
        self.add.mark(wrong=wrong)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter for adding a guest, before the form takes it for saving."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            plain = event.modifiers() in (PLAIN, Qt.KeyboardModifier.KeypadModifier)
            if entered and plain and self.add.line.text().strip():
                self._on_entered()
                return True
        return super().eventFilter(watched, event)

    def shift(self, at: int, by: int) -> None:
        """Move somebody up or down."""
        to = at + by
        if 0 <= to < len(self._people):
            self._people.insert(to, self._people.pop(at))
            self._changed()

    def remove(self, at: int) -> None:
        """Take somebody out."""
        del self._people[at]
        self._changed()

    def give_role(self, at: int, index: int) -> None:
        """Give somebody another role."""
        self._people[at] = replace(self._people[at], role=list(PartRole)[index])
        self.changed.emit()

    def show_order(self, keys: Sequence[UUID]) -> None:
        """Put people into an order; guests who are not named yet come last."""
        places: dict[UUID | None, int] = {key: at for at, key in enumerate(keys)}
        self._people.sort(key=lambda one: places.get(one.person_id, len(places)))
        self._changed()

    def _ask_order(self) -> None:
        self._order([one.person_id for one in self._people if one.person_id], self.show_order)

    def _on_chosen(self) -> None:
        chosen = self.add.value()
        if isinstance(chosen, UUID):
            name, _dot, note = self.add.line.text().partition(" · ")  # as options are written
            self._append(Participant(None, chosen, name, note))

    def _on_entered(self) -> None:
        """Add what was typed as a guest without a person."""
        if self.add.line.text().strip() and not isinstance(self.add.value(), UUID):
            self._append(Participant(None, None, self.add.line.text().strip()))

    def _append(self, somebody: Participant) -> None:
        self.add.show_value(None)
        self._people.append(somebody)
        self._changed()

    def _changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.deleteLater()
        self.sort.setVisible(sum(one.person_id is not None for one in self._people) > 1)
        for at, somebody in enumerate(self._people):
            self._rows.addWidget(self._line(at, somebody))

    def _line(self, at: int, somebody: Participant) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        note = somebody.note if somebody.person_id else _("not named yet")
        row.addWidget(self._role(at, somebody))
        row.addSpacing(4)
        row.addWidget(words(somebody.name, "heading"))
        row.addWidget(_squeezed(note), 1)
        buttons: Sequence[tuple[str, str, Callable[[], object], bool]] = (
            ("up", _("Up"), partial(self.shift, at, -1), at > 0),
            ("down", _("Down"), partial(self.shift, at, 1), at < len(self._people) - 1),
            ("close", _("Remove"), partial(self.remove, at), True),
        )
        for icon, text, call, enabled in buttons:
            row.addWidget(_button(icon, f"{text} · {somebody.name}", call, enabled=enabled))
        return line

    def _role(self, at: int, somebody: Participant) -> QComboBox:
        box = QComboBox()
        box.addItems([_(ROLES[role]) for role in PartRole])
        box.setCurrentIndex(list(PartRole).index(somebody.role))
        box.setFixedWidth(ROLE_WIDTH)
        box.setAccessibleName(_("Role of {name}").format(name=somebody.name))
        box.activated.connect(lambda index: self.give_role(at, index))
        return box


def _squeezed(text: str) -> QLabel:
    """Return a label that gives way where there is little space."""
    label = words(text, "muted")
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setToolTip(text)
    return label


def _button(icon: str, text: str, call: Callable[[], object], *, enabled: bool) -> QToolButton:
    button = QToolButton()
    icons.wear(button, icon)
    button.setAutoRaise(True)
    button.setFixedSize(BUTTON, BUTTON)
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setEnabled(enabled)
    button.clicked.connect(lambda _on: call())
    return button
