"""What an attendance list is about: the point, the sheets, and how far phones are shown."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from summit_desk.domain.attendance.spec import PARTS, AttendanceSpec, Part
from summit_desk.domain.lists.spec import Showing
from summit_desk.domain.records import CheckPoint
from summit_desk.support.i18n import _, in_words
from ui.documents.columns_card import SHOWINGS as COLUMN_SHOWINGS
from ui.kit.cards import Card, words

SHOWINGS = [one for one in COLUMN_SHOWINGS if one[0] is not Showing.AGREED]


class AttendanceCard(Card):
    """Says what was chosen; decides nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._points: Sequence[CheckPoint] = ()
        self._wanted: UUID | None = None  # a point that was asked for before it was listed
        self.point, self.private = QComboBox(), QComboBox()
        self.parts = {part: QCheckBox() for part in Part}
        self._headings = [words("", "heading") for _each in range(3)]
        self._note = words("", "note", wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def spec(self, filter_name: str) -> AttendanceSpec:
        """Return the list that is asked for."""
        return AttendanceSpec(
            point_id=self._point_key(),
            filter_name=filter_name,
            parts=frozenset(part for part, box in self.parts.items() if box.isChecked()),
            private=SHOWINGS[max(self.private.currentIndex(), 0)][0],
        )

    def show_points(self, points: Sequence[CheckPoint]) -> None:
        """Offer the event's points; the one chosen stays so while it is there."""
        keys = [one.id for one in points]
        chosen = self._point_key()
        if self._wanted in keys:
            chosen, self._wanted = self._wanted, None
        self._points = points
        self.point.blockSignals(True)
        self.point.clear()
        self.point.addItem(_("All check-in points"))
        self.point.addItems([in_words(one.name, one.name_other) for one in points])
        self.point.setCurrentIndex(keys.index(chosen) + 1 if chosen in keys else 0)
        self.point.blockSignals(False)

    def choose_point(self, key: UUID) -> None:
        """Choose a point, as soon as it is listed."""
        self._wanted = key
        if any(one.id == key for one in self._points):
            self.show_points(self._points)

    def retranslate(self) -> None:
        """Say every text again."""
        self.show_heading(_("Attendance list"))
        texts = (_("Check-in point"), _("Sheets"), _("Phones of the absent"))
        for heading, text in zip(self._headings, texts, strict=True):
            heading.setText(text)
        for part, box in self.parts.items():
            box.setText(_(PARTS[part]))
        for at, (_showing, text) in enumerate(SHOWINGS):
            self.private.setItemText(at, _(text))
        self.point.setAccessibleName(_("Check-in point"))
        self.private.setAccessibleName(_("Phones of the absent"))
        self._note.setText(
            _("Of all points, those where nobody has come yet stand in the summary only.")
        )
        self.show_points(self._points)

    def _lay_out(self) -> None:
        for box in (self.point, self.private):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.private.addItems([""] * len(SHOWINGS))
        point, sheets, phones = self._headings
        for part in (point, self.point, self._note, sheets, *self.parts.values(), phones):
            self.body.addWidget(part)
        for tick in self.parts.values():
            tick.setChecked(True)
        self.private.setCurrentIndex([one[0] for one in SHOWINGS].index(Showing.MASKED))
        self.body.addWidget(self.private)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for chosen in (self.point, self.private):
            chosen.currentIndexChanged.connect(lambda _at: self.changed.emit())
        for box in self.parts.values():
            box.toggled.connect(lambda _on: self.changed.emit())

    def _point_key(self) -> UUID | None:
        at = self.point.currentIndex() - 1
        return self._points[at].id if 0 <= at < len(self._points) else None
