"""The forums and seats that a list gives people, within the capacity of each forum."""

from collections.abc import Iterable
from uuid import UUID

from db.unit import Unit
from summit_desk.domain.imports.differences import forum_name, wanted_forums
from summit_desk.domain.imports.drafts import Draft
from summit_desk.domain.imports.registered import Registered, Snapshot
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    Forum,
    ForumPlace,
    WaitingReason,
)
from summit_desk.domain.records.base import with_values
from summit_desk.domain.registration import NOT_COMING
from summit_desk.domain.text_cleaning import fold_for_match
from summit_desk.services.forum_places import PART, fill, free_seats, seated_at_once
from summit_desk.services.import_names import Names

_Seats = dict[tuple[UUID, UUID], str]  # by attendee and forum


class ForumChoices:
    """Collects who joins and leaves which forum, and where they sit."""

    def __init__(self, snapshot: Snapshot, names: Names) -> None:
        self._snapshot, self._names = snapshot, names
        self._new: list[AttendeeForum] = []
        self._seats: _Seats = {}  # of those who are in the forum already
        self._left: set[tuple[UUID, UUID]] = set()
        self._crowded: set[UUID] = set()
        self._found: dict[str, Forum] = {}

    def choose(self, draft: Draft, attendee: Attendee, known: Registered | None) -> None:
        """Take over what a row says of forums."""
        if not (draft.forums or draft.all_forums or draft.forum_seats):
            return
        held = known.forums if known else frozenset()
        names = self._snapshot.forum_names
        before = {names[key] for key in held if key in names}
        wanted = wanted_forums(draft, before, self._snapshot)
        if wanted == before and not draft.forum_seats:
            return
        seats = {fold_for_match(name): seat for name, seat in draft.forum_seats.items()}
        chosen = set()
        for name in sorted(wanted):
            forum = self._forum(name)
            chosen.add(forum.id)
            seat = seats.get(fold_for_match(name)) if seats else None
            if forum.id not in held:
                self._new.append(self._choice(attendee, forum, seat or ""))
            elif seat is not None:
                self._seats[attendee.id, forum.id] = seat
        if not held <= chosen:
            self._left |= {(attendee.id, key) for key in held - chosen}

    def _forum(self, name: str) -> Forum:
        """Return the forum of a name, found or made; a list names the same few."""
        found = self._found.get(name)
        if found is None:
            found = self._names.forum(forum_name(name, self._snapshot))
            self._found[name] = found
        return found

    def put(self, unit: Unit) -> None:
        """Write the choices, and give the seats that are free."""
        attendees = sorted({attendee for attendee, _forum in (*self._left, *self._seats)})
        for start in range(0, len(attendees), PART):
            held = unit.all(AttendeeForum, attendee_id=attendees[start : start + PART])
            unit.put_all(_seated(held, self._seats))
            gone = [one.id for one in held if (one.attendee_id, one.forum_id) in self._left]
            if gone:
                unit.remove(AttendeeForum, *gone)
        fill(unit, self._crowded | {forum for _attendee, forum in self._left})
        unit.put_all(seated_at_once(self._new, free_seats(unit, self._crowded)))

    def _choice(self, attendee: Attendee, forum: Forum, seat: str) -> AttendeeForum:
        """Return the choice: of a forum with few seats for the time being on its waiting list."""
        absent = attendee.status in NOT_COMING
        limited = forum.capacity is not None or forum.room_id is not None
        if limited:
            self._crowded.add(forum.id)
        waits = limited or absent
        reason = WaitingReason.NOT_COMING if absent else WaitingReason.FULL if limited else None
        return AttendeeForum(
            attendee_id=attendee.id,
            forum_id=forum.id,
            place=ForumPlace.WAITING if waits else ForumPlace.REGISTERED,
            reason=reason,
            seat=seat,
        )


def _seated(held: Iterable[AttendeeForum], seats: _Seats) -> list[AttendeeForum]:
    return [
        with_values(one, {"seat": seat})
        for one in held
        if (seat := seats.get((one.attendee_id, one.forum_id))) is not None
    ]
