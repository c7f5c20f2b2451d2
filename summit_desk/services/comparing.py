"""Two records side by side, as whoever merges them wants to see them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from db.unit import View
from summit_desk.domain.attendee_words import FEES, SEXES, STATUSES
from summit_desk.domain.bulk_edits import value_words
from summit_desk.domain.duplicate_lists import ComparedField, ComparedPart, Comparison, Side
from summit_desk.domain.field_words import field_word
from summit_desk.domain.merging import OF_ATTENDEE, OWN, proposed_of, said
from summit_desk.domain.numbers import masked_document
from summit_desk.domain.organisation_words import organisation_kind_word
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeGroup,
    Badge,
    Category,
    CustomField,
    Event,
    Forum,
    Membership,
    Organisation,
    Person,
    Position,
    Record,
    Scan,
    SessionPart,
    Speaker,
    Traveller,
)
from summit_desk.services.registering import work_of
from summit_desk.support.i18n import _, in_words

Both = tuple[Attendee | None, Attendee | None]
Words = Callable[[Attendee], str]
PERSON, ATTENDEE = "person.", "attendee."  # what the keys of the choices begin with


def compared_people(view: View, kept_id: UUID, other_id: UUID) -> Comparison:
    """Return two people with their roles and their registrations of one event."""
    kept, other = view.get(Person, kept_id), view.get(Person, other_id)
    parts = [ComparedPart(_("Person"), [*_person(view, kept, other)])]
    mine = {one.event_id: one for one in view.all(Attendee, person_id=kept.id)}
    theirs = {one.event_id: one for one in view.all(Attendee, person_id=other.id)}
    for event_id in dict.fromkeys((*mine, *theirs)):
        event = view.get(Event, event_id)
        fields = _registrations(view, mine.get(event_id), theirs.get(event_id))
        title = _("Registration: {event}").format(event=in_words(event.name, event.name_other))
        parts.append(ComparedPart(title, [*fields]))
    return Comparison(Side(kept.id, kept.name, ""), Side(other.id, other.name, ""), parts)


def compared_units(view: View, kept_id: UUID, other_id: UUID) -> Comparison:
    """Return two organisations with what hangs on them."""
    kept, other = view.get(Organisation, kept_id), view.get(Organisation, other_id)
    plain = ("full_name", "short_name", "name_other", "credit_code", "address", "website")
    fields = [_field(name, "", kept, other) for name in plain]
    kinds = (organisation_kind_word(kept.kind), organisation_kind_word(other.kind))
    fields.append(_line("kind", field_word("kind"), kinds))
    aliases = [in_words("、", ", ").join(one.aliases) for one in (kept, other)]
    fields.append(_line("", field_word("aliases"), aliases, united=True))
    for label, kind in ((_("People"), Position), (_("Memberships"), Membership)):
        counts = [str(view.count(kind, organisation_id=one.id) or "") for one in (kept, other)]
        fields.append(_line("", label, counts, united=True))
    parts = [ComparedPart(_("Organisation"), fields)]
    first, second = (Side(one.id, one.full_name, "") for one in (kept, other))
    return Comparison(first, second, parts)


def _person(view: View, kept: Person, other: Person) -> Iterator[ComparedField]:
    yield ComparedField(f"{PERSON}name", _("Name"), kept.name, other.name)
    yield _field("other_name", "", kept, other, united=True)
    works = [_work(view, one) for one in (kept, other)]
    label = _("Organisation / title")
    yield _line(f"{PERSON}positions", label, works)
    sexes = [_(SEXES[one.sex]) if one.sex else "" for one in (kept, other)]
    yield _line(f"{PERSON}sex", field_word("sex"), sexes)
    for name in ("birth_date", "mobile"):
        yield _field(name, PERSON, kept, other)
    yield _field("phone", "", kept, other, united=True)
    for name in ("email", "honorific"):
        yield _field(name, PERSON, kept, other)
    documents = [masked_document(one.document_number) for one in (kept, other)]
    yield _line(f"{PERSON}document_number", field_word("document_number"), documents)
    portraits = [_("yes") if one.portrait_id else "" for one in (kept, other)]
    yield _line("", _("Portrait"), portraits, united=True)
    yield _field("biography", PERSON, kept, other)
    yield _field("notes", "", kept, other, united=True)
    roles = (
        (_("Speaker"), Speaker),
        (_("Parts in sessions"), SessionPart),
        (_("Trips"), Traveller),
    )
    for word, kind in roles:
        counts = [str(view.count(kind, person_id=one.id) or "") for one in (kept, other)]
        if any(counts):
            yield _line("", word, counts, united=True)


def _work(view: View, person: Person) -> str:
    return "\n".join(
        " · ".join(filter(None, (work.unit, work.duty))) for work in work_of(view, person.id)
    )


def _registrations(
    view: View, kept: Attendee | None, other: Attendee | None
) -> Iterator[ComparedField]:
    """Yield the fields of both registrations; where one is missing the other moves whole."""
    both = (kept, other)
    alone = kept is None or other is None
    linked: dict[str, Words] = {
        "category_id": lambda one: _category(view, one),
        "group_id": lambda one: _group(view, one),
        "companion_of_id": lambda one: _accompanied(view, one),
    }
    yield _of_both(both, "number", lambda one: one.number, united=True)
    yield _of_both(both, "status", lambda one: _(STATUSES[one.status]), united=True)
    for name in OF_ATTENDEE:
        words = linked.get(name) or partial(_text, name=name)
        field = _of_both(both, name, words, united=alone)
        if field.kept or field.other:
            yield field
    fee = _of_both(both, "fee_status", _fee, united=alone)
    proposed = kept is not None and other is not None and "fee_status" in proposed_of(kept, other)
    yield replace(fee, proposed=proposed)
    yield _of_both(both, "tags", lambda one: in_words("、", ", ").join(one.tags), united=True)
    yield _united(both, _("Meals at the event"), lambda one: in_words("、", ", ").join(one.meals))
    yield from _own_fields(view, both, alone=alone)
    yield _united(both, _("Forums"), lambda one: _forums(view, one))
    yield _united(both, _("Badges printed"), lambda one: _count(view, Badge, one))
    yield _united(both, _("Scans at the door"), lambda one: _count(view, Scan, one))


def _own_fields(view: View, both: Both, *, alone: bool) -> Iterator[ComparedField]:
    """Yield the event's own fields of which one of both says something."""
    one = both[0] or both[1]
    for own in view.all(CustomField, event_id=one.event_id) if one else ():
        texts = [_own(side, own.key) for side in both]
        if any(texts):
            key = "" if alone else f"{ATTENDEE}{OWN}{own.key}"
            yield _line(key, in_words(own.label, own.label_other), texts, united=alone)


