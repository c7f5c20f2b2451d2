"""Fills the pane of the attendee who is selected: what is known at once, the badge in a pause."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from summit_desk.domain.attendee_detail import AttendeeDetail
from summit_desk.domain.attendee_lists import AttendeeChoices
from summit_desk.domain.errors import DeskError
from ui.attendees.screen import AttendeesScreen
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from summit_desk.services.documents import DocumentService

DETAIL_AFTER_MS = 60  # holding the arrow key down must not load every pane
BADGE_AFTER_MS = 150
BADGE_TYPING_MS = 700  # not between two keys
BADGE_IDLE_MS = 1_500  # in a large file: drawing a badge loads fonts and much else
LARGE = 2_000


class Pane(QObject):
    """Follows the cursor of the list."""

    def __init__(
        self,
        screen: AttendeesScreen,
        services: "Services",
        desk: Desk,
        choices: Callable[[], AttendeeChoices],
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._choices = choices
        self._turn = 0  # goes on with every list that is asked for
        self.selected: UUID | None = None
        self._shown: UUID | None = None  # whom the pane shows as they are now
        self._detail_later = self._after(DETAIL_AFTER_MS, self._load_detail)
        self._badge_later = self._after(BADGE_AFTER_MS, self._load_badge)
        screen.attendee_selected.connect(self._on_selected)

    def forget(self) -> None:
        """What is shown may have changed: load it again even if the same person stays."""
        self._shown = None

    def load(self) -> None:
        """Show again whoever is selected."""
        self._detail_later.start()

    def make_way(self) -> None:
        """Put off what waits: another list was asked for, and comes first."""
        self._turn += 1
        for timer in (self._detail_later, self._badge_later):
            if timer.isActive():
                timer.start()

    def _after(self, pause: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=pause)
        timer.timeout.connect(call)
        return timer

    def _on_selected(self, key: UUID | None) -> None:
        self.selected = key
        if key is not None and key == self._shown:  # a longer list, the same person
            self._screen.show_pane()
        else:
            self._detail_later.start()

    def _load_detail(self) -> None:
        key, turn, service = self.selected, self._turn, self._services.attendees
        if key is None:
            return

        def work() -> AttendeeDetail | None:
            return service.detail(key) if turn == self._turn else None

        self._desk.run(work, self._show_detail, _gone)

    def _show_detail(self, detail: AttendeeDetail | None) -> None:
        if detail is None:
            self._detail_later.start()  # a key was pressed meanwhile
        elif detail.id == self.selected:
            self._shown = detail.id
            self._screen.show_detail(detail, self._choices())
            self._badge_later.start(self._pause())

    def _pause(self) -> int:
        """Return after how long a rest the badge is drawn."""
        if self._screen.filters.search.hasFocus():
            return BADGE_TYPING_MS
        soon = self._screen.table.hasFocus() or self._screen.model.rowCount() < LARGE
        return BADGE_AFTER_MS if soon else BADGE_IDLE_MS

    def _load_badge(self) -> None:
        key, documents = self.selected, self._services.documents
        if key is not None:
            self._desk.run_beside(
                lambda: _badge(documents, key), lambda content: self._show_badge(key, content)
            )

    def _show_badge(self, key: UUID, content: bytes) -> None:
        if key == self.selected:
            self._screen.show_badge(content)


def _badge(documents: "DocumentService", key: UUID) -> bytes:
    """Return the badge; none while a character or a size stops it, which the print run tells."""
    try:
        return documents.badge_preview(key)
    except DeskError:
        return b""


def _gone(_problem: object) -> None:
    """Somebody was removed while the pane was about to show them: the list says so already."""
