"""What the pane and the form show of one attendee, read in one view."""

from uuid import UUID

from db.queries.registrations import waiting_line
from db.unit import View
from summit_desk.domain.attendee_detail import AttendeeDetail, Companion, ForumStay
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeGroup,
    Category,
    Forum,
    ForumPlace,
    Person,
)
from summit_desk.domain.registration import Registration, registration_doubts
from summit_desk.services.attendee_doubts import mate_doubts
from summit_desk.services.registering import portrait_of, work_of


def detail_of(view: View, attendee_id: UUID) -> AttendeeDetail:
    """Return everything about one attendee; raises Missing."""
    attendee = view.get(Attendee, attendee_id)
    person = view.get(Person, attendee.person_id)
    guest = view.find(Attendee, id=attendee.companion_of_id)
    companions = view.all(Attendee, companion_of_id=attendee_id, order=("number",))
    return AttendeeDetail(
        attendee,
        person,
        work_of(view, person.id),
        view.find(Category, id=attendee.category_id),
        stays_of(view, attendee_id),
        portrait_of(view, person),
        view.find(AttendeeGroup, id=attendee.group_id),
        companion(view, guest) if guest else None,
        tuple(companion(view, one) for one in companions),
        (
            *registration_doubts(Registration(attendee, person)),
            *mate_doubts(view, attendee, person),
        ),
    )


def stays_of(view: View, attendee_id: UUID) -> tuple[ForumStay, ...]:
    """Return the forums of an attendee in the order of the agenda, with the turns of waiting."""
    held = {one.forum_id: one for one in view.all(AttendeeForum, attendee_id=attendee_id)}
    return tuple(_stay(view, forum, held[forum.id]) for forum in view.all(Forum, id=set(held)))


def companion(view: View, attendee: Attendee) -> Companion:
    """Return an attendee as others name them."""
    name = view.get(Person, attendee.person_id).name
    return Companion(attendee.id, attendee.number, name, attendee.status)


def _stay(view: View, forum: Forum, choice: AttendeeForum) -> ForumStay:
    if choice.place is not ForumPlace.WAITING:
        return ForumStay(forum, choice)
    line = waiting_line(view.session, forum.id)
    return ForumStay(forum, choice, line.index(choice.attendee_id) + 1, len(line))
