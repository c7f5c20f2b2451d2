"""Who has a place in a forum and who waits: capacity, waiting list and moving up."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from db.queries.attendees import coming_among, seated
from db.unit import Unit, View
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    Forum,
    ForumPlace,
    Room,
    WaitingReason,
)
from summit_desk.domain.records.base import with_values

PART = 500  # keys asked for at once


def choose_forums(unit: Unit, attendee: Attendee, wanted: Collection[UUID]) -> set[UUID]:
    """Give an attendee these forums, newly chosen ones at the end of the waiting list.

    Returns the forums in which a seat may be taken or has become free: call `fill` with them.
    """
    held = {choice.forum_id: choice for choice in unit.all(AttendeeForum, attendee_id=attendee.id)}
    gone = [choice.id for key, choice in held.items() if key not in wanted]
    if gone:
        unit.remove(AttendeeForum, *gone)
    new = [key for key in dict.fromkeys(wanted) if key not in held]
    unit.put_all(
        AttendeeForum(attendee_id=attendee.id, forum_id=key, place=ForumPlace.WAITING)
        for key in new
    )
    return {*new, *(key for key in held if key not in wanted)}


def join(unit: Unit, attendees: Sequence[UUID], forum_id: UUID) -> None:
    """Put those who have not chosen a forum yet at the end of its waiting list."""
    held = {choice.attendee_id for choice in choices_of(unit, attendees, forum_id=forum_id)}
    unit.put_all(
        AttendeeForum(attendee_id=key, forum_id=forum_id, place=ForumPlace.WAITING)
        for key in attendees
        if key not in held
    )


def wait_again(unit: Unit, attendees: Sequence[UUID]) -> set[UUID]:
    """Put attendees who come after all on the waiting list; returns the forums they chose."""
    held = choices_of(unit, attendees)
    unit.put_all(replace(choice, place=ForumPlace.WAITING) for choice in held)
    return {choice.forum_id for choice in held}


def give_forum_seats(unit: Unit, attendee_id: UUID, seats: Mapping[UUID, str]) -> None:
    """Write where somebody sits in forums that are chosen."""
    held = unit.all(AttendeeForum, attendee_id=attendee_id) if seats else []
    unit.put_all(
        replace(choice, seat=seats[choice.forum_id]) for choice in held if choice.forum_id in seats
    )


def forums_of(view: View, attendees: Sequence[UUID]) -> set[UUID]:
    """Return the forums that any of these attendees chose."""
    return {choice.forum_id for choice in choices_of(view, attendees)}


def choices_of(
    view: View, attendees: Sequence[UUID], forum_id: UUID | None = None
) -> list[AttendeeForum]:
    """Return the forum choices of attendees, of all forums or of one."""
    return [
        choice
        for start in range(0, len(attendees), PART)
        for choice in view.all(AttendeeForum, attendee_id=attendees[start : start + PART])
        if forum_id in (None, choice.forum_id)
    ]


def fill(unit: Unit, forums: Iterable[UUID]) -> None:
    """Give the free seats of forums to those who wait and mean to come, the longest first."""
    for key in sorted(forums):
        forum = unit.find(Forum, id=key)
        if forum is not None:
            _fill(unit, forum)


def free_seats(view: View, forums: Iterable[UUID]) -> dict[UUID, int | None]:
    """Return how many may still sit in each forum; None is no limit."""
    found: dict[UUID, int | None] = {}
    for key in sorted(forums):
        if forum := view.find(Forum, id=key):
            most = capacity_of(view, forum)
            found[key] = None if most is None else max(0, most - seated(view.session, key))
    return found


def seated_at_once(
    choices: Iterable[AttendeeForum], free: Mapping[UUID, int | None]
) -> Iterator[AttendeeForum]:
    """Give new choices the seats that are free once the forums are filled, the first come first.

    What `fill` would do after they are written, without writing them twice.
    """
    left = dict(free)
    for choice in choices:
        seats = left.get(choice.forum_id, 0)
        if choice.reason is not WaitingReason.FULL or seats == 0:
            yield choice
            continue
        if seats is not None:
            left[choice.forum_id] = seats - 1
        yield with_values(choice, {"place": ForumPlace.REGISTERED, "reason": None})


def capacity_of(view: View, forum: Forum) -> int | None:
    """Return how many may sit in a forum: its own figure, or the room's, or no limit."""
    if forum.capacity is not None or forum.room_id is None:
        return forum.capacity
    return view.get(Room, forum.room_id).capacity


def _fill(unit: Unit, forum: Forum) -> None:
    held = unit.all(AttendeeForum, order=("id",), forum_id=forum.id, place=ForumPlace.WAITING)
    waiting = [choice for choice in held if choice.reason is not WaitingReason.BY_HAND]
    coming = coming_among(unit.session, [choice.attendee_id for choice in waiting])
    absent = [choice for choice in waiting if choice.attendee_id not in coming]
    ready = [choice for choice in waiting if choice.attendee_id in coming]
    seats = capacity_of(unit, forum)
    free = len(ready) if seats is None else max(0, seats - seated(unit.session, forum.id))
    unit.put_all(
        [
            *(replace(one, place=ForumPlace.REGISTERED, reason=None) for one in ready[:free]),
            *(replace(one, reason=WaitingReason.FULL) for one in ready[free:]),
            *(replace(one, reason=WaitingReason.NOT_COMING) for one in absent),
        ]
    )
