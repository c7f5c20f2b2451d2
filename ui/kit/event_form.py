"""The form of an event: for a new summit, another event, and changes to one."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from summit_desk.domain.change import Change
from summit_desk.domain.errors import Problem
from summit_desk.domain.event_rules import problems_of
from summit_desk.domain.records import Event
from summit_desk.support.i18n import _
from ui.kit.desk import Desk
from ui.kit.form import Choice, Date, Field, FormDialog, Group, Line, Lines, Values
from ui.kit.zones import zone_options

WEEKS_AHEAD = 8
NAMES = Group(
    lambda: _("The summit"),
    (
        Field("name", lambda: _("Name of the event"), Line(), required=True),
        Field("name_other", lambda: _("Name in English"), Line()),
        Field(
            "short_name",
            lambda: _("Short name"),
            Line(),
            help=lambda: _("Stands at the top of the window and on small badges."),
        ),
        Field("short_name_other", lambda: _("Short name in English"), Line()),
    ),
)
WHEN_WHERE = Group(
    lambda: _("When and where"),
    (
        Field("first_day", lambda: _("First day"), Date(), required=True),
        Field("last_day", lambda: _("Last day"), Date(), required=True),
        Field("city", lambda: _("City"), Line()),
        Field("city_other", lambda: _("City in English"), Line()),
        Field(
            "zone",
            lambda: _("Time zone"),
            Choice(zone_options, editable=True),
            required=True,
            help=lambda: _("All times of the agenda are times of this zone."),
        ),
    ),
)
MORE = Group(
    lambda: _("For papers"),
    (
        Field("organiser", lambda: _("Organiser"), Line()),
        Field("organiser_other", lambda: _("Organiser in English"), Line()),
        Field("intro", lambda: _("Introduction"), Lines()),
        Field("intro_other", lambda: _("Introduction in English"), Lines()),
    ),
)
SHORT: Sequence[Field | Group] = (NAMES, WHEN_WHERE)
WHOLE: Sequence[Field | Group] = (NAMES, WHEN_WHERE, MORE)


def blank_event() -> Event:
    """Return a new event: two days, some weeks from now, in Shanghai time."""
    first = date.today() + timedelta(weeks=WEEKS_AHEAD)  # noqa: DTZ011 -- the person's own day
    return Event(
        name="",
        first_day=first,
        last_day=first + timedelta(days=1),
        created_at=datetime.now(UTC),
    )


def event_with(event: Event, values: Values) -> Event:
    """Return `event` with what was entered."""
    known = {field.name for field in fields(Event)} - {"id", "created_at"}
    entered: dict[str, Any] = {key: value for key, value in values.items() if key in known}
    return replace(event, **entered)


def new_summit_form(parent: QWidget) -> FormDialog:
    """Return the form of a new summit; it says `submitted` when its values are an event."""
    return FormDialog(
        _("New summit"), SHORT, asdict(blank_event()), parent, save=_("Choose where to keep it…")
    )


def problems_in(values: Values) -> list[Problem]:
    """Return what is wrong with the values of a new event."""
    return problems_of(event_with(blank_event(), values))


def ask_event(
    parent: QWidget,
    desk: Desk,
    save: Callable[[Event], Change],
    then: Callable[[Event], object],
    event: Event | None = None,
) -> FormDialog:
    """Ask for another event, or for changes to `event`; saved ones go to `then`."""
    standing = event or blank_event()
    title = _("Edit event") if event is not None else _("New event")
    form = FormDialog(title, WHOLE, asdict(standing), parent)
    kept: list[Event] = []

    def work(values: Values) -> Change:
        kept[:] = [event_with(standing, values)]
        return save(kept[0])

    form.save_through(desk, work)
    form.accepted.connect(lambda: then(kept[0]))
    form.open()
    return form
