"""The forms of a forum and of a room, as tables of fields."""

from collections.abc import Sequence

from summit_desk.domain.agenda_words import FORUM_KINDS
from summit_desk.domain.records import ForumKind, Room
from summit_desk.support.i18n import _, in_words
from ui.kit.choice_inputs import Find, Option
from ui.kit.form import Choice, Colour, Field, Line, Lines, Lookup, Number

MOST_SEATS = 100_000


def forum_fields(rooms: Sequence[Room], find_organisation: Find) -> Sequence[Field]:
    """Return the fields of a forum."""
    return (
        Field("name", lambda: _("Name (Chinese)"), Line(), required=True),
        Field("name_other", lambda: _("Name (English)"), Line()),
        Field("kind", lambda: _("Kind"), Choice(_kinds)),
        Field("colour", lambda: _("Colour"), Colour()),
        Field("room_id", lambda: _("Room"), Choice(lambda: _rooms(rooms)), help=_room_hint),
        Field(
            "capacity",
            lambda: _("Seats"),
            Number(0, MOST_SEATS, optional=True),
            help=lambda: _("Empty: as many as the room has."),
        ),
        Field("host_organisation_id", lambda: _("Host organisation"), Lookup(find_organisation)),
        Field("intro", lambda: _("Introduction (Chinese)"), Lines()),
        Field("intro_other", lambda: _("Introduction (English)"), Lines()),
    )


def room_fields() -> Sequence[Field]:
    """Return the fields of a room."""
    return (
        Field("name", lambda: _("Name (Chinese)"), Line(), required=True),
        Field("name_other", lambda: _("Name (English)"), Line()),
        Field("floor", lambda: _("Floor"), Line(_("3F"))),
        Field("capacity", lambda: _("Seats"), Number(0, MOST_SEATS, optional=True)),
    )


def _kinds() -> Sequence[Option]:
    return [(kind, _(FORUM_KINDS[kind])) for kind in ForumKind]


def _rooms(rooms: Sequence[Room]) -> Sequence[Option]:
    none: Option = (None, _("none"))
    return [none, *((one.id, in_words(one.name, one.name_other)) for one in rooms)]


def _room_hint() -> str:
    return _("Sessions without a room of their own are held here.")
