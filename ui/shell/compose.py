"""The one place that builds screens, joins each to its presenter, and leads from one to another."""
# ruff: noqa: PLC0415 -- an area is imported when its screen is first shown

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer

from summit_desk.domain.places import Place, ScreenName
from summit_desk.support.i18n import _
from ui.kit.desk import Desk
from ui.kit.handing import Handed
from ui.kit.look import Look
from ui.kit.screen import Screen
from ui.shell.entries import ScreenEntry
from ui.shell.tabs import Tab, TabbedScreen

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from ui.documents.presenter import DocumentsPresenter


def entries(services: "Services", desk: Desk, look: Look) -> Sequence[ScreenEntry]:
    """Return the items of the rail."""
    build = Builder(services, desk, look)
    name = ScreenName
    check_in = ScreenEntry(name.CHECK_IN, lambda: _("Check-in"), "check_in", build.check_in)
    if services.stations.here(desk.event_id) is not None:
        return (check_in,)  # a station file has nothing else
    return (
        ScreenEntry(name.OVERVIEW, lambda: _("Overview"), "overview", build.overview),
        ScreenEntry(name.AGENDA, lambda: _("Agenda"), "agenda", build.agenda),
        ScreenEntry(name.SPEAKERS, lambda: _("Speakers"), "speakers", build.speakers),
        ScreenEntry(
            name.ATTENDEES,
            lambda: _("Attendees"),
            "attendees",
            build.attendees,
            also=(name.ORGANISATIONS,),
        ),
        ScreenEntry(name.DOCUMENTS, lambda: _("Badges & documents"), "documents", build.documents),
        check_in,
        ScreenEntry(name.TRIPS, lambda: _("Trips"), "trips", build.trips),
        ScreenEntry(name.PREFLIGHT, lambda: _("Preflight"), "preflight", build.preflight, low=True),
        ScreenEntry(name.SETTINGS, lambda: _("Settings"), "settings", build.settings, low=True),
    )


class Builder:
    """Builds one screen at a time, when it is first shown."""

    def __init__(self, services: "Services", desk: Desk, look: Look) -> None:
        self._services, self._desk, self._look = services, desk, look
        self._documents: DocumentsPresenter | None = None

    def overview(self) -> Screen:
        from ui.overview.presenter import OverviewPresenter
        from ui.overview.screen import OverviewScreen

        screen = OverviewScreen()
        OverviewPresenter(screen, self._services, self._desk)
        return screen

    def agenda(self) -> Screen:
        from ui.agenda.presenter import AgendaPresenter
        from ui.agenda.screen import AgendaScreen

        screen = AgendaScreen()
        AgendaPresenter(screen, self._services, self._desk)
        screen.place_asked.connect(self._on_agenda_place)
        return screen

    def speakers(self) -> Screen:
        from ui.speakers.presenter import SpeakersPresenter
        from ui.speakers.screen import SpeakersScreen

        screen = SpeakersScreen()
        SpeakersPresenter(screen, self._services, self._desk)
        return screen

    def attendees(self) -> Screen:
        name = ScreenName
        return TabbedScreen(
            (
                Tab(name.ATTENDEES, lambda: _("Attendees"), self.attendee_list),
                Tab(name.ORGANISATIONS, lambda: _("Organisations"), self.organisations),
            )
        )

    def attendee_list(self) -> Screen:
        from ui.attendees.presenter import AttendeesPresenter
        from ui.attendees.screen import AttendeesScreen

        screen = AttendeesScreen()
        AttendeesPresenter(screen, self._services, self._desk, self._look)
        screen.import_asked.connect(partial(self._import, screen))
        screen.reports_asked.connect(partial(self._import_reports, screen))
        screen.export_asked.connect(partial(self._list, screen))
        screen.badges_asked.connect(partial(self._badges, screen))
        return screen

    def organisations(self) -> Screen:
        from ui.organisations.presenter import OrganisationsPresenter
        from ui.organisations.screen import OrganisationsScreen

        screen = OrganisationsScreen()
        OrganisationsPresenter(screen, self._services, self._desk)
        return screen

    def documents(self) -> Screen:
        from ui.documents.presenter import DocumentsPresenter
        from ui.documents.screen import DocumentsScreen

        screen = DocumentsScreen()
        self._documents = DocumentsPresenter(screen, self._services, self._desk)
        return screen

    def check_in(self) -> Screen:
        from ui.check_in.presenter import CheckInPresenter
        from ui.check_in.screen import CheckInScreen

        screen = CheckInScreen()
        chosen = CheckInPresenter(screen, self._services, self._desk).preferences
        look, follow = self._look, chosen.follow
        follow(look.settings)
        look.changed.connect(follow)
        chosen.sound_switched.connect(lambda on: look.sound(on=on))
        chosen.volume_chosen.connect(look.loud)
        chosen.scanners_chosen.connect(look.listen)
        screen.attendance_asked.connect(partial(self._attendance, screen))
        return screen

    def trips(self) -> Screen:
        from ui.trips.presenter import TripsPresenter
        from ui.trips.screen import TripsScreen

        screen = TripsScreen()
        TripsPresenter(screen, self._services, self._desk)
        return screen

    def preflight(self) -> Screen:
        from ui.preflight.presenter import PreflightPresenter
        from ui.preflight.screen import PreflightScreen

        screen = PreflightScreen()
        PreflightPresenter(screen, self._services, self._desk)
        return screen

    def settings(self) -> Screen:
        from ui.settings.presenter import SettingsPresenter
        from ui.settings.screen import SettingsScreen

        screen = SettingsScreen()
        SettingsPresenter(screen, self._services, self._desk, self._look)
        return screen

    def _import(self, asking: Screen, what: Handed | None) -> None:
        from ui.imports.asking import ask_import, take_list

        if what is None:
            ask_import(asking.window(), self._services, self._desk)
        else:
            take_list(asking.window(), self._services, self._desk, what)

    def _import_reports(self, asking: Screen) -> None:
        from ui.imports.reports_dialog import show_reports

        show_reports(asking.window(), self._services, self._desk)

    def _on_agenda_place(self, place: Place) -> None:
        if place.screen is ScreenName.DOCUMENTS:  # once the window has gone there
            QTimer.singleShot(0, self._desk.jobs, self._show_agenda)

    def _show_agenda(self) -> None:
        if self._documents is not None:
            self._documents.choose_agenda()

    def _list(self, asking: Screen, keys: Sequence[UUID] | None) -> None:
        asking.place_asked.emit(Place(ScreenName.DOCUMENTS))
        if self._documents is not None:
            self._documents.choose_list(keys)

    def _attendance(self, asking: Screen, point_id: UUID) -> None:
        asking.place_asked.emit(Place(ScreenName.DOCUMENTS))
        if self._documents is not None:
            self._documents.choose_attendance(point_id)

    def _badges(self, asking: Screen, keys: Sequence[UUID]) -> None:
        asking.place_asked.emit(Place(ScreenName.DOCUMENTS))
        if self._documents is not None:
            self._documents.choose_people(keys)
