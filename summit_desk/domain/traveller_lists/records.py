"""What a row of a delegation's list makes of a person, a seat and a passport."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from summit_desk.domain.choice_words import choice_word
from summit_desk.domain.list_people import bare_name
from summit_desk.domain.records import (
    Person,
    TravelDocument,
    TravelDocumentKind,
    TravelDocumentStatus,
    Traveller,
)
from summit_desk.domain.remarks import Changed
from summit_desk.domain.traveller_lists.reading import TravellerDraft
from summit_desk.support.i18n import N_

_LABELS = {
    "sex": N_("Sex"),
    "birth_date": N_("Date of birth"),
    "mobile": N_("Mobile phone"),
    "email": N_("E-mail"),
    "passport_family": N_("Family name as in passport"),
    "passport_given": N_("Given name as in passport"),
    "role": N_("Role"),
    "diet": N_("Diet"),
    "notes": N_("Notes"),
    "number": N_("Passport number"),
    "issued_on": N_("Issued on"),
    "expires_on": N_("Expires on"),
    "document_kind": N_("Kind of document"),
}


def person_after(person: Person | None, draft: TravellerDraft) -> Person:
    """Return the person with what the row says; a spelling that is fixed stays."""
    held = person or Person(name=bare_name(draft.named.name))
    held = replace(
        held,
        sex=draft.sex or held.sex,
        birth_date=draft.birth_date or held.birth_date,
        mobile=draft.mobile or held.mobile,
        email=draft.email or held.email,
    )
    if held.spelling_fixed or not draft.passport_family:
        return held
    return replace(
        held,
        passport_family=draft.passport_family,
        passport_given=draft.passport_given,
        spelling_fixed=True,
    )


def seat_after(seat: Traveller, draft: TravellerDraft) -> Traveller:
    """Return the seat with what the row says."""
    return replace(
        seat,
        role=draft.role if draft.role_is_said else seat.role,
        diet=draft.diet or seat.diet,
        notes=draft.notes or seat.notes,
    )


def passport_after(
    held: TravelDocument | None, seat: Traveller, draft: TravellerDraft
) -> TravelDocument | None:
    """Return the passport as the row has it; none if neither knows of one."""
    if not draft.has_passport:
        return held
    paper = held or TravelDocument(traveller_id=seat.id, kind=TravelDocumentKind.PASSPORT)
    number = draft.number or paper.number
    missing = paper.status is TravelDocumentStatus.MISSING and number
    return replace(
        paper,
        status=TravelDocumentStatus.GRANTED if missing else paper.status,
        document_kind=draft.document_kind or paper.document_kind,
        number=number,
        issued_on=draft.issued_on or paper.issued_on,
        expires_on=draft.expires_on or paper.expires_on,
    )


def without_data(paper: TravelDocument) -> TravelDocument:
    """Return a passport of which nothing is known yet."""
    return replace(paper, number="", issued_on=None, expires_on=None, document_kind=None)


def changed_fields(before: object, after: object) -> Iterator[Changed]:
    """Yield the fields in which two versions of a record differ."""
    for name, label in _LABELS.items():
        old, new = (vars(record).get(name) for record in (before, after))
        if old != new:
            yield Changed(label, _said(old), _said(new))


@dataclass(frozen=True)
class _Chosen:
    """A choice, said in the language in which it is shown."""

    value: StrEnum

    def __str__(self) -> str:
        return choice_word(type(self.value), self.value)


def _said(value: object) -> object:
    if value is None:
        return ""
    return _Chosen(value) if isinstance(value, StrEnum) else value
