"""The waiting list of a forum as people see it."""

from dataclasses import dataclass
from uuid import UUID

from summit_desk.domain.attendee_words import REASONS
from summit_desk.domain.records import Forum, WaitingReason
from summit_desk.support.i18n import _


@dataclass(frozen=True)
class Waiter:
    """Somebody who waits for a seat, and why."""

    attendee_id: UUID
    turn: int
    number: str
    name: str
    organisation: str
    reason: WaitingReason | None = None

    @property
    def id(self) -> UUID:
        """Return the attendee's key."""
        return self.attendee_id

    @property
    def why(self) -> str:
        """Return the reason in the current language."""
        return reason_words(self.reason)


@dataclass(frozen=True)
class WaitingList:
    """A forum's seats and who waits for one; `seats` is None without a limit."""

    forum: Forum
    seats: int | None
    seated: int
    waiters: tuple[Waiter, ...] = ()

    @property
    def is_full(self) -> bool:
        """Tell whether another seat would be one too many."""
        return self.seats is not None and self.seated >= self.seats


def reason_words(reason: WaitingReason | None) -> str:
    """Return why somebody waits, in the current language."""
    return _(REASONS[reason]) if reason is not None else ""
