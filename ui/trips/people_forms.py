"""The forms of travellers and of their papers, as tables of fields."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from summit_desk.domain.records import (
    DocumentKind,
    Person,
    Sex,
    TravelDocument,
    TravelDocumentKind,
    Traveller,
)
from summit_desk.domain.trip_view import TripView
from summit_desk.domain.trip_words import PAPER_STATES, PAPERS, ROLES
from summit_desk.support.i18n import N_, _
from ui.kit.choice_inputs import Find
from ui.kit.form import Choice, Date, Field, Group, Line, Lines, Lookup, Values
from ui.trips.entered import entered_in
from ui.trips.options import area_options, mate_options, named

if TYPE_CHECKING:
    from typing import Any

SEXES = {Sex.MALE: N_("male"), Sex.FEMALE: N_("female")}


def new_traveller_fields(view: TripView, find: Find) -> Sequence[Field]:
    """Return the fields with which somebody is taken along."""
    person = Lookup(find, _("Name, pinyin or organisation"), free=True)
    who = Field("person", lambda: _("Person"), person, required=True, help=_person_hint)
    return (who, *_seat_fields(view, None))


def _person_hint() -> str:
    return _("Choose somebody on file, or type the name of somebody new.")


def _seat_fields(view: TripView, own: object) -> tuple[Field, ...]:
    mates = Choice(lambda: mate_options(view, own))
    return (
        Field("role", lambda: _("Role"), Choice(named(ROLES))),
        Field("room_with_id", lambda: _("Shares a room with"), mates),
        Field("diet", lambda: _("Diet"), Line()),
        Field("notes", lambda: _("Notes"), Lines(64)),
    )


def traveller_fields(view: TripView, traveller: Traveller) -> Sequence[Group]:
    """Return the fields of a traveller and of the person."""
    sexes = Choice(lambda: [(None, ""), *named(SEXES)()])
    return (
        Group(lambda: _("On this trip"), _seat_fields(view, traveller.id)),
        Group(
            lambda: _("Person"),
            (
                Field("name", lambda: _("Name"), Line(), required=True),
                Field("passport_family", lambda: _("Family name in the passport"), Line()),
                Field("passport_given", lambda: _("Given name in the passport"), Line()),
                Field("sex", lambda: _("Sex"), sexes),
                Field("birth_date", lambda: _("Date of birth"), Date(optional=True)),
                Field("mobile", lambda: _("Mobile"), Line()),
            ),
        ),
    )


PERSON_KEYS = ("name", "passport_family", "passport_given", "sex", "birth_date", "mobile")


def traveller_values(traveller: Traveller, person: Person) -> Values:
    """Return what the form starts with."""
    return vars(traveller) | {key: getattr(person, key) for key in PERSON_KEYS}


def traveller_of(values: Values, traveller: Traveller) -> Traveller:
    """Return the traveller with what was entered."""
    return entered_in(values, traveller)


def person_of(values: Values, person: Person) -> Person | None:
    """Return the person when something of it was changed; an own spelling is kept for good."""
    known = cast("dict[str, Any]", {key: values[key] for key in PERSON_KEYS})
    changed = replace(person, **known)
    if changed == person:
        return None
    before = (person.passport_family, person.passport_given)
    spelled = (changed.passport_family.upper(), changed.passport_given.upper()) != before
    return replace(changed, spelling_fixed=person.spelling_fixed or spelled)


def paper_fields(view: TripView, paper: TravelDocument) -> Sequence[Field]:
    """Return the fields of a passport, a visa or an insurance."""
    areas = Choice(lambda: area_options(view), editable=True)
    area = Field("area", AREA_LABELS[paper.kind], areas, required=_needs_area(paper.kind))
    number = Field("number", lambda: _("Document number"), Line())
    first = (area, number) if _needs_area(paper.kind) else (number, area)
    return (
        *first,
        Field("issued_on", lambda: _issued_label(paper.kind), Date(optional=True)),
        Field("expires_on", lambda: _("Valid until"), Date(optional=True)),
        Field("status", lambda: _("Status"), Choice(named(PAPER_STATES))),
        Field("notes", lambda: _("Notes"), Lines(64)),
    )


def _needs_area(kind: TravelDocumentKind) -> bool:
    return kind is TravelDocumentKind.VISA


AREA_LABELS: dict[TravelDocumentKind, Callable[[], str]] = {
    TravelDocumentKind.PASSPORT: lambda: _("Issued by"),
    TravelDocumentKind.VISA: lambda: _("Visa for"),
    TravelDocumentKind.INSURANCE: lambda: _("Covers"),
}


def _issued_label(kind: TravelDocumentKind) -> str:
    return _("Issued on") if kind is TravelDocumentKind.PASSPORT else _("Valid from")


def paper_title(paper: TravelDocument, name: str) -> str:
    """Return the title of the form: "Passport of 严华"."""
    return _("{document} of {name}").format(document=_(PAPERS[paper.kind]), name=name)


def paper_of(values: Values, paper: TravelDocument) -> TravelDocument:
    """Return the document with what was entered."""
    entered = entered_in(values, paper)
    if paper.kind is TravelDocumentKind.PASSPORT and entered.document_kind is None:
        return replace(entered, document_kind=DocumentKind.PASSPORT)
    return entered
