"""Commands about people who are entered twice: told, and merged by their numbers."""

from typing import Annotated
from uuid import UUID

import typer

from summit_desk.cli.running import (
    AsJson,
    Exit,
    SummitFile,
    event_of,
    opened,
    progress,
    tell,
    tell_json,
)
from summit_desk.domain.duplicate_lists import STRENGTHS, Side, Suspect
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _


def duplicates(file: SummitFile, as_json: AsJson = False) -> None:
    """Tell who is likely entered twice, and why; exit code 1 when somebody is."""
    with opened(file) as services, progress(_("Looking for duplicates")) as steps:
        found = services.duplicates.people(steps)
    if as_json:
        tell_json([_as_json(suspect) for suspect in found])
    else:
        for suspect in found:
            sure = _(STRENGTHS[suspect.strength])
            typer.echo(f"{sure}\t{suspect.kept}\t{suspect.other}\t{suspect.why()}")
    if found:
        raise typer.Exit(Exit.FINDINGS)


def merge_people(
    file: SummitFile,
    kept: Annotated[str, typer.Argument(metavar="KEPT_NUMBER", help="Whose record stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER_NUMBER", help="Whose record goes.")],
) -> None:
    """Merge two attendees who are one person, in one step that can be undone."""
    with opened(file, writing=True) as services:
        change = services.people.merge(_person(services, kept), _person(services, other))
    tell(change.text())


def _person(services: Services, number: str) -> UUID:
    """Return the person with this number in the file's latest event; raises NobodyNumbered."""
    return services.attendees.person_numbered(event_of(services).id, number)


def _as_json(suspect: Suspect) -> dict[str, object]:
    return {
        "strength": suspect.strength.name.lower(),
        "reasons": list(suspect.codes),
        "one": _side(suspect.kept),
        "other": _side(suspect.other),
    }


def _side(side: Side) -> dict[str, object]:
    return {"numbers": list(side.numbers), "name": side.name, "note": side.note}
