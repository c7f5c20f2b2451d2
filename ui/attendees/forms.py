"""Opens the form of an attendee, new or known, and saves what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.attendee_detail import AttendeeDetail
from summit_desk.domain.attendee_lists import AttendeeChoices
from summit_desk.domain.change import Change
from summit_desk.domain.errors import Problem
from summit_desk.domain.event_lists import EventLists
from summit_desk.domain.records import CustomField
from summit_desk.domain.registration import Registration
from summit_desk.support.i18n import _
from ui.attendees.form import fields
from ui.attendees.form_groups import Offers
from ui.attendees.form_values import registration_of, values_of
from ui.attendees.screen import AttendeesScreen
from ui.kit.desk import Desk
from ui.kit.form import FormDialog, Values
from ui.kit.form_hints import FormHints

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services


@dataclass(frozen=True)
class _Start:
    """What a form needs before it can open."""

    detail: AttendeeDetail
    choices: AttendeeChoices
    custom: tuple[CustomField, ...]
    lists: EventLists


class AttendeeForms(QObject):
    """The dialogs that add and edit."""

    def __init__(self, screen: AttendeesScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk

    def add(self) -> None:
        """Ask for a new attendee."""
        event_id = self._desk.event_id
        attendees = self._services.attendees
        self._desk.run(lambda: self._start(attendees.draft(event_id)), self._open_new)

    def edit(self, attendee_id: UUID) -> None:
        """Show the form of an attendee."""
        attendees = self._services.attendees
        self._desk.run(lambda: self._start(attendees.detail(attendee_id)), self._open_known)

    def _start(self, detail: AttendeeDetail) -> _Start:
        event_id = detail.attendee.event_id
        custom = self._services.events.fields(event_id)
        choices = self._services.attendees.choices(event_id)
        return _Start(detail, choices, custom, self._services.event_lists.lists(event_id))

    def _open_known(self, start: _Start) -> None:
        title = _("Edit {name}").format(name=start.detail.person.name)
        dialog = self._dialog(title, start, new=False)
        unshown = _portrait_unshown(dialog, start.detail)

        def save(values: Values) -> Change:
            given = registration_of(values, start.detail, start.custom, keep_portrait=unshown)
            return self._services.attendees.edit(given)

        def doubt(values: Values) -> Sequence[Problem]:
            given = registration_of(values, start.detail, start.custom)
            return self._services.attendees.doubts(given)

        dialog.save_through(self._desk, save)
        FormHints(dialog, self._desk, doubt)
        dialog.open()

    def _open_new(self, start: _Start) -> None:
        dialog = self._dialog(_("Add attendee"), start, new=True)
        _NewPerson(dialog, start, self._services, self._desk)
        dialog.open()

    def _dialog(self, title: str, start: _Start, *, new: bool) -> FormDialog:
        people, desk, event_id = self._services.people, self._desk, start.detail.attendee.event_id
        attendees = self._services.attendees
        offers = Offers(
            start.choices.categories,
            start.choices.forums,
            start.custom,
            lambda text, then: desk.run(lambda: people.options(text), then),
            lambda text, then: desk.run(lambda: people.organisations(text), then),
            lambda text, then: desk.run(lambda: attendees.options(event_id, text), then),
            lambda text, then: desk.run(lambda: attendees.names(event_id, text), then),
            start.choices.groups,
            start.lists,
            [stay.forum for stay in start.detail.stays],
        )
        values = values_of(start.detail, start.custom)
        return FormDialog(title, fields(offers, new=new), values, self._screen)


class _NewPerson(QObject):
    """Watches the name of a new attendee: a known person's data comes along."""

    def __init__(self, dialog: FormDialog, start: _Start, services: "Services", desk: Desk) -> None:
        super().__init__(dialog)
        self._dialog, self._services, self._desk = dialog, services, desk
        self._custom = start.custom
        self._blank = self._before = start.detail
        self._unshown = False
        dialog.inputs["name"].changed.connect(self._on_name)
        dialog.save_through(desk, self._save)
        FormHints(dialog, desk, self._doubt)

    def _on_name(self) -> None:
        known = self._dialog.inputs["name"].value()
        if not isinstance(known, UUID):
            self._before = self._blank
            return
        event_id, attendees = self._blank.attendee.event_id, self._services.attendees
        self._desk.run(lambda: attendees.draft(event_id, known), self._fill)

    def _fill(self, detail: AttendeeDetail) -> None:
        if self._dialog.inputs["name"].value() != detail.person.id:
            return
        self._before = detail
        mine = self._dialog.values()
        for key, value in values_of(detail).items():
            untouched = mine.get(key) in (None, "", (), b"")
            if key != "name" and key in self._dialog.inputs and untouched:
                self._dialog.inputs[key].show_value(value)
        self._unshown = _portrait_unshown(self._dialog, detail)

    def _save(self, values: Values) -> Change:
        return self._services.attendees.register(self._given(values))

    def _doubt(self, values: Values) -> Sequence[Problem]:
        return self._services.attendees.doubts(self._given(values))

    def _given(self, values: Values) -> Registration:
        before = self._before
        if isinstance(values["name"], UUID):
            values = values | {"name": before.person.name}
        return registration_of(values, before, self._custom, keep_portrait=self._unshown)


def _portrait_unshown(dialog: FormDialog, detail: AttendeeDetail) -> bool:
    """Tell whether there is a portrait that this computer can't show: it must not get lost."""
    return detail.portrait is not None and dialog.inputs["portrait"].value() is None
