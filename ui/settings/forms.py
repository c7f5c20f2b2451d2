"""The forms of the settings as tables of fields."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from summit_desk.domain.event_words import FIELD_KINDS, POINT_KINDS, POLICIES, SHOWN
from summit_desk.support.i18n import _, in_words
from ui.kit.form import (
    Check,
    Choice,
    Choices,
    Colour,
    DateTime,
    Field,
    Group,
    Line,
    Lines,
    Number,
    Tags,
    Time,
)
from ui.settings.things import Things

Options = Sequence[tuple[object, str]]


def _options(things: Sequence[Any], none: str = "") -> Options:
    chosen: list[tuple[object, str]] = [(None, none)] if none else []
    return chosen + [(one.id, in_words(one.name, one.name_other)) for one in things]


def _words_of(table: Mapping[Any, str]) -> Callable[[], Options]:
    return lambda: [(value, _(word)) for value, word in table.items()]


def day_form(_things: Things) -> Sequence[Field]:
    return (
        Field("label", lambda: _("Label"), Line(), help=lambda: _("As in “Opening day”.")),
        Field("label_other", lambda: _("Label in English"), Line()),
        Field("opens", lambda: _("Opens"), Time()),
        Field("closes", lambda: _("Closes"), Time()),
    )


def _names(label: Callable[[], str]) -> tuple[Field, Field]:
    return (
        Field("name", label, Line(), required=True),
        Field("name_other", lambda: _("Name in English"), Line()),
    )


def venue_form(_things: Things) -> Sequence[Field]:
    return (
        *_names(lambda: _("Name of the venue")),
        Field("address", lambda: _("Address"), Lines(56)),
        Field("address_other", lambda: _("Address in English"), Lines(56)),
        Field("phone", lambda: _("Phone"), Line()),
    )


def room_form(things: Things) -> Sequence[Field]:
    return (
        *_names(lambda: _("Name of the room")),
        Field("venue_id", lambda: _("Venue"), Choice(lambda: _options(things.venues, "—"))),
        Field("floor", lambda: _("Floor"), Line()),
        Field("capacity", lambda: _("Seats"), Number(0, 100_000, optional=True)),
    )


def category_form(_things: Things) -> Sequence[Field]:
    return (
        *_names(lambda: _("Word of the category")),
        Field(
            "colour",
            lambda: _("Colour"),
            Colour(),
            help=lambda: _("The word is printed too, so that nobody depends on the colour."),
        ),
    )


def point_form(things: Things) -> Sequence[Group]:
    return (
        Group(lambda: _("The point"), _where(things)),
        Group(lambda: _("Who may enter"), _who(things)),
        Group(lambda: _("When"), _when()),
        Group(lambda: _("At the station"), _at_station(things)),
    )


def _where(things: Things) -> Sequence[Field]:
    return (
        *_names(lambda: _("Name of the point")),
        Field("kind", lambda: _("Kind"), Choice(_words_of(POINT_KINDS))),
        Field("forum_id", lambda: _("Forum"), Choice(lambda: _options(things.forums, "—"))),
        Field("session_id", lambda: _("Agenda item"), Choice(lambda: _titles(things))),
    )


def _who(things: Things) -> Sequence[Field]:
    return (
        Field("policy", lambda: _("Entry"), Choice(_words_of(POLICIES))),
        Field(
            "category_ids",
            lambda: _("Categories"),
            Choices(lambda: _options(things.categories), 150),
            help=lambda: _("Nothing ticked: everybody may enter."),
        ),
        Field("tags", lambda: _("Tags"), Tags()),
        Field("capacity", lambda: _("Seats"), Number(0, 100_000, optional=True)),
    )


def _when() -> Sequence[Field]:
    return (
        Field("opens_at", lambda: _("Opens"), DateTime(optional=True)),
        Field("closes_at", lambda: _("Closes"), DateTime(optional=True)),
        Field(
            "tolerance_minutes",
            lambda: _("Tolerance"),
            Number(0, 600, _("minutes")),
            help=lambda: _("How much earlier or later people are let in."),
        ),
    )


def _at_station(things: Things) -> Sequence[Field]:
    asked = [(one.key, in_words(one.label, one.label_other)) for one in things.fields]
    return (
        Field(
            "confirm_first",
            lambda: _("Confirm first"),
            Check(),
            help=lambda: _("Nothing is stored until somebody has looked and pressed Enter."),
        ),
        Field(
            "questions",
            lambda: _("Questions"),
            Choices(lambda: asked, min(150, 30 * len(asked) + 8)),
            help=lambda: _("Fields of this event that are asked while they are empty."),
        ),
        Field(
            "shows",
            lambda: _("Shown of a guest"),
            Choices(_words_of(SHOWN), 34 * len(SHOWN) + 6),
            help=lambda: _(
                "Beside name, organisation and category. A note that begins with “!” is always "
                "shown. Station files hold nothing that no point shows."
            ),
        ),
        Field("prints_badge", lambda: _("Print the badge"), Check()),
        Field(
            "leaves_elsewhere",
            lambda: _("Leave other points"),
            Check(),
            help=lambda: _("Whoever enters here is taken out of the points they are still in."),
        ),
    )


def _titles(things: Things) -> Options:
    sessions = [(one.id, in_words(one.title, one.title_other)) for one in things.sessions]
    return [(None, "—"), *sessions]


def field_form(_things: Things) -> Sequence[Field]:
    return (
        Field("label", lambda: _("Label"), Line(), required=True),
        Field("label_other", lambda: _("Label in English"), Line()),
        Field("kind", lambda: _("Kind"), Choice(_words_of(FIELD_KINDS))),
        Field(
            "choices",
            lambda: _("Choices"),
            Tags(),
            help=lambda: _("Only for fields with one or several of several."),
        ),
        Field(
            "on_badge",
            lambda: _("On the badge"),
            Check(_("Print what is entered under the title")),
        ),
    )
