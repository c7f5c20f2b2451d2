"""What lists of attendees show, how they are narrowed and ordered, and their figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.attendee_extras import AttendeeExtra
from summit_desk.domain.key_list import KeyList
from summit_desk.domain.records import (
    Attendee,
    AttendeeGroup,
    AttendeeStatus,
    Category,
    CustomField,
    FeeStatus,
    Forum,
    ForumPlace,
    Organisation,
    Person,
    Picture,
    Position,
)
from summit_desk.support.i18n import in_words


class AttendeeSort(StrEnum):
    """What a list can be ordered by; the words are kept in saved filters and presets."""

    NUMBER = "number"
    NAME = "name"
    ORGANISATION = "organisation"
    TITLE = "title"
    CATEGORY = "category"
    STATUS = "status"
    RANK = "rank"
    REGISTERED = "registered"
    STROKES_SURNAME = "strokes_surname"
    STROKES_NAME = "strokes_name"


class Missing(StrEnum):
    """Something that a complete registration has."""

    MOBILE = "mobile"
    EMAIL = "email"
    ORGANISATION = "organisation"
    CATEGORY = "category"
    FORUM = "forum"
    PORTRAIT = "portrait"
    DOCUMENT = "document"


@dataclass(frozen=True)
class FieldCondition:
    """What a field of the event's own must hold: a value (as text), or anything at all.

    Yes and no are "yes" and "no"; of several choices one is enough. `holds=False` asks for the
    others.
    """

    key: str
    value: str = ""
    holds: bool = True


@dataclass(frozen=True)
class AttendeeFilter:
    """Which attendees are asked for; empty parts ask nothing. All parts must hold.

    `tag` and `missing` name one thing each; `waiting` asks for a place on a waiting list (of
    `forum`, if it is named); `checked_in` asks for those who have (or have not) passed a
    check-in point.
    """

    text: str = ""
    categories: frozenset[UUID] = frozenset()
    statuses: frozenset[AttendeeStatus] = frozenset()
    forum: UUID | None = None
    organisation: UUID | None = None
    tag: str = ""
    missing: Missing | None = None
    checked_in: bool | None = None
    waiting: bool = False
    group: UUID | None = None
    fees: frozenset[FeeStatus] = frozenset()
    needs_hotel: bool | None = None
    own: tuple[FieldCondition, ...] = ()


EVERYBODY = AttendeeFilter()


@dataclass(frozen=True)
class Order:
    """How a list is ordered; None leaves it to the search (best first) or the number."""

    by: AttendeeSort | None = None
    descending: bool = False


BEST_FIRST = Order()


def duty_words(department: str, title: str, title_other: str) -> str:
    """Return department and title; one in the other language names the department, too."""
    shown = in_words(title, title_other)
    return shown if shown != title else " ".join(filter(None, (department, title)))


@dataclass(frozen=True, slots=True)
class ForumMark:
    """A forum that somebody chose, as a list shows it."""

    forum_id: UUID
    name: str
    name_other: str
    waiting: bool = False

    def __str__(self) -> str:
        return in_words(self.name, self.name_other)


@dataclass(frozen=True, slots=True)
class CategoryMark:
    """A category as a list shows it."""

    name: str
    name_other: str
    colour: str

    def __str__(self) -> str:
        return in_words(self.name, self.name_other)


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """One line of the list of attendees; the organisation is the one of the first position."""

    id: UUID
    person_id: UUID
    number: str
    name: str
    other_name: str
    pinyin: str
    unit: str
    unit_other: str
    department: str
    post: str
    post_other: str
    category: CategoryMark | None
    status: AttendeeStatus
    forums: tuple[ForumMark, ...]
    registered_at: datetime
    extra: AttendeeExtra | None = None  # only where columns ask for it

    @property
    def organisation(self) -> str:
        """Return the organisation in the current language."""
        return in_words(self.unit, self.unit_other)

    @property
    def title(self) -> str:
        """Return the title in the current language."""
        return in_words(self.post, self.post_other)

    @property
    def duty(self) -> str:
        """Return department and title, as they are written one after the other."""
        return duty_words(self.department, self.post, self.post_other)


@dataclass(frozen=True)
class Work:
    """A position with the organisation it is held at."""

    position: Position
    organisation: Organisation | None = None

    @property
    def unit(self) -> str:
        """Return the organisation's name in the current language."""
        found = self.organisation
        return in_words(found.full_name, found.name_other) if found else ""

    @property
    def duty(self) -> str:
        """Return department and title in the current language."""
        held = self.position
        return duty_words(held.department, held.title, held.title_other)


@dataclass(frozen=True)
class AttendeeDetail:
    """Everything about one attendee."""

    attendee: Attendee
    person: Person
    work: tuple[Work, ...] = ()
    category: Category | None = None
    forums: tuple[tuple[Forum, ForumPlace], ...] = ()
    portrait: Picture | None = None

    @property
    def id(self) -> UUID:
        """Return the attendee's key."""
        return self.attendee.id


@dataclass(frozen=True)
class AttendeeCounts:
    """How many attendees there are in all, and by category, status and forum.

    Each figure honours the filter except for its own part, so that a chip says what a click
    on it would show.
    """

    everybody: int = 0
    categories: Mapping[UUID, int] = field(default_factory=dict)
    statuses: Mapping[AttendeeStatus, int] = field(default_factory=dict)
    forums: Mapping[UUID, int] = field(default_factory=dict)


@dataclass(frozen=True)
class AttendeeList:
    """The keys that a filter found, in order; `complete` is False when more would follow."""

    keys: KeyList
    complete: bool = True
    took: float = 0.0  # seconds that the file needed

    def __len__(self) -> int:
        return len(self.keys)


@dataclass(frozen=True)
class Named:
    """Something to choose from a menu, with how many attendees it would show."""

    id: UUID
    name: str
    count: int


@dataclass(frozen=True)
class AttendeeChoices:
    """What the filters and the form of an event offer."""

    categories: Sequence[Category] = ()
    forums: Sequence[Forum] = ()
    organisations: Sequence[Named] = ()
    tags: Sequence[str] = ()
    fields: Sequence[CustomField] = ()
    groups: Sequence[AttendeeGroup] = ()


@dataclass(frozen=True)
class Addresses:
    """Whom a mail-out reaches: each address once, and how many people have none."""

    emails: tuple[str, ...]
    without: int = 0
