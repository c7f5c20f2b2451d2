"""The panel of bodies: the tree on the left, the members of the selected one on the right."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QWidget,
)

from summit_desk.domain.organisation_lists import BodyDetail, BodyRow, MemberRow
from summit_desk.domain.organisation_words import LEVEL_ORDER, body_kind_word, level_word
from summit_desk.domain.records import BodyKind, MemberLevel
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import ActionButton, Card, EmptyState, words
from ui.kit.flow import FlowLayout
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table
from ui.kit.tones import Pill, Tone
from ui.organisations.detail_card import framed

INDENT = "\u2003\u2003"
KIND_TONES = {
    BodyKind.BRANCH: Tone.BLUE,
    BodyKind.WORKING_GROUP: Tone.GREEN,
    BodyKind.COMMITTEE: Tone.VIOLET,
    BodyKind.PREPARATORY: Tone.AMBER,
}
LEVEL_TONES = {
    MemberLevel.LEADER: Tone.RED,
    MemberLevel.PRESIDENT: Tone.RED,
    MemberLevel.VICE_PRESIDENT: Tone.AMBER,
    MemberLevel.COUNCIL: Tone.BLUE,
    MemberLevel.MEMBER: Tone.GREY,
}

BODIES: Sequence[Column[BodyRow]] = (
    Column(
        lambda: _("Body"),
        lambda row: INDENT * row.depth + row.title,
        sort=lambda row: row.title,
        strong=True,
        tooltip=lambda row: row.title,
    ),
    Column(
        lambda: _("Kind"),
        lambda row: body_kind_word(row.kind),
        pill=lambda row: Pill(body_kind_word(row.kind), KIND_TONES[row.kind]),
        width=120,
    ),
    Column(
        lambda: _("Members"),
        lambda row: str(row.members or ""),
        sort=lambda row: row.members,
        align=RIGHT,
        width=84,
    ),
)
MEMBERS: Sequence[Column[MemberRow]] = (
    Column(lambda: _("Member unit or person"), lambda row: row.shown_name, strong=True),
    Column(
        lambda: _("Level"),
        lambda row: level_word(row.level),
        sort=lambda row: LEVEL_ORDER.index(row.level),
        pill=lambda row: Pill(level_word(row.level), LEVEL_TONES[row.level]),
        width=128,
    ),
    Column(lambda: _("Title in the body"), lambda row: row.title, width=112, muted=True),
    Column(
        lambda: _("Since"),
        lambda row: row.since.isoformat() if row.since else "",
        sort=lambda row: row.since,
        width=100,
        muted=True,
    ),
    Column(
        lambda: _("Founding"),
        lambda row: "✓" if row.founding else "",
        sort=lambda row: not row.founding,
        width=64,
    ),
)


class BodiesPanel(QWidget):
    """Shows bodies and their members; says what the person wants done with them."""

    chosen = Signal(object)  # the key of a body, or None
    edit_asked = Signal(object)
    removal_asked = Signal(object)  # a BodyRow
    member_edit_asked = Signal(object)  # a MemberRow
    member_removal_asked = Signal(object)

    def __init__(
        self,
        actions: Sequence[QAction],
        member_actions: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model, self.members = RowsModel(BODIES, self), RowsModel(MEMBERS, self)
        self.table, self.member_table = Table(self.model), Table(self.members)
        self.member_table.setProperty("kit", "flat")
        self.table.offer(actions)
        self.member_table.offer(member_actions)
        self.empty = EmptyState("organisations", "", "", actions[0])
        self.heading, self.note = words("", "title", wrap=True), words("", "muted", wrap=True)
        self.hint = words("", "muted", wrap=True)
        self._detail: BodyDetail | None = None
        self._tools = QWidget()
        self._body_buttons: list[ActionButton] = []
        self._pages = QStackedLayout()
        self._lay_out(actions, member_actions)
        self._connect()
        self.retranslate()

    def show_rows(self, rows: Sequence[BodyRow]) -> None:
        """Show these bodies; the first is selected when none was."""
        self.model.replace(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        if rows and self.current() is None:
            self.table.select(rows[0].id)

    def show_detail(self, detail: BodyDetail | None) -> None:
        """Show the members of the selected body."""
        self._detail = detail
        self.members.replace(detail.members if detail else ())
        for part in (self._tools, *self._body_buttons):
            part.setVisible(detail is not None)
        self.heading.setText(in_words(detail.body.name, detail.body.name_other) if detail else "")
        self.note.setText(_summary(detail) if detail else "")
        self.note.setVisible(bool(self.note.text()))
        self.hint.setVisible(detail is not None and not detail.members)
        self.member_table.setVisible(bool(detail and detail.members))

    def current(self) -> BodyRow | None:
        """Return the selected body."""
        row = self.table.current()
        return row if isinstance(row, BodyRow) else None

    def current_member(self) -> MemberRow | None:
        """Return the selected member."""
        row = self.member_table.current()
        return row if isinstance(row, MemberRow) else None

    def select(self, key: UUID) -> bool:
        """Select a body; False when it is not shown."""
        return self.table.select(key)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.table.setAccessibleName(_("Bodies"))
        self.member_table.setAccessibleName(_("Members"))
        self.empty.title.setText(_("No bodies yet"))
        self.empty.sentence.setText(
            _("Branches, working groups and committees have members and a chair.")
        )
        self.hint.setText(_("This body has no members yet."))
        self.model.retranslate()
        self.members.retranslate()
        self.show_detail(self._detail)

    def _lay_out(self, actions: Sequence[QAction], member_actions: Sequence[QAction]) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(framed(self.table))
        split.addWidget(self._detail_card(actions[1:], member_actions))
        split.setSizes([480, 720])
        split.setChildrenCollapsible(False)
        self._pages.addWidget(split)
        self._pages.addWidget(self.empty)
        self.setLayout(self._pages)

    def _detail_card(self, actions: Sequence[QAction], member_actions: Sequence[QAction]) -> Card:
        card, head = Card(), QHBoxLayout()
        head.addWidget(self.heading, 1)
        self._body_buttons = [ActionButton(action) for action in actions]
        for button in self._body_buttons:
            head.addWidget(button)
        card.body.addLayout(head)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._tools.setSizePolicy(policy)
        row = FlowLayout(self._tools)
        for action in member_actions:
            row.addWidget(ActionButton(action))
        for part in (self.note, self._tools, self.hint):
            card.body.addWidget(part)
        card.body.addWidget(self.member_table, 1)
        card.body.addStretch(0)
        return card

    def _connect(self) -> None:
        self.table.row_selected.connect(lambda row: self.chosen.emit(row.id if row else None))
        self.table.row_opened.connect(lambda row: self.edit_asked.emit(row.id))
        self.table.removal_asked.connect(self.removal_asked)
        self.member_table.row_opened.connect(self.member_edit_asked)
        self.member_table.removal_asked.connect(self.member_removal_asked)


def _summary(detail: BodyDetail) -> str:
    body = detail.body
    founding = sum(row.founding for row in detail.members)
    parts = [
        body_kind_word(body.kind),
        detail.organisation.full_name if detail.organisation else "",
        _("Chaired by {name}").format(name=detail.chair) if detail.chair else "",
        _("founded on {day}").format(day=body.founded_on.isoformat()) if body.founded_on else "",
        _("{count} members").format(count=len(detail.members)),
        _("{count} founding members").format(count=founding) if founding else "",
    ]
    return " · ".join(filter(None, parts))
