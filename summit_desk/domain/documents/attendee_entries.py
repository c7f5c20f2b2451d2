"""An attendee with everything that a list can say, and what a column of such a list is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from summit_desk.domain.attendee_lists import AttendeeRow, ForumMark, Work
from summit_desk.domain.documents.sheets import CellKind, CellValue
from summit_desk.domain.records import Attendee, Person


class Privacy(StrEnum):
    """What a column gives away of a person (spec: domain 5.3)."""

    OPEN = "open"
    PHONE = "phone"
    DOCUMENT = "document"


@dataclass(frozen=True)
class AttendeeEntry:
    """One attendee with everything that a list can show.

    What follows the zone is looked up only where a column asks for it; `forum` is the one whose
    sheet this is.
    """

    row: AttendeeRow
    attendee: Attendee
    person: Person
    zone: ZoneInfo
    group: str = ""
    host: str = ""  # registration number of whom this one accompanies
    work: Sequence[Work] = ()
    first_scan: datetime | None = None  # aware UTC
    forum: ForumMark | None = None


@dataclass(frozen=True)
class AttendeeColumn:
    """A column: its key (kept in presets), its title, and what it says of an attendee."""

    key: str
    title: str  # msgid
    value: Callable[[AttendeeEntry], CellValue]
    kind: CellKind = CellKind.TEXT
    privacy: Privacy = Privacy.OPEN
    masked: Callable[[str], str] = str  # how a private value is hidden in part

    @property
    def private(self) -> bool:
        """Tell whether the column is left out unless it is asked for."""
        return self.privacy is not Privacy.OPEN
