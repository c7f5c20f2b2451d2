"""What a registration is made of, how what was typed is cleaned, and when it is valid."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from summit_desk.domain.errors import Problem
from summit_desk.domain.event_lists import clean_words
from summit_desk.domain.names import clean_name, split_name
from summit_desk.domain.numbers import clean_code, clean_document
from summit_desk.domain.phones import clean_email, clean_phones
from summit_desk.domain.records import Attendee, AttendeeStatus, Person
from summit_desk.domain.records.base import with_values
from summit_desk.domain.registration_rules import attendee_doubts, attendee_problems
from summit_desk.domain.seats import stored_seat
from summit_desk.domain.spelling import passport_from_reading, passport_spelling, pinyin
from summit_desk.domain.text_cleaning import clean_line, clean_text
from summit_desk.support.i18n import N_

LONGEST_NAME = 100
NUMBER_WIDTH = 4  # "0001"
FORUM_SEAT = "forum_seat:"  # begins the name of the field with the seat in a forum

# Who has one of these states takes no seat.
NOT_COMING = frozenset(
    {
        AttendeeStatus.CANCELLED,
        AttendeeStatus.DECLINED,
        AttendeeStatus.BLOCKED,
        AttendeeStatus.EXCUSED,
        AttendeeStatus.DUPLICATE,
    }
)


@dataclass(frozen=True)
class Unit:
    """Where somebody works, as a form gives it: a known organisation, or the name of one."""

    organisation_id: UUID | None = None
    name: str = ""
    department: str = ""
    title: str = ""
    title_other: str = ""

    def __bool__(self) -> bool:
        return bool(
            self.organisation_id or self.name or self.department or self.title or self.title_other
        )


@dataclass(frozen=True)
class Registration:
    """One person's registration as a form gives it.

    An empty number or token asks for a new one. `group` names a group that is joined or founded,
    in place of the attendee's `group_id`; `seats` are the seats in forums. `portrait` is the
    picture's file: None leaves what is there, empty bytes take it away.
    """

    attendee: Attendee
    person: Person
    unit: Unit = Unit()
    forums: tuple[UUID, ...] = ()
    portrait: bytes | None = None
    group: str = ""
    seats: Mapping[UUID, str] = field(default_factory=dict)


# Texts of a registration that are one line each.
LINES = (
    "payment_method",
    "hotel",
    "hotel_room",
    "room_type",
    "room_mate",
    "diet",
    "arrival_by",
    "arrival_place",
    "departure_by",
    "departure_place",
    "invoice_title",
    "invoice_kind",
    "invoice_address",
    "invoice_bank",
    "door_note",
)


def clean_registration(given: Registration) -> Registration:
    """Return the registration with every text as it is stored."""
    return replace(
        given,
        attendee=clean_attendee(given.attendee),
        person=clean_person(given.person),
        group=clean_line(given.group),
        seats={forum: stored_seat(seat) for forum, seat in given.seats.items()},
        unit=clean_unit(given.unit),
    )


def clean_unit(unit: Unit) -> Unit:
    """Return where somebody works with every text as it is stored."""
    return replace(
        unit,
        name=clean_line(unit.name),
        department=clean_line(unit.department),
        title=clean_line(unit.title),
        title_other=clean_line(unit.title_other),
    )


def clean_attendee(attendee: Attendee) -> Attendee:
    """Return the attendee with every text as it is stored."""
    lines: dict[str, Any] = {name: clean_line(getattr(attendee, name)) for name in LINES}
    return replace(
        attendee,
        **lines,
        number=clean_code(attendee.number),
        seat=stored_seat(attendee.seat),
        tax_number=clean_code(attendee.tax_number),
        invoice_email=clean_email(attendee.invoice_email)[0],
        notes=clean_text(attendee.notes),
        meals=clean_words(attendee.meals),
        tags=tuple(dict.fromkeys(tag for word in attendee.tags if (tag := clean_line(word)))),
    )


def clean_person(person: Person) -> Person:
    """Return the person with every text as it is stored, and the name spelled."""
    document = clean_document(person.document_number, person.document_kind)
    first, second = clean_phones(person.mobile), clean_phones(person.phone)
    others = (second.mobile, second.phone, first.phone if first.mobile else "")
    return with_spelling(
        replace(
            person,
            name=clean_name(person.name),
            family_name=clean_name(person.family_name),
            given_name=clean_name(person.given_name),
            pinyin=clean_line(person.pinyin).lower(),
            passport_family=clean_line(person.passport_family).upper(),
            passport_given=clean_line(person.passport_given).upper(),
            other_name=clean_line(person.other_name),
            honorific=clean_line(person.honorific),
            mobile=first.mobile or first.phone,
            phone="; ".join(dict.fromkeys(filter(None, others))),
            email=clean_email(person.email)[0],
            document_kind=document.kind if document.number else person.document_kind,
            document_number=document.number,
            biography=clean_text(person.biography),
            biography_other=clean_text(person.biography_other),
            notes=clean_text(person.notes),
        )
    )


def with_spelling(person: Person) -> Person:
    """Return the person with name parts, pinyin and passport spelling worked out from the name.

    With `spelling_fixed` what is there came from a person and stays; only gaps are filled.
    """
    parts = split_name(person.name)
    family, given = passport_spelling(person.name)
    if not person.spelling_fixed:
        return with_values(
            person,
            {
                "family_name": parts.family,
                "given_name": parts.given,
                "pinyin": pinyin(person.name),
                "passport_family": family,
                "passport_given": given,
            },
        )
    kept = person
    own = passport_from_reading(person.name, kept.pinyin)
    family, given = own or (family, given)
    if kept.family_name not in person.name or kept.given_name not in person.name:
        kept = replace(kept, family_name="", given_name="")
    return replace(
        person,
        family_name=kept.family_name or parts.family,
        given_name=kept.given_name or parts.given,
        pinyin=kept.pinyin or pinyin(person.name),
        passport_family=kept.passport_family or family,
        passport_given=kept.passport_given or given,
    )


def registration_problems(given: Registration) -> list[Problem]:
    """Return everything wrong with a registration; what is only odd is no problem."""
    return [*person_problems(given.person), *attendee_problems(given.attendee)]


def person_problems(person: Person) -> list[Problem]:
    """Return everything wrong with a person."""
    problems = []
    if not person.name:
        problems.append(Problem("name", N_("A name is needed.")))
    for part in ("name", "other_name"):
        if len(getattr(person, part)) > LONGEST_NAME:
            sentence = N_("A person's name can have at most {count} characters.")
            problems.append(Problem(part, sentence, {"count": LONGEST_NAME}))
    return problems


def number_taken(number: str, name: str) -> Problem:
    """Return the problem of a registration number that somebody else has."""
    sentence = N_("Number {number} belongs to {name}.")
    return Problem("number", sentence, {"number": number, "name": name})


def written_number(value: int) -> str:
    """Return a registration number as it is printed: "0001"."""
    return str(value).zfill(NUMBER_WIDTH)


def registration_doubts(given: Registration) -> Iterator[tuple[str, str]]:
    """Yield (field, msgid) of what looks odd about a registration as it was typed."""
    yield from person_doubts(given.person)
    yield from attendee_doubts(clean_attendee(given.attendee))


def person_doubts(person: Person) -> Iterator[tuple[str, str]]:
    """Yield (field, msgid) of what looks odd about a person's numbers; it never blocks."""
    for warning in clean_phones(person.mobile).warnings:
        yield "mobile", warning
    if warning := clean_email(person.email)[1]:
        yield "email", warning
    for warning in clean_document(person.document_number, person.document_kind).warnings:
        yield "document_number", warning
