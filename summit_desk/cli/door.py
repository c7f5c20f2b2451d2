"""Commands for the door: badge codes out, scanned codes in."""

import sys
from typing import Annotated

import typer

from summit_desk.cli.running import AsJson, SummitFile, event_of, opened, progress, tell_json
from summit_desk.domain.check_in.outcome import Outcome
from summit_desk.domain.check_in.rehearsal import Rush
from summit_desk.support.i18n import _


def codes(file: SummitFile, as_json: AsJson = False) -> None:
    """List every attendee's badge code (for organisers only: whoever has a code gets in)."""
    with opened(file) as services:
        rows = services.check_in.codes(event_of(services).id)
    if as_json:
        tell_json([{"number": row.number, "name": row.name, "code": row.code} for row in rows])
        return
    for row in rows:
        typer.echo(f"{row.number}\t{row.name}\t{row.code}")


def check_in(
    file: SummitFile,
    point: Annotated[str | None, typer.Option(help="Name of the point; else the entrance.")] = None,
    station: Annotated[
        str | None, typer.Option(help="What this station is called; else “cli”, or as its file.")
    ] = None,
    operator: Annotated[str, typer.Option(help="Who stands at the door.")] = "",
    paper: Annotated[
        str | None,
        typer.Option(help="The codes are of a paper list, signed at this time (9:30, or empty)."),
    ] = None,
) -> None:
    """Read codes from standard input; print one JSON verdict a line, each already on disk."""
    with opened(file, writing=True) as services:
        event = event_of(services)
        chosen = services.check_in.point_named(event.id, point)
        name = station or ("" if services.stations.here(event.id) else "cli")
        door = services.check_in.open_station(event.id, chosen.id, name, operator)
        if paper is not None:
            door.scan_paper(paper)
        for line in sys.stdin or ():  # None where the caller has closed it
            text = line.rstrip("\r\n")
            if text.strip():
                tell_json(verdict_line(door.scan(text)))
                sys.stdout.flush()


def rehearse(  # noqa: PLR0913, PLR0917 -- one argument per option
    file: SummitFile,
    arrivals: Annotated[int, typer.Option(min=1, max=100_000, help="How many guests come.")] = 300,
    minutes: Annotated[int, typer.Option(min=1, max=1_440, help="Over how many minutes.")] = 60,
    stations: Annotated[int, typer.Option(min=1, max=50, help="How many stations.")] = 2,
    seconds: Annotated[float, typer.Option(min=0.1, help="Seconds a guest takes.")] = 4.0,
    point: Annotated[str | None, typer.Option(help="Name of the point; else the entrance.")] = None,
    as_json: AsJson = False,
) -> None:
    """Rehearse a rush at the door on a copy of the file; no real scan is touched."""
    rush = Rush(arrivals=arrivals, minutes=minutes, stations=stations, seconds_each=seconds)
    with opened(file) as services, progress(_("Rehearsing")) as steps:
        event = event_of(services)
        chosen = services.check_in.point_named(event.id, point)
        found = services.rehearsals.rehearse(event.id, chosen.id, rush, steps)
    told = {
        "longest_queue": max(waiting for _at, waiting in found.queue()),
        "wait_half": round(found.wait_of(0.5)),
        "wait_95": round(found.wait_of(0.95)),
        "wait_longest": round(found.longest_wait),
        "busy": [round(share, 3) for share in found.busy()],
        "stations_needed": found.stations_needed(),
        "verdicts": {str(verdict): count for verdict, count in found.verdicts().items()},
    }
    if as_json:
        tell_json(told)
        return
    for name, value in told.items():
        typer.echo(f"{name:>16}  {value}")


def verdict_line(outcome: Outcome) -> dict[str, object]:
    """Return one scan's outcome as the stable JSON shape of the README."""
    guest, first = outcome.guest, outcome.first
    return {
        "verdict": outcome.verdict,
        "number": guest and guest.number,
        "name": guest and guest.name,
        "organisation": guest and guest.organisation,
        "at": outcome.at.isoformat(),
        "scan": outcome.scan and str(outcome.scan),
        "ms": round(outcome.milliseconds, 3),
        "first": first
        and {
            "at": first.at.isoformat(),
            "station": first.station,
            "operator": first.operator,
        },
        "allowed_at": [point.name for point in outcome.elsewhere],
        "event": outcome.other_event and outcome.other_event.name,
        "trouble": outcome.trouble or None,
    }
