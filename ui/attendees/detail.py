"""The pane of one attendee: who it is, what was chosen, the badge, and what can be done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.attendee_detail import AttendeeDetail
from summit_desk.domain.attendee_lists import AttendeeChoices
from summit_desk.domain.attendee_words import FEES
from summit_desk.domain.records import FeeStatus
from summit_desk.support.i18n import _, in_words
from ui.attendees.avatar import Avatar
from ui.attendees.columns import status_pill
from ui.attendees.fact_lines import LINE_WIDTH, FactLines
from ui.attendees.facts import facts_of
from ui.attendees.forum_chips import ForumChips
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.flow import FlowLayout
from ui.kit.long_words import LongWords
from ui.kit.pills import PillLabel
from ui.kit.tones import Pill, Tone

if TYPE_CHECKING:
    from ui.kit.pdf_page import PdfPage

WIDTH = 316
BADGE_WIDTH = 160
BESIDE = 172  # pixels for the name, between the portrait and the button
FIRST = ("work", "mobile", "email")  # over the forums
NEXT = ("guest", "companions", "stay", "seat", "door")  # over the badge; the rest is under it


class DetailPane(QFrame):
    """Shows one attendee; private facts are masked until asked for."""

    editing_asked = Signal()
    badge_asked = Signal()
    history_asked = Signal()
    forum_added = Signal(object)  # key of a forum
    forum_left = Signal(object)
    seat_asked = Signal(object)
    waiting_asked = Signal(object)

    def __init__(self, more: Sequence[QAction] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = more
        self.setProperty("kit", "card")
        self.setFixedWidth(WIDTH)
        self._detail: AttendeeDetail | None = None
        self._choices = AttendeeChoices()
        self._shown: set[str] = set()  # private facts that were asked for
        self._avatar, self._name, self._note = (
            Avatar(),
            LongWords(BESIDE, "title"),
            LongWords(BESIDE, "muted"),
        )
        self._pills = FlowLayout(gap=6)
        self._first, self._next, self._more = FactLines(), FactLines(), FactLines()
        self._forums = ForumChips()
        self._forums_title = words("", "muted")
        self._badge: PdfPage | None = None  # made for the first badge: it loads Qt's PDF library
        self._badge_place = QVBoxLayout()
        self._edit, self._print, self._history = QPushButton(), QPushButton(), QPushButton()
        self._edit.clicked.connect(self.editing_asked)
        self._print.clicked.connect(self.badge_asked)
        self._history.clicked.connect(self.history_asked)
        for facts in (self._first, self._next, self._more):
            facts.asked.connect(self._toggle)
        self._forums.added.connect(self.forum_added)
        self._forums.left.connect(self.forum_left)
        self._forums.seat_asked.connect(self.seat_asked)
        self._forums.waiting_asked.connect(self.waiting_asked)
        self._lay_out()
        self.retranslate()

    def show_detail(self, detail: AttendeeDetail, choices: AttendeeChoices) -> None:
        """Show an attendee; `choices` are what else the event offers."""
        if self._detail is None or detail.id != self._detail.id:
            self._shown.clear()
            self._scroll.verticalScrollBar().setValue(0)
        self._detail, self._choices = detail, choices
        self._fill()

    def show_badge(self, content: bytes) -> None:
        """Show how the badge will be printed; empty content shows none."""
        if self._badge is None and content:
            from ui.kit.pdf_page import PdfPage  # noqa: PLC0415 -- as above

            self._badge = PdfPage()
            self._badge.setFixedWidth(BADGE_WIDTH)
            self._badge_place.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignHCenter)
        if self._badge is not None:
            self._badge.show_pdf(content)
            self._badge.setFixedHeight(self._badge.heightForWidth(BADGE_WIDTH))
            self._badge.setVisible(bool(content))
            self._badge.setAccessibleName(_("Preview of the badge"))

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self._edit.setText(_("Edit…"))
        self._print.setText(_("Print badge"))
        self._history.setText(_("History"))
        if self._detail is not None:
            self._fill()

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(2)
        who.addWidget(self._name)
        who.addWidget(self._note)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(who, 1)
        head.addWidget(self._more_button(), 0, Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        page.setObjectName("person")
        page.setStyleSheet("#person {background: transparent;}")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 12, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._pills)
        column.addLayout(self._facts())
        column.addLayout(self._badge_place)
        column.addWidget(self._more)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 12)
        self._scroll = scrolled(page)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._buttons())

    def _facts(self) -> QVBoxLayout:
        forums = QVBoxLayout()
        forums.setSpacing(2)
        forums.addWidget(self._forums_title)
        forums.addWidget(self._forums)
        column = QVBoxLayout()
        column.setSpacing(9)
        column.addWidget(self._first)
        column.addLayout(forums)
        column.addWidget(self._next)
        return column

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        for button in (self._edit, self._print, self._history):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _more_button(self) -> QToolButton:
        button = QToolButton(self)  # without a parent it would flash up as a window of its own
        button.setAccessibleName(_("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more, menu = QAction(button), QMenu(button)
        icons.wear(more, "more")
        menu.addActions(list(self._offered))
        more.setMenu(menu)
        button.setDefaultAction(more)
        button.setVisible(bool(self._offered))
        return button

    def _fill(self) -> None:
        detail = self._detail
        assert detail is not None
        person, attendee = detail.person, detail.attendee
        portrait = detail.portrait.data if detail.portrait else None
        self._avatar.show_person(person.name, portrait)
        self._name.say(" ".join(filter(None, (person.name, person.honorific))))
        spelled = f"{person.passport_family} {person.passport_given}".title().strip()
        if not person.pinyin:
            spelled = person.other_name
        self._note.say(" · ".join(filter(None, (spelled, attendee.number))))
        self._fill_pills(detail)
        self._fill_facts(detail)

    def _fill_pills(self, detail: AttendeeDetail) -> None:
        pills = [status_pill(detail.attendee.status)]
        if detail.attendee.fee_status is FeeStatus.UNPAID:
            pills.append(Pill(_(FEES[FeeStatus.UNPAID]), Tone.AMBER))
        if detail.category is not None:
            name = in_words(detail.category.name, detail.category.name_other)
            pills.append(Pill(name, colour=detail.category.colour))
        pills += [Pill(tag) for tag in detail.attendee.tags]
        while self._pills.count() < len(pills):
            pill = PillLabel()
            pill.setMaximumWidth(LINE_WIDTH)
            self._pills.addWidget(pill)
        for at in range(self._pills.count()):
            self._show_pill(at, pills[at] if at < len(pills) else None)

    def _show_pill(self, at: int, pill: Pill | None) -> None:
        item = self._pills.itemAt(at)
        label = item.widget() if item is not None else None
        if isinstance(label, PillLabel):
            label.setVisible(pill is not None)
            if pill is not None:
                label.show_pill(pill)

    def _fill_facts(self, detail: AttendeeDetail) -> None:
        facts = list(facts_of(detail, self._choices.fields))
        first = [one for one in facts if one.key in FIRST]
        under = [one for one in facts if one.key in NEXT]
        rest = [one for one in facts if one.key not in (*FIRST, *NEXT)]
        for lines, shown in ((self._first, first), (self._next, under), (self._more, rest)):
            lines.show_facts(shown, self._shown)
        self._forums_title.setText(_("Forums"))
        self._forums.show_forums(detail.stays, self._choices.forums)

    def _toggle(self, key: str) -> None:
        self._shown ^= {key}
        self._fill()


def scrolled(page: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setStyleSheet("QScrollArea {background: transparent;}")
    scroll.setWidget(page)
    return scroll
