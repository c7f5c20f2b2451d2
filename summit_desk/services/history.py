"""The history: undo and redo of anything, and what happened to a record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from db.queries import history as asked
from db.store import Store
from summit_desk.domain.change import Change, step_words
from summit_desk.domain.choice_words import choice_word
from summit_desk.domain.errors import MovedOn, NothingToUndo
from summit_desk.domain.merging import MERGES
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import ChangeKind, Changeset
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import _


@dataclass(frozen=True)
class FieldChange:
    """One field of one row, before and after.

    JSON values, or words for choices and links; None: there was no row.
    """

    table: str
    field: str
    before: object
    after: object


@dataclass(frozen=True)
class HistoryEntry:
    """One commit, ready to show."""

    id: UUID
    at: datetime
    actor: str
    station: str
    label: str
    details: dict[str, str]
    kind: ChangeKind
    undone: bool
    changes: tuple[FieldChange, ...] = ()

    @property
    def can_be_undone(self) -> bool:
        """Tell whether there is something to take back."""
        return not self.undone and self.kind is not ChangeKind.NOTE

    def text(self) -> str:
        """Return what was done, as a sentence in the current language."""
        step = step_words(self.label, self.details)
        if self.kind is ChangeKind.UNDO:
            return _("Undo: {step}").format(step=step)
        if self.kind is ChangeKind.REDO:
            return _("Redo: {step}").format(step=step)
        return step


class HistoryService:
    """Reads the journal and plays it back and forth."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def undo(self, progress: Progress = SILENT) -> Change | None:
        """Take the latest change back; None when there is none. Raises MovedOn."""
        with self._store.unit() as unit:
            unit.watched_by(progress)
            latest = asked.latest_standing(unit)
            return None if latest is None else unit.replay(latest, ChangeKind.UNDO)

    def redo(self, progress: Progress = SILENT) -> Change | None:
        """Do the change again that was taken back last; None when there is none."""
        with self._store.unit() as unit:
            unit.watched_by(progress)
            earliest = asked.next_to_redo(unit)
            return None if earliest is None else unit.replay(earliest, ChangeKind.REDO)

    def undo_changeset(self, changeset: UUID, progress: Progress = SILENT) -> Change:
        """Take one change back, wherever it is in the history.

        Taking an undo back does the change again. Raises MovedOn or Missing.
        """
        with self._store.unit() as unit:
            unit.watched_by(progress)
            chosen = unit.get(Changeset, changeset)
            if chosen.kind is ChangeKind.NOTE:
                raise NothingToUndo
            meant = unit.get(Changeset, chosen.target_id) if chosen.target_id else chosen
            again = chosen.kind is ChangeKind.UNDO
            if meant.undone is not again:  # it stands (or is taken back) already
                raise MovedOn(label=step_words(meant.label, meant.details))
            return unit.replay(meant, ChangeKind.REDO if again else ChangeKind.UNDO)

    def undo_label(self) -> str | None:
        """Return what undo would take back, in words."""
        with self._store.view() as view:
            return _label(asked.latest_standing(view))

    def redo_label(self) -> str | None:
        """Return what redo would do again, in words."""
        with self._store.view() as view:
            return _label(asked.next_to_redo(view))

    def of(self, *records: UUID, limit: int = 200) -> tuple[HistoryEntry, ...]:
        """Return what happened to these records, the latest first, field by field.

        What happened to others before they were merged into these is part of it.
        """
        with self._store.view() as view:
            others = asked.merged_into(view, records, MERGES)
            found = list(asked.changes_of(view, (*records, *others), limit))
            names = asked.names_behind(view, (row for _changeset, rows in found for row in rows))
        return tuple(
            _entry(changeset, tuple(_change(row, names) for row in rows))
            for changeset, rows in found
        )

    def all(self, limit: int = 500) -> tuple[HistoryEntry, ...]:
        """Return the latest changes of the whole file, the latest first."""
        with self._store.view() as view:
            return tuple(_entry(changeset, ()) for changeset in asked.latest(view, limit))


def _change(row: asked.FieldRow, names: Mapping[str, str]) -> FieldChange:
    """Return the change with names in the place of keys and words in the place of choices."""
    table, field, *values = row
    choices = asked.choices_of(table, field)
    before, after = (
        choice_word(choices, str(value)) if choices and value else names.get(str(value), value)
        for value in values
    )
    return FieldChange(table, field, before, after)


def _label(changeset: Changeset | None) -> str | None:
    return None if changeset is None else step_words(changeset.label, changeset.details)


def _entry(changeset: Changeset, changes: tuple[FieldChange, ...]) -> HistoryEntry:
    return HistoryEntry(
        changeset.id,
        changeset.at,
        changeset.actor,
        changeset.station,
        changeset.label,
        dict(changeset.details),
        changeset.kind,
        changeset.undone,
        changes,
    )
