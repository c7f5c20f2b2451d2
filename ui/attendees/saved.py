"""Joins the saved filters of the screen of attendees to their use cases."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from summit_desk.domain.attendee_lists import Addresses, AttendeeFilter
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.saved_filters import LONGEST_NAME, NamedFilter
from summit_desk.support.i18n import _
from ui.attendees.filter_fields import filter_fields, filter_of, filter_values
from ui.attendees.manage_filters import ManageFilters
from ui.attendees.screen import AttendeesScreen
from ui.kit.choice_inputs import Option
from ui.kit.confirm import tell
from ui.kit.desk import Desk, concerns
from ui.kit.form import Field, FormDialog, Line, Values

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services


class SavedFilters(QObject):
    """Offers, saves and keeps filters; opens the form of all conditions."""

    def __init__(self, screen: AttendeesScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._saved: Sequence[NamedFilter] = ()
        self._manager: ManageFilters | None = None
        menu = screen.saved
        menu.filter_chosen.connect(self.show_filter)
        menu.saving_asked.connect(self.ask_name)
        menu.overwriting_asked.connect(self.overwrite)
        menu.managing_asked.connect(self.manage)
        menu.building_asked.connect(self.build)
        menu.emails_asked.connect(lambda: self.copy_addresses(None))
        screen.batch.emails_asked.connect(lambda: self.copy_addresses(screen.selected_keys()))
        screen.filters.building_asked.connect(self.build)
        desk.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Offer the event's saved filters at once, and count them when there is time."""
        event_id, filters = self._desk.event_id, self._services.filters

        def shown(saved: Sequence[NamedFilter]) -> None:
            self._show(saved)
            if saved:
                self._desk.run_beside(lambda: filters.counted(event_id), self._show)

        self._desk.run(lambda: filters.all(event_id), shown)

    def show_filter(self, wanted: AttendeeFilter) -> None:
        """Ask the list for something else."""
        self._screen.filters.show_filter(wanted)
        self._screen.filters.changed.emit()

    def build(self) -> None:
        """Open the form of all conditions."""
        filters = self._screen.filters
        before = filters.wanted()
        dialog = FormDialog(
            _("More filters"),
            filter_fields(filters.choices(), self._find_unit),
            filter_values(before, filters.choices()),
            self._screen,
            save=_("Show these attendees"),
        )

        def apply(values: Values) -> None:
            dialog.accept()
            self.show_filter(filter_of(values, before))

        dialog.submitted.connect(apply)
        dialog.open()

    def _find_unit(self, text: str, then: Callable[[Sequence[Option]], object]) -> None:
        self._desk.run(lambda: self._services.people.organisations(text), then)

    def ask_name(self) -> None:
        """Save what the list asks for under a new name."""
        wanted, event_id = self._screen.wanted(), self._desk.event_id
        field = _name_field()
        dialog = FormDialog(_("Save this filter"), [field], {}, self._screen)
        dialog.save_through(
            self._desk,
            lambda values: self._services.filters.save(event_id, str(values["name"]), wanted),
        )
        dialog.accepted.connect(lambda: self._screen.saved.keep(None))
        dialog.open()

    def overwrite(self, key: UUID) -> None:
        """Let the saved filter ask for what the list asks for now."""
        wanted = self._screen.wanted()
        self._do(partial(self._services.filters.overwrite, key, wanted))

    def manage(self) -> None:
        """Open the dialog that renames, deletes and orders."""
        dialog = self._manager = ManageFilters(self._screen)
        dialog.show_saved(self._saved, self._screen.filters.choices())
        dialog.renaming_asked.connect(self._ask_new_name)
        dialog.removal_asked.connect(
            lambda key: self._do(partial(self._services.filters.remove, key))
        )
        dialog.reordered.connect(self._reorder)
        dialog.finished.connect(self._on_managed)
        dialog.open()

    def copy_addresses(self, keys: Sequence[UUID] | None) -> None:
        """Put the addresses of these attendees, or of all that are listed, on the clipboard."""
        event_id, wanted, services = self._desk.event_id, self._screen.wanted(), self._services

        def work() -> Addresses:
            found = services.attendees.found(event_id, wanted).keys if keys is None else keys
            return services.filters.addresses(found)

        self._desk.run(work, self._show_addresses)

    def _show_addresses(self, found: Addresses) -> None:
        if not found.emails:
            tell(self._screen, _("None of these people has an e-mail address; nothing was copied."))
            return
        QGuiApplication.clipboard().setText("; ".join(found.emails))
        count, without = f"{len(found.emails):,}", f"{found.without:,}"
        text = _("{count} e-mail addresses are on the clipboard.").format(count=count)
        if found.without:
            rest = _("{count} of these people have none.").format(count=without)
            text = f"{text} {rest}"
        tell(self._screen, text)

    def _ask_new_name(self, one: NamedFilter) -> None:
        values = {"name": one.name}
        dialog = FormDialog(_("Rename the filter"), [_name_field()], values, self._manager)
        dialog.save_through(
            self._desk, lambda given: self._services.filters.rename(one.id, str(given["name"]))
        )
        dialog.open()

    def _reorder(self, keys: Sequence[UUID]) -> None:
        self._do(partial(self._services.filters.reorder, self._desk.event_id, tuple(keys)))

    def _do(self, change: "partial[Change]") -> None:
        self._desk.run(change, self._desk.publish)

    def _show(self, saved: Sequence[NamedFilter]) -> None:
        self._saved = saved
        self._screen.saved.show_saved(saved)
        self._screen.saved.show_wanted(self._screen.wanted())
        if self._manager is not None:
            self._manager.show_saved(saved, self._screen.filters.choices())

    def _on_managed(self) -> None:
        self._manager = None

    def _on_changed(self, change: Change) -> None:
        if concerns(change, Topic.SETTINGS):
            self.reload()


def _name_field() -> Field:
    return Field("name", lambda: _("Name"), Line(longest=LONGEST_NAME), required=True)
