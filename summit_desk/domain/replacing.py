"""What stays and what goes when somebody else comes on a registration (换人)."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from summit_desk.domain.badge_codes import SERIALS
from summit_desk.domain.records import Attendee, AttendeeStatus, Person
from summit_desk.domain.registration import NOT_COMING, Unit


@dataclass(frozen=True)
class Newcomer:
    """Who comes instead: a person on file, or somebody new with a place of work."""

    known: UUID | None = None
    person: Person | None = None
    unit: Unit = field(default_factory=Unit)


def taken_over(attendee: Attendee, person_id: UUID, *, keeps_badge: bool) -> Attendee:
    """Return the registration in another person's name.

    Number, seat, room, payment, invoice, group and forums stay; what the other one eats, how
    they travel and what the door should know about them goes. The old badge is void, unless
    it is kept: its token stays, so that the door says what became of it.
    """
    serial = attendee.serial if keeps_badge else min(attendee.serial + 1, SERIALS)
    coming = attendee.status in NOT_COMING - {AttendeeStatus.BLOCKED}
    return replace(
        attendee,
        person_id=person_id,
        serial=serial,
        valid_serial=attendee.valid_serial if keeps_badge else serial,
        status=AttendeeStatus.CONFIRMED if coming else attendee.status,
        companion_of_id=None,
        room_mate="",
        meals=(),
        diet="",
        arrival_at=None,
        arrival_by="",
        arrival_place="",
        needs_pickup=None,
        departure_at=None,
        departure_by="",
        departure_place="",
        needs_dropoff=None,
        shares_phone=None,
        door_note="",
    )
