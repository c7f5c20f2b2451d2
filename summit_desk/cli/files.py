"""Commands about the file itself: new, demo, info, verify, backup."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from summit_desk.cli.running import (
    AsJson,
    Exit,
    SummitFile,
    opened,
    opening,
    progress,
    tell,
    tell_json,
)
from summit_desk.domain.records import Event
from summit_desk.support.clock import utc_now
from summit_desk.support.i18n import _

Day = Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")]


def new(
    file: SummitFile,
    name: Annotated[str, typer.Option(help="The event's name.")],
    first_day: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"])],
    last_day: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"])],
    city: Annotated[str, typer.Option(help="Where it takes place.")] = "",
    zone: Annotated[str, typer.Option(help="IANA time zone.")] = "Asia/Shanghai",
) -> None:
    """Create a summit file with one event."""
    event = Event(
        name=name,
        first_day=first_day.date(),
        last_day=last_day.date(),
        city=city,
        zone=zone,
        created_at=utc_now(),
    )
    opening().create(file, event).workspace.close()
    tell(_("Created {path} with the event “{name}”.").format(path=file, name=name))


def demo(
    file: SummitFile,
    attendees: Annotated[int, typer.Option(min=1, help="How many attendees.")] = 300,
    seed: Annotated[int, typer.Option(help="The same seed gives the same content.")] = 1,
) -> None:
    """Create the demo summit."""
    with progress(_("Building the demo summit")) as steps:
        services = opening().demo(file, attendees=attendees, seed=seed, progress=steps)
    services.workspace.close()
    tell(_("Created the demo summit in {path}.").format(path=file))


def info(file: SummitFile, as_json: AsJson = False) -> None:
    """Show how much the file holds, its schema and whether it is sound."""
    with opened(file) as services:
        facts = services.workspace.facts()
    integrity = "ok" if not facts.faults else "; ".join(facts.faults)
    told = {**facts.counts, "schema": facts.schema, "integrity": integrity}
    if as_json:
        tell_json(told)
    else:
        for name, value in told.items():
            typer.echo(f"{name:>14}  {value}")
    if facts.faults:
        raise typer.Exit(Exit.FINDINGS)


def verify(file: SummitFile, as_json: AsJson = False) -> None:
    """Check every page and every link of the file."""
    with opened(file) as services:
        faults = services.workspace.facts().faults
    if as_json:
        tell_json({"integrity": "ok" if not faults else "damaged", "faults": faults})
    elif not faults:
        typer.echo(_("{path} is sound.").format(path=file))
    for fault in faults:
        tell(fault)
    if faults:
        raise typer.Exit(Exit.FINDINGS)


def backup(
    file: SummitFile, out: Annotated[Path, typer.Argument(metavar="OUT", help="The copy.")]
) -> None:
    """Write a whole copy of the file, even while a desk works on it."""
    with opened(file) as services:
        services.workspace.copy_to(out)
    tell(_("A copy of {path} was written to {out}.").format(path=file, out=out))
