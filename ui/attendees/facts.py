"""What the pane says about an attendee, fact by fact; private ones with a masked form."""

from collections.abc import Iterator, Sequence

from summit_desk.domain.attendee_detail import AttendeeDetail
from summit_desk.domain.bulk_edits import value_words
from summit_desk.domain.numbers import masked_document
from summit_desk.domain.phones import masked_email, masked_phone
from summit_desk.domain.records import Attendee, CustomField, Person
from summit_desk.support.i18n import _, in_words
from ui.attendees.stay_facts import Doubts, Fact, company_facts, money_facts, stay_facts


def facts_of(detail: AttendeeDetail, fields: Sequence[CustomField]) -> Iterator[Fact]:
    """Yield the facts that are there, in the order of the pane."""
    attendee, doubts = detail.attendee, _doubts(detail)
    for at, work in enumerate(detail.work):
        text = " · ".join(filter(None, (work.unit, work.duty)))
        yield Fact("work", _("Organisation / title") if at == 0 else _("Also"), text)
    yield from _contact(detail.person, doubts)
    for fact in (
        *company_facts(detail),
        *stay_facts(attendee, doubts),
        *money_facts(attendee, doubts),
        *_shown(("door", _("Note for the door"), attendee.door_note)),
        *own_facts(attendee, fields),
        *_shown(("notes", _("Notes"), attendee.notes), ("source", _("Came from"), attendee.source)),
    ):
        if fact.value:
            yield fact


def _doubts(detail: AttendeeDetail) -> dict[str, str]:
    return {field: _(sentence) for field, sentence in reversed(detail.doubts)}


def own_facts(attendee: Attendee, fields: Sequence[CustomField]) -> Iterator[Fact]:
    """Yield the event's own fields in their order, then what is kept of fields now gone."""
    order = {one.key: one for one in fields}
    kept = [key for key in order if key in attendee.custom]
    for key in (*kept, *(key for key in attendee.custom if key not in order)):
        title = in_words(order[key].label, order[key].label_other) if key in order else key
        yield Fact(f"custom:{key}", title, value_words(attendee.custom[key]))


def _contact(person: Person, doubts: Doubts) -> Iterator[Fact]:
    number, email, document = person.mobile or person.phone, person.email, person.document_number
    doubt = doubts.get("mobile", "")
    yield Fact("mobile", _("Mobile"), number or "—", masked_phone(number) if number else "", doubt)
    if email:
        yield Fact("email", _("E-mail"), email, masked_email(email), doubts.get("email", ""))
    if document:
        doubt, masked = doubts.get("document_number", ""), masked_document(document)
        yield Fact("document", _("Identity document"), document, masked, doubt)


def _shown(*facts: tuple[str, str, str]) -> Iterator[Fact]:
    return (Fact(key, title, value) for key, title, value in facts if value)
