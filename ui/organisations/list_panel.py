"""The panel of organisations: search, list, and what is known of the one selected."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from summit_desk.domain.organisation_lists import OrganisationDetail, OrganisationRow
from summit_desk.domain.organisation_words import organisation_kind_word
from summit_desk.domain.records import OrganisationKind
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import EmptyState, words
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.search_field import SearchField
from ui.kit.table import Table
from ui.kit.tones import Pill, Tone
from ui.organisations.detail_card import OrganisationCard, framed

TONES = {
    OrganisationKind.COMPANY: Tone.BLUE,
    OrganisationKind.STATE_COMPANY: Tone.VIOLET,
    OrganisationKind.INSTITUTE: Tone.TEAL,
    OrganisationKind.UNIVERSITY: Tone.TEAL,
    OrganisationKind.ASSOCIATION: Tone.GREEN,
    OrganisationKind.GOVERNMENT: Tone.RED,
    OrganisationKind.MEDIA: Tone.AMBER,
    OrganisationKind.OTHER: Tone.GREY,
}


def _kind(row: OrganisationRow) -> Pill:
    return Pill(organisation_kind_word(row.kind), TONES[row.kind])


def _figure(count: int) -> str:
    return f"{count:,}" if count else ""


COLUMNS: Sequence[Column[OrganisationRow]] = (
    Column(lambda: _("Organisation"), lambda row: row.name, strong=True),
    Column(lambda: _("Short name"), lambda row: row.short_name, width=120, muted=True),
    Column(lambda: _("Kind"), lambda row: organisation_kind_word(row.kind), pill=_kind, width=148),
    Column(
        lambda: _("Member of"),
        lambda row: in_words("、", ", ").join(row.bodies),
        width=134,
        muted=True,
    ),
    Column(
        lambda: _("People"),
        lambda row: _figure(row.people),
        sort=lambda row: row.people,
        align=RIGHT,
        width=72,
    ),
    Column(
        lambda: _("Attending"),
        lambda row: _figure(row.attendees),
        sort=lambda row: row.attendees,
        align=RIGHT,
        width=84,
    ),
)


class OrganisationsPanel(QWidget):
    """Shows organisations; says what the person wants done with them."""

    searched = Signal(str)
    chosen = Signal(object)  # the key of an organisation, or None
    edit_asked = Signal(object)
    removal_asked = Signal(object)  # an OrganisationRow

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.count = words("", "muted")
        self.model = RowsModel(COLUMNS, self)
        self.table = Table(self.model)
        self.table.offer(actions)
        self.empty = EmptyState("organisations", "", "", actions[0])
        self.card = OrganisationCard(actions[1:])
        self._pages = QStackedLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_rows(self, rows: Sequence[OrganisationRow]) -> None:
        """Show these organisations."""
        self.model.replace(rows)
        self.count.setText(_("{count} organisations").format(count=f"{len(rows):,}"))
        nothing = not rows and not self.search.text().strip()
        self._pages.setCurrentIndex(1 if nothing else 0)
        if rows and self.current() is None:
            self.table.select(rows[0].id)

    def show_detail(self, detail: OrganisationDetail | None) -> None:
        """Show what is known of the selected organisation."""
        self.card.show_detail(detail)

    def current(self) -> OrganisationRow | None:
        """Return the selected organisation."""
        row = self.table.current()
        return row if isinstance(row, OrganisationRow) else None

    def select(self, key: UUID) -> bool:
        """Select an organisation; False when it is not shown."""
        return self.table.select(key)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.search.show_placeholder(_("Search name, short name, alias, pinyin…"))
        self.table.setAccessibleName(_("Organisations"))
        self.empty.title.setText(_("No organisations yet"))
        self.empty.sentence.setText(
            _("They appear by themselves when attendees are registered or imported.")
        )
        self.model.retranslate()
        self.card.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addStretch(1)
        head.addWidget(self.count)
        frame = framed(self.table)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(frame)
        split.addWidget(self.card)
        split.setStretchFactor(0, 1)
        split.setSizes([880, 300])
        split.setChildrenCollapsible(False)
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(split, 1)
        self._pages.addWidget(listing)
        self._pages.addWidget(self.empty)
        self.setLayout(self._pages)

    def _connect(self) -> None:
        self.search.searched.connect(self.searched)
        self.search.results_asked.connect(self.table.setFocus)
        self.table.row_selected.connect(self._on_selected)
        self.table.row_opened.connect(lambda row: self.edit_asked.emit(row.id))
        self.table.removal_asked.connect(self.removal_asked)

    def _on_selected(self, row: OrganisationRow | None) -> None:
        self.chosen.emit(row.id if row else None)
