"""The list of attendees as a sheet: which columns, and rows that stream from the file."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from db.unit import View
from summit_desk.domain.documents.attendee_columns import (
    chosen_columns,
    sheet_columns,
    sheet_row,
)
from summit_desk.domain.documents.attendee_entries import AttendeeColumn
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.sheets import Row, SheetSpec
from summit_desk.domain.records import CustomField, Event
from summit_desk.services.badge_runs import chosen_keys
from summit_desk.services.list_entries import Entries
from summit_desk.support.i18n import _


def list_of_attendees(
    view: View, event_id: UUID, chosen: Chosen | None, keys: Sequence[str] | None
) -> SheetSpec:
    """Return the list; its rows are read while it is written, so the view stays open so long."""
    event = view.get(Event, event_id)
    columns = chosen_columns(keys, view.all(CustomField, event_id=event_id))
    people = chosen_keys(view, event_id, chosen or Chosen(), leave_out_absent=False)
    return SheetSpec(
        title=_("Attendees"),
        heading=_("{event}: attendees").format(event=event.name),
        columns=sheet_columns(columns),
        rows=_rows(Entries.of(view, event, [column.key for column in columns]), people, columns),
        count=len(people),
        author=event.organiser,
    )


def _rows(
    entries: Entries, people: Sequence[UUID], columns: Sequence[AttendeeColumn]
) -> Iterator[Row]:
    for entry in entries.read(people):
        yield sheet_row(columns, entry)
