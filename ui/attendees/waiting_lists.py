"""Joins the window of the waiting lists to the use cases."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from summit_desk.domain.attendee_lists import AttendeeChoices
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.waiting import Waiter, WaitingList
from summit_desk.support.i18n import _, in_words
from ui.attendees.screen import AttendeesScreen
from ui.attendees.waiting_window import WaitingWindow
from ui.kit.confirm import ask_yes_no
from ui.kit.desk import Desk, concerns

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services


class WaitingLists(QObject):
    """Opens the window of the waiting lists and gives seats, there and in the pane."""

    def __init__(self, screen: AttendeesScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self.window: WaitingWindow | None = None
        screen.tools.waiting_asked.connect(self.ask)
        screen.detail.seat_asked.connect(self._give_in_pane)
        screen.detail.waiting_asked.connect(screen.batch.waiting_chosen)
        desk.changed.connect(self._on_changed)

    def ask(self) -> None:
        """Read the forums and open the window."""
        event_id, attendees = self._desk.event_id, self._services.attendees
        self._desk.run(lambda: attendees.choices(event_id), self._open)

    def _open(self, choices: AttendeeChoices) -> None:
        self.window = window = WaitingWindow(choices.forums, self._screen)
        window.forum_chosen.connect(lambda _key: self._reload())
        window.moved.connect(self._move)
        window.seat_asked.connect(self._give)
        window.leaving_asked.connect(self._take_out)
        self._reload()
        window.open()

    def _reload(self) -> None:
        window, waiting = self.window, self._services.waiting
        if window is None or not isValid(window):
            return
        key = window.key()
        if isinstance(key, UUID):
            self._desk.run(lambda: waiting.line(key), self._show)

    def _show(self, found: WaitingList) -> None:
        if self.window is not None and isValid(self.window):
            self.window.show_list(found)

    def _move(self, one: object, by: int) -> None:
        window, waiting = self.window, self._services.waiting
        if isinstance(one, Waiter) and window is not None and window.shown is not None:
            forum = window.shown.forum.id
            self._do(lambda: waiting.move(forum, one.attendee_id, by))

    def _give(self, one: object) -> None:
        window = self.window
        if isinstance(one, Waiter) and window is not None and window.shown is not None:
            self._ask_seat(window, window.shown, one.attendee_id, one.name)

    def _take_out(self, one: object) -> None:
        window, attendees = self.window, self._services.attendees
        if isinstance(one, Waiter) and window is not None and window.shown is not None:
            forum = window.shown.forum.id
            self._do(lambda: attendees.leave_forum([one.attendee_id], forum))

    def _give_in_pane(self, forum_id: UUID) -> None:
        keys, waiting = list(self._screen.selected_keys()), self._services.waiting
        if keys:
            self._desk.run(
                lambda: waiting.line(forum_id),
                lambda found: self._ask_seat(self._screen, found, keys[0], ""),
            )

    def _ask_seat(self, parent: QWidget, found: WaitingList, attendee_id: UUID, name: str) -> None:
        waiting, forum = self._services.waiting, found.forum

        def give() -> None:
            self._do(lambda: waiting.give_seats([attendee_id], forum.id))

        if not found.is_full:
            give()
            return
        called = {one.attendee_id: one.name for one in found.waiters}
        ask_yes_no(
            parent,
            _("Give {name} a seat in {forum} although it is full?").format(
                name=name or called.get(attendee_id, ""),
                forum=in_words(forum.name, forum.name_other),
            ),
            _("Give a seat now"),
            give,
            detail=_("{seated} of {seats} seats are taken.").format(
                seated=f"{found.seated:,}", seats=f"{found.seats:,}"
            ),
        )

    def _do(self, work: Callable[[], Change]) -> None:
        self._desk.run(work, self._desk.publish)

    def _on_changed(self, change: Change) -> None:
        if concerns(change, Topic.ATTENDEES, Topic.AGENDA):
            self._reload()
