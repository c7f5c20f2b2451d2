"""Joins the window of forums and rooms to the use cases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from shiboken6 import isValid

from summit_desk.domain.agenda_view import AgendaView
from summit_desk.domain.change import Change
from summit_desk.domain.records import Forum, Room
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _, in_words
from ui.agenda.forum_forms import forum_fields, room_fields
from ui.agenda.forums import ForumsDialog
from ui.agenda.screen import AgendaScreen
from ui.kit.choice_inputs import Option
from ui.kit.colour_input import SWATCHES
from ui.kit.confirm import ask_yes_no
from ui.kit.desk import Desk
from ui.kit.form import Field, FormDialog, Values

if TYPE_CHECKING:
    from typing import Any

FORUM = (
    "name",
    "name_other",
    "kind",
    "colour",
    "room_id",
    "capacity",
    "host_organisation_id",
    "intro",
    "intro_other",
)
ROOM = ("name", "name_other", "floor", "capacity")


class ForumsPresenter(QObject):
    """Opens the window of forums and rooms and answers what is asked there."""

    def __init__(self, screen: AgendaScreen, services: Services, desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._dialog: ForumsDialog | None = None
        self._view: AgendaView | None = None
        screen.actions_by_name["forums"].triggered.connect(lambda _on: self.open())
        screen.forum_shown.connect(self.open)

    def show_agenda(self, view: AgendaView) -> None:
        """Show the forums and rooms of an agenda in the window, if it is open."""
        self._view = view
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.show_agenda(view)

    def open(self, forum_id: UUID | None = None) -> None:
        """Open the window, at a forum."""
        if self._view is None:
            return
        dialog = ForumsDialog(self._view, self._screen)
        dialog.forums.new_asked.connect(self._add_forum)
        dialog.forums.opened.connect(self._edit_forum)
        dialog.forums.removal_asked.connect(self._ask_removal)
        dialog.forums.order_asked.connect(self._order_forums)
        dialog.rooms.order_asked.connect(self._order_rooms)
        dialog.rooms.new_asked.connect(self._add_room)
        dialog.rooms.opened.connect(self._edit_room)
        dialog.rooms.removal_asked.connect(self._ask_removal)
        if not self._view.rooms:
            dialog.tabs.setCurrentWidget(dialog.rooms)
        if forum_id is not None:
            dialog.forums.table.select(forum_id)
        self._dialog = dialog
        dialog.open()

    def _add_forum(self) -> None:
        if self._view is not None:
            colour = SWATCHES[len(self._view.forums) % len(SWATCHES)]
            self._edit_forum(Forum(event_id=self._view.event.id, name="", colour=colour))

    def _edit_forum(self, forum: Forum | None) -> None:
        if forum is None or self._view is None:
            return
        values = {name: getattr(forum, name) for name in FORUM}
        if forum.host_organisation_id is not None:  # a lookup starts with key and name
            host = (forum.host_organisation_id, self._view.host_name(forum))
            values["host_organisation_id"] = host
        self._open_form(
            _("Edit forum") if forum.name else _("New forum"),
            forum_fields(self._view.rooms, self._find_organisation),
            values,
            lambda entered: self._services.agenda.save_forum(
                replace(forum, **{name: entered[name] for name in FORUM})
            ),
        )

    def _add_room(self) -> None:
        if self._view is not None:
            at = len(self._view.rooms)
            self._edit_room(Room(event_id=self._view.event.id, name="", position=at))

    def _edit_room(self, room: Room | None) -> None:
        if room is None:
            return
        self._open_form(
            _("Edit room") if room.name else _("New room"),
            room_fields(),
            {name: getattr(room, name) for name in ROOM},
            lambda entered: self._services.events.save(
                replace(room, **{name: entered[name] for name in ROOM})
            ),
        )

    def _open_form(
        self,
        title: str,
        fields: Sequence[Field],
        values: Values,
        save: Callable[["dict[str, Any]"], Change],
    ) -> None:
        parent = self._dialog if self._dialog and isValid(self._dialog) else self._screen
        form = FormDialog(title, fields, values, parent)
        form.save_through(self._desk, save)
        form.open()

    def _ask_removal(self, thing: Forum | Room | None) -> None:
        if thing is None:
            return
        name = in_words(thing.name, thing.name_other)
        if isinstance(thing, Forum):
            detail = _("Its sessions stay; registrations for it are removed. Undo brings all back.")
            call = partial(self._services.agenda.remove_forum, thing.id)
        else:
            detail = _("Its sessions stay and wait for another room. Undo brings it back.")
            call = partial(self._services.events.remove, Room, thing.id)
        ask_yes_no(
            self._dialog or self._screen,
            _("Delete “{name}”?").format(name=name),
            _("Delete"),
            lambda: self._desk.run(call, self._desk.publish),
            detail=detail,
        )

    def _order_forums(self, keys: Sequence[UUID]) -> None:
        self._desk.run(lambda: self._services.agenda.order_forums(keys), self._desk.publish)

    def _order_rooms(self, keys: Sequence[UUID]) -> None:
        self._desk.run(lambda: self._services.agenda.order_rooms(keys), self._desk.publish)

    def _find_organisation(self, text: str, then: Callable[[Sequence[Option]], object]) -> None:
        self._desk.run(lambda: self._services.people.organisations(text), then)
