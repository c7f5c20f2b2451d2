"""The plan of a trip's calendar, in words."""

from datetime import timedelta

from summit_desk.domain.list_preview import ListPreview, PreviewLine
from summit_desk.domain.trip_calendar.plan import CalendarPlan, PlannedLeg
from summit_desk.domain.trip_timeline import leg_name, length
from summit_desk.domain.trip_words import LEG_KINDS
from summit_desk.domain.wall_time import hours_text
from summit_desk.support.i18n import N_, _

HEADINGS = (N_("Event"), N_("Local times"), N_("Kind"), N_("True duration"))


def calendar_preview(plan: CalendarPlan) -> ListPreview:
    """Return what the import of a calendar would do, ready to show."""
    additions: tuple[str, ...] = ()
    if plan.is_new:
        text = _("The trip “{name}” is created, from {first} to {last}.")
        trip = plan.trip
        additions = (text.format(name=trip.name, first=trip.starts_on, last=trip.ends_on),)
    return ListPreview(plan.file, HEADINGS, tuple(map(_line, plan.lines)), additions)


def _line(line: PlannedLeg) -> PreviewLine:
    leg = line.leg
    return PreviewLine(
        id=line.event.event.position,
        verdict=line.verdict,
        what=leg_name(leg).chinese,
        when=_when(line),
        where=_(LEG_KINDS[leg.kind]),
        who=hours_text(length(leg)),
        changes=line.changes,
        remarks=line.remarks,
    )


def _when(line: PlannedLeg) -> str:
    leg = line.leg
    if line.event.event.all_day:
        first, after = line.event.event.days
        return f"{first:%m-%d} – {after - timedelta(days=1):%m-%d}"
    same_day = leg.starts_at.date() == leg.ends_at.date()
    ends = leg.ends_at.strftime("%H:%M" if same_day else "%m-%d %H:%M")
    return f"{leg.starts_at:%m-%d %H:%M} – {ends}"
