"""Answers of guests taken over from stations: a union, of which the latest counts."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from uuid import UUID, uuid5

from db.queries import answers as questions
from db.queries.stations import names_of
from db.unit import Unit, View
from summit_desk.domain.check_in import answers as rules
from summit_desk.domain.check_in.answers import NOTHING, AnswerConflict, Asked
from summit_desk.domain.check_in.merging import origin_of
from summit_desk.domain.records import Answer, Attendee, CustomField
from summit_desk.services.stations import marks_of


def settle(unit: Unit, new: Collection[Answer], fresh: Collection[UUID]) -> None:
    """Add answers, and write into each person's fields what counts now.

    What the desk itself had written there is one of the answers, with the time of the history.
    `fresh` are people who came in with these answers: their fields hold nothing of the desk's.
    """
    people = {answer.attendee_id for answer in new}
    attendees = unit.all(Attendee, order=("id",), id=people)
    known = rules.by_question(unit.all(Answer, attendee_id=people))
    wanted = {rules.asked(answer) for answer in new}
    own = [
        answer
        for attendee in attendees
        if attendee.id not in fresh
        for answer in _written_here(unit, attendee, wanted, known)
    ]
    unit.put_all([*new, *own])
    counting = _counting([*new, *own, *(one for group in known.values() for one in group)])
    unit.put_all(replace(one, custom=rules.told(one.custom, counting[one.id])) for one in attendees)


def answer_conflicts_of(view: View, event_id: UUID) -> list[AnswerConflict]:
    """Return the questions of an event that two places have different answers to."""
    marks = marks_of(view, event_id)
    answers = view.all(Answer, event_id=event_id)
    copied = {mark.id for mark in marks if mark.copied}

    def origin(answer: Answer) -> UUID | None:
        """Tell the place; of two copies of a file nobody can say which one it was."""
        place = origin_of(answer.station, marks)
        return answer.id if place in copied else place

    found = rules.conflicts(answers, origin)
    names = names_of(view.session, {one.kept.attendee_id for one in found})
    fields = {field.key: field for field in view.all(CustomField, event_id=event_id)}
    return [_named(one, *names[one.kept.attendee_id], fields.get(one.kept.field)) for one in found]


def _named(
    conflict: AnswerConflict, number: str, name: str, field: CustomField | None
) -> AnswerConflict:
    told = replace(conflict, number=number, name=name)
    return (
        told if field is None else replace(told, label=field.label, label_other=field.label_other)
    )


def _written_here(
    unit: Unit, attendee: Attendee, wanted: Collection[Asked], known: dict[Asked, list[Answer]]
) -> Iterator[Answer]:
    """Return what was written at the desk about the questions, and is no answer that is known.

    Its key follows from what it is, so that it is the same in whatever order files come.
    """
    for key in sorted(field for person, field in wanted if person == attendee.id):
        value, before = attendee.custom.get(key), known.get((attendee.id, key), [])
        last = before[-1].value if before else None
        if value == last or (value in NOTHING and last in NOTHING):
            continue
        at, actor = questions.written_at(unit.session, attendee.id, key, value)
        at = at or attendee.registered_at
        yield Answer(
            id=uuid5(attendee.id, f"{key} {value!r} {at.isoformat()}"),
            event_id=attendee.event_id,
            attendee_id=attendee.id,
            field=key,
            value=value,
            station="",
            operator=actor,
            at=at,
            sequence=0,
        )


def _counting(answers: Iterable[Answer]) -> dict[UUID, dict[str, Answer]]:
    """Return the answer that counts, by person and question."""
    found: dict[UUID, dict[str, Answer]] = {}
    for (person, field), group in rules.by_question(answers).items():
        found.setdefault(person, {})[field] = group[-1]
    return found
