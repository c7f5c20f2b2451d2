"""The forums that an attendee chose, as chips that can be added and taken away."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from summit_desk.domain.attendee_detail import ForumStay
from summit_desk.domain.records import Forum, ForumPlace
from summit_desk.domain.waiting import reason_words
from summit_desk.support.i18n import _, in_words
from ui.attendees.fact_lines import LINE_WIDTH
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.chips import Chip, ChipButton
from ui.kit.flow import FlowLayout
from ui.kit.tones import Tone


class ForumChips(QWidget):
    """Offers the other forums under "+ Add", and seat, waiting list and leaving under each chip."""

    added = Signal(object)  # key of a forum
    left = Signal(object)
    seat_asked = Signal(object)
    waiting_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stays: Sequence[ForumStay] = ()
        self._others: Sequence[Forum] = ()
        self._chips: list[ChipButton] = []
        self._waits = words("", "muted", wrap=True)
        self._flow = FlowLayout(gap=6)
        self._add = ChipButton(Chip(None, ""))
        self._add.setCheckable(False)
        self._add.clicked.connect(self._offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._flow)
        column.addWidget(self._waits)
        self._flow.addWidget(self._add)

    def show_forums(self, held: Sequence[ForumStay], offered: Sequence[Forum]) -> None:
        """Show what an attendee chose, and offer the rest of the event's forums."""
        mine = {stay.forum.id for stay in held}
        self._stays, self._others = held, [forum for forum in offered if forum.id not in mine]
        while len(self._chips) < len(held):
            self._chips.append(self._chip(len(self._chips)))
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(held))
            if at < len(held):
                _say(chip, held[at])
        self._add.show_chip(Chip(None, _("+ Add")))
        self._add.setVisible(bool(self._others))
        waits = [waiting_words(stay) for stay in held if stay.turn]
        self._waits.setText("\n".join(waits))
        self._waits.setVisible(bool(waits))

    def _chip(self, at: int) -> ChipButton:
        chip = ChipButton(Chip(None, ""))
        chip.setMaximumWidth(LINE_WIDTH)
        chip.setChecked(True)
        chip.clicked.connect(lambda: chip.setChecked(True))
        chip.clicked.connect(lambda: self._offer_changes(chip, self._stays[at]))
        self._flow.removeWidget(self._add)
        self._flow.addWidget(chip)
        self._flow.addWidget(self._add)
        self.setTabOrder(chip, self._add)
        return chip

    def _offer(self) -> None:
        menu = self._menu()
        for forum in self._others:
            action = menu.addAction(in_words(forum.name, forum.name_other).replace("&", "&&"))
            action.triggered.connect(lambda _on, key=forum.id: self.added.emit(key))
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height() + 2)))

    def _offer_changes(self, under: QWidget, stay: ForumStay) -> None:
        menu, key = self._menu(), stay.forum.id
        leave = menu.addAction(_("Take out of this forum"))
        icons.wear(leave, "minus")
        leave.triggered.connect(lambda: self.left.emit(key))
        if stay.choice.place is ForumPlace.WAITING:
            seat = menu.addAction(_("Give a seat now"))
            icons.wear(seat, "tick")
            seat.triggered.connect(lambda: self.seat_asked.emit(key))
        else:
            wait = menu.addAction(_("Put on the waiting list"))
            icons.wear(wait, "clock")
            wait.triggered.connect(lambda: self.waiting_asked.emit(key))
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def _say(chip: ChipButton, stay: ForumStay) -> None:
    forum, waiting = stay.forum, stay.choice.place is ForumPlace.WAITING
    name = in_words(forum.name, forum.name_other)
    if waiting:
        name = _("{forum} (waiting)").format(forum=name)
    chip.show_chip(Chip(forum.id, name, tone=Tone.AMBER if waiting else Tone.BLUE))
    whole = name if chip.is_cut() else ""
    chip.setToolTip(waiting_words(stay) if waiting else whole)


def waiting_words(stay: ForumStay) -> str:
    """Return why somebody waits and whose turn it is."""
    return _("{forum}: {reason}, place {turn} of {count}").format(
        forum=in_words(stay.forum.name, stay.forum.name_other),
        reason=reason_words(stay.choice.reason) or _("waits"),
        turn=stay.turn,
        count=stay.waiting,
    )
