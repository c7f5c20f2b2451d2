"""The columns of the lists in the settings."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QLocale

from summit_desk.domain.event_words import FIELD_KINDS, POINT_KINDS, POLICIES
from summit_desk.domain.records import Category, CheckPoint, CustomField, Day, Room, Venue
from summit_desk.support.i18n import _, in_words
from ui.kit.rows import RIGHT, Column
from ui.kit.tones import Pill
from ui.settings.things import Things


def _number(value: int | None) -> str:
    return "—" if value is None else f"{value:,}"


def _hours(day: Day) -> str:
    return f"{day.opens:%H:%M} – {day.closes:%H:%M}"


def day_columns(_things: Callable[[], Things]) -> Sequence[Column[Day]]:
    return (
        Column(lambda: _("Date"), lambda one: f"{one.date}", width=120, strong=True),
        Column(
            lambda: _("Weekday"),
            lambda one: QLocale().dayName(one.date.isoweekday()),
            width=110,
            muted=True,
        ),
        Column(lambda: _("Label"), lambda one: in_words(one.label, one.label_other)),
        Column(lambda: _("Hours"), _hours, width=150),
    )


def _name_columns(title: Callable[[], str]) -> tuple[Column[Any], Column[Any]]:
    return (
        Column(title, lambda one: one.name, strong=True),
        Column(lambda: _("Name in English"), lambda one: one.name_other or "—", muted=True),
    )


def venue_columns(_things: Callable[[], Things]) -> Sequence[Column[Venue]]:
    return (
        *_name_columns(lambda: _("Venue")),
        Column(lambda: _("Address"), lambda one: in_words(one.address, one.address_other)),
        Column(lambda: _("Phone"), lambda one: one.phone, width=150),
    )


def room_columns(things: Callable[[], Things]) -> Sequence[Column[Room]]:
    return (
        *_name_columns(lambda: _("Room")),
        Column(lambda: _("Venue"), lambda one: things().names.get(one.venue_id, "—")),
        Column(lambda: _("Floor"), lambda one: one.floor, width=90),
        Column(
            lambda: _("Seats"),
            lambda one: _number(one.capacity),
            sort=lambda one: one.capacity,
            width=90,
            align=RIGHT,
        ),
    )


def category_columns(_things: Callable[[], Things]) -> Sequence[Column[Category]]:
    return (
        Column(
            lambda: _("Category"),
            lambda one: one.name,
            pill=lambda one: Pill(in_words(one.name, one.name_other), colour=one.colour),
            width=160,
        ),
        *_name_columns(lambda: _("Word")),
        Column(lambda: _("Colour"), lambda one: one.colour, width=110, muted=True),
    )


def point_columns(things: Callable[[], Things]) -> Sequence[Column[CheckPoint]]:
    return (
        *_name_columns(lambda: _("Check-in point")),
        Column(lambda: _("Kind"), lambda one: _(POINT_KINDS[one.kind]), width=130),
        Column(
            lambda: _("Belongs to"),
            lambda one: things().names.get(one.forum_id or one.session_id, "—"),
            muted=True,
        ),
        Column(lambda: _("Entry"), lambda one: _(POLICIES[one.policy]), width=170),
        Column(lambda: _("Seats"), lambda one: _number(one.capacity), width=80, align=RIGHT),
    )


def field_columns(_things: Callable[[], Things]) -> Sequence[Column[CustomField]]:
    return (
        Column(lambda: _("Label"), lambda one: one.label, strong=True),
        Column(lambda: _("Label in English"), lambda one: one.label_other or "—", muted=True),
        Column(lambda: _("Kind"), lambda one: _(FIELD_KINDS[one.kind]), width=150),
        Column(
            lambda: _("Choices"),
            lambda one: in_words("、", ", ").join(one.choices) or "—",
            muted=True,
        ),
        Column(lambda: _("On the badge"), lambda one: _("yes") if one.on_badge else "—", width=110),
    )
