"""Every use case of one open file, handed down as one value."""

from functools import cached_property
from typing import TYPE_CHECKING

from db.store import Store
from summit_desk.support.clock import Clock, utc_now

if TYPE_CHECKING:
    from summit_desk.services.agenda import AgendaService
    from summit_desk.services.arrivals import ArrivalService
    from summit_desk.services.attendance import AttendanceService
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.bulk_edits import BulkEditService
    from summit_desk.services.check_in import CheckInService
    from summit_desk.services.counts import CountService
    from summit_desk.services.documents import DocumentService
    from summit_desk.services.duplicates import DuplicateService
    from summit_desk.services.event_lists import EventListService
    from summit_desk.services.events import EventService
    from summit_desk.services.filters import FilterService
    from summit_desk.services.groups import GroupService
    from summit_desk.services.history import HistoryService
    from summit_desk.services.imports import ImportService
    from summit_desk.services.lists import ListService
    from summit_desk.services.merging_stations import MergingService
    from summit_desk.services.organisations import OrganisationService
    from summit_desk.services.overview import OverviewService
    from summit_desk.services.people import PeopleService
    from summit_desk.services.preflight import PreflightService
    from summit_desk.services.rehearsals import RehearsalService
    from summit_desk.services.search import SearchService
    from summit_desk.services.session_lists import SessionLists
    from summit_desk.services.sign_in import SignInService
    from summit_desk.services.speakers import SpeakerService
    from summit_desk.services.station_locks import StationLockService
    from summit_desk.services.stations import StationService
    from summit_desk.services.traveller_lists import TravellerLists
    from summit_desk.services.trip_calendars import TripCalendars
    from summit_desk.services.trips import TripService
    from summit_desk.services.waiting import WaitingService
    from summit_desk.services.workspace import WorkspaceService


class Services:
    """The use cases by area.

    Each is built, and its modules loaded, when it is first asked for, so that the first window
    waits for none of them.
    """

    def __init__(self, store: Store, now: Clock = utc_now) -> None:
        self.store, self.now = store, now

    @cached_property
    def workspace(self) -> "WorkspaceService":
        from summit_desk.services.workspace import WorkspaceService

        return WorkspaceService(self.store, self.now)

    @cached_property
    def history(self) -> "HistoryService":
        from summit_desk.services.history import HistoryService

        return HistoryService(self.store, self.now)

    @cached_property
    def events(self) -> "EventService":
        from summit_desk.services.events import EventService

        return EventService(self.store, self.now)

    @cached_property
    def agenda(self) -> "AgendaService":
        from summit_desk.services.agenda import AgendaService

        return AgendaService(self.store, self.now)

    @cached_property
    def session_lists(self) -> "SessionLists":
        from summit_desk.services.session_lists import SessionLists

        return SessionLists(self.store)

    @cached_property
    def people(self) -> "PeopleService":
        from summit_desk.services.people import PeopleService

        return PeopleService(self.store, self.now)

    @cached_property
    def duplicates(self) -> "DuplicateService":
        from summit_desk.services.duplicates import DuplicateService

        return DuplicateService(self.store, self.now)

    @cached_property
    def organisations(self) -> "OrganisationService":
        from summit_desk.services.organisations import OrganisationService

        return OrganisationService(self.store, self.now)

    @cached_property
    def speakers(self) -> "SpeakerService":
        from summit_desk.services.speakers import SpeakerService

        return SpeakerService(self.store, self.now)

    @cached_property
    def attendees(self) -> "AttendeeService":
        from summit_desk.services.attendees import AttendeeService

        return AttendeeService(self.store, self.now)

    @cached_property
    def filters(self) -> "FilterService":
        from summit_desk.services.filters import FilterService

        return FilterService(self.store, self.now)

    @cached_property
    def search(self) -> "SearchService":
        from summit_desk.services.search import SearchService

        return SearchService(self.store, self.now)

    @cached_property
    def imports(self) -> "ImportService":
        from summit_desk.services.imports import ImportService

        return ImportService(self.store, self.now)

    @cached_property
    def documents(self) -> "DocumentService":
        from summit_desk.services.documents import DocumentService

        return DocumentService(self.store, self.now)

    @cached_property
    def lists(self) -> "ListService":
        from summit_desk.services.lists import ListService

        return ListService(self.store, self.now)

    @cached_property
    def check_in(self) -> "CheckInService":
        from summit_desk.services.check_in import CheckInService

        return CheckInService(self.store, self.now)

    @cached_property
    def arrivals(self) -> "ArrivalService":
        from summit_desk.services.arrivals import ArrivalService

        return ArrivalService(self.store, self.check_in)

    @cached_property
    def attendance(self) -> "AttendanceService":
        from summit_desk.services.attendance import AttendanceService

        return AttendanceService(self.store, self.now)

    @cached_property
    def rehearsals(self) -> "RehearsalService":
        from summit_desk.services.rehearsals import RehearsalService

        return RehearsalService(self.store, self.now)

    @cached_property
    def station_locks(self) -> "StationLockService":
        from summit_desk.services.station_locks import StationLockService

        return StationLockService(self.store)

    @cached_property
    def sign_in(self) -> "SignInService":
        from summit_desk.services.sign_in import SignInService

        return SignInService(self.store, self.now)

    @cached_property
    def stations(self) -> "StationService":
        from summit_desk.services.stations import StationService

        return StationService(self.store, self.now)

    @cached_property
    def merging(self) -> "MergingService":
        from summit_desk.services.merging_stations import MergingService

        return MergingService(self.store, self.now)

    @cached_property
    def trips(self) -> "TripService":
        from summit_desk.services.trips import TripService

        return TripService(self.store, self.now)

    @cached_property
    def traveller_lists(self) -> "TravellerLists":
        from summit_desk.services.traveller_lists import TravellerLists

        return TravellerLists(self.store)

    @cached_property
    def trip_calendars(self) -> "TripCalendars":
        from summit_desk.services.trip_calendars import TripCalendars

        return TripCalendars(self.store)

    @cached_property
    def preflight(self) -> "PreflightService":
        from summit_desk.services.preflight import PreflightService

        return PreflightService(self.store, self.now)

    @cached_property
    def overview(self) -> "OverviewService":
        from summit_desk.services.overview import OverviewService

        return OverviewService(self.store, self.now)

    @cached_property
    def counts(self) -> "CountService":
        from summit_desk.services.counts import CountService

        return CountService(self.store, self.now)

    @cached_property
    def bulk(self) -> "BulkEditService":
        from summit_desk.services.bulk_edits import BulkEditService

        return BulkEditService(self.store, self.now)

    @cached_property
    def groups(self) -> "GroupService":
        from summit_desk.services.groups import GroupService

        return GroupService(self.store, self.now)

    @cached_property
    def waiting(self) -> "WaitingService":
        from summit_desk.services.waiting import WaitingService

        return WaitingService(self.store, self.now)

    @cached_property
    def event_lists(self) -> "EventListService":
        from summit_desk.services.event_lists import EventListService

        return EventListService(self.store, self.now)
