"""The sections of the settings that are lists, one after the other."""

from collections.abc import Mapping, Sequence

from summit_desk.domain.check_in.shown import USUAL
from summit_desk.domain.records import (
    Category,
    CheckPoint,
    CustomField,
    Day,
    FieldKind,
    PointKind,
    Policy,
    Room,
    Venue,
)
from summit_desk.support.i18n import _
from ui.settings import columns, forms
from ui.settings.things import Section

SECTIONS: Sequence[Section] = (
    Section(
        "days",
        "calendar",
        lambda: _("Days"),
        lambda: _("One for each date of the event; their hours bound the agenda."),
        Day,
        columns.day_columns,
        forms.day_form,
    ),
    Section(
        "venues",
        "visit",
        lambda: _("Venues"),
        lambda: _("Hotels and halls with their addresses."),
        Venue,
        columns.venue_columns,
        forms.venue_form,
        lambda: _("Add venue"),
    ),
    Section(
        "rooms",
        "room",
        lambda: _("Rooms"),
        lambda: _("The columns of the agenda, in this order."),
        Room,
        columns.room_columns,
        forms.room_form,
        lambda: _("Add room"),
        ordered=True,
    ),
    Section(
        "categories",
        "category",
        lambda: _("Categories"),
        lambda: _("Kinds of badge, each with a colour and a word."),
        Category,
        columns.category_columns,
        forms.category_form,
        lambda: _("Add category"),
        ordered=True,
    ),
    Section(
        "points",
        "check_in",
        lambda: _("Check-in points"),
        lambda: _("Where badges are scanned, and who may enter there."),
        CheckPoint,
        columns.point_columns,
        forms.point_form,
        lambda: _("Add check-in point"),
        ordered=True,
    ),
    Section(
        "fields",
        "fields",
        lambda: _("Own fields"),
        lambda: _("What else you want to know about every attendee."),
        CustomField,
        columns.field_columns,
        forms.field_form,
        lambda: _("Add field"),
        ordered=True,
    ),
)
BLANK: Mapping[str, Mapping[str, object]] = {
    "categories": {"colour": "#1f5fbf"},
    "points": {
        "kind": PointKind.ENTRANCE,
        "policy": Policy.ONCE,
        "tolerance_minutes": 0,
        "shows": USUAL,
    },
    "fields": {"kind": FieldKind.TEXT},
}
