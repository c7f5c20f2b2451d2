"""Who gets a badge or a line of a list, and what came of writing a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from summit_desk.domain.attendee_lists import EVERYBODY, AttendeeFilter
from summit_desk.domain.change import Change
from summit_desk.domain.findings import Finding, Severity


class Document(StrEnum):
    """The documents that the program writes."""

    BADGES = "badges"
    AGENDA = "agenda"
    ATTENDEES = "attendees"
    ATTENDANCE = "attendance"
    TRIP_BOOK = "trip_book"


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Which attendees a document is for.

    `keys` narrows to a selection. Unless statuses are asked for, whoever cancelled, declined, is
    barred or not approved yet gets no badge. `unprinted`: only those whose present badge was
    never printed.
    """

    wanted: AttendeeFilter = EVERYBODY
    keys: Sequence[UUID] | None = None
    unprinted: bool = False
    leave_out_unprintable: bool = False  # whoever a missing character or a long text stops


WHOEVER_COMES = Chosen()


@dataclass(frozen=True, kw_only=True)
class BadgeCheck:
    """What is known before badges are printed."""

    count: int
    findings: Sequence[Finding] = ()

    def blocking(self) -> list[Finding]:
        """Return what stops the print."""
        return [finding for finding in self.findings if finding.severity is Severity.BLOCK]


@dataclass(frozen=True, kw_only=True)
class Written:
    """A document that now lies on the disk; `count` is of badges, rows or items."""

    path: Path
    count: int
    findings: Sequence[Finding] = ()
    keys: Sequence[UUID] = ()  # of the attendees whose badges these are
    change: Change | None = None  # the log of printed badges
