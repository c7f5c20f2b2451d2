"""Joins the actions on the selected attendees to the use cases."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.change import Change
from summit_desk.domain.key_list import KeyList
from summit_desk.domain.progress import Progress
from summit_desk.domain.records import AttendeeStatus
from summit_desk.support.i18n import _
from ui.attendees.screen import AttendeesScreen
from ui.kit.confirm import ask_yes_no
from ui.kit.desk import Desk
from ui.kit.form import Field, FormDialog, Tags, Values
from ui.kit.history import HistoryDialog

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from summit_desk.services.history import HistoryEntry

SURE_ABOVE = 20  # more than these are removed only after a question


class Batches(QObject):
    """Changes one or many attendees as one step."""

    def __init__(self, screen: AttendeesScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        menus, pane = screen.batch, screen.detail
        menus.category_chosen.connect(self.set_category)
        menus.status_chosen.connect(self.set_status)
        menus.forum_added.connect(self.add_forum)
        menus.forum_left.connect(self.leave_forum)
        menus.tags_asked.connect(self.ask_tags)
        menus.cancel_asked.connect(lambda: self.set_status(AttendeeStatus.CANCELLED))
        menus.removal_asked.connect(self.ask_removal)
        menus.history_asked.connect(self.show_history)
        pane.forum_added.connect(self.add_forum)
        pane.forum_left.connect(self.leave_forum)

    def set_category(self, category_id: UUID | None) -> None:
        """Give the selected attendees a category."""
        self._do(partial(self._services.attendees.set_category, category_id=category_id))

    def set_status(self, status: AttendeeStatus) -> None:
        """Give the selected attendees a status."""
        self._do(partial(self._services.attendees.set_status, status=status))

    def add_forum(self, forum_id: UUID) -> None:
        """Register the selected attendees for a forum."""
        self._do(partial(self._services.attendees.add_forum, forum_id=forum_id))

    def leave_forum(self, forum_id: UUID) -> None:
        """Take the selected attendees out of a forum."""
        self._do(partial(self._services.attendees.leave_forum, forum_id=forum_id))

    def ask_tags(self) -> None:
        """Ask which tags to add."""
        keys = self._screen.selected_keys()
        field = Field("tags", lambda: _("Tags"), Tags(), required=True)
        dialog = FormDialog(_("Add tags"), [field], {}, self._screen)

        def save(values: Values, progress: Progress) -> Change:
            given = values["tags"]
            tags = given if isinstance(given, tuple) else ()
            return self._services.attendees.add_tags(keys, tags, progress)

        dialog.save_long_through(self._desk, changing(len(keys)), save)
        dialog.open()

    def ask_removal(self) -> None:
        """Delete the selected registrations; many only after a question."""
        keys = self._screen.selected_keys()
        if len(keys) <= SURE_ABOVE:
            self._do(self._services.attendees.remove)
            return
        question = _("Delete {count} registrations?").format(count=f"{len(keys):,}")
        ask_yes_no(
            self._screen,
            question,
            _("Delete"),
            lambda: self._do(self._services.attendees.remove, keys),
            detail=_("The people stay in the file. Ctrl+Z takes this back."),
        )

    def show_history(self) -> None:
        """Show what happened to the attendee at the cursor, and to the person."""
        keys = self._screen.selected_keys()
        if not keys:
            return
        services = self._services

        def work() -> tuple[str, tuple["HistoryEntry", ...]]:
            detail = services.attendees.detail(keys[0])
            return detail.person.name, services.history.of(keys[0], detail.person.id)

        self._desk.run(work, self._open_history)

    def _open_history(self, found: tuple[str, tuple["HistoryEntry", ...]]) -> None:
        name, entries = found
        title = _("History of {name}").format(name=name)
        dialog = HistoryDialog(title, entries, self._screen)
        dialog.undo_asked.connect(self._undo)
        dialog.open()

    def _undo(self, changeset: UUID) -> None:
        history = self._services.history
        self._desk.run_long(
            _("Undo"),
            lambda progress: history.undo_changeset(changeset, progress),
            self._desk.publish,
        )

    def _do(self, change: Callable[..., Change], keys: KeyList | None = None) -> None:
        """Do `change(keys, progress=…)`."""
        chosen = self._screen.selected_keys() if keys is None else keys
        if chosen:
            self._desk.run_long(
                changing(len(chosen)),
                lambda progress: change(chosen, progress=progress),
                self._desk.publish,
            )


def changing(count: int) -> str:
    """Return what the window of a long change is called."""
    return _("Changing {count} attendees").format(count=f"{count:,}")
