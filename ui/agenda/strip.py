"""The strip under the grid: the selected session, what is wrong with it, what can be done."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.agenda_view import AgendaItem
from summit_desk.domain.agenda_words import SESSION_KINDS
from summit_desk.domain.conflicts import Conflict
from summit_desk.domain.findings import Severity
from summit_desk.domain.places import Place, ScreenName
from summit_desk.support.i18n import _, in_words
from ui.agenda.looks import people_line, time_line
from ui.kit.cards import ActionButton, words
from ui.kit.pills import PillLabel
from ui.kit.tones import Tone

MOST_CONFLICTS = 3
SEVERITIES: Mapping[Severity, tuple[Callable[[], str], Tone]] = {
    Severity.BLOCK: (lambda: _("blocks"), Tone.RED),
    Severity.WARN: (lambda: _("warning"), Tone.AMBER),
    Severity.HINT: (lambda: _("hint"), Tone.GREY),
}


class Strip(QFrame):
    """Shows one session; gone while none is selected."""

    place_asked = Signal(object)  # a Place

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")
        self._title, self._note = words(kit="heading"), words(kit="note")
        self._conflicts = QGridLayout()
        self._conflicts.setHorizontalSpacing(10)
        self._conflicts.setVerticalSpacing(4)
        self._conflicts.setColumnStretch(1, 1)
        for label in (self._title, self._note):  # a long title must not widen the window
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._title)
        text.addWidget(self._note)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(text, 1)
        for action in actions:
            head.addWidget(ActionButton(action))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 10, 12, 10)
        outer.setSpacing(6)
        outer.addLayout(head)
        outer.addLayout(self._conflicts)
        self.hide()

    def show_item(self, item: AgendaItem | None) -> None:
        """Show a session, or nothing."""
        self.setVisible(item is not None)
        while (line := self._conflicts.takeAt(0)) is not None:
            part = line.widget()
            if part is not None:
                part.deleteLater()
        if item is None:
            return
        self._title.setText(item.title)
        self._note.setText(_note(item))
        self._title.setToolTip(item.title)
        self._note.setToolTip(_note(item))
        for row, conflict in enumerate(item.conflicts[:MOST_CONFLICTS]):
            self._add(row, conflict, item)
        more = item.conflicts[MOST_CONFLICTS:]
        if more:
            label = words(_("and {count} more").format(count=len(more)), "muted")
            label.setToolTip("\n".join(conflict.finding.text() for conflict in more))
            self._conflicts.addWidget(label, MOST_CONFLICTS, 1)

    def _add(self, row: int, conflict: Conflict, item: AgendaItem) -> None:
        word, tone = SEVERITIES[conflict.severity]
        finding = conflict.finding
        sentence = words(finding.text(), "note", wrap=True)
        sentence.setToolTip(_(finding.fix))
        self._conflicts.addWidget(PillLabel(word(), tone), row, 0)
        self._conflicts.addWidget(sentence, row, 1)
        place = _elsewhere(conflict, item)
        if place is not None:
            link = QPushButton(_("Show"))
            link.setProperty("kit", "link")
            link.setAccessibleDescription(finding.text())
            link.clicked.connect(lambda: self.place_asked.emit(place))
            self._conflicts.addWidget(link, row, 2)


def _note(item: AgendaItem) -> str:
    room = in_words(item.room.name, item.room.name_other) if item.room else ""
    forum = in_words(item.forum.name, item.forum.name_other) if item.forum else ""
    kind = _(SESSION_KINDS[item.session.kind])
    parts = (time_line(item), room, forum, kind, people_line(item.guests))
    return " · ".join(filter(None, parts))


def _elsewhere(conflict: Conflict, item: AgendaItem) -> Place | None:
    """Return where the other side of a conflict is, or where it can be mended."""
    place = conflict.finding.place
    if place is not None and place.screen is not ScreenName.AGENDA:
        return place
    others = [key for key in conflict.sessions if key != item.id]
    return Place(ScreenName.AGENDA, others[0]) if others else None
