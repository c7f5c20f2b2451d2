"""Joins the window of the groups to the use cases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject
from shiboken6 import isValid

from summit_desk.domain.attendee_lists import AttendeeRow
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.groups import GroupLine
from summit_desk.domain.key_list import KeyList
from summit_desk.domain.records import AttendeeGroup
from summit_desk.support.i18n import _
from ui.attendees.groups_window import GroupsWindow
from ui.attendees.screen import AttendeesScreen
from ui.kit.confirm import ask_yes_no
from ui.kit.desk import Desk, concerns
from ui.kit.form import Field, FormDialog, Line, Lines, Lookup, Values

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from ui.kit.choice_inputs import Find

FIELDS = ("name", "organisation_id", "contact_person_id", "notes")
AT_ONCE = 5  # members that one form adds


class Groups(QObject):
    """Opens the window of the groups and answers what is asked there."""

    def __init__(self, screen: AttendeesScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self.window: GroupsWindow | None = None
        screen.tools.groups_asked.connect(self.open)
        desk.changed.connect(self._on_changed)

    def open(self) -> None:
        """Open the window."""
        self.window = window = GroupsWindow(self._screen)
        window.new_asked.connect(lambda: self._ask(None))
        window.editing_asked.connect(self._ask)
        window.removal_asked.connect(self._ask_removal)
        window.members_asked.connect(self._ask_members)
        window.leaving_asked.connect(self._take_out)
        window.group_selected.connect(self._show_members)
        window.list_asked.connect(lambda line: self._with_members(line, self._screen.export_asked))
        window.badges_asked.connect(
            lambda line: self._with_members(line, self._screen.badges_asked)
        )
        self._reload()
        window.open()

    def _reload(self) -> None:
        event_id, window = self._desk.event_id, self.window
        if window is not None and isValid(window):
            self._desk.run(lambda: self._services.groups.groups(event_id), self._show)

    def _show(self, lines: Sequence[GroupLine]) -> None:
        if self.window is not None and isValid(self.window):
            self.window.show_groups(lines)

    def _show_members(self, line: object) -> None:
        if not isinstance(line, GroupLine):
            return
        services = self._services

        def arrived(rows: Sequence[AttendeeRow]) -> None:
            window = self.window
            if window is not None and isValid(window) and window.group() == line:
                window.show_members(rows)

        self._desk.run(lambda: services.attendees.rows(services.groups.members(line.id)), arrived)

    def _ask(self, line: object) -> None:
        known = line if isinstance(line, GroupLine) else None
        group = known.group if known else AttendeeGroup(event_id=self._desk.event_id, name="")
        values: Values = {name: getattr(group, name) for name in FIELDS}
        if known is not None and known.organisation is not None:
            values["organisation_id"] = (known.organisation.id, known.unit)
        if known is not None and known.contact is not None:
            values["contact_person_id"] = (known.contact.id, known.contact.name)
        title = _("Edit group") if known else _("Add group")
        form = FormDialog(title, self._fields(), values, self.window)

        def save(entered: dict[str, Any]) -> Change:
            given = {name: entered[name] for name in FIELDS}
            return self._services.groups.save(replace(group, **given))

        form.save_through(self._desk, save)
        form.open()

    def _fields(self) -> Sequence[Field]:
        people = self._services.people
        return (
            Field("name", lambda: _("Name of the group"), Line(), required=True),
            Field("organisation_id", lambda: _("Organisation"), self._lookup(people.organisations)),
            Field("contact_person_id", lambda: _("Contact person"), self._lookup(people.options)),
            Field("notes", lambda: _("Notes"), Lines()),
        )

    def _lookup(self, find: Callable[[str], list[tuple[object, str]]]) -> Lookup:
        found: Find = lambda text, then: self._desk.run(lambda: find(text), then)  # noqa: E731 -- an argument with a type
        return Lookup(found)

    def _ask_members(self, line: GroupLine) -> None:
        event_id, attendees = self._desk.event_id, self._services.attendees
        fields = [
            Field(
                f"member{at}",
                lambda number=at: _("Member {number}").format(number=number + 1),  # type: ignore[misc]  # a default binds the loop's value
                self._lookup(lambda text: attendees.options(event_id, text)),
            )
            for at in range(AT_ONCE)
        ]
        title = _("Add members to {name}").format(name=line.group.name)
        form = FormDialog(title, fields, {}, self.window, save=_("Add"))

        def save(entered: Values) -> Change:
            keys = [value for value in entered.values() if isinstance(value, UUID)]
            return self._services.groups.gather(keys, line.id)

        form.save_through(self._desk, save)
        form.open()

    def _take_out(self, rows: Sequence[AttendeeRow]) -> None:
        keys, groups = [row.id for row in rows], self._services.groups
        if keys:
            self._desk.run(lambda: groups.gather(keys, None), self._desk.publish)

    def _ask_removal(self, line: object) -> None:
        if not isinstance(line, GroupLine) or self.window is None:
            return
        groups, key = self._services.groups, line.id
        ask_yes_no(
            self.window,
            _("Delete “{name}”?").format(name=line.group.name),
            _("Delete"),
            lambda: self._desk.run(lambda: groups.remove(key), self._desk.publish),
            detail=_("Its members stay registered, without a group. Ctrl+Z takes this back."),
        )

    def _with_members(self, line: object, signal: Any) -> None:  # noqa: ANN401 -- a signal of the screen
        if isinstance(line, GroupLine):
            key, groups = line.id, self._services.groups
            self._desk.run(lambda: groups.members(key), lambda keys: signal.emit(KeyList.of(keys)))

    def _on_changed(self, change: Change) -> None:
        if concerns(change, Topic.ATTENDEES, Topic.PEOPLE):
            self._reload()
