"""What the screen of documents asks of the use cases: one order, for any of the documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from summit_desk.domain.attendance.spec import EVERYTHING as EVERY_POINT
from summit_desk.domain.attendance.spec import AttendanceSpec
from summit_desk.domain.change import Change
from summit_desk.domain.documents.choices import (
    WHOEVER_COMES,
    BadgeCheck,
    Chosen,
    Document,
    Written,
)
from summit_desk.domain.documents.sheets import BookPreview, SheetPreview
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.lists.builtin import EVERYTHING
from summit_desk.domain.lists.spec import ListSpec
from summit_desk.domain.progress import SILENT, Progress
from ui.documents.items import Item

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services


@dataclass(frozen=True, kw_only=True)
class Order:
    """A document as it was chosen on the screen."""

    event_id: UUID
    item: Item
    language: DocumentLanguage
    chosen: Chosen
    spec: ListSpec = EVERYTHING
    encoding: str = "utf-8"
    attendance: AttendanceSpec = EVERY_POINT
    besides: Chosen = WHOEVER_COMES  # whom an attendance list is for besides its saved filter


class Work:
    """Runs on the lane, never on the GUI thread."""

    def __init__(self, services: "Services") -> None:
        self._documents, self._lists = services.documents, services.lists
        self._attendance = services.attendance

    def pages(self, order: Order) -> tuple[bytes, int]:
        """Return the pages to look at, and how many badges there would be in all."""
        if order.item.document is not Document.BADGES:
            return self.whole(order, SILENT)[0], 0
        content = self._documents.preview_badges(
            order.event_id, size=order.item.size, language=order.language, chosen=order.chosen
        )
        return content, self._documents.count_badges(order.event_id, order.chosen)

    def rows(self, order: Order) -> BookPreview:
        """Return the first lines of the list."""
        return self._lists.preview(
            order.event_id, order.spec, chosen=order.chosen, language=order.language
        )

    def attended(self, order: Order, progress: Progress) -> tuple[SheetPreview, ...]:
        """Return the first lines of an attendance list."""
        return self._attendance.preview(
            order.event_id,
            order.attendance,
            chosen=order.besides,
            language=order.language,
            progress=progress,
        )

    def check(self, order: Order, progress: Progress) -> BadgeCheck | None:
        """Return what stands against badges; None for other documents."""
        if order.item.document is not Document.BADGES:
            return None
        return self._documents.check_badges(
            order.event_id,
            size=order.item.size,
            language=order.language,
            chosen=order.chosen,
            progress=progress,
        )

    def whole(self, order: Order, progress: Progress) -> tuple[bytes, Sequence[UUID]]:
        """Return the whole document, refused as when it is saved, and whose badges are in it."""
        with TemporaryDirectory(prefix="summit-desk-") as folder:
            path = Path(folder) / "document.pdf"
            written = self.write(order, path, progress, note=False)
            return path.read_bytes(), written.keys

    def write(self, order: Order, path: Path, progress: Progress, *, note: bool = True) -> Written:
        """Write the document to a file."""
        documents, item, language = self._documents, order.item, order.language
        if item.document is Document.BADGES:
            return self._badges(order, path, progress, note=note)
        if item.document is Document.ATTENDEES:
            return self._list(order, path, progress)
        if item.document is Document.ATTENDANCE:
            return self._attended(order, path, progress)
        if item.document is Document.TRIP_BOOK and item.trip_id is not None:
            if path.suffix.lower() == ".ics":
                return documents.trip_calendar(item.trip_id, path, language=language)
            return documents.trip_book(item.trip_id, path, language=language, progress=progress)
        return documents.agenda(order.event_id, path, language=language, progress=progress)

    def _badges(self, order: Order, path: Path, progress: Progress, *, note: bool) -> Written:
        return self._documents.badges(
            order.event_id,
            path,
            size=order.item.size,
            language=order.language,
            chosen=order.chosen,
            note=note,
            progress=progress,
        )

    def _list(self, order: Order, path: Path, progress: Progress) -> Written:
        return self._lists.write(
            order.event_id,
            order.spec,
            path,
            chosen=order.chosen,
            language=order.language,
            encoding=order.encoding,
            progress=progress,
        )

    def _attended(self, order: Order, path: Path, progress: Progress) -> Written:
        return self._attendance.write(
            order.event_id,
            path,
            order.attendance,
            chosen=order.besides,
            language=order.language,
            progress=progress,
        ).written

    def note(self, order: Order, keys: Sequence[UUID]) -> Change | None:
        """Note badges as printed; other documents are not noted."""
        return self._documents.note_printed(keys, order.item.size) if keys else None
