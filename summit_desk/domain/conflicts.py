"""What a conflict of the agenda is: its kind, how grave it is and whom it concerns."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.findings import Finding, Severity
from summit_desk.support.i18n import N_


class ConflictKind(StrEnum):
    SAME_ROOM = "same_room"
    TWO_PLACES = "two_places"
    OUTSIDE_DAYS = "outside_days"
    NO_SUCH_TIME = "no_such_time"
    TOO_SMALL = "too_small"
    SAME_TITLE = "same_title"
    NOT_CONFIRMED = "not_confirmed"
    DECLINED = "declined"
    NO_MATERIAL = "no_material"
    PARALLEL_FORUMS = "parallel_forums"
    OVER_MIDNIGHT = "over_midnight"
    NOT_SCHEDULED = "not_scheduled"
    NO_ROOM = "no_room"


LEVELS = {
    ConflictKind.SAME_ROOM: Severity.BLOCK,
    ConflictKind.TWO_PLACES: Severity.BLOCK,
    ConflictKind.OUTSIDE_DAYS: Severity.BLOCK,
    ConflictKind.NO_SUCH_TIME: Severity.BLOCK,
    ConflictKind.TOO_SMALL: Severity.WARN,
    ConflictKind.SAME_TITLE: Severity.HINT,
    ConflictKind.NOT_CONFIRMED: Severity.WARN,
    ConflictKind.DECLINED: Severity.BLOCK,
    ConflictKind.NO_MATERIAL: Severity.HINT,
    ConflictKind.PARALLEL_FORUMS: Severity.WARN,
    ConflictKind.OVER_MIDNIGHT: Severity.HINT,
    ConflictKind.NOT_SCHEDULED: Severity.WARN,
    ConflictKind.NO_ROOM: Severity.WARN,
}

FIXES = {
    ConflictKind.SAME_ROOM: N_("Move one of them to another time or another room."),
    ConflictKind.TWO_PLACES: N_("Move one of them, or name somebody else."),
    ConflictKind.OUTSIDE_DAYS: N_(
        "Move it into the days of the event, or change the event's dates."
    ),
    ConflictKind.NO_SUCH_TIME: N_("Choose an earlier or a later time."),
    ConflictKind.TOO_SMALL: N_("Choose a larger room, or close the registration of the forum."),
    ConflictKind.SAME_TITLE: N_("Delete one of them, or tell them apart by the title."),
    ConflictKind.NOT_CONFIRMED: N_("Ask for an answer and set the speaker's status."),
    ConflictKind.DECLINED: N_("Take the person out of the session, or name somebody else."),
    ConflictKind.NO_MATERIAL: N_("Ask for it, and tick it off on the Speakers screen."),
    ConflictKind.PARALLEL_FORUMS: N_("Ask these people which forum they will attend."),
    ConflictKind.OVER_MIDNIGHT: N_("Check the date and the length."),
    ConflictKind.NOT_SCHEDULED: N_("Give it a time and a room on the Agenda screen."),
    ConflictKind.NO_ROOM: N_("Choose a room for it or for its forum."),
}

CLASHES = frozenset({ConflictKind.SAME_ROOM, ConflictKind.TWO_PLACES})


@dataclass(frozen=True)
class Conflict:
    """One thing wrong with the agenda; `sessions` are those to mark in the grid."""

    kind: ConflictKind
    finding: Finding
    sessions: tuple[UUID, ...] = ()

    @property
    def severity(self) -> Severity:
        return self.finding.severity