def _own(side: Attendee | None, key: str) -> str:
    value = side.custom.get(key) if side else None
    return "" if value in (None, "", []) else value_words(value)


def _line(key: str, label: str, texts: Sequence[str], united: bool = False) -> ComparedField:  # noqa: FBT001, FBT002 -- as the field
    kept, other = texts
    return ComparedField(key, label, kept, other, united)


def _of_both(both: Both, name: str, words: Words, *, united: bool) -> ComparedField:
    texts = ["" if one is None else words(one) for one in both]
    return _line("" if united else f"{ATTENDEE}{name}", field_word(name), texts, united)


def _united(both: Both, label: str, words: Words) -> ComparedField:
    texts = ["" if one is None else words(one) for one in both]
    return _line("", label, texts, united=True)


def _field(
    name: str, prefix: str, kept: Record, other: Record, *, united: bool = False
) -> ComparedField:
    key = "" if united else f"{prefix}{name}"
    return ComparedField(key, field_word(name), _text(kept, name), _text(other, name), united)


def _text(record: Record, name: str) -> str:
    value = getattr(record, name)
    return "" if value in (None, "", ()) else said(name, value)


def _category(view: View, attendee: Attendee) -> str:
    category = view.find(Category, id=attendee.category_id) if attendee.category_id else None
    return in_words(category.name, category.name_other) if category else ""


def _group(view: View, attendee: Attendee) -> str:
    group = view.find(AttendeeGroup, id=attendee.group_id) if attendee.group_id else None
    return group.name if group else ""


def _accompanied(view: View, attendee: Attendee) -> str:
    key = attendee.companion_of_id
    found = view.find(Attendee, id=key) if key else None
    return f"{found.number} {view.get(Person, found.person_id).name}" if found else ""


def _fee(attendee: Attendee) -> str:
    words = _(FEES[attendee.fee_status]) if attendee.fee_status else ""
    fee = f"{attendee.fee / 100:,.2f}" if attendee.fee else ""
    return " ".join(filter(None, (words, fee, attendee.payment_method)))


def _forums(view: View, attendee: Attendee) -> str:
    keys = [choice.forum_id for choice in view.all(AttendeeForum, attendee_id=attendee.id)]
    forums: Sequence[Forum] = view.all(Forum, id=keys)
    return in_words("、", ", ").join(in_words(one.name, one.name_other) for one in forums)


def _count(view: View, kind: type[Record], attendee: Attendee) -> str:
    return str(view.count(kind, attendee_id=attendee.id) or "")
