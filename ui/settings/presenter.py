"""Joins the settings screen to the event's use cases and to the look of the program."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.check_in.shown import kept_choice, shown_at
from summit_desk.domain.records import CheckPoint, CustomField, Record
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _, in_words
from ui.kit.confirm import ask_yes_no
from ui.kit.desk import Desk, concerns
from ui.kit.event_form import ask_event
from ui.kit.form import FormDialog, Values
from ui.kit.look import Look
from ui.settings.list_page import ListPage
from ui.settings.screen import SettingsScreen
from ui.settings.sections import BLANK
from ui.settings.things import Section, Things
from ui.settings.word_lists import WordLists

ZONED = ("opens_at", "closes_at")


class SettingsPresenter(QObject):
    """Lists, edits, arranges and removes the things of the event."""

    def __init__(self, screen: SettingsScreen, services: Services, desk: Desk, look: Look) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._things = Things()
        self._join_program(look)
        self.words = WordLists(screen.words_page, services, desk)
        screen.event_page.editing_asked.connect(self._ask_event)
        for page in screen.lists.values():
            page.addition_asked.connect(partial(self._ask_new, page))
            page.editing_asked.connect(partial(self._ask_edit, page))
            page.removal_asked.connect(partial(self._ask_removal, page))
            page.arranged.connect(partial(self._arrange, page))
        desk.event_changed.connect(self.reload)
        desk.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        """Read everything again."""
        self._screen.event_page.show_event(self._desk.event)
        event_id = self._desk.event_id
        self._desk.run(lambda: self._read(event_id), then=self._show)
        self.words.reload()

    def _on_changed(self, change: Change) -> None:
        if concerns(change, Topic.EVENT, Topic.SETTINGS, Topic.CHECK_IN, Topic.AGENDA):
            self.reload()
        elif concerns(change, Topic.ATTENDEES):
            self.words.reload()

    def _read(self, event_id: UUID) -> Things:
        events = self._services.events
        sessions = self._services.agenda.snapshot(event_id).sessions
        things = Things(
            days=events.days(event_id),
            venues=events.venues(event_id),
            rooms=events.rooms(event_id),
            categories=events.categories(event_id),
            points=events.points(event_id),
            fields=events.fields(event_id),
            forums=self._services.agenda.forums(event_id),
            sessions=tuple(sessions),
            zone=events.event(event_id).zone,
        )
        names: dict[object, str] = {
            one.id: in_words(one.name, one.name_other) for one in things.venues
        }
        names |= {one.id: in_words(one.name, one.name_other) for one in things.forums}
        names |= {one.id: in_words(one.title, one.title_other) for one in things.sessions}
        return replace(things, names=names)

    def _show(self, things: Things) -> None:
        self._things = things
        self._screen.show_things(things)

    def _ask_new(self, page: ListPage) -> None:
        section = page.section
        title = section.add() if section.add is not None else section.title()
        values = dict(BLANK.get(section.key, {}))
        self._open(section, title, values, partial(self._made, section))

    def _ask_edit(self, page: ListPage, record: Record) -> None:
        values = _shown(asdict(record), ZoneInfo(self._things.zone))
        if isinstance(record, CheckPoint):
            values["shows"] = shown_at(record)
        self._open(page.section, _("Edit"), values, partial(self._changed, record))

    def _open(self, section: Section, title: str, values: Values, build: "Build") -> None:
        form = FormDialog(title, section.form(self._things), values, self._screen.window())
        zone = ZoneInfo(self._things.zone)
        form.save_through(
            self._desk, lambda told: self._services.events.save(build(_stored(told, zone)))
        )
        form.open()

    def _made(self, section: Section, values: Values) -> Any:  # noqa: ANN401 -- any kind of record
        kind = section.kind
        entered = _fitting(kind, values) | {"event_id": self._desk.event_id}
        if section.ordered:
            entered["position"] = len(getattr(self._things, section.key))
        if kind is CustomField:
            entered["key"] = f"field{len(self._things.fields) + 1}-{entered['label']}"
        return kind(**entered)

    def _changed(self, record: Record, values: Values) -> Any:  # noqa: ANN401 -- as it was given
        return replace(record, **_fitting(type(record), values))

    def _ask_removal(self, page: ListPage, record: Any) -> None:  # noqa: ANN401 -- any record
        events, kind = self._services.events, page.section.kind
        name = getattr(record, "name", None) or getattr(record, "label", "")

        def ask(detail: str) -> None:
            ask_yes_no(
                self._screen.window(),
                _("Delete “{name}”?").format(name=name),
                _("Delete"),
                lambda: self._desk.run(
                    lambda: events.remove(kind, record.id),  # type: ignore[arg-type]  # kinds of an event
                    then=self._desk.publish,
                ),
                detail=detail,
            )

        if isinstance(record, CustomField):
            lists = self._services.event_lists
            self._desk.run(lambda: lists.filled(record), lambda count: ask(_still_filled(count)))
        else:
            ask("")

    def _arrange(self, page: ListPage, keys: list[UUID]) -> None:
        events, kind = self._services.events, page.section.kind
        self._desk.run(
            lambda: events.arrange(kind, keys),  # type: ignore[arg-type]  # kinds with an order
            then=self._desk.publish,
        )

    def _ask_event(self) -> None:
        save, show = self._services.events.save, self._desk.show_event
        ask_event(self._screen.window(), self._desk, save, show, self._desk.event)

    def _back_up(self) -> None:
        page = self._screen.program_page
        self._desk.run(self._services.workspace.back_up, then=lambda _path: page.show_backed_up())

    def _join_program(self, look: Look) -> None:
        page = self._screen.program_page
        page.show_settings(look.settings)
        look.changed.connect(page.show_settings)
        page.speech_chosen.connect(look.speak)
        page.theme_chosen.connect(look.wear)
        page.signed.connect(look.sign)
        page.sound_switched.connect(lambda on: look.sound(on=on))
        page.backup_asked.connect(self._back_up)


def _still_filled(count: int) -> str:
    if not count:
        return _("No registration has anything in this field.")
    return _(
        "{count} registrations have something in this field. It stays with them and is shown "
        "again when the field comes back. Ctrl+Z takes this back."
    ).format(count=f"{count:,}")


class Build(Protocol):
    """Makes the record to save from what was entered."""

    def __call__(self, values: Values) -> Any: ...  # noqa: ANN401 -- any kind of record


def _fitting(kind: type[Record], values: Mapping[str, object]) -> dict[str, Any]:
    known = {field.name for field in fields(kind)} - {"id", "event_id"}
    return {key: value for key, value in values.items() if key in known}


def _shown(values: Values, zone: ZoneInfo) -> Values:
    """Return the values with instants as wall-clock times of the event."""
    moments = {
        key: moment.astimezone(zone).replace(tzinfo=None)
        for key in ZONED
        if isinstance(moment := values.get(key), datetime)
    }
    return values | moments


def _stored(values: Values, zone: ZoneInfo) -> Values:
    """Return the values with wall-clock times of the event as instants."""
    moments = {
        key: moment.replace(tzinfo=zone).astimezone(UTC)
        for key in ZONED
        if isinstance(moment := values.get(key), datetime)
    }
    shows = values.get("shows")
    chosen = {"shows": kept_choice(shows)} if isinstance(shows, tuple) else {}
    return values | moments | chosen
