"""What an attendance list is asked for: at which points, of whom, with which sheets."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.lists.spec import Showing
from summit_desk.support.i18n import N_


class Part(StrEnum):
    """The kinds of sheet in the workbook, in their order."""

    SUMMARY = "summary"
    ATTENDANCE = "attendance"
    ABSENT = "absent"
    FORUMS = "forums"
    ARRIVALS = "arrivals"


PARTS = {
    Part.SUMMARY: N_("Summary by point"),
    Part.ATTENDANCE: N_("Attended"),
    Part.ABSENT: N_("Absent"),
    Part.FORUMS: N_("Attendance by forum"),
    Part.ARRIVALS: N_("Arrivals over time"),
}
ALL_PARTS = frozenset(Part)
ATTENDANCE_LIST = N_("Attendance list")


@dataclass(frozen=True, kw_only=True)
class AttendanceSpec:
    """One attendance list; no `point_id` means every point of the event."""

    point_id: UUID | None = None
    filter_name: str = ""  # of a saved filter
    parts: frozenset[Part] = ALL_PARTS
    private: Showing = Showing.MASKED  # the telephone numbers of the absent

    @property
    def exposes(self) -> bool:
        """Whether writing the list gives private values away, which is noted."""
        return self.private in {Showing.WHOLE, Showing.AGREED} and Part.ABSENT in self.parts


EVERYTHING = AttendanceSpec()
