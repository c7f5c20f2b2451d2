"""Commands about what was done: undo and history."""

import typer

from summit_desk.cli.running import AsJson, Exit, SummitFile, opened, tell, tell_json
from summit_desk.support.i18n import _


def undo(file: SummitFile) -> None:
    """Take the latest change back."""
    with opened(file, writing=True) as services:
        change = services.history.undo()
    if change is None:
        tell(_("There is nothing to undo."))
        raise typer.Exit(Exit.FINDINGS)
    tell(_("Undone: {step}").format(step=change.text()))


def history(file: SummitFile, as_json: AsJson = False, limit: int = 500) -> None:
    """List the changes, the latest first."""
    with opened(file) as services:
        entries = services.history.all(limit)
    if as_json:
        tell_json(
            [
                {
                    "id": str(entry.id),
                    "at": entry.at.isoformat(),
                    "actor": entry.actor,
                    "station": entry.station,
                    "kind": entry.kind,
                    "undone": entry.undone,
                    "text": entry.text(),
                }
                for entry in entries
            ]
        )
        return
    for entry in entries:
        mark = "↶" if entry.undone else " "
        typer.echo(f"{entry.at:%Y-%m-%d %H:%M:%S}Z {mark} {entry.actor:<10} {entry.text()}")
