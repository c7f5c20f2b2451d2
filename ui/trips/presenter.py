"""Joins the Trips screen to the use cases."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.documents.choices import Written
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.trip_view import TripLine, TripView
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import Language, _, current_language, in_words
from ui.kit.confirm import tell
from ui.kit.desk import Desk, concerns
from ui.trips.editing import TripEditing
from ui.trips.lists import BROUGHT_IN, TripLists
from ui.trips.record_history import TripHistory
from ui.trips.screen import TripsScreen

UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


class TripsPresenter(QObject):
    """Shows one trip of the event; remembers which."""

    def __init__(self, screen: TripsScreen, services: Services, desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._chosen: UUID | None = None
        self._wanted: UUID | None = None  # a leg or traveller to select once it is shown
        self._view: TripView | None = None
        self._editing = TripEditing(screen, services, desk, self.view)
        self._lists = TripLists(screen, services, desk, self.view)
        self._history = TripHistory(screen, services, desk, self.view)
        screen.trip_chosen.connect(self.show_trip)
        screen.place_shown.connect(self.show_place)
        screen.preview_asked.connect(self._preview)
        screen.book_asked.connect(self._ask_book)
        screen.calendar_asked.connect(self._ask_calendar)
        desk.changed.connect(self._on_changed)
        desk.event_changed.connect(self.reload)
        self.reload()

    def view(self) -> TripView | None:
        """Return the trip on screen."""
        return self._view

    def reload(self) -> None:
        """Show the trips as the file has them now."""
        if self._desk.has_event:
            event_id = self._desk.event_id
            self._desk.run(lambda: self._services.trips.trips(event_id), self._show_trips)

    def show_trip(self, trip_id: UUID) -> None:
        """Show one trip."""
        self._chosen = trip_id
        self._desk.run(lambda: self._services.trips.trip_view(trip_id), self._show)

    def show_place(self, place: Place) -> None:
        """Show the trip that a link names, and select the leg or traveller it means."""
        subject = place.subject
        if subject is not None:
            self._wanted = subject
            self._desk.run(lambda: self._services.trips.trip_of(subject), self.show_trip)

    def _show_trips(self, lines: Sequence[TripLine]) -> None:
        keys = [line.trip.id for line in lines]
        if self._chosen not in keys:
            self._chosen = keys[0] if keys else None
        if self._chosen is None:
            self._view = None
        else:
            self.show_trip(self._chosen)
        self._screen.show_trips(lines, self._chosen)

    def _show(self, view: TripView) -> None:
        if view.trip.id != self._chosen:
            return  # an answer to what was asked before
        self._view = view
        self._screen.show_chosen(view.trip.id)
        self._screen.show_trip(view)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._screen.select(wanted)

    def _on_changed(self, change: Change) -> None:
        if concerns(change, Topic.TRIPS, Topic.PEOPLE, Topic.AGENDA, Topic.EVENT):
            if change.subject is not None and change.label in {self._editing.NEW_TRIP, *BROUGHT_IN}:
                self._chosen = change.subject
            self.reload()

    def _preview(self) -> None:
        if self._chosen is not None:
            self._screen.place_asked.emit(Place(ScreenName.DOCUMENTS, self._chosen))

    def _ask_book(self, language: DocumentLanguage) -> None:
        if self._view is None:
            return
        trip_id, documents = self._view.trip.id, self._services.documents

        def write(path: Path) -> None:
            self._desk.run_long(
                _("Writing the trip book"),
                lambda progress: documents.trip_book(
                    trip_id, path, language=language, progress=progress
                ),
                self._tell_written,
            )

        self._ask_path(_("Save the trip book"), ".pdf", write)

    def _ask_calendar(self) -> None:
        if self._view is None:
            return
        trip_id, documents = self._view.trip.id, self._services.documents
        chinese = current_language() is Language.CHINESE
        language = DocumentLanguage.CHINESE if chinese else DocumentLanguage.ENGLISH

        def write(path: Path) -> None:
            self._desk.run(
                lambda: documents.trip_calendar(trip_id, path, language=language),
                self._tell_written,
            )

        self._ask_path(_("Save the calendar"), ".ics", write)

    def _ask_path(self, title: str, suffix: str, write: Callable[[Path], None]) -> None:
        assert self._view is not None
        trip = self._view.trip
        name = in_words(trip.name, trip.name_other).translate(UNSAFE)
        dialog = QFileDialog(self._screen, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.setNameFilter(f"*{suffix}")
        dialog.selectFile(name + suffix)
        dialog.fileSelected.connect(lambda chosen: write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_written(self, written: Written) -> None:
        tell(self._screen, _("Saved: {path}").format(path=written.path))
