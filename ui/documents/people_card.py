"""Whom a document is for and in which language: the card at the left."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.attendee_lists import EVERYBODY, AttendeeFilter
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.records import Category
from summit_desk.domain.saved_filters import NamedFilter, narrowed_by
from summit_desk.support.i18n import _, current_language, in_words
from ui.documents.items import LANGUAGES
from ui.kit.cards import Card, words
from ui.kit.chips import Chip, Chips
from ui.kit.search_field import SearchField
from ui.kit.tones import Tone


class PeopleCard(Card):
    """Says what was chosen; decides nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(248)
        self._keys: Sequence[UUID] | None = None
        self._categories: Sequence[Category] = ()
        self.language = Chips()
        self.categories = Chips(exclusive=False)
        self.filter, self.search = QComboBox(), SearchField()
        self._saved: Sequence[NamedFilter] = ()
        self.unprinted, self.leave_out = QCheckBox(), QCheckBox()
        self._selection, self._everybody = words("", "note", wrap=True), QPushButton()
        self._headings = [words("", "heading") for _each in range(2)]
        self._people = QWidget()
        self.filter.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._lay_out()
        self._connect()
        self.retranslate()
        self.language.choose(current_language().value)

    def chosen(self) -> Chosen:
        """Return whom the document is for."""
        saved = next((one.wanted for one in self._saved if one.id == self._filter_key()), EVERYBODY)
        return Chosen(
            wanted=self._narrowed(saved),
            keys=self._keys,
            unprinted=self.unprinted.isChecked() and self.unprinted.isEnabled(),
            leave_out_unprintable=self.leave_out.isChecked(),
        )

    def filter_name(self) -> str:
        """Return the name of the chosen saved filter, empty without one."""
        key = self._filter_key()
        return next((one.name for one in self._saved if one.id == key), "")

    def chosen_besides(self) -> Chosen:
        """Return whom the document is for, the saved filter left aside."""
        return Chosen(wanted=self._narrowed(EVERYBODY), keys=self._keys)

    def document_language(self) -> DocumentLanguage:
        """Return the language of the document."""
        return DocumentLanguage(str(self.language.chosen_key()))

    def show_categories(self, categories: Sequence[Category]) -> None:
        """Offer the categories of the event."""
        self._categories = categories
        self.categories.show_chips(
            [
                Chip(c.id, in_words(c.name, c.name_other), None, Tone.BLUE, c.colour)
                for c in categories
            ]
        )
        self._headings[1].setVisible(True)

    def show_filters(self, saved: Sequence[NamedFilter]) -> None:
        """Offer the saved filters of the event; the one chosen stays so while it is there."""
        before = self._filter_key()
        self._saved = saved
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(_("Everybody"))
        for one in saved:
            self.filter.addItem(one.name if one.count is None else f"{one.name}  {one.count:,}")
        keys = [one.id for one in saved]
        self.filter.setCurrentIndex(keys.index(before) + 1 if before in keys else 0)
        self.filter.blockSignals(False)
        self.filter.setVisible(bool(saved))

    def show_selection(self, keys: Sequence[UUID] | None) -> None:
        """Narrow to these people, or to nobody in particular."""
        self._keys = keys
        self._selection.setText(
            _("Only the {count} people selected in the list").format(count=len(keys or ()))
        )
        for part in (self._selection, self._everybody):
            part.setVisible(keys is not None)

    def show_people(self, *, shown: bool, badges: bool) -> None:
        """Show the choice of people where a document is for people."""
        self._people.setVisible(shown)
        self.unprinted.setVisible(badges)
        self.unprinted.setEnabled(badges)
        self.leave_out.setVisible(badges)

    def retranslate(self) -> None:
        """Say every text again."""
        self._headings[0].setText(_("Language"))
        self._headings[1].setText(_("People"))
        self.language.show_chips([Chip(str(key), _(msgid)) for key, msgid in LANGUAGES])
        self.search.show_placeholder(_("Name, number…"))
        self.unprinted.setText(_("Only those not printed yet"))
        self.leave_out.setText(_("Leave out the unprintable"))
        self._everybody.setText(_("Choose among everybody again"))
        self.filter.setAccessibleName(_("Saved filters"))
        self.show_filters(self._saved)
        self.show_categories(self._categories)
        self.show_selection(self._keys)

    def _lay_out(self) -> None:
        people = QVBoxLayout(self._people)
        people.setContentsMargins(0, 8, 0, 0)
        people.setSpacing(10)
        self._everybody.setProperty("kit", "link")
        for part in (
            self._headings[1],
            self._selection,
            self._everybody,
            self.filter,
            self.search,
            self.categories,
            self.unprinted,
            self.leave_out,
        ):  # fmt: skip -- a list
            people.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.language)
        self.body.addWidget(self._headings[0])
        self.body.addLayout(row)
        self.body.addWidget(self._people)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for signal in (self.language.chosen, self.categories.chosen, self.search.searched):
            signal.connect(self._tell)
        self.filter.currentIndexChanged.connect(self._tell)
        self.unprinted.toggled.connect(self._tell)
        self.leave_out.toggled.connect(self._tell)
        self._everybody.clicked.connect(self._forget_selection)

    def _narrowed(self, wanted: AttendeeFilter) -> AttendeeFilter:
        """Return a filter with what was typed and the categories that were chosen."""
        keys = frozenset(k for k in self.categories.chosen_keys() if isinstance(k, UUID))
        return narrowed_by(wanted, self.search.text().strip(), keys)

    def _filter_key(self) -> UUID | None:
        at = self.filter.currentIndex() - 1
        return self._saved[at].id if 0 <= at < len(self._saved) else None

    def _forget_selection(self) -> None:
        self.show_selection(None)
        self.changed.emit()

    def _tell(self, _what: object) -> None:
        self.changed.emit()
