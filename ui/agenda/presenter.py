"""Joins the Agenda screen to the use cases."""

from collections.abc import Callable, Sequence
from datetime import datetime, time
from functools import partial
from typing import cast
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.agenda_moves import Placing
from summit_desk.domain.agenda_view import AgendaItem, AgendaView
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.records import Session
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _, in_words
from ui.agenda.forum_presenter import ForumsPresenter
from ui.agenda.lists_presenter import SessionListPresenter
from ui.agenda.screen import AgendaScreen
from ui.agenda.session_form import parts_of, session_fields, session_of, session_values
from ui.kit.choice_inputs import Option
from ui.kit.desk import Desk, concerns
from ui.kit.form import Choices, Field, FormDialog, Values
from ui.kit.histories import show_history
from ui.kit.time_inputs import DateTimeInput

USUAL_MINUTES = 30
SHOWN = (Topic.AGENDA, Topic.EVENT, Topic.PEOPLE, Topic.SPEAKERS, Topic.ATTENDEES, Topic.SETTINGS)


class AgendaPresenter(QObject):
    """Answers the wishes of the screen; the agenda decides."""

    def __init__(self, screen: AgendaScreen, services: Services, desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._forums = ForumsPresenter(screen, services, desk)
        self._lists = SessionListPresenter(screen, services, desk)
        self._connect()
        self._stale = False
        screen.shown.connect(self._catch_up)
        desk.changed.connect(self._on_changed)
        desk.event_changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Show the agenda as the file has it now."""
        if self._desk.has_event:
            self._stale = False
            agenda, event_id = self._services.agenda, self._desk.event_id
            self._desk.run(lambda: agenda.agenda(event_id), self._show)

    def add(self, placing: Placing | None = None) -> None:
        """Open the form of a new session, at a place of the grid or on the day that is shown."""
        view = self._screen.view
        if view is None:
            return
        day = self._screen.current_day() or view.event.first_day
        opens = next((d.record.opens for d in view.days if d.date == day and d.record), time(9))
        session = Session(
            event_id=view.event.id,
            title="",
            starts_at=placing.starts_at if placing else datetime.combine(day, opens),
            room_id=placing.room_id if placing else None,
            minutes=placing.minutes if placing else USUAL_MINUTES,
        )
        self._open_form(view, session, None)

    def edit(self, session_id: UUID) -> None:
        """Open the form of a session."""
        view = self._screen.view
        item = view.find(session_id) if view else None
        if view is not None and item is not None:
            self._open_form(view, item.session, item)

    def place(self, session_id: UUID, placing: Placing) -> None:
        """Move a session, or change its length."""
        self._publish(
            lambda: self._services.agenda.move(
                session_id,
                starts_at=placing.starts_at,
                room_id=placing.room_id,
                minutes=placing.minutes,
            )
        )

    def remove(self, session_ids: Sequence[UUID]) -> None:
        """Delete sessions; the toast offers to take it back."""
        self._publish(lambda: self._services.agenda.remove_sessions(session_ids))

    def _open_form(self, view: AgendaView, session: Session, item: AgendaItem | None) -> None:
        title = _("Edit session") if item else _("New session")
        guests = item.guests if item else ()
        form = FormDialog(
            title,
            session_fields(view, self._find_people, self._order_people),
            session_values(session, guests),
            self._screen,
        )
        if session.starts_at is None:
            _offer_time(form, datetime.combine(view.event.first_day, time(9)))
        form.save_through(self._desk, partial(self._save, session))
        form.open()

    def _save(self, session: Session, values: Values) -> Change:
        entered = session_of(values, session)
        return self._services.agenda.save_session(entered, parts_of(values, entered))

    def _find_people(self, text: str, then: Callable[[Sequence[Option]], object]) -> None:
        self._desk.run(lambda: self._services.people.options(text), then)

    def _order_people(
        self, people: Sequence[UUID], then: Callable[[Sequence[UUID]], object]
    ) -> None:
        self._desk.run(lambda: self._services.agenda.protocol_order(people), then)

    def _edit_current(self) -> None:
        item = self._screen.current()
        if item is not None:
            self.edit(item.id)

    def _duplicate(self) -> None:
        item = self._screen.current()
        if item is not None:
            self._desk.run(
                lambda: self._services.agenda.duplicate(item.id), self._publish_and_choose
            )

    def _copy_to_rooms(self) -> None:
        view, item = self._screen.view, self._screen.current()
        if view is None or item is None:
            return
        rooms = [room for room in view.rooms if item.room is None or room.id != item.room.id]
        options = [(room.id, in_words(room.name, room.name_other)) for room in rooms]
        form = FormDialog(
            _("Copy “{title}” to other rooms").format(title=item.title),
            (Field("rooms", lambda: _("Rooms"), Choices(lambda: options), required=True),),
            {"rooms": tuple(room.id for room in rooms)},
            self._screen,
            save=_("Copy"),
        )
        agenda = self._services.agenda
        form.save_through(
            self._desk,
            lambda values: agenda.copy_to_rooms(item.id, cast("tuple[UUID, ...]", values["rooms"])),
        )
        form.open()

    def _swap(self) -> None:
        keys = self._screen.selected_keys()
        self._publish(lambda: self._services.agenda.swap(*keys))

    def _to_free(self) -> None:
        item = self._screen.current()
        if item is not None:
            agenda = self._services.agenda
            self._desk.run(lambda: agenda.move_to_free(item.id), self._publish_and_choose)

    def _to_tray(self) -> None:
        item = self._screen.current()
        if item is not None:
            self._publish(
                lambda: self._services.agenda.move(
                    item.id,
                    starts_at=None,
                    room_id=item.session.room_id,
                    minutes=item.session.minutes,
                )
            )

    def _show_history(self) -> None:
        item = self._screen.current()
        if item is None:
            return
        records = (item.id, *(guest.part.id for guest in item.guests))
        title = _("History of “{title}”").format(title=item.title)
        show_history(self._screen, self._services, self._desk, title, *records)

    def _publish(self, work: Callable[[], Change]) -> None:
        self._desk.run(work, self._desk.publish)

    def _publish_and_choose(self, change: Change) -> None:
        """Publish a change and select what it made."""
        self._desk.publish(change)
        if change.subject is not None:
            self._screen.choose(change.subject)

    def _show(self, view: AgendaView) -> None:
        self._screen.show_agenda(view)
        self._forums.show_agenda(view)

    def _on_changed(self, change: Change) -> None:
        if concerns(change, *SHOWN):
            self._stale = True
            self._catch_up()

    def _catch_up(self) -> None:
        """Read again what has changed, once somebody looks."""
        if self._stale and self._screen.isVisible():
            self.reload()

    def _connect(self) -> None:
        screen, act = self._screen, self._screen.actions_by_name
        screen.grid.opened.connect(self.edit)
        screen.grid.placed.connect(self.place)
        screen.grid.new_asked.connect(self.add)
        screen.grid.removal_asked.connect(self.remove)
        screen.tray.list.opened.connect(self.edit)
        screen.tray.list.removal_asked.connect(self.remove)
        for name, call in (
            ("add", lambda _on: self.add()),
            ("edit", lambda _on: self._edit_current()),
            ("duplicate", lambda _on: self._duplicate()),
            ("copy_to_rooms", lambda _on: self._copy_to_rooms()),
            ("swap", lambda _on: self._swap()),
            ("to_free", lambda _on: self._to_free()),
            ("to_tray", lambda _on: self._to_tray()),
            ("history", lambda _on: self._show_history()),
            ("delete", lambda _on: self.remove(screen.selected_keys())),
        ):
            act[name].triggered.connect(call)


def _offer_time(form: FormDialog, wall: datetime) -> None:
    """Leave the time unset, but let the tick lead to the event and not to today."""
    field = form.inputs["starts_at"]
    field.show_value(wall)
    if isinstance(field, DateTimeInput) and field.tick is not None:
        field.tick.setChecked(False)
