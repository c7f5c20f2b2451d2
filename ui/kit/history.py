"""The history of a record or of the whole file: who changed what, and when."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.field_words import field_word
from summit_desk.domain.thing_words import thing_word
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import EmptyState, words
from ui.kit.rows import Column, RowsModel
from ui.kit.table import Table
from ui.kit.tones import Pill, Tone

LONGEST = 120
STORED_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?")

if TYPE_CHECKING:
    from summit_desk.services.history import FieldChange, HistoryEntry


def local_time(moment: datetime) -> str:
    """Return an instant in this computer's own time zone."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _state(entry: "HistoryEntry") -> Pill | None:
    return Pill(_("taken back"), Tone.AMBER) if entry.undone else None


def _field(change: "FieldChange") -> str:
    return f"{thing_word(change.table)} · {field_word(change.field)}"


def value_words(value: object) -> str:
    """Return a stored (JSON) value as a person reads it; long ones are cut."""
    if value in (None, "", [], {}):
        return "—"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return in_words("、", ", ").join(map(value_words, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {value_words(one)}" for key, one in value.items())
    text = str(value)
    if wall := STORED_TIME.fullmatch(text):  # as the journal keeps the times of agenda and trips
        day, clock, seconds = wall.groups("")
        return f"{day} {clock}{seconds if seconds != ':00' else ''}"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


ENTRIES: Sequence[Column["HistoryEntry"]] = (
    Column(lambda: _("When"), lambda one: local_time(one.at), width=160, muted=True),
    Column(lambda: _("Done by"), lambda one: one.actor or "—", width=110),
    Column(lambda: _("Station"), lambda one: one.station or "—", width=110, muted=True),
    Column(lambda: _("What"), lambda one: one.text()),
    Column(lambda: "", lambda _one: "", pill=_state, width=96),
)
CHANGES: Sequence[Column["FieldChange"]] = (
    Column(lambda: _("Field"), _field, width=230),
    Column(lambda: _("Before"), lambda one: value_words(one.before), muted=True),
    Column(lambda: _("After"), lambda one: value_words(one.after)),
)


class HistoryDialog(QDialog):
    """Shows entries, the fields of the selected one, and offers to take one back."""

    undo_asked = Signal(object)  # the key of a changeset

    def __init__(
        self, title: str, entries: Sequence["HistoryEntry"], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self._entries, self._changes = RowsModel(ENTRIES, self), RowsModel(CHANGES, self)
        self._list, self._fields = Table(self._entries), Table(self._changes)
        self._list.setAccessibleName(title)
        self._fields.setAccessibleName(_("Fields before and after"))
        self._fields.setFixedHeight(190)
        self._pages, self._none = QStackedWidget(), EmptyState("history", "", "")
        self._undo = QPushButton(_("Undo this change"))
        self._undo.setEnabled(False)
        self._undo.setAutoDefault(False)
        self._undo.clicked.connect(self._ask_undo)
        self._list.row_selected.connect(self._show_fields)
        self._lay_out(title)
        self.show_entries(entries)

    def _lay_out(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(words(title, "title"))
        self._none.title.setText(_("Nothing has been changed yet"))
        self._none.sentence.setText(
            _("Every change is noted here, with who made it and what was there before.")
        )
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._none)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._fields)
        layout.addLayout(self._buttons())
        self.resize(860, 600)

    def show_entries(self, entries: Sequence["HistoryEntry"]) -> None:
        """Show other entries; the fields part is there only when entries know their fields."""
        self._entries.replace(entries)
        self._fields.setVisible(any(entry.changes for entry in entries))
        self._pages.setCurrentWidget(self._list if entries else self._none)
        self._undo.setVisible(bool(entries))
        if entries:
            self._list.selectRow(0)

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _show_fields(self, entry: "HistoryEntry | None") -> None:
        self._changes.replace(entry.changes if entry is not None else ())
        self._undo.setEnabled(entry is not None and entry.can_be_undone)

    def _ask_undo(self) -> None:
        entry = cast("HistoryEntry", self._list.current())
        self.undo_asked.emit(entry.id)
        self.accept()
