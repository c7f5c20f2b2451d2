"""Putting another person on a registration inside a unit of work."""

from dataclasses import replace
from uuid import UUID

from db.queries.scan_log import was_let_in
from db.unit import Unit
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid
from summit_desk.domain.errors.attendees import AlreadyArrived, AlreadyRegistered
from summit_desk.domain.records import Attendee, Person
from summit_desk.domain.registration import clean_person, clean_unit, person_problems
from summit_desk.domain.replacing import Newcomer, taken_over
from summit_desk.services.forum_places import fill, wait_again
from summit_desk.services.registering import new_token, put_first_position
from summit_desk.support.i18n import N_


def replace_on(unit: Unit, attendee_id: UUID, newcomer: Newcomer, *, keeps_badge: bool) -> Change:
    """Let somebody else come; the one before stays in the file.

    Raises AlreadyRegistered, AlreadyArrived, Invalid or Missing.
    """
    attendee = unit.get(Attendee, attendee_id)
    old = unit.get(Person, attendee.person_id)
    if was_let_in(unit.session, attendee.id):
        raise AlreadyArrived(name=old.name)
    new = _newcomer(unit, newcomer)
    held = unit.find(Attendee, event_id=attendee.event_id, person_id=new.id)
    if held is not None:
        raise AlreadyRegistered(name=new.name, number=held.number)
    taken = taken_over(attendee, new.id, keeps_badge=keeps_badge)
    if taken.serial == attendee.serial and not keeps_badge:  # no higher serial fits into a badge
        token = new_token(unit, attendee.event_id)
        taken = replace(taken, token=token, serial=1, valid_serial=1)
    unit.put(taken)
    if taken.status is not attendee.status:
        fill(unit, wait_again(unit, [attendee.id]))
    return unit.commit(
        N_("Replace {old} by {new}"),
        *(Topic.ATTENDEES, Topic.PEOPLE, Topic.CHECK_IN),
        subject=attendee.id,
        old=old.name,
        new=new.name,
    )


def _newcomer(unit: Unit, given: Newcomer) -> Person:
    if given.known is not None:
        return unit.get(Person, given.known)
    person = clean_person(given.person or Person(name=""))
    problems = person_problems(person)
    if problems:
        raise Invalid(problems)
    unit.put(person)
    put_first_position(unit, person.id, clean_unit(given.unit))
    return person
