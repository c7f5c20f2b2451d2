"""The form of an attendee as a table of fields."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from summit_desk.domain.attendee_words import SEXES, STATUSES
from summit_desk.domain.documents.attendee_columns import DOCUMENTS
from summit_desk.domain.records import Category, CustomField, FieldKind, Forum
from summit_desk.domain.text_kinds import TextKind
from summit_desk.support.i18n import _, in_words
from ui.attendees import form_groups as groups
from ui.attendees.form_groups import Offers, yes_no
from ui.kit.editors import Editor
from ui.kit.form import (
    Choice,
    Choices,
    Date,
    Decimal,
    Field,
    Group,
    Image,
    Line,
    Lines,
    Lookup,
    Tags,
)

MakeEditor = Callable[[], Editor]

NAME, NUMBER = TextKind.NAME, TextKind.NUMBER
CUSTOM = "custom:"  # begins the key of a field that the event added


def fields(offers: Offers, *, new: bool) -> Sequence[Group]:
    """Return the groups of the form; a new attendee's name may be that of a known person."""
    custom = [_custom_field(field) for field in offers.custom]
    shown = [
        Group(lambda: _("Person"), _person(offers, new=new)),
        Group(lambda: _("Registration"), _registration(offers)),
        Group(lambda: _("Contact"), _contact()),
        Group(lambda: _("Group and seat"), (*groups.together(offers), *groups.seats(offers))),
        Group(lambda: _("Fee"), groups.fee(offers)),
        Group(lambda: _("Hotel"), groups.stay(offers)),
        Group(lambda: _("Meals at the event"), groups.meals(offers)),
        Group(lambda: _("Arrival and departure"), groups.travel(offers)),
        Group(lambda: _("Invoice"), groups.invoice(offers)),
        Group(lambda: _("Spelling of the name"), _spelling()),
        Group(lambda: _("Notes"), _notes()),
    ]
    if custom:
        shown.insert(3, Group(lambda: _("Fields of this event"), custom))
    return shown


def _person(offers: Offers, *, new: bool) -> Sequence[Field]:
    name: Editor = Lookup(offers.find_people, free=True, holds=NAME) if new else Line(holds=NAME)
    return (
        Field(
            "name",
            lambda: _("Name"),
            name,
            required=True,
            help=(lambda: _("Choose a person who is already known, or type a new name."))
            if new
            else None,
        ),
        Field("unit", lambda: _("Organisation"), Lookup(offers.find_organisations, free=True)),
        Field("department", lambda: _("Department"), Line()),
        Field("title", lambda: _("Title"), Line()),
        Field("title_other", lambda: _("Title in English"), Line()),
        Field("other_name", lambda: _("Name in another language"), Line()),
        Field("honorific", lambda: _("Form of address"), Line()),
        Field("sex", lambda: _("Sex"), Choice(partial(_words_of, SEXES, optional=True))),
        Field("portrait", lambda: _("Portrait"), Image()),
    )


def _registration(offers: Offers) -> Sequence[Field]:
    return (
        Field("category_id", lambda: _("Category"), Choice(partial(_named, offers.categories))),
        Field("status", lambda: _("Status"), Choice(partial(_words_of, STATUSES))),
        Field(
            "forums",
            lambda: _("Forums"),
            Choices(partial(_forums, offers.forums), height=min(150, 30 * len(offers.forums) + 8)),
            help=lambda: _("When a forum is full, the place is on its waiting list."),
        ),
        Field(
            "number",
            lambda: _("Registration number"),
            Line(holds=NUMBER),
            help=lambda: _("Leave empty for the next free number."),
        ),
        Field("tags", lambda: _("Tags"), Tags()),
    )


def _contact() -> Sequence[Field]:
    return (
        Field("mobile", lambda: _("Mobile"), Line(holds=NUMBER)),
        Field("phone", lambda: _("Other telephone"), Line(holds=NUMBER)),
        Field("email", lambda: _("E-mail"), Line(holds=NUMBER)),
        Field(
            "shares_phone",
            lambda: _("Number in lists"),
            Choice(yes_no),
            help=lambda: _("Whether the person agreed that lists are printed with the number."),
        ),
        Field(
            "document_kind",
            lambda: _("Identity document"),
            Choice(partial(_words_of, DOCUMENTS, optional=True)),
            help=lambda: _("Only where it is needed: hotel, visa, insurance."),
        ),
        Field("document_number", lambda: _("Document number"), Line(holds=NUMBER)),
    )


def _spelling() -> Sequence[Field]:
    return (
        Field(
            "pinyin",
            lambda: _("Pinyin"),
            Line(),
            help=lambda: _("Worked out from the name; what you write here is kept."),
        ),
        Field("passport_family", lambda: _("Surname in the passport"), Line()),
        Field("passport_given", lambda: _("Given name in the passport"), Line()),
    )


def _notes() -> Sequence[Field]:
    return (
        Field(
            "door_note",
            lambda: _("Note for the door"),
            Line(),
            help=lambda: _("Shown to the staff when the badge is scanned."),
        ),
        Field("notes", lambda: _("Notes"), Lines()),
    )


def own_editor(field: CustomField) -> Editor:
    """Return the editor of a field of the event's own, by its kind."""
    options = [(choice, choice) for choice in field.choices]
    height = min(max(len(options), 1), 6) * 26 + 8
    editors: Mapping[FieldKind, MakeEditor] = {
        FieldKind.TEXT: Line,
        FieldKind.NUMBER: lambda: Decimal(optional=True),
        FieldKind.DATE: lambda: Date(optional=True),
        FieldKind.CHOICE: lambda: Choice(lambda: options, editable=True),
        FieldKind.CHOICES: lambda: Choices(lambda: options, height, free=True),
        FieldKind.YES_NO: lambda: Choice(yes_no),
    }
    return editors[field.kind]()


def _custom_field(field: CustomField) -> Field:
    label = partial(in_words, field.label, field.label_other)
    return Field(CUSTOM + field.key, label, own_editor(field))


def _named(categories: Sequence[Category]) -> Sequence[tuple[object, str]]:
    return [
        (None, _("none")),
        *((one.id, in_words(one.name, one.name_other)) for one in categories),
    ]


def _forums(forums: Sequence[Forum]) -> Sequence[tuple[object, str]]:
    return [(one.id, in_words(one.name, one.name_other)) for one in forums]


def _words_of(words: Mapping[Any, str], *, optional: bool = False) -> Sequence[tuple[object, str]]:
    options: list[tuple[object, str]] = [(key, _(word)) for key, word in words.items()]
    return [(None, "—"), *options] if optional else options
