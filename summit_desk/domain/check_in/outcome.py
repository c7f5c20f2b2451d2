"""The frozen values of the door: who stands there, what happened before, what comes of a scan."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from summit_desk.domain.check_in.cards import Card
from summit_desk.domain.records import AttendeeStatus, CheckPoint, CustomField, Event
from summit_desk.domain.verdicts import Verdict
from summit_desk.support.i18n import in_words


@dataclass(frozen=True, slots=True)
class Guest:
    """An attendee as the door sees one: nothing private beyond what a badge shows."""

    id: UUID
    number: str
    name: str
    name_other: str = ""
    organisation: str = ""
    organisation_other: str = ""
    title: str = ""
    title_other: str = ""
    category_id: UUID | None = None
    category: str = ""
    category_other: str = ""
    colour: str = ""
    seat: str = ""
    note: str = ""
    status: AttendeeStatus = AttendeeStatus.CONFIRMED
    valid_serial: int = 1
    tags: frozenset[str] = frozenset()
    paid: bool = True
    portrait_id: UUID | None = None

    def category_words(self) -> str:
        return in_words(self.category, self.category_other)

    def organisation_words(self) -> str:
        return in_words(self.organisation, self.organisation_other)

    def title_words(self) -> str:
        return in_words(self.title, self.title_other)


@dataclass(frozen=True, slots=True)
class Passage:
    """One stored scan that moved a guest at a point, and was not taken back."""

    scan: UUID
    verdict: Verdict
    at: datetime
    station: str
    operator: str
    sequence: int
    on_paper: bool = False  # `at` was written by hand


@dataclass(frozen=True, slots=True)
class CategoryCount:
    name: str
    name_other: str
    colour: str
    arrived: int
    expected: int

    def words(self) -> str:
        return in_words(self.name, self.name_other)


@dataclass(frozen=True, slots=True)
class Counts:
    """Heads at a point: who came at all, who is inside now, who may come."""

    arrived: int = 0
    inside: int = 0
    expected: int = 0
    categories: tuple[CategoryCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One hit of a search at the door."""

    attendee_id: UUID
    number: str
    name: str
    organisation: str = ""
    category: str = ""
    arrived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a screen or a script needs to know about one scan.

    `first` is the earlier scan behind a DUPLICATE or a re-entry; `entries` counts the times the
    guest came in, this one included; `elsewhere` names the points where a refused guest may go;
    `unlisted` says that a badge is signed by this event but on nobody's registration here.
    `unconfirmed`: nothing is stored until somebody confirms it and answers the `questions`;
    `left` names the points that the guest left by entering here.
    """

    verdict: Verdict
    text: str
    at: datetime
    point: CheckPoint
    scan: UUID | None = None
    guest: Guest | None = None
    first: Passage | None = None
    inside_for: timedelta | None = None
    entries: int = 0
    elsewhere: tuple[CheckPoint, ...] = ()
    other_event: Event | None = None
    candidates: tuple[Found, ...] = ()
    card: Card | None = None
    set_by: tuple[str, datetime] | None = None
    serial: int | None = None
    replaced_at: datetime | None = None
    waiting: int = 0
    unlisted: bool = False
    unconfirmed: bool = False
    questions: tuple[CustomField, ...] = ()
    left: tuple[CheckPoint, ...] = ()
    trouble: str = ""
    forced: bool = False
    reason: str = ""
    milliseconds: float = 0.0
    counts: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody who came unannounced, as the door enters them; a contact card says more."""

    name: str
    organisation: str = ""
    category_id: UUID | None = None
    card: Card = field(default_factory=Card)


@dataclass(frozen=True, slots=True)
class RecentScan:
    """One line of the log at the door."""

    scan: UUID
    verdict: Verdict
    name: str
    number: str
    organisation: str
    at: datetime
    station: str
    operator: str
    code: str
    annulled: bool = False
    forced: bool = False
    reason: str = ""
    first_at: datetime | None = None
    first_station: str = ""
    scanner: str = ""


@dataclass(frozen=True, slots=True)
class PointRow:
    """A check-in point with its figures."""

    point: CheckPoint
    counts: Counts

    @property
    def id(self) -> UUID:
        return self.point.id

    def words(self) -> str:
        return in_words(self.point.name, self.point.name_other)


@dataclass(frozen=True, slots=True)
class CodeRow:
    """The payload of one attendee's badge; for organisers only."""

    number: str
    name: str
    code: str
