"""A summit held still: all that the preflight's checks look at, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.places import Place
from summit_desk.domain.records import AttendeeStatus, CheckPoint, Speaker
from summit_desk.domain.spoken import Both
from summit_desk.domain.trip_snapshot import TripSnapshot


@dataclass(frozen=True)
class Guest:
    """An attendee as a finding names them."""

    id: UUID
    number: str
    name: str
    organisation: Both
    status: AttendeeStatus

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class Likeness(StrEnum):
    """Why two registrations look like one person."""

    PHONE = "phone"
    NAME_AND_UNIT = "name_and_unit"


@dataclass(frozen=True)
class Twins:
    """Registrations that may be one person."""

    likeness: Likeness
    guests: tuple[Guest, ...]


@dataclass(frozen=True)
class Unprintable:
    """A text with characters that no font on this computer has, and where it is mended."""

    name: str
    text: str
    characters: str
    place: Place
    printed: bool = True  # False: nothing is printed of it yet


@dataclass(frozen=True)
class Registrations:
    """The figures of the registrations, and the first of those that lack something."""

    total: int = 0
    to_review: int = 0
    unconfirmed: int = 0
    without_category: int = 0
    some_without_category: tuple[Guest, ...] = ()
    twins: tuple[Twins, ...] = ()


@dataclass(frozen=True)
class PreflightSnapshot:
    """What the checks judge."""

    agenda: AgendaSnapshot
    trips: Sequence[TripSnapshot] = ()
    speakers: Sequence[Speaker] = ()
    points: Sequence[CheckPoint] = ()
    registrations: Registrations = Registrations()
    unprintable: Sequence[Unprintable] = ()
