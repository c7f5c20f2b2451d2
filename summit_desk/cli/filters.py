"""Commands about saved filters: which there are, and whom one of them finds."""

from typing import Annotated

import typer

from summit_desk.cli.running import AsJson, SummitFile, event_of, opened, tell_json
from summit_desk.domain.attendee_lists import EVERYBODY, AttendeeFilter, AttendeeRow
from summit_desk.domain.attendee_words import STATUSES
from summit_desk.domain.records import Event
from summit_desk.domain.saved_filters import filter_to_json
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _

FilterName = Annotated[
    str | None, typer.Option("--filter", help="Only whom this saved filter finds.")
]


def filters(file: SummitFile, as_json: AsJson = False) -> None:
    """List the saved filters with how many attendees each finds."""
    with opened(file) as services:
        found = services.filters.counted(event_of(services).id)
    if as_json:
        tell_json(
            [
                {"name": one.name, "count": one.count, "filter": filter_to_json(one.wanted)}
                for one in found
            ]
        )
        return
    for one in found:
        typer.echo(f"{one.name}\t{one.count}")


def list_attendees(
    file: SummitFile, filter_name: FilterName = None, as_json: AsJson = False
) -> None:
    """List attendees by number, all or those whom a saved filter finds."""
    with opened(file) as services:
        event = event_of(services)
        found = services.attendees.found(event.id, asked(services, event, filter_name))
        rows = services.attendees.rows(list(found.keys))
    if as_json:
        tell_json([_plain(row) for row in rows])
        return
    for row in rows:
        status = _(STATUSES[row.status])
        typer.echo(f"{row.number}\t{row.name}\t{row.organisation}\t{row.duty}\t{status}")


def asked(services: Services, event: Event, filter_name: str | None) -> AttendeeFilter:
    """Return the filter saved under a name, or everybody; raises NoSuchFilter."""
    return services.filters.named(event.id, filter_name) if filter_name else EVERYBODY


def _plain(row: AttendeeRow) -> dict[str, object]:
    return {
        "number": row.number,
        "name": row.name,
        "organisation": row.organisation,
        "title": row.duty,
        "category": str(row.category) if row.category else None,
        "status": row.status,
        "forums": [str(forum) for forum in row.forums],
    }
