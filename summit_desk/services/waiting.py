"""The waiting lists of forums: who waits and why, another order, a seat now, and back again."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from db.queries.attendee_rows import attendee_rows
from db.queries.attendees import seated
from db.store import Store
from db.unit import Unit, View
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors.attendees import NobodyChosen
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    Forum,
    ForumPlace,
    Person,
    WaitingReason,
)
from summit_desk.domain.waiting import Waiter, WaitingList
from summit_desk.services.batches import attendees_among, carry_out, parts
from summit_desk.services.forum_places import capacity_of, choices_of, fill, join
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_


class WaitingService:
    """Shows and changes who waits for a seat in a forum."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def line(self, forum_id: UUID) -> WaitingList:
        """Return the waiting list of a forum, the next one first; raises Missing."""
        with self._store.view() as view:
            forum = view.get(Forum, forum_id)
            choices = _waiting(view, forum_id)
            rows = {
                row.id: row
                for row in attendee_rows(view.session, [one.attendee_id for one in choices])
            }
            waiters = tuple(
                Waiter(row.id, at, row.number, row.name, row.organisation, choice.reason)
                for at, choice in enumerate(choices, 1)
                if (row := rows.get(choice.attendee_id)) is not None
            )
            return WaitingList(
                forum, capacity_of(view, forum), seated(view.session, forum_id), waiters
            )

    def move(self, forum_id: UUID, attendee_id: UUID, by: int) -> Change:
        """Move somebody up (-1) or down (1) in the waiting list."""
        with self._store.unit() as unit:
            line = _waiting(unit, forum_id)
            at = next(n for n, one in enumerate(line) if one.attendee_id == attendee_id)
            to = min(max(at + by, 0), len(line) - 1)
            order = [*line[:at], *line[at + 1 :]]
            order.insert(to, line[at])
            _put_in_order(unit, line, order)
            return unit.commit(
                N_("Move {name} on the waiting list of {forum} to place {place}"),
                Topic.ATTENDEES,
                subject=attendee_id,
                name=_name(unit, attendee_id),
                forum=unit.get(Forum, forum_id).name,
                place=str(to + 1),
            )

    def give_seats(self, keys: Collection[UUID], forum_id: UUID) -> Change:
        """Give attendees a seat now, even when the forum then has more people than seats."""
        one = N_("Give {name} a seat in {value}")
        many = N_("Give {count} attendees a seat in {value}")

        def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
            attendees = [attendee.id for attendee in chosen]
            join(unit, attendees, forum_id)
            unit.put_all(
                replace(choice, place=ForumPlace.REGISTERED, reason=None)
                for choice in choices_of(unit, attendees, forum_id)
            )

        return carry_out(self._store, keys, change, (one, many), value=self._name(forum_id))

    def put_waiting(
        self, keys: Collection[UUID], forum_id: UUID, progress: Progress = SILENT
    ) -> Change:
        """Put attendees on the waiting list by hand; their seats go to those who wait.

        They wait until somebody gives them a seat.
        """
        one = N_("Put {name} on the waiting list of {value}")
        many = N_("Put {count} attendees on the waiting list of {value}")

        def change(unit: Unit, chosen: Sequence[Attendee]) -> None:
            attendees = [attendee.id for attendee in chosen]
            join(unit, attendees, forum_id)
            unit.put_all(
                replace(choice, place=ForumPlace.WAITING, reason=WaitingReason.BY_HAND)
                for choice in choices_of(unit, attendees, forum_id)
            )
            fill(unit, (forum_id,))

        return carry_out(
            self._store, keys, change, (one, many), progress, value=self._name(forum_id)
        )

    def _name(self, forum_id: UUID) -> str:
        with self._store.view() as view:
            return view.get(Forum, forum_id).name


def take_into(
    store: Store, keys: Collection[UUID], forum_id: UUID, progress: Progress = SILENT
) -> Change:
    """Register attendees for a forum; the step says how many have a seat and how many wait.

    Raises NobodyChosen.
    """
    with store.unit() as unit:
        unit.watched_by(progress)
        chosen = attendees_among(unit, keys)
        if not chosen:
            raise NobodyChosen
        forum, attendees = unit.get(Forum, forum_id), [one.id for one in chosen]
        join(unit, attendees, forum_id)
        fill(unit, (forum_id,))
        held = choices_of(unit, attendees, forum_id)
        waiting = sum(choice.place is ForumPlace.WAITING for choice in held)
        alone = len(chosen) == 1
        return unit.commit(
            _label(alone=alone, waiting=waiting),
            Topic.ATTENDEES,
            subject=attendees[0] if alone else None,
            value=forum.name,
            name=_name(unit, attendees[0]) if alone else "",
            count=f"{len(chosen):,}",
            seated=f"{len(chosen) - waiting:,}",
            waiting=f"{waiting:,}",
            seats=f"{capacity_of(unit, forum) or 0:,}",
        )


def _label(*, alone: bool, waiting: int) -> str:
    if not waiting:
        return N_("Add {name} to {value}") if alone else N_("Add {count} attendees to {value}")
    if alone:
        return N_("Put {name} on the waiting list of {value}: the forum has {seats} seats")
    return N_(
        "Add {count} attendees to {value}: {seated} have a seat, {waiting} wait, "
        "the forum has {seats} seats"
    )


def _waiting(view: View, forum_id: UUID) -> list[AttendeeForum]:
    return view.all(AttendeeForum, order=("id",), forum_id=forum_id, place=ForumPlace.WAITING)


def _put_in_order(
    unit: Unit, line: Sequence[AttendeeForum], order: Sequence[AttendeeForum]
) -> None:
    """Deal the places of the line out anew: who has the older key is served first."""
    moved = [(place, choice) for place, choice in zip(line, order, strict=True) if place != choice]
    for part in parts([place.id for place, _choice in moved]):
        unit.remove(AttendeeForum, *part)
    unit.put_all(replace(choice, id=place.id) for place, choice in moved)


def _name(view: View, attendee_id: UUID) -> str:
    return view.get(Person, view.get(Attendee, attendee_id).person_id).name
