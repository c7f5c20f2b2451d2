"""Joins the choices of an attendance list to the use cases, and shows what it will be."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.documents.sheets import BookPreview, SheetPreview
from summit_desk.domain.errors import DeskError
from summit_desk.support.i18n import _
from ui.documents.screen import DocumentsScreen
from ui.documents.work import Order, Work
from ui.kit.desk import Desk, concerns

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from ui.kit.jobs import Job

WATCHED = (Topic.CHECK_IN, Topic.EVENT, Topic.AGENDA, Topic.SETTINGS)


class AttendancePresenter(QObject):
    """Reads all scans of the points chosen, which takes its time in a large file."""

    def __init__(
        self,
        screen: DocumentsScreen,
        services: "Services",
        desk: Desk,
        show: Callable[[BookPreview], object],
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._show = show
        self._work = Work(services)
        self._reading: Job | None = None
        self._asked = 0
        desk.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Offer the event's points."""
        event_id, attendance = self._desk.event_id, self._services.attendance
        self._desk.run(lambda: attendance.points(event_id), self._screen.attendance.show_points)

    def preview(self, order: Order) -> None:
        """Show the first lines of the list; what was asked for before is given up."""
        self.give_up()
        self._screen.show_reading(_("Reading the scans…"))
        self._reading = self._desk.read_beside(
            lambda progress: self._work.attended(order, progress),
            partial(self._shown, self._asked),
            partial(self._refused, self._asked),
            partial(self._stepped, self._asked),
        )

    def give_up(self) -> None:
        """End a reading that nobody waits for any more."""
        self._asked += 1
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _shown(self, asked: int, previews: Sequence[SheetPreview]) -> None:
        if asked != self._asked:
            return
        if previews:
            self._show(BookPreview.of(previews))
        else:
            self._screen.show_nothing(_("No sheet is chosen, or nobody has come anywhere yet."))

    def _refused(self, asked: int, problem: DeskError) -> None:
        if asked == self._asked:
            self._screen.show_nothing(str(problem))

    def _stepped(self, asked: int, done: int, total: int) -> None:
        if asked == self._asked:
            share = f"{done / max(total, 1):.0%}"
            self._screen.show_note(_("Reading the scans: {share}").format(share=share))

    def _on_changed(self, change: Change) -> None:
        if change.changeset is not None and concerns(change, *WATCHED):  # a scan is no change
            self.reload()
