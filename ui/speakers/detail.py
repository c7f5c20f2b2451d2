"""The pane of one speaker: person, answer, sessions, material, biography, travel."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.agenda_words import MATERIALS, ROLES, SPEAKER_STATUSES
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import MaterialKind, Speaker, SpeakerStatus
from summit_desk.domain.speaker_view import SpeakerDetail
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import ActionButton, words
from ui.kit.chips import Chip, Chips
from ui.kit.flow import FlowLayout
from ui.speakers.columns import STATUS_TONES, appearance_in_words, topic
from ui.speakers.portrait import Portrait

WIDTH = 348


class DetailPane(QFrame):
    """Shows one speaker; the answer and the ticks are saved at once."""

    status_chosen = Signal(object)  # a SpeakerStatus
    material_ticked = Signal(object, bool)  # a MaterialKind, whether it came
    place_asked = Signal(object)  # a Place

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")
        self.setFixedWidth(WIDTH)
        self.portrait, self.name = Portrait(), words(kit="title", wrap=True)
        self._other, self._place = words(kit="muted", wrap=True), words(kit="note", wrap=True)
        self.status = Chips()
        self.status.chosen.connect(self.status_chosen)
        self.ticks: dict[MaterialKind, QCheckBox] = {}
        self._page = QVBoxLayout()
        self._page.setSpacing(4)
        self._lay_out(actions)

    def show_detail(self, detail: SpeakerDetail) -> None:
        """Show a speaker."""
        row = detail.row
        person, speaker = row.card.person, row.speaker
        self.portrait.show_person(person.name, detail.portrait.data if detail.portrait else None)
        self.name.setText(" ".join(filter(None, (row.card.name, person.honorific))))
        other = in_words(row.card.name_other, person.name)
        self._other.setText(other if other != row.card.name else "")
        self._place.setText(row.card.line)
        self.status.show_chips(_statuses(), speaker.status)
        self.status.choose(speaker.status)
        focused = next((kind for kind, tick in self.ticks.items() if tick.hasFocus()), None)
        self._clear()
        self._add_answer(speaker)
        self._add_text(_("Topic"), topic(row))
        self._add_sessions(detail)
        self._add_materials(detail)
        self._add_text(_("Biography"), in_words(person.biography, person.biography_other))
        self._add_travel(speaker)
        self._add_text(_("Contact"), " · ".join(_contacts(detail)))
        self._add_text(_("Notes"), speaker.notes)
        self._page.addStretch(1)
        if focused in self.ticks:  # ticking by the keyboard goes on where it was
            self.ticks[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_answer(self, speaker: Speaker) -> None:
        said = []
        if speaker.invited_on:
            said.append(_("Invited on {date}").format(date=speaker.invited_on))
        if speaker.answered_on:
            said.append(_("answered on {date}").format(date=speaker.answered_on))
        if said:
            self._page.addWidget(words(" · ".join(said), "muted", wrap=True))

    def _add_heading(self, text: str) -> None:
        label = words(text, "muted")
        label.setContentsMargins(0, 10, 0, 0)
        self._page.addWidget(label)

    def _add_text(self, heading: str, text: str) -> None:
        if not text:
            return
        self._add_heading(heading)
        label = words(text, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # one endless word must not widen all the others
        label.setSizePolicy(policy)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._page.addWidget(label)

    def _add_sessions(self, detail: SpeakerDetail) -> None:
        self._add_heading(_("Sessions"))
        for one in detail.row.appearances:
            role = _(ROLES[one.role])
            text = appearance_in_words(one)
            link = QPushButton(_short(self, text))
            link.setAccessibleName(text)
            link.setToolTip(text + "\n" + _("{role}; opens the agenda").format(role=role))
            link.setProperty("kit", "link")
            link.clicked.connect(partial(self._ask_session, one.session.id))
            self._page.addWidget(_left(link))
        if not detail.row.appearances:
            self._page.addWidget(words(_("not on the agenda yet"), "note"))

    def _ask_session(self, session_id: UUID) -> None:
        self.place_asked.emit(Place(ScreenName.AGENDA, session_id))

    def _add_materials(self, detail: SpeakerDetail) -> None:
        self.ticks = {}
        if detail.row.materials:
            self._add_heading(_("Material"))
        for material in detail.row.materials:
            text = _(MATERIALS[material.kind])
            if material.received_on:
                text = _("{material}, received {date}").format(
                    material=text, date=material.received_on
                )
            tick = QCheckBox(text)
            tick.setChecked(material.received_on is not None)
            tick.clicked.connect(lambda on, kind=material.kind: self.material_ticked.emit(kind, on))
            self.ticks[material.kind] = tick
            self._page.addWidget(tick)

    def _add_travel(self, speaker: Speaker) -> None:
        lines = (
            (_("Arrival: {text}"), speaker.arrival),
            (_("Departure: {text}"), speaker.departure),
            (_("Hotel: {text}"), speaker.hotel),
        )
        said = [sentence.format(text=text) for sentence, text in lines if text]
        self._add_text(_("Travel"), "\n".join(said))

    def _clear(self) -> None:
        while (item := self._page.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.deleteLater()

    def _lay_out(self, actions: Sequence[QAction]) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        for part in (self.name, self._other, self._place):
            names.addWidget(part)
        names.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        footer = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        footer.setSizePolicy(policy)
        buttons = FlowLayout(footer)
        for action in actions:
            buttons.addWidget(ActionButton(action))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.status)
        column.addWidget(_scrolled(self._page), 1)
        column.addWidget(footer)


def _statuses() -> list[Chip]:
    return [
        Chip(status, _(SPEAKER_STATUSES[status]), tone=STATUS_TONES[status])
        for status in SpeakerStatus
    ]


def _contacts(detail: SpeakerDetail) -> list[str]:
    person, speaker = detail.row.card.person, detail.row.speaker
    return [text for text in (person.mobile, person.email, speaker.contact) if text]


def _short(pane: QWidget, text: str) -> str:
    """Return as much of a text as the pane is wide."""
    right = Qt.TextElideMode.ElideRight
    return pane.fontMetrics().elidedText(text, right, WIDTH - 64)


def _left(widget: QWidget) -> QWidget:
    """Return a widget that keeps to the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


def _scrolled(layout: QVBoxLayout) -> QScrollArea:
    page = QWidget()
    page.setProperty("kit", "page")
    page.setLayout(layout)
    layout.setContentsMargins(0, 0, 8, 0)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
