"""The columns and rows of the sheets of an attendance list."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from summit_desk.domain.attendance.figures import ForumFigures, PointFigures
from summit_desk.domain.attendance.steps import Step
from summit_desk.domain.attendee_lists import AttendeeRow
from summit_desk.domain.check_in.stays import Stay
from summit_desk.domain.documents.sheets import CellKind, CellValue, Chart, Row, SheetColumn
from summit_desk.domain.lists.spec import columns_of
from summit_desk.support.i18n import N_, _, in_words

NUMBER, SHARE, MOMENT = CellKind.NUMBER, CellKind.SHARE, CellKind.MOMENT
IDENTITY = columns_of("number", "name", "organisation", "title", "category")
ABSENTEE = columns_of("number", "name", "organisation", "title", "category", "mobile")
NARROW, REMARKS = 10.0, 25.0
NO_POINT = N_("This forum has no check-in point.")
FOR_ALL = N_("For everybody: whoever means to come counts as registered.")


def summary_columns(places: Sequence[PointFigures]) -> list[SheetColumn]:
    """Return the columns of the summary; the day only where a point begins anew each day."""
    day = [SheetColumn(_("Day"), CellKind.DATE)] if any(one.place.day for one in places) else []
    return [
        SheetColumn(_("Check-in point")),
        *day,
        *(
            SheetColumn(title, NUMBER, centred=True)
            for title in (_("Expected"), _("Arrived"), _("Not expected"))
        ),
        SheetColumn(_("Inside now"), NUMBER, centred=True),
        SheetColumn(_("Have not come"), NUMBER, centred=True),
        SheetColumn(_("Attendance rate"), SHARE, centred=True),
        SheetColumn(_("First arrival"), MOMENT),
        SheetColumn(_("Last arrival"), MOMENT),
        SheetColumn(_("Leaving scanned"), centred=True),
    ]


def summary_rows(places: Sequence[PointFigures], zone: ZoneInfo) -> Iterator[Row]:
    """Yield a row for each point, or for each of its days."""
    with_day = any(one.place.day for one in places)
    for one in places:
        point = one.place.point
        day: list[CellValue] = [one.place.day] if with_day else []
        yield [
            in_words(point.name, point.name_other),
            *day,
            one.expected,
            one.arrived,
            one.unexpected,
            one.inside,
            one.absent,
            one.share,
            wall_time(one.first, zone),
            wall_time(one.last, zone),
            _("no") if one.place.end is None else _("yes"),
        ]


def identity_cells(who: AttendeeRow) -> list[CellValue]:
    """Return who somebody is, as the columns of a list say it."""
    return [who.number, who.name, who.organisation, who.title, str(who.category or "")]


def stay_columns(*, exits: bool, remarks: bool) -> list[SheetColumn]:
    """Return what an attendance sheet says of a stay; columns that stay empty are narrow."""
    return [
        SheetColumn(_("First in"), MOMENT),
        SheetColumn(_("Last out"), MOMENT, None if exits else NARROW),
        SheetColumn(_("Minutes inside"), NUMBER, centred=True),
        SheetColumn(_("Entries"), NUMBER, centred=True),
        SheetColumn(_("Station")),
        SheetColumn(_("Operator")),
        SheetColumn(_("Remarks"), width=REMARKS if remarks else None),
    ]


def stay_cells(stay: Stay, remarks: str, zone: ZoneInfo) -> list[CellValue]:
    """Return the cells of a stay."""
    return [
        wall_time(stay.first.at, zone),
        wall_time(stay.last_out, zone),
        stay.minutes,
        stay.entries,
        stay.first.station,
        stay.first.operator,
        remarks,
    ]


def forum_columns() -> list[SheetColumn]:
    """Return the columns of the forums."""
    return [
        SheetColumn(_("Forum")),
        SheetColumn(_("Check-in points")),
        *(SheetColumn(title, NUMBER, centred=True) for title in (_("Registered"), _("Came"))),
        SheetColumn(_("Attendance rate"), SHARE, centred=True),
        SheetColumn(_("Came unregistered"), NUMBER, centred=True),
        SheetColumn(_("Remarks")),
    ]


def forum_rows(forums: Iterable[ForumFigures]) -> Iterator[Row]:
    """Yield a row for each forum."""
    for one in forums:
        remark = "" if one.points else _(NO_POINT)
        if one.is_open:
            remark = f"{_(FOR_ALL)} {remark}".strip()
        yield [
            in_words(one.forum.name, one.forum.name_other),
            _("; ").join(in_words(point.name, point.name_other) for point in one.points),
            one.registered,
            one.came,
            one.share,
            one.unregistered,
            remark,
        ]


def step_columns(names: Sequence[str]) -> list[SheetColumn]:
    """Return the columns of arrivals over time; a single point needs none of its own."""
    own = [SheetColumn(name, NUMBER, centred=True) for name in names] if len(names) > 1 else []
    return [
        SheetColumn(_("From"), width=14.0, centred=True),
        *own,
        SheetColumn(_("Arrived"), NUMBER, centred=True),
        SheetColumn(_("So far"), NUMBER, centred=True),
    ]


def step_rows(steps: Sequence[Step]) -> Iterator[Row]:
    """Yield a row for every five minutes; a point where nobody came then has an empty cell."""
    for step in steps:
        own = [count or None for count in step.counts] if len(step.counts) > 1 else []
        yield [f"{step.begins:%m-%d %H:%M}", *own, step.whole, step.so_far]


def step_chart(names: Sequence[str]) -> Chart:
    """Return the chart of arrivals over time: columns of every point, and all of them so far."""
    points = len(names) if len(names) > 1 else 0
    return Chart(
        title=_("Arrivals every five minutes"),
        labels=0,
        stacked=tuple(range(1, points + 1)) or (1,),
        line=points + 2,
        stack_title=_("Arrived"),
        line_title=_("So far"),
    )


def wall_time(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    """Return the wall time of the event, to the second."""
    if moment is None:
        return None
    return moment.astimezone(zone).replace(tzinfo=None, microsecond=0)
