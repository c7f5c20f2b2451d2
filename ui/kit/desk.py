"""The desk: what every presenter holds on to; runs use cases and tells everybody what changed."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import DeskError, Missing
from summit_desk.domain.progress import Cancelled, Progress
from summit_desk.domain.records import Event
from ui.kit.jobs import Job, Jobs, is_alive
from ui.kit.progress import ProgressWindow

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

Result = TypeVar("Result")

PATIENCE = 0.012  # seconds; nobody sees that a key is painted so much later


class News(QObject):
    """The desk's signals, apart from it: a QObject can't have an attribute named `event`."""

    changed = Signal(object)
    trouble = Signal(str)
    event_changed = Signal()
    event_lost = Signal()


class Desk:
    """One open summit file: the current event, one lane of work and the news of every change."""

    def __init__(self, services: "Services", event: Event | None = None) -> None:
        self._services = services
        self._news = News()
        self.changed = self._news.changed  # carries a Change, after the file holds it
        self.trouble = self._news.trouble  # the whole sentence of a known failure
        self.event_changed = self._news.event_changed  # another event, or its data changed
        self.event_lost = self._news.event_lost  # the last event of the file was removed
        self.jobs = Jobs()
        self._beside = Jobs(before=self.jobs)
        self._event = event
        self._lost = False
        self.changed.connect(self._follow_event)

    @property
    def event(self) -> Event:
        """The event that all screens show."""
        if self._event is None:
            message = "no event is open"
            raise RuntimeError(message)
        return self._event

    @property
    def event_id(self) -> UUID:
        """The key of the event that all screens show."""
        return self.event.id

    @property
    def has_event(self) -> bool:
        """Return whether there is an event to show."""
        return self._event is not None

    def show_event(self, event: Event) -> None:
        """Look at `event` from now on (or at its new data)."""
        self._lost = False
        if event != self._event:
            self._event = event
            self.event_changed.emit()

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object] | None = None,
        refused: Callable[[DeskError], object] | None = None,
        *,
        at_once: bool = False,
    ) -> Job:
        """Do `work` on the lane, then `then(result)` here.

        A DeskError goes to `refused`, or to everybody as `trouble`. With `at_once` the window
        waits a moment for an idle lane, so that what was typed and what it finds are painted
        together; two threads that work at the same time would hold each other up.
        """
        return self.jobs.start(
            lambda _progress: work(),
            then or _nothing,
            lambda problem: self._failed(problem, refused),
            patience=PATIENCE if at_once else 0.0,
        )

    def run_beside(
        self, work: Callable[[], Result], then: Callable[[Result], object] | None = None
    ) -> Job:
        """Read something that takes long on a lane of its own, so that nobody waits for it.

        Only for reading: what was saved meanwhile may or may not be seen.
        """
        return self._beside.start(
            lambda _progress: work(), then or _nothing, lambda problem: self._failed(problem, None)
        )

    def read_beside(
        self,
        work: Callable[[Progress], Result],
        then: Callable[[Result], object],
        refused: Callable[[DeskError], object] | None = None,
        stepped: Callable[[int, int], object] | None = None,
    ) -> Job:
        """Do `work(progress)` like `run_beside`; `stepped` hears how far it is.

        At each step it makes way for what somebody waits for. Whoever asks for something else
        meanwhile cancels the job that is returned.
        """

        def follow(told: object, done: int, total: int) -> None:
            if told is job and stepped is not None and is_alive(stepped):
                stepped(done, total)

        def ended(answer: Callable[[], object], call: Callable[..., object] | None) -> None:
            if stepped is not None:
                self._beside.stepped.disconnect(follow)
            if call is None or is_alive(call):
                answer()

        job = self._beside.start(
            work,
            lambda result: ended(lambda: then(result), then),
            lambda problem: ended(lambda: self._failed(problem, refused), refused),
        )
        if stepped is not None:
            self._beside.stepped.connect(follow)
        return job

    def idle(self) -> bool:
        """Return whether nothing runs, waits or is about to be answered."""
        return self.jobs.idle() and self._beside.idle()

    def run_long(
        self,
        title: str,
        work: Callable[[Progress], Result],
        then: Callable[[Result], object] | None = None,
        refused: Callable[[DeskError], object] | None = None,
        given_up: Callable[[], object] | None = None,
    ) -> Job:
        """Do `work(progress)` like `run`; a window with Cancel appears after 600 ms.

        `given_up()` is called when it was cancelled there.
        """
        window = ProgressWindow(title)

        def done(result: Result) -> None:
            window.end()
            (then or _nothing)(result)

        def failed(problem: Exception) -> None:
            window.end()
            if isinstance(problem, Cancelled) and given_up is not None:
                given_up()
            self._failed(problem, refused)

        job = self.jobs.start(work, done, failed, title)
        window.follow(self.jobs, job)
        return job

    def publish(self, change: Change) -> None:
        """Tell every screen what changed (the window also shows it, with Undo)."""
        self.changed.emit(change)

    def close(self) -> None:
        """End the lanes; must precede deletion."""
        self._beside.close()
        self.jobs.close()

    def _follow_event(self, change: Change) -> None:
        if self._event is not None and Topic.EVENT in change.topics:
            self.run(self._find_event, self._show_found)

    def _find_event(self) -> Event | None:
        known = self._services.events.events()
        return next((one for one in known if one.id == self.event_id), next(iter(known), None))

    def _show_found(self, event: Event | None) -> None:
        if event is not None:
            self.show_event(event)
        else:
            self._lost = True
            self.event_lost.emit()

    def _failed(self, problem: Exception, refused: Callable[[DeskError], object] | None) -> None:
        if isinstance(problem, Cancelled):
            return
        if isinstance(problem, DeskError):
            (refused or self._tell)(problem)
            return
        sys.excepthook(type(problem), problem, problem.__traceback__)

    def _tell(self, problem: DeskError) -> None:
        if not (self._lost and isinstance(problem, Missing)):  # screens that ask for it still
            self.trouble.emit(str(problem))


def concerns(change: Change, *topics: Topic) -> bool:
    """Return whether `change` touches one of `topics`."""
    return not change.topics.isdisjoint(topics)


def _nothing(_result: object) -> None:
    """Need nothing more."""
