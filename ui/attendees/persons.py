"""Joins what concerns the person behind a registration to the use cases."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.attendee_detail import AttendeeDetail
from summit_desk.domain.change import Change
from summit_desk.domain.records import Person
from summit_desk.domain.registration import Unit
from summit_desk.domain.replacing import Newcomer
from summit_desk.support.i18n import _
from ui.attendees.form_values import values_of
from ui.attendees.screen import AttendeesScreen
from ui.kit.choice_inputs import LookupInput
from ui.kit.desk import Desk
from ui.kit.form import Check, Field, FormDialog, Line, Lookup, Values
from ui.kit.positions import ask_positions

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

OF_NEWCOMER = ("unit", "title", "mobile")  # asked only of somebody who is not on file
Then = Callable[[Sequence[tuple[object, str]]], object]


class Persons(QObject):
    """Replaces a person on a registration, and opens the positions of one."""

    def __init__(self, screen: AttendeesScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        screen.batch.replacement_asked.connect(lambda: self._load(self._ask_replacement))
        screen.batch.positions_asked.connect(lambda: self._load(self._ask_positions))

    def _load(self, then: Callable[[AttendeeDetail], object]) -> None:
        keys = self._screen.selected_keys()
        if len(keys) == 1:
            self._desk.run(lambda: self._services.attendees.detail(keys[0]), then)

    def _ask_positions(self, detail: AttendeeDetail) -> None:
        ask_positions(self._screen, self._services, self._desk, detail.person.id)

    def _ask_replacement(self, detail: AttendeeDetail) -> None:
        work = detail.work[0] if detail.work else None
        unit = work.organisation if work else None
        dialog = FormDialog(
            _("Replace {name}").format(name=detail.person.name),
            self._fields(),
            {"unit": (unit.id, unit.full_name) if unit else None},
            self._screen,
            save=_("Replace"),
        )

        def save(values: Values) -> Change:
            keeps = bool(values["keeps_badge"])
            newcomer = _newcomer(values)
            return self._services.attendees.replace_person(detail.id, newcomer, keeps_badge=keeps)

        dialog.save_through(self._desk, save)
        _Chosen(dialog, detail.attendee.event_id, self._services, self._desk)
        dialog.open()

    def _fields(self) -> Sequence[Field]:
        people = Lookup(self._find_people, _("Name, pinyin or organisation"), free=True)
        units = Lookup(self._find_units, _("Type a name"), free=True)
        return (
            Field("name", lambda: _("Who comes instead"), people, required=True, help=_who_help),
            Field("unit", lambda: _("Organisation"), units),
            Field("title", lambda: _("Title"), Line(longest=200)),
            Field("mobile", lambda: _("Mobile"), Line()),
            Field(
                "keeps_badge",
                lambda: _("Badge"),
                Check(_("Keep the printed badge valid")),
                help=_badge_help,
            ),
        )

    def _find_people(self, text: str, then: Then) -> None:
        self._desk.run(lambda: self._services.people.options(text), then)

    def _find_units(self, text: str, then: Then) -> None:
        self._desk.run(lambda: self._services.people.organisations(text), then)


class _Chosen(QObject):
    """Shows what is on file of whoever is chosen; only somebody new is described here."""

    def __init__(
        self, dialog: FormDialog, event_id: UUID, services: "Services", desk: Desk
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._event_id = dialog, event_id
        self._services, self._desk = services, desk
        self._typed: Values | None = None  # what stood there before somebody on file was chosen
        dialog.inputs["name"].changed.connect(self._on_name)

    def _on_name(self) -> None:
        known = self._dialog.inputs["name"].value()
        if isinstance(known, UUID):
            attendees, event_id = self._services.attendees, self._event_id
            self._desk.run(lambda: attendees.draft(event_id, known), self._show_known)
        elif self._typed is not None:
            self._show(self._typed, known=False)
            self._typed = None

    def _show_known(self, detail: AttendeeDetail) -> None:
        if self._dialog.inputs["name"].value() != detail.person.id:
            return  # somebody else was chosen meanwhile
        if self._typed is None:
            values = self._dialog.values()
            unit = self._dialog.inputs["unit"]
            assert isinstance(unit, LookupInput)
            self._typed = {**values, "unit": (values["unit"], unit.line.text())}
        self._show(values_of(detail), known=True)

    def _show(self, values: Values, *, known: bool) -> None:
        for key in OF_NEWCOMER:
            entered = self._dialog.inputs[key]
            entered.show_value(values[key])
            entered.lock(on=known)
            entered.setToolTip(_("As it is on file.") if known else "")


def _who_help() -> str:
    return _(
        "Choose somebody on file, or type the name of somebody new. Number, seat, room, forums "
        "and payment stay; the person replaced stays in the file."
    )


def _badge_help() -> str:
    return _("Otherwise the door refuses the old badge, and a new one has to be printed.")


def _newcomer(values: Values) -> Newcomer:
    """Return who was chosen or typed; organisation, title and mobile are for somebody new."""
    name = values["name"]
    if isinstance(name, UUID):
        return Newcomer(known=name)
    unit = values["unit"]
    place = Unit(
        unit if isinstance(unit, UUID) else None,
        unit if isinstance(unit, str) else "",
        title=str(values["title"] or ""),
    )
    return Newcomer(person=Person(name=str(name), mobile=str(values["mobile"] or "")), unit=place)
