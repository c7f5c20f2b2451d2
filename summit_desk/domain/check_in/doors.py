"""Who may enter at a check-in point."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from summit_desk.domain.check_in.outcome import Guest
from summit_desk.domain.records import CheckPoint


@dataclass(frozen=True, slots=True)
class Door:
    """A point with what its eligibility rests on.

    `forum_id` is the forum whose registration opens the door (None where the forum is the main
    one: that is for everybody); `named` are the attendees on the list of a trip leg.
    """

    point: CheckPoint
    forum_id: UUID | None = None
    named: frozenset[UUID] | None = None

    @property
    def is_open(self) -> bool:
        """Say whether everybody may enter."""
        narrow = self.point.category_ids or self.point.tags or self.forum_id
        return not narrow and self.named is None


def may_enter(door: Door, guest: Guest, forums: Collection[UUID]) -> bool:
    """Say whether the guest, registered for `forums`, meets any of the door's criteria.

    Any one is enough: "those registered for the forum, and the staff" is the usual list.
    """
    point = door.point
    return (
        door.is_open
        or guest.category_id in point.category_ids
        or not guest.tags.isdisjoint(point.tags)
        or door.forum_id in forums
        or (door.named is not None and guest.id in door.named)
    )
