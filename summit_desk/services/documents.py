"""Documents: badges, agenda, attendee lists, trip books and calendars, checked before written."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from db.store import Store
from summit_desk.domain.change import Change
from summit_desk.domain.documents.agenda import AgendaDocument
from summit_desk.domain.documents.agenda_making import agenda_document
from summit_desk.domain.documents.attendee_columns import all_columns
from summit_desk.domain.documents.attendee_entries import AttendeeColumn
from summit_desk.domain.documents.badge_templates import BADGE_TEMPLATES
from summit_desk.domain.documents.choices import WHOEVER_COMES, BadgeCheck, Chosen, Written
from summit_desk.domain.documents.trip_book import TripBook
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage
from summit_desk.domain.errors.documents import NobodyChosen, NothingToWrite
from summit_desk.domain.lists.spec import ListSpec, Showing, TitleBlock, columns_of
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import CustomField, Event, Organisation, Venue
from summit_desk.services.agenda import AgendaService
from summit_desk.services.badge_runs import BadgeRun, chosen_keys, note_printed
from summit_desk.services.lists import ListService
from summit_desk.services.trips import TripService
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_, _

PREVIEWED = 60  # badges that a preview shows
BOTH, CHINESE = DocumentLanguage.BOTH, DocumentLanguage.CHINESE
PLAIN = ListSpec(
    name=N_("Attendees"),
    sequence=False,
    private=Showing.NONE,
    titles=TitleBlock(shown=False),
    record_key=False,
)


class DocumentService:
    """Writes documents; one method is one document."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def badges(  # noqa: PLR0913 -- what, where, how it looks and for whom, all by name
        self,
        event_id: UUID,
        path: Path,
        *,
        size: str = "a6",
        language: DocumentLanguage = CHINESE,
        chosen: Chosen = WHOEVER_COMES,
        note: bool = True,
        progress: Progress = SILENT,
    ) -> Written:
        """Write badges as a PDF and note them as printed (unless `note` is False).

        Raises NobodyChosen, CharacterNotInAnyFont, TooLongForPaper or DocumentRefused before
        anything is written, and CantWriteFile.
        """
        with self._store.view() as view:
            run = BadgeRun.of(view, event_id, chosen, BADGE_TEMPLATES[size], language)
        findings = run.write(path, self._now(), progress)
        keys = tuple(card.attendee_id for card in run.cards)
        change = self.note_printed(keys, size) if note else None
        return Written(path=path, count=len(keys), findings=findings, keys=keys, change=change)

    def count_badges(self, event_id: UUID, chosen: Chosen = WHOEVER_COMES) -> int:
        """Return for how many people badges would be made."""
        with self._store.view() as view:
            return len(chosen_keys(view, event_id, chosen))

    def check_badges(
        self,
        event_id: UUID,
        *,
        size: str = "a6",
        language: DocumentLanguage = CHINESE,
        chosen: Chosen = WHOEVER_COMES,
        progress: Progress = SILENT,
    ) -> BadgeCheck:
        """Return what is worth knowing before these badges are printed."""
        with self._store.view() as view:
            keys = chosen_keys(view, event_id, chosen)
            run = BadgeRun.of_keys(view, event_id, keys, BADGE_TEMPLATES[size], language)
        return BadgeCheck(count=len(run.cards), findings=tuple(run.findings(progress)))

    def preview_badges(
        self,
        event_id: UUID,
        *,
        size: str = "a6",
        language: DocumentLanguage = CHINESE,
        chosen: Chosen = WHOEVER_COMES,
        limit: int = PREVIEWED,
    ) -> bytes:
        """Return the PDF of the first badges, without refusing any; raises NobodyChosen."""
        with self._store.view() as view:
            keys = list(chosen_keys(view, event_id, chosen)[:limit])
            run = BadgeRun.of_keys(view, event_id, keys, BADGE_TEMPLATES[size], language)
        if not run.cards:
            raise NobodyChosen
        return _as_bytes(lambda path: run.draw(path, self._now(), SILENT))

    def badge_preview(
        self, attendee_id: UUID, *, size: str = "90x130", language: DocumentLanguage = CHINESE
    ) -> bytes:
        """Return the PDF of one person's badge, for the screen; raises Missing."""
        with self._store.view() as view:
            run = BadgeRun.of_one(view, attendee_id, BADGE_TEMPLATES[size], language)
        return _as_bytes(lambda path: run.draw(path, self._now(), SILENT))

    def note_printed(self, attendee_ids: Sequence[UUID], size: str) -> Change:
        """Keep that the present badges of these people were printed; can be undone."""
        with self._store.unit() as unit:
            return note_printed(unit, attendee_ids, size, self._now(), self._store.actor)

    def agenda(
        self,
        event_id: UUID,
        path: Path,
        *,
        language: DocumentLanguage = CHINESE,
        progress: Progress = SILENT,
    ) -> Written:
        """Write the agenda as a PDF; raises NothingToWrite or what a character stops."""
        from exports.agenda import write_agenda
        from exports.fonts import fonts

        paper = self._agenda(event_id)
        if paper.is_empty:
            raise NothingToWrite(thing=_("agenda"))
        write_agenda(paper, path, language, fonts(), self._now(), progress)
        items = sum(len(track.items) for day in paper.days for track in day.tracks)
        return Written(path=path, count=items)

    def attendee_list(
        self,
        event_id: UUID,
        path: Path,
        *,
        chosen: Chosen | None = None,
        columns: Sequence[str] | None = None,
        language: DocumentLanguage | None = None,
        progress: Progress = SILENT,
    ) -> Written:
        """Write the attendees as one plain table, cancelled ones too, told by the name.

        Without `columns`, all but the private ones. Without `language`, that of the program.
        """
        plain = (
            PLAIN
            if columns is None
            else replace(PLAIN, columns=columns_of(*columns), private=Showing.WHOLE)
        )
        return ListService(self._store, self._now).write(
            event_id,
            plain,
            path,
            chosen=chosen or WHOEVER_COMES,
            language=language,
            progress=progress,
        )

    def attendee_columns(self, event_id: UUID) -> tuple[AttendeeColumn, ...]:
        """Return every column that a list of the event's attendees can have."""
        with self._store.view() as view:
            fields = view.all(CustomField, event_id=event_id)
        return tuple(all_columns(fields))

    def trip_book(
        self,
        trip_id: UUID,
        path: Path,
        *,
        language: DocumentLanguage = CHINESE,
        progress: Progress = SILENT,
    ) -> Written:
        """Write the trip book as a PDF, without anybody's passport number."""
        from exports.fonts import fonts
        from exports.trip_book import write_trip_book

        book = self._trip(trip_id)
        write_trip_book(book, path, language, fonts(), self._now(), progress)
        return Written(path=path, count=len(book.view.legs()))

    def trip_calendar(
        self, trip_id: UUID, path: Path, *, language: DocumentLanguage = CHINESE
    ) -> Written:
        """Write the legs of a trip as an .ics file; raises NothingToWrite without legs."""
        from exports.calendar import write_trip_calendar

        book = self._trip(trip_id)
        legs = book.view.legs()
        if not legs:
            raise NothingToWrite(thing=_("trip"))
        write_trip_calendar(book.title, legs, path, language, self._now())
        return Written(path=path, count=len(legs))

    def preview_agenda(self, event_id: UUID, *, language: DocumentLanguage = CHINESE) -> bytes:
        """Return the agenda's PDF for the screen."""
        return _as_bytes(lambda path: self.agenda(event_id, path, language=language))

    def preview_trip_book(self, trip_id: UUID, *, language: DocumentLanguage = CHINESE) -> bytes:
        """Return the trip book's PDF for the screen."""
        return _as_bytes(lambda path: self.trip_book(trip_id, path, language=language))

    def _agenda(self, event_id: UUID) -> AgendaDocument:
        agenda = AgendaService(self._store, self._now).agenda(event_id)
        hosts = {forum.host_organisation_id for forum in agenda.forums} - {None}
        with self._store.view() as view:
            found = view.all(Organisation, id=list(hosts)) if hosts else []
            venues = view.all(Venue, event_id=event_id)
        return agenda_document(agenda, {host.id: host for host in found}, venues)

    def _trip(self, trip_id: UUID) -> TripBook:
        trip = TripService(self._store, self._now).trip_view(trip_id)
        with self._store.view() as view:
            event = view.find(Event, id=trip.trip.event_id) if trip.trip.event_id else None
        host = Bilingual(event.organiser, event.organiser_other) if event else Bilingual()
        return TripBook(view=trip, host=host)


def _as_bytes(write: Callable[[Path], object]) -> bytes:
    with TemporaryDirectory(prefix="summit-desk-") as folder:
        path = Path(folder) / "preview.pdf"
        write(path)
        return path.read_bytes()
