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
from ui.attendees.facts import facts_of
from ui.attendees.forum_chips import ForumChips
from ui.attendees.stay_facts import Fact
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.flow import FlowLayout
from ui.kit.pills import PillLabel
from ui.kit.tones import Pill, Tone

if TYPE_CHECKING:
    from ui.kit.pdf_page import PdfPage

WIDTH = 316
BADGE_WIDTH = 160
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
        self._avatar, self._name, self._note = Avatar(), words("", "title"), words("", "muted")
        self._pills = FlowLayout(gap=6)
        self._facts, self._more = QVBoxLayout(), QVBoxLayout()
        for column in (self._facts, self._more):
            column.setSpacing(9)
        self._badge: PdfPage | None = None  # made for the first badge: it loads Qt's PDF library
        self._badge_place = QVBoxLayout()
        self._edit, self._print, self._history = QPushButton(), QPushButton(), QPushButton()
        self._edit.clicked.connect(self.editing_asked)
        self._print.clicked.connect(self.badge_asked)
        self._history.clicked.connect(self.history_asked)
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
        self._name.setWordWrap(True)
        self._note.setWordWrap(True)
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
        column.addLayout(self._facts)
        column.addLayout(self._badge_place)
        column.addLayout(self._more)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 12)
        self._scroll = _scrolled(page)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._buttons())

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
        self._name.setText(" ".join(filter(None, (person.name, person.honorific))))
        spelled = f"{person.passport_family} {person.passport_given}".title().strip()
        if not person.pinyin:
            spelled = person.other_name
        self._note.setText(" · ".join(filter(None, (spelled, attendee.number))))
        self._fill_pills(detail)
        self._fill_facts(detail)

    def _fill_pills(self, detail: AttendeeDetail) -> None:
        _empty(self._pills)
        self._pills.addWidget(_pill(status_pill(detail.attendee.status)))
        if detail.attendee.fee_status is FeeStatus.UNPAID:
            self._pills.addWidget(_pill(Pill(_(FEES[FeeStatus.UNPAID]), Tone.AMBER)))
        if detail.category is not None:
            name = in_words(detail.category.name, detail.category.name_other)
            self._pills.addWidget(_pill(Pill(name, colour=detail.category.colour)))
        for tag in detail.attendee.tags:
            self._pills.addWidget(_pill(Pill(tag)))

    def _fill_facts(self, detail: AttendeeDetail) -> None:
        _empty(self._facts)
        _empty(self._more)
        facts = list(facts_of(detail, self._choices.fields))
        self._add_facts(self._facts, [one for one in facts if one.key in FIRST])
        self._facts.addWidget(self._forum_row(detail))
        self._add_facts(self._facts, [one for one in facts if one.key in NEXT])
        self._add_facts(self._more, [one for one in facts if one.key not in (*FIRST, *NEXT)])

    def _add_facts(self, column: QVBoxLayout, facts: Sequence[Fact]) -> None:
        for fact in facts:
            column.addWidget(self._fact(fact))

    def _fact(self, fact: Fact) -> QWidget:
        shown = fact.key in self._shown or not fact.masked
        value = words(fact.value if shown else fact.masked, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(value, 0 if fact.masked else 1)
        if fact.masked:
            line.addWidget(self._link(fact.key, _("Hide") if shown else _("Show")))
            line.addStretch(1)
        return _titled(fact.title, line, fact.doubt)

    def _link(self, key: str, text: str) -> QPushButton:
        link = QPushButton(text)
        link.setProperty("kit", "link")
        link.clicked.connect(lambda: self._toggle(key))
        return link

    def _toggle(self, key: str) -> None:
        self._shown ^= {key}
        self._fill()

    def _forum_row(self, detail: AttendeeDetail) -> QWidget:
        chips = ForumChips(detail.stays, self._choices.forums)
        chips.added.connect(self.forum_added)
        chips.left.connect(self.forum_left)
        chips.seat_asked.connect(self.seat_asked)
        chips.waiting_asked.connect(self.waiting_asked)
        row = QVBoxLayout()
        row.addWidget(chips)
        return _titled(_("Forums"), row)


def _pill(pill: Pill) -> PillLabel:
    label = PillLabel()
    label.show_pill(pill)
    return label


def _titled(title: str, content: QHBoxLayout | QVBoxLayout, doubt: str = "") -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(words(title, "muted"))
    column.addLayout(content)
    if doubt:
        column.addWidget(words(doubt, "problem", wrap=True))
    return holder


def _scrolled(page: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setStyleSheet("QScrollArea {background: transparent;}")
    scroll.setWidget(page)
    return scroll


def _empty(layout: QVBoxLayout | FlowLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
