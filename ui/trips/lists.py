"""Brings lists of travellers and calendars into the trip on screen, or into a new one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.traveller_lists.plan import Answers, TravellerPlan
from summit_desk.domain.traveller_lists.preview import traveller_preview
from summit_desk.domain.trip_calendar.plan import CalendarPlan
from summit_desk.domain.trip_calendar.preview import calendar_preview
from summit_desk.domain.trip_view import TripView
from summit_desk.services.bundle import Services
from summit_desk.services.traveller_lists import TRAVELLERS_IN
from summit_desk.services.trip_calendars import CALENDAR_IN
from summit_desk.support.i18n import _, in_words
from ui.kit.desk import Desk
from ui.kit.dropped import CALENDARS, SHEETS, ask_file
from ui.kit.list_dialog import ListDialog
from ui.trips.screen import TripsScreen

BROUGHT_IN = frozenset({TRAVELLERS_IN, CALENDAR_IN})  # changes that lead to their trip


class TripLists(QObject):
    """Answers the wish to import: a calendar makes legs, every other file is a list of people."""

    def __init__(
        self,
        screen: TripsScreen,
        services: Services,
        desk: Desk,
        view: Callable[[], TripView | None],
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk, self._view = screen, services, desk, view
        screen.import_asked.connect(self._on_import_asked)

    def import_file(self, path: Path, sheet: str = "") -> None:
        """Read a file (of several sheets the likeliest) and show what it would change."""
        event_id, trip = self._desk.event_id, self._trip()
        title = _("Reading {file}").format(file=path.name)
        if path.suffix.lower() == ".ics":
            calendars = self._services.trip_calendars
            self._desk.run_long(
                title,
                lambda progress: calendars.plan(event_id, trip, path, progress),
                self._show_calendar,
            )
            return
        lists = self._services.traveller_lists
        self._desk.run_long(
            title,
            lambda progress: lists.plan(event_id, trip, path, sheet, progress),
            partial(self._show_travellers, path),
        )

    def _trip(self) -> UUID | str:
        """Return the trip on screen; none lets the file name a new one."""
        view = self._view()
        return view.trip.id if view else ""

    def _on_import_asked(self, path: Path | None) -> None:
        if not self._desk.has_event:
            return
        if path is None:
            title = _("Import travellers or a calendar")
            ask_file(self._screen, title, f"{SHEETS} {CALENDARS}", self.import_file)
        else:
            self.import_file(path)

    def _show_travellers(self, path: Path, plan: TravellerPlan) -> None:
        name = in_words(plan.trip.name, plan.trip.name_other)
        title = _("Import travellers of {trip}").format(trip=name)
        dialog = ListDialog(title, traveller_preview(plan), self._screen)
        dialog.agreed.connect(partial(self._take_travellers, dialog, plan))
        dialog.sheet_chosen.connect(partial(self._read_another, dialog, path))
        dialog.open()

    def _read_another(self, dialog: ListDialog, path: Path, sheet: str) -> None:
        dialog.reject()
        self.import_file(path, sheet)

    def _take_travellers(self, dialog: ListDialog, plan: TravellerPlan, answers: object) -> None:
        dialog.accept()
        lists = self._services.traveller_lists
        self._desk.run_long(
            _("Importing {file}").format(file=plan.file),
            lambda progress: lists.apply(plan, cast("Answers", answers), progress),
            self._desk.publish,
        )

    def _show_calendar(self, plan: CalendarPlan) -> None:
        name = in_words(plan.trip.name, plan.trip.name_other)
        title = _("Import a calendar into {trip}").format(trip=name)
        dialog = ListDialog(title, calendar_preview(plan), self._screen)
        dialog.agreed.connect(lambda _answers: self._take_calendar(dialog, plan))
        dialog.open()

    def _take_calendar(self, dialog: ListDialog, plan: CalendarPlan) -> None:
        dialog.accept()
        calendars = self._services.trip_calendars
        self._desk.run_long(
            _("Importing {file}").format(file=plan.file),
            lambda progress: calendars.apply(plan, progress),
            self._desk.publish,
        )
