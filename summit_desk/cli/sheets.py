"""Commands that read agendas, travellers and trip calendars in."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Protocol

import typer

from summit_desk.cli.running import (
    AsJson,
    SummitFile,
    event_of,
    opened,
    progress,
    tell,
    tell_json,
)
from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.list_people import Choice
from summit_desk.domain.list_preview import ListPreview
from summit_desk.domain.session_lists.preview import session_preview
from summit_desk.domain.traveller_lists.preview import traveller_preview
from summit_desk.domain.trip_calendar.preview import calendar_preview
from summit_desk.support.i18n import _

Sheet = Annotated[Path, typer.Argument(metavar="SHEET", help="xlsx, xls, ods or csv.")]
SheetName = Annotated[str, typer.Option("--sheet", help="Name or number of the sheet.")]
TripName = Annotated[
    str, typer.Option("--trip", help="Name of the trip; one that is not there yet is created.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")]

MANY = 10  # rows of which one thing is said


class Plan(Protocol):
    """What every plan of an import can tell."""

    @property
    def counts(self) -> Mapping[RowVerdict, int]: ...

    def to_json(self) -> dict[str, object]: ...


def import_agenda(
    file: SummitFile,
    sheet: Sheet,
    sheet_name: SheetName = "",
    unsure: Annotated[
        Choice, typer.Option(help="What becomes of names that may mean several people.")
    ] = Choice.NAME_ONLY,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Import an agenda sheet, in one step that can be undone."""
    with opened(file, writing=not dry_run) as services, progress(_("Importing")) as steps:
        lists = services.session_lists
        plan = lists.plan(event_of(services).id, sheet, sheet_name, steps)
        if not dry_run:
            lists.apply(plan, dict.fromkeys((one.key for one in plan.unsure), unsure), steps)
    _tell_plan(plan, session_preview(plan), as_json=as_json, dry_run=dry_run)


def import_travellers(  # noqa: PLR0913, PLR0917 -- every one an option of the command
    file: SummitFile,
    sheet: Sheet,
    trip: TripName,
    sheet_name: SheetName = "",
    unsure: Annotated[
        Choice, typer.Option(help="new: whoever may be on file is a new person; name: left out.")
    ] = Choice.NAME_ONLY,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Import a delegation's list into a trip, in one step that can be undone."""
    with opened(file, writing=not dry_run) as services, progress(_("Importing")) as steps:
        lists = services.traveller_lists
        plan = lists.plan(event_of(services).id, trip, sheet, sheet_name, steps)
        if not dry_run:
            lists.apply(plan, {line.draft.row: unsure for line in plan.unsure}, steps)
    _tell_plan(plan, traveller_preview(plan), as_json=as_json, dry_run=dry_run)


def import_trip(
    file: SummitFile,
    calendar: Annotated[Path, typer.Argument(metavar="CALENDAR", help="An .ics file.")],
    trip: TripName,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Import a calendar as the legs of a trip, in one step that can be undone."""
    with opened(file, writing=not dry_run) as services, progress(_("Importing")) as steps:
        calendars = services.trip_calendars
        plan = calendars.plan(event_of(services).id, trip, calendar, steps)
        if not dry_run:
            calendars.apply(plan, steps)
    _tell_plan(plan, calendar_preview(plan), as_json=as_json, dry_run=dry_run)


def _tell_plan(plan: Plan, preview: ListPreview, *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        tell_json(plan.to_json())
    else:
        for verdict, count in plan.counts.items():
            typer.echo(f"{verdict:>10}  {count}")
        for sentence in (*preview.additions, *_remarks(preview)):
            tell(sentence)
    if dry_run:
        tell(_("Nothing was written; that was a dry run."))


def _remarks(preview: ListPreview) -> Iterator[str]:
    """Yield what is to be said about rows; what holds for many of them is said once."""
    rows: dict[str, list[tuple[int, str]]] = {}
    for line in preview.lines:
        for remark in line.remarks:
            rows.setdefault(remark.sentence, []).append((line.id, str(remark)))
    for told in rows.values():
        if len(told) > MANY:
            row, reason = told[0]
            text = _("Row {row} and {count} more: {reason}")
            yield text.format(row=row, count=len(told) - 1, reason=reason)
            continue
        for row, reason in told:
            yield _("Row {row}: {reason}").format(row=row, reason=reason)
