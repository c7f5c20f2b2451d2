"""Attendance lists: who was at which check-in point and how long, who is absent, how many."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from db.store import Store
from summit_desk.domain.attendance.figures import ForumFigures, PointFigures
from summit_desk.domain.attendance.spec import EVERYTHING, AttendanceSpec
from summit_desk.domain.change import Change
from summit_desk.domain.documents.choices import Chosen, Written
from summit_desk.domain.documents.sheets import SheetPreview
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors import DeskError
from summit_desk.domain.errors.documents import NothingToWrite
from summit_desk.domain.lists.columns import exposed
from summit_desk.domain.progress import SILENT, Progress, Stretch
from summit_desk.domain.records import CheckPoint
from summit_desk.services.attendance_book import AttendanceBook, attendance_book
from summit_desk.services.doors import load_doors
from summit_desk.services.list_notes import note_export
from summit_desk.services.lists import ALL, PREVIEWED, previewed, speaking_as
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import _

READING = 0.5  # the share of the work that is done before the first sheet is written


@dataclass(frozen=True)
class WrittenAttendance:
    """A list that now lies on the disk, and its figures."""

    written: Written
    points: Sequence[PointFigures]
    forums: Sequence[ForumFigures]


class AttendanceService:
    """Writes attendance lists."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def points(self, event_id: UUID) -> tuple[CheckPoint, ...]:
        """Return the event's check-in points, without counting anybody."""
        with self._store.view() as view:
            return tuple(view.all(CheckPoint, event_id=event_id))

    def preview(
        self,
        event_id: UUID,
        spec: AttendanceSpec = EVERYTHING,
        *,
        chosen: Chosen = ALL,
        language: DocumentLanguage | None = None,
        limit: int = PREVIEWED,
        progress: Progress = SILENT,
    ) -> tuple[SheetPreview, ...]:
        """Return the first lines of every sheet, as they would be; raises as `write`."""
        doors = load_doors(self._store, event_id)
        with (
            self._store.view() as view,
            speaking_as(language),
            attendance_book(view, doors, spec, chosen, self._now(), progress) as book,
        ):
            return tuple(previewed(sheet, limit) for sheet in book.sheets)

    def write(
        self,
        event_id: UUID,
        path: Path,
        spec: AttendanceSpec = EVERYTHING,
        *,
        chosen: Chosen = ALL,
        language: DocumentLanguage | None = None,
        progress: Progress = SILENT,
    ) -> WrittenAttendance:
        """Write the list as .xlsx; what is left out, and why, is among the findings.

        If telephone numbers are written whole, that is kept in the history; if it can't be, there
        is no file. Raises NoSuchFilter, Missing (the point was removed), NothingToWrite and
        CantWriteFile.
        """
        from exports.sheets import write_book

        doors, now = load_doors(self._store, event_id), self._now()
        reading, writing = Stretch(progress, 0, READING), Stretch(progress, READING, 1)
        with (
            self._store.view() as view,
            speaking_as(language),
            attendance_book(view, doors, spec, chosen, now, reading) as book,
        ):
            if not book.sheets:
                raise NothingToWrite(thing=_("attendance list"))
            write_book(book.sheets, path, now, writing)
        written = Written(
            path=path,
            count=sum(one.arrived for one in book.points),
            findings=book.findings,
            change=self._noted(book, path),
        )
        return WrittenAttendance(written, book.points, book.forums)

    def _noted(self, book: AttendanceBook, path: Path) -> Change | None:
        """Keep that private values were written; without that note there is no file."""
        whole = exposed(book.absent)
        if not whole:
            return None
        try:
            with self._store.unit() as unit:
                return note_export(unit, book.listed, path, whole, book.absentees)
        except DeskError:
            path.unlink(missing_ok=True)
            raise
