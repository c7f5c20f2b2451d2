"""Everything that is known of one attendee, as the pane and the form show it."""

from dataclasses import dataclass
from uuid import UUID

from summit_desk.domain.attendee_lists import Work
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeGroup,
    AttendeeStatus,
    Category,
    Forum,
    ForumPlace,
    Person,
    Picture,
)


@dataclass(frozen=True)
class ForumStay:
    """A forum that somebody chose: a seat there, or the turn on its waiting list."""

    forum: Forum
    choice: AttendeeForum
    turn: int = 0  # 3rd …
    waiting: int = 0  # … of 7


@dataclass(frozen=True)
class Companion:
    """Another registration that belongs to one: the guest, somebody who comes along."""

    id: UUID
    number: str
    name: str
    status: AttendeeStatus

    def __str__(self) -> str:
        return " ".join(filter(None, (self.number, self.name)))


@dataclass(frozen=True)
class AttendeeDetail:
    """Everything about one attendee; `doubts` are hints (msgids) that nothing waits for."""

    attendee: Attendee
    person: Person
    work: tuple[Work, ...] = ()
    category: Category | None = None
    stays: tuple[ForumStay, ...] = ()
    portrait: Picture | None = None
    group: AttendeeGroup | None = None
    guest: Companion | None = None  # whom this one accompanies
    companions: tuple[Companion, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()  # of which field, and what

    @property
    def forums(self) -> tuple[tuple[Forum, ForumPlace], ...]:
        """Return the forums with what the attendee has there."""
        return tuple((one.forum, one.choice.place) for one in self.stays)

    @property
    def id(self) -> UUID:
        """Return the attendee's key."""
        return self.attendee.id
