"""What stands above the sheets of an attendance list: as of when, of whom, by which rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from summit_desk.domain.attendance.figures import PointFigures
from summit_desk.domain.findings import Finding
from summit_desk.domain.lists.findings import hint
from summit_desk.support.i18n import N_, _

AS_OF = N_("As of {time}, all times in {zone}. {people}.")
RULE = N_(
    "Scans that were refused or taken back don't count, nor do offline duplicates: of somebody let "
    "in at several stations that were apart, only the first entry counts."
)
STILL_INSIDE = N_(
    "Whoever is still inside has no time of leaving; the minutes are counted until {time} and the "
    "remarks say so."
)
NO_EXITS = N_(
    "Leaving is not scanned at this point, so that times of leaving and minutes inside are not "
    "known unless a scan tells them."
)
INSIDE_EMPTY = N_("“Inside now” is known only where leaving is scanned.")
UNEXPECTED = N_("“Not expected” came without being on the point's list; the rate leaves them out.")
ABSENT_ORDER = N_("{absent} of {expected} expected have not come; the highest stand first.")
FORUM_RULE = N_(
    "“Came” are registered people who were let in at a check-in point of the forum; whoever was "
    "let in without a place in it, from the waiting list too, came unregistered."
)
FIRST_ONLY = N_("Everybody is counted at the first entry at a point; nights are left out.")
NOBODY_CAME = N_("Without sheets of their own, because nobody has come there: {points}.")
NO_FORUM = N_("Without a sheet of forums, because the point belongs to none.")


def people_words(filter_name: str, selected: int | None, wanted: str) -> str:
    """Return in words whom a list is of: by a saved filter, a selection, and what was asked."""
    parts = []
    if filter_name:
        parts.append(_("Filter: {name}").format(name=filter_name))
    if selected is not None:
        parts.append(_("Only the {count} people selected in the list").format(count=selected))
    if wanted:
        parts.append(wanted)
    return _("; ").join(parts) or _("Everybody")


@dataclass(frozen=True)
class Notes:
    """Says the same of every sheet, and of each what it alone needs."""

    people: str
    now: datetime
    zone: ZoneInfo
    left_out: Sequence[Finding] = ()

    def of_sheets(self, silent: Sequence[str], *, no_forum: bool) -> list[Finding]:
        """Say which sheets are left out, and why."""
        found = [hint(NOBODY_CAME, points=_("; ").join(silent))] if silent else []
        return [*found, hint(NO_FORUM)] if no_forum else found

    def of_summary(self, figures: Sequence[PointFigures]) -> list[str]:
        """Return the notes above the summary."""
        unknown = any(one.inside is None for one in figures)
        some = any(one.unexpected for one in figures)
        more = [_(INSIDE_EMPTY) if unknown else "", _(UNEXPECTED) if some else ""]
        return [*self._whole(), " ".join(filter(None, more)), _(RULE)]

    def of_stays(self, figures: PointFigures) -> list[str]:
        """Return the notes above an attendance sheet."""
        end = figures.place.end
        leaving = _(NO_EXITS) if end is None else _(STILL_INSIDE).format(time=self._time(end))
        return [*self._whole(), leaving, _(RULE)]

    def of_absent(self, figures: PointFigures) -> list[str]:
        """Return the notes above a list of the absent."""
        counts = {"absent": f"{figures.absent:,}", "expected": f"{figures.expected:,}"}
        return [*self._whole(), _(ABSENT_ORDER).format(**counts)]

    def of_forums(self) -> list[str]:
        """Return the notes above the forums."""
        return [*self._whole(), _(FORUM_RULE)]

    def of_arrivals(self) -> list[str]:
        """Return the notes above the arrivals over time."""
        return [*self._whole(), _(FIRST_ONLY)]

    def _whole(self) -> list[str]:
        told = _(AS_OF).format(time=self._time(self.now), zone=self.zone.key, people=self.people)
        left = [one.text() for one in self.left_out]
        return [" ".join([told, *left])]

    def _time(self, moment: datetime) -> str:
        return f"{moment.astimezone(self.zone):%Y-%m-%d %H:%M}"
