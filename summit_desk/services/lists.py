"""Lists of attendees: presets, what they look like, and writing them in any format."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import islice
from pathlib import Path
from uuid import UUID

from db.store import Store
from summit_desk.domain.change import Change
from summit_desk.domain.documents.attendee_columns import all_columns
from summit_desk.domain.documents.attendee_entries import AttendeeColumn
from summit_desk.domain.documents.choices import Chosen, Written
from summit_desk.domain.documents.sheets import (
    Band,
    BookPreview,
    Line,
    SheetPreview,
    SheetSpec,
    Total,
)
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors import DeskError
from summit_desk.domain.lists.columns import exposed, listed_columns
from summit_desk.domain.lists.presets import Preset, free_name, preset_called
from summit_desk.domain.lists.spec import ListSpec, Showing
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import CustomField, SavedFilter
from summit_desk.services import list_presets as kept
from summit_desk.services.list_kinds import list_book
from summit_desk.services.list_notes import note_export
from summit_desk.services.list_writing import UTF8, Writing, numbers_shown
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import speaking

PREVIEWED = 60  # lines of a sheet that a preview shows
MOST_SHEETS = 20  # that a preview shows
ALL = Chosen()


class ListService:
    """Keeps the presets of lists and writes lists."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def presets(self, event_id: UUID) -> tuple[Preset, ...]:
        """Return every list on offer, the built-in ones first."""
        with self._store.view() as view:
            return tuple(kept.all_presets(view, event_id))

    def preset(self, event_id: UUID, name: str) -> Preset:
        """Return the list of this name, in any language; raises NoSuchList."""
        return preset_called(self.presets(event_id), name)

    def save(self, event_id: UUID, spec: ListSpec, key: UUID | None = None) -> Change:
        """Keep a list, as a new one or (by its key) changed.

        Raises NoListName, ListNameTaken and Missing.
        """
        with self._store.unit() as unit:
            return kept.save_preset(unit, event_id, spec, key)

    def rename(self, key: UUID, name: str) -> Change:
        """Give a list another name; raises NoListName, ListNameTaken and Missing."""
        with self._store.unit() as unit:
            return kept.rename_preset(unit, key, name)

    def remove(self, key: UUID) -> Change:
        """Remove one of a person's own lists; raises Missing."""
        with self._store.unit() as unit:
            return kept.remove_preset(unit, key)

    def duplicate(self, event_id: UUID, spec: ListSpec) -> Change:
        """Keep a copy of a list under a name that is free."""
        with self._store.unit() as unit:
            name = free_name(kept.all_presets(unit, event_id), spec.words)
            return kept.save_preset(unit, event_id, replace(spec, name=name), None)

    def take_in(self, event_id: UUID, path: Path) -> Change:
        """Keep the list that a file holds, under a free name; raises NoListFile, ListTooNew."""
        return self.duplicate(event_id, kept.read_list(path))

    def read_file(self, path: Path) -> ListSpec:
        """Return the list that a file holds; raises NoListFile and ListTooNew."""
        return kept.read_list(path)

    def share(self, spec: ListSpec, path: Path) -> Path:
        """Write a list to a file for others; raises CantWriteFile."""
        return kept.share_list(replace(spec, name=spec.words), path)

    def columns(self, event_id: UUID) -> tuple[AttendeeColumn, ...]:
        """Return every column that a list of the event's attendees can have."""
        with self._store.view() as view:
            return tuple(all_columns(view.all(CustomField, event_id=event_id)))

    def filters(self, event_id: UUID) -> tuple[str, ...]:
        """Return the names of the event's saved filters."""
        with self._store.view() as view:
            return tuple(one.name for one in view.all(SavedFilter, event_id=event_id))

    def exposes(self, event_id: UUID, spec: ListSpec, path: Path) -> bool:
        """Tell whether writing the list there gives private values away, which is noted."""
        if path.suffix.lower() == ".vcf":
            return numbers_shown(spec) in {Showing.AGREED, Showing.WHOLE}
        with self._store.view() as view:
            return bool(exposed(listed_columns(spec, view.all(CustomField, event_id=event_id))))

    def preview(
        self,
        event_id: UUID,
        spec: ListSpec,
        *,
        chosen: Chosen = ALL,
        language: DocumentLanguage | None = None,
        limit: int = PREVIEWED,
    ) -> BookPreview:
        """Return the first lines of the first sheets, as they would be, and how many there are."""
        with self._store.view() as view, speaking_as(language):
            sheets = list_book(view, event_id, spec, chosen, with_key=False).sheets
            return BookPreview(
                shown=tuple(previewed(sheet, limit) for sheet in sheets[:MOST_SHEETS]),
                sheets=len(sheets),
                count=sum(sheet.count for sheet in sheets),
            )

    def write(  # noqa: PLR0913 -- what, where, for whom and how, all by name
        self,
        event_id: UUID,
        spec: ListSpec,
        path: Path,
        *,
        chosen: Chosen = ALL,
        language: DocumentLanguage | None = None,
        encoding: str = UTF8,
        progress: Progress = SILENT,
    ) -> Written:
        """Write a list as .xlsx, .csv, .vcf or .json, told by the name.

        What is left out, and why, is among the findings. If private values are written whole,
        that is kept in the history; if it can't be, there is no file.
        """
        with self._store.view() as view, speaking_as(language):
            done = Writing(
                view=view,
                event_id=event_id,
                spec=spec,
                chosen=chosen,
                path=path,
                progress=progress,
                now=self._now(),
                encoding=encoding,
            ).write()
        change = None
        if done.exposed:
            try:
                with self._store.unit() as unit:
                    change = note_export(unit, spec, path, done.exposed, done.people)
            except DeskError:
                path.unlink(missing_ok=True)
                raise
        return Written(path=path, count=done.count, findings=done.findings, change=change)


def previewed(sheet: SheetSpec, limit: int) -> SheetPreview:
    """Return the first lines of a sheet."""
    lines: list[Line] = [
        line if isinstance(line, Band | Total) else tuple(line)
        for line in islice(sheet.rows, limit)
    ]
    return SheetPreview(
        columns=tuple(sheet.columns),
        rows=tuple(lines),
        count=sheet.count,
        title=sheet.title,
        titles=tuple(sheet.titles),
    )


def speaking_as(language: DocumentLanguage | None) -> AbstractContextManager[None]:
    """Speak the language of a document, or go on in that of the program."""
    return nullcontext() if language is None else speaking(language.main)
