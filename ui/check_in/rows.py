"""Scans and points as rows: the list at the station and the columns of the screen's tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from summit_desk.domain.check_in.merging import Conflict
from summit_desk.domain.check_in.outcome import PointRow, RecentScan
from summit_desk.domain.check_in.paper import forced_reason, is_from_paper
from summit_desk.domain.check_in.sentences import clock_text
from summit_desk.domain.event_words import POINT_KINDS, POLICIES
from summit_desk.domain.verdicts import FACES, Face, Verdict
from summit_desk.support.i18n import _
from ui.check_in.side_panel import SideRow
from ui.kit.rows import RIGHT, Column
from ui.kit.tones import Pill


def side_rows(scans: Sequence[RecentScan], zone: ZoneInfo, now: datetime) -> list[SideRow]:
    """Return the latest scans as the station lists them."""
    return [
        SideRow(
            name=who(scan),
            note=what(scan, zone, now),
            time=f"{scan.at.astimezone(zone):%H:%M:%S}",
            symbol=_face(scan).symbol,
            colour=_face(scan).colour,
            struck=scan.annulled,
        )
        for scan in scans
    ]


def who(scan: RecentScan) -> str:
    """Return the guest's name, or the code that nobody has."""
    return scan.name or scan.code.strip()[:27] or "–"


def where(scan: RecentScan) -> str:
    """Return station, scanner and operator."""
    return " · ".join(part for part in (scan.station, scan.scanner, scan.operator) if part)


def what(scan: RecentScan, zone: ZoneInfo, now: datetime) -> str:
    """Return what came of a scan in a few words."""
    if scan.annulled:
        return _("taken back")
    if scan.forced and forced_reason(scan.reason):
        return _("Let in: {reason}").format(reason=forced_reason(scan.reason))
    if scan.verdict is Verdict.DUPLICATE and scan.first_at is not None:
        return _("{time} already at {station}").format(
            time=clock_text(scan.first_at, zone, now), station=scan.first_station
        )
    if is_from_paper(scan.reason):
        return _("{result}, from paper").format(result=_face(scan).listed())
    return _face(scan).listed()


def apart(conflict: Conflict, zone: ZoneInfo, now: datetime) -> str:
    """Return what became of an entry when another station had let the person in before."""
    first = conflict.first
    return _("Offline duplicate: {time} at {station}").format(
        time=clock_text(first.at, zone, now), station=first.station
    )


@dataclass(frozen=True)
class LogRow:
    """A scan with its time and result in words."""

    scan: RecentScan
    time: str
    result: str
    apart: bool = False  # another station had let the person in before

    @property
    def id(self) -> UUID:
        return self.scan.scan


def log_rows(
    scans: Sequence[RecentScan],
    zone: ZoneInfo,
    now: datetime,
    conflicts: Sequence[Conflict] = (),
) -> list[LogRow]:
    """Return scans as the log shows them; the later entries of conflicts are duplicates."""
    lost = {entry.scan: conflict for conflict in conflicts for entry in conflict.later}
    rows = []
    for scan in scans:
        conflict = lost.get(scan.scan)
        result = apart(conflict, zone, now) if conflict else what(scan, zone, now)
        time = f"{scan.at.astimezone(zone):%m-%d %H:%M:%S}"
        rows.append(LogRow(scan, time, result, conflict is not None))
    return rows


def category_text(row: PointRow) -> str:
    """Return the heads of each category in one line."""
    return "   ".join(
        f"{count.words()} {count.arrived:,}/{count.expected:,}" for count in row.counts.categories
    )


LOG_COLUMNS: Sequence[Column[LogRow]] = (
    Column(lambda: _("Time"), lambda row: row.time, sort=lambda row: row.scan.at, width=136),
    Column(
        lambda: _("Result"),
        lambda row: row.result,
        pill=lambda row: Pill(f"{_shown(row).symbol} {row.result}", colour=_shown(row).colour),
        tooltip=lambda row: row.scan.reason,
        width=230,
    ),
    Column(lambda: _("Name"), lambda row: who(row.scan), strong=True, width=150),
    Column(lambda: _("Organisation"), lambda row: row.scan.organisation),
    Column(lambda: _("Station"), lambda row: where(row.scan), muted=True, width=170),
)


POINT_COLUMNS: Sequence[Column[PointRow]] = (
    Column(lambda: _("Check-in point"), PointRow.words, strong=True),
    Column(lambda: _("Kind"), lambda row: _(POINT_KINDS[row.point.kind]), width=110),
    Column(
        lambda: _("Arrived"),
        lambda row: f"{row.counts.arrived:,} / {row.counts.expected:,}",
        sort=lambda row: row.counts.arrived,
        align=RIGHT,
        width=120,
    ),
    Column(lambda: _("How often"), lambda row: _(POLICIES[row.point.policy]), width=170),
)


def _shown(row: LogRow) -> Face:
    return FACES[Verdict.DUPLICATE] if row.apart else _face(row.scan)


def _face(scan: RecentScan) -> Face:
    return FACES[scan.verdict]
