"""Commands that look something up: one person found; and the preflight."""

from typing import Annotated

import typer

from summit_desk.cli.running import (
    AsJson,
    Exit,
    SummitFile,
    event_of,
    opened,
    tell_json,
)
from summit_desk.domain.findings import Severity
from summit_desk.support.i18n import _


def find(
    file: SummitFile,
    query: Annotated[str, typer.Argument(help="Characters, pinyin, initials, unit, phone …")],
    as_json: AsJson = False,
) -> None:
    """Find attendees, the best match first."""
    with opened(file) as services:
        hits = services.search.find(event_of(services).id, query)
    if as_json:
        tell_json(
            [
                {"number": hit.number, "name": hit.name, "organisation": hit.organisation}
                for hit in hits
            ]
        )
        return
    for hit in hits:
        typer.echo(f"{hit.number}\t{hit.name}\t{hit.organisation}")


def preflight(file: SummitFile, as_json: AsJson = False) -> None:
    """Tell what would go wrong; exit code 1 when a finding blocks."""
    with opened(file) as services:
        findings = services.preflight.findings(event_of(services).id)
    if as_json:
        tell_json(
            [
                {
                    "severity": finding.severity,
                    "kind": finding.kind,
                    "subject": finding.subject,
                    "sentence": finding.text(),
                    "fix": _(finding.fix) if finding.fix else None,
                }
                for finding in findings
            ]
        )
    else:
        for finding in findings:
            typer.echo(f"{finding.severity:>6}  {finding.text()}")
    if any(finding.severity is Severity.BLOCK for finding in findings):
        raise typer.Exit(Exit.FINDINGS)
