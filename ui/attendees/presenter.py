"""Joins the screen of attendees to the use cases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from summit_desk.domain.attendee_lists import (
    BEST_FIRST,
    AttendeeChoices,
    AttendeeFilter,
    AttendeeList,
    AttendeeRow,
    Named,
    Order,
)
from summit_desk.domain.change import Change, Topic
from ui.attendees.batches import Batches
from ui.attendees.bulk_forms import BulkForms
from ui.attendees.column_memory import ColumnMemory
from ui.attendees.duplicates import Duplicates
from ui.attendees.forms import AttendeeForms
from ui.attendees.groups import Groups
from ui.attendees.pane import Pane
from ui.attendees.persons import Persons
from ui.attendees.saved import SavedFilters
from ui.attendees.screen import AttendeesScreen
from ui.attendees.waiting_lists import WaitingLists
from ui.kit.desk import Desk, concerns
from ui.kit.look import Look
from ui.kit.paged import PAGE

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from ui.kit.jobs import Job

REST_AFTER_MS = 120  # nor typing all keys of a long list
UNSEEN_AFTER_MS = 60
WARM_AFTER_MS = 400
COUNTS_AFTER_MS = 250

First = tuple[AttendeeList, Sequence[AttendeeRow]]
Bring = Callable[[Sequence[AttendeeRow]], object]


class AttendeesPresenter(QObject):
    """Shows the first page at once, and what takes longer when the person pauses."""

    def __init__(
        self,
        screen: AttendeesScreen,
        services: "Services",
        desk: Desk,
        look: Look | None = None,
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._service = services.attendees
        self.forms = AttendeeForms(screen, services, desk)
        self.batches = Batches(screen, services, desk)
        self.bulk = BulkForms(screen, services, desk)
        self.groups = Groups(screen, services, desk)
        self.waiting = WaitingLists(screen, services, desk)
        self.saved = SavedFilters(screen, services, desk)
        self.columns = ColumnMemory(screen.columns, desk, look)
        self.duplicates = Duplicates(screen, services, desk)
        self.persons = Persons(screen, services, desk)
        self._order = BEST_FIRST
        self._choices = AttendeeChoices()
        self._head: dict[UUID, AttendeeRow] = {}  # the rows that are seen first
        self._took = 0.0  # seconds until they were found
        self._counted: AttendeeFilter | None = None  # what the figures were asked for
        self._unasked: tuple[AttendeeFilter, Order, First] | None = None
        self._asked = 0  # answers to an older question are dropped
        self._rest: Job | None = None  # the rest of a long list that is being found
        self._rest_later = self._after(REST_AFTER_MS, self._load_rest)
        self._unseen: list[tuple[Sequence[UUID], Bring]] = []
        self._unseen_later = self._after(UNSEEN_AFTER_MS, self._load_unseen)
        self._warm_later = self._after(WARM_AFTER_MS, self._warm)
        self._counts_later = self._after(COUNTS_AFTER_MS, self._load_counts)
        self.pane = Pane(screen, services, desk, lambda: self._choices)
        self._connect()
        if desk.has_event:
            self.reload()
            self._warm_later.start()

    def reload(self) -> None:
        """Show the event's attendees as the filters say."""
        self._unasked, self._head = None, {}
        self.columns.recall()
        self.search()
        event_id = self._desk.event_id
        self._desk.run(lambda: self._service.choices(event_id), self._show_choices)
        self.saved.reload()
        self._counts_later.start()

    def search(self, *, at_once: bool = False) -> None:
        """Find again, the first page with its rows; `at_once` while somebody types."""
        self._asked += 1
        asked, event_id, order = self._asked, self._desk.event_id, self._order
        wanted = self._screen.wanted()
        self._make_way()
        if self._unasked is not None and self._unasked[:2] == (wanted, order):
            self._show_first(wanted, *self._unasked[2])
            return
        extras, seen = self._screen.columns.extras(), self._screen.rows_in_sight()
        first = -(-seen // PAGE) * PAGE  # whole pages: the list goes on from there

        held = {} if extras else self._head  # most who are seen are seen with the next key, too

        def work() -> First | None:
            if asked != self._asked:  # a newer key was pressed while this one waited
                return None
            found = self._service.found(event_id, wanted, order, first)
            keys = list(found.keys[:seen])
            fresh = self._service.rows([key for key in keys if key not in held], extras=extras)
            rows = held | {row.id: row for row in fresh}
            return found, [rows[key] for key in keys if key in rows]

        def arrived(first: First | None) -> None:
            if asked == self._asked and first is not None:
                self._show_first(wanted, *first)

        self._desk.run(work, arrived, at_once=at_once)

    def fetch(self, keys: Sequence[UUID], then: Bring) -> None:
        """Bring the rows of a page: those in sight at once, the others when they are painted."""
        extras = self._screen.columns.extras()
        held = [row for key in keys if (row := self._head.get(key)) is not None]
        if extras and any(row.extra is None for row in held):
            held = []  # brought before these columns were chosen
        if held:
            self._bring(keys, held, then)
            return
        sight = self._screen.keys_in_sight()
        seen = [key for key in keys if key in sight] or keys
        self._desk.run(
            lambda: self._service.rows(seen, extras=extras),
            lambda rows: self._bring(keys, rows, then),
            at_once=True,
        )

    def _bring(self, keys: Sequence[UUID], rows: Sequence[AttendeeRow], then: Bring) -> None:
        """Hand over what is here; the rest of the page follows."""
        then(rows)
        if len(rows) < len(keys):
            self._unseen.append((keys, then))
            self._unseen_later.start()

    def _load_unseen(self) -> None:
        """Bring the pages of which only a part is here."""
        extras, pages = self._screen.columns.extras(), tuple(self._unseen)
        self._unseen.clear()
        for keys, then in pages:
            self._desk.run(partial(self._service.rows, keys, extras=extras), then)

    def _warm(self) -> None:
        """Search once in vain, so that the first key finds everything loaded."""
        event_id, service = self._desk.event_id, self._service
        seen = self._screen.model.ids()[: self._screen.rows_in_sight()]

        def work() -> None:
            service.found(event_id, AttendeeFilter(text="w"), limit=1)
            service.found(event_id, AttendeeFilter(text="0 warm"), limit=1)
            service.rows(seen)

        self._desk.run_beside(work)

    def _connect(self) -> None:
        screen, desk = self._screen, self._desk
        screen.rows_asked.connect(self.fetch)
        screen.model.leaving.connect(self._unseen.clear)
        screen.filter_changed.connect(self._on_filter_changed)
        screen.sort_changed.connect(self._on_sort_changed)
        screen.adding_asked.connect(self.forms.add)
        screen.batch.editing_asked.connect(self._edit)
        screen.batch.duplicates_asked.connect(self.duplicates.find)
        screen.batch.merge_asked.connect(
            lambda: self.duplicates.compare(list(screen.selected_keys()))
        )
        desk.changed.connect(self._on_changed)
        desk.event_changed.connect(self._on_event_changed)

    def _after(self, pause: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=pause)
        timer.timeout.connect(call)
        return timer

    def _show_choices(self, choices: AttendeeChoices) -> None:
        self._choices = replace(choices, organisations=self._choices.organisations)
        self._screen.show_choices(self._choices)

    def _show_units(self, units: Sequence[Named]) -> None:
        self._choices = replace(self._choices, organisations=units)
        self._screen.show_choices(self._choices)

    def _show_first(
        self, wanted: AttendeeFilter, found: AttendeeList, rows: Sequence[AttendeeRow]
    ) -> None:
        self._head, self._took = {row.id: row for row in rows}, found.took
        self._remember_unasked(wanted, found, rows)
        self._screen.show_keys(found.keys)
        self._screen.show_found(wanted.text, rows[0].name if rows else "", found)
        if not found.complete:
            self._rest_later.start()

    def _remember_unasked(
        self, wanted: AttendeeFilter, found: AttendeeList, rows: Sequence[AttendeeRow]
    ) -> None:
        """Keep the list that is shown while nothing is typed: clearing the field shows it again."""
        if not wanted.text:
            self._unasked = (wanted, self._order, (found, rows))

    def _load_rest(self) -> None:
        asked, event_id, order = self._asked, self._desk.event_id, self._order
        wanted = self._screen.wanted()

        def arrived(found: AttendeeList) -> None:
            if asked == self._asked:
                first = self._head.get(found.keys[0]) if found.keys else None
                self._remember_unasked(wanted, found, tuple(self._head.values()))
                self._screen.show_keys(found.keys)
                whole = replace(found, took=self._took)  # what somebody waited for
                self._screen.show_found(wanted.text, first.name if first else "", whole)

        self._rest = self._desk.read_beside(
            lambda progress: self._service.found(event_id, wanted, order, progress=progress),
            arrived,
        )

    def _load_counts(self) -> None:
        """Count without the text: the chips say what there is, the note what was found."""
        event_id, wanted = self._desk.event_id, replace(self._screen.wanted(), text="")
        self._counted = wanted
        service = self._service
        show = self._screen.filters.show_counts
        self._desk.run_beside(lambda: service.counts(event_id, wanted), show)
        self._desk.run_beside(lambda: service.units(event_id), self._show_units)

    def _edit(self) -> None:
        if self.pane.selected is not None:
            self.forms.edit(self.pane.selected)

    def _make_way(self) -> None:
        """Put off what belongs to the list that is about to go: the next key comes first."""
        self._rest_later.stop()
        if self._rest is not None:
            self._rest.cancel()
        if self._unseen:
            self._unseen_later.start()
        self.pane.make_way()

    def _on_filter_changed(self) -> None:
        self.search(at_once=True)
        if replace(self._screen.wanted(), text="") != self._counted:  # figures leave the text out
            self._counts_later.start()

    def _on_sort_changed(self, order: Order) -> None:
        self._order = order
        self.search()

    def _on_event_changed(self) -> None:
        self.pane.forget()
        self._screen.filters.clear()
        self._screen.saved.show_wanted(self._screen.wanted())
        self.reload()

    def _on_changed(self, change: Change) -> None:
        shows_arrivals = self._screen.wanted().checked_in is not None
        if concerns(change, Topic.ATTENDEES, Topic.PEOPLE, Topic.AGENDA, Topic.EVENT) or (
            shows_arrivals and concerns(change, Topic.CHECK_IN)
        ):
            self.pane.forget()
            self.reload()
            self.pane.load()
