"""The window of the waiting lists: per forum who waits, why, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from summit_desk.domain.records import Forum
from summit_desk.domain.waiting import Waiter, WaitingList
from summit_desk.support.i18n import _, in_words
from ui.kit import icons
from ui.kit.cards import ActionButton, EmptyState, words
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table

FORUM_WIDTH = 260
COLUMNS: Sequence[Column[Waiter]] = (
    Column(lambda: _("Turn"), lambda one: str(one.turn), sort=lambda one: one.turn, width=64,
           align=RIGHT, muted=True),
    Column(lambda: _("No."), lambda one: one.number, width=70, muted=True),
    Column(lambda: _("Name"), lambda one: one.name, width=120, strong=True),
    Column(lambda: _("Organisation"), lambda one: one.organisation,
           tooltip=lambda one: one.organisation),
    Column(lambda: _("Why"), lambda one: one.why, width=236, tooltip=lambda one: one.why),
)  # fmt: skip


class WaitingWindow(QDialog):
    """Shows one waiting list at a time; decides nothing."""

    forum_chosen = Signal(object)  # its key
    moved = Signal(object, int)  # a Waiter, and by how many places
    seat_asked = Signal(object)  # a Waiter
    leaving_asked = Signal(object)

    def __init__(self, forums: Sequence[Forum], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Waiting lists"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._forums = list(forums)
        self.shown: WaitingList | None = None
        self.forum = QComboBox()
        self.forum.setMinimumWidth(FORUM_WIDTH)
        self.forum.setAccessibleName(_("Forum"))
        for one in forums:
            self.forum.addItem(in_words(one.name, one.name_other))
        self.note = words("", "muted", wrap=True)
        self.model: RowsModel[Waiter] = RowsModel(COLUMNS, self)
        self.table = Table(self.model)
        self.table.setAccessibleName(_("Waiting lists"))
        self.up = self._action("up", _("Move up"), lambda: self._move(-1))
        self.down = self._action("down", _("Move down"), lambda: self._move(1))
        self.seat = self._action(
            "tick", _("Give a seat now"), lambda: self.seat_asked.emit(self.table.current())
        )
        self.leave = self._action(
            "minus",
            _("Take out of this forum"),
            lambda: self.leaving_asked.emit(self.table.current()),
        )
        self._lay_out()
        self.forum.currentIndexChanged.connect(lambda _at: self.forum_chosen.emit(self.key()))
        self.table.row_selected.connect(self._enable)
        self.resize(880, 520)
        self._enable(None)

    def key(self) -> object:
        """Return the key of the forum that is shown."""
        at = self.forum.currentIndex()
        return self._forums[at].id if at >= 0 else None

    def show_list(self, found: WaitingList) -> None:
        """Show who waits for a seat in the chosen forum."""
        if found.forum.id != self.key():
            return
        self.shown = found
        self.model.replace(found.waiters)
        self.note.setText(seats_note(found))
        self._enable(self.table.current())

    def _action(self, icon: str, text: str, asked: object) -> QAction:
        action = QAction(text, self)
        icons.wear(action, icon)
        action.triggered.connect(asked)
        return action

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.forum)
        top.addWidget(self.note, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for action in (self.seat, self.up, self.down, self.leave):
            action.setVisible(bool(self._forums))
            buttons.addWidget(ActionButton(action, primary=action is self.seat))
        buttons.addStretch(1)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        buttons.addWidget(close)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 16, 20, 16)
        page.setSpacing(12)
        page.addLayout(top)
        page.addWidget(self.table if self._forums else self._no_forums(), 1)
        page.addLayout(buttons)

    def _no_forums(self) -> EmptyState:
        """Return what is missing for a waiting list, in place of one that can't be filled."""
        for part in (self.forum, self.table):
            part.hide()
        return EmptyState(
            "clock",
            _("This event has no forum yet"),
            _(
                "People wait for a seat in a forum. Make one on the Agenda screen under “Forums "
                "and rooms…” and enter its seats; who chooses it when it is full waits here."
            ),
        )

    def _move(self, by: int) -> None:
        self.moved.emit(self.table.current(), by)

    def _enable(self, row: object) -> None:
        turn = row.turn if isinstance(row, Waiter) else 0
        for action in (self.seat, self.leave):
            action.setEnabled(turn > 0)
        self.up.setEnabled(turn > 1)
        self.down.setEnabled(0 < turn < len(self.model.rows()))


def seats_note(found: WaitingList) -> str:
    """Return how full the forum is and how many wait."""
    count = len(found.waiters)
    waiting = _("{count} wait.").format(count=f"{count:,}") if count else _("Nobody waits.")
    if found.seats is None:
        return (
            _("{seated} have a seat; there is no limit.").format(seated=f"{found.seated:,}")
            + f" {waiting}"
        )
    told = _("{seated} of {seats} seats are taken.")
    return told.format(seated=f"{found.seated:,}", seats=f"{found.seats:,}") + f" {waiting}"
