"""Commands for laptops without a network: station files made, and taken over."""

import math
from pathlib import Path
from typing import Annotated

import typer

from summit_desk.cli.running import (
    AsJson,
    SummitFile,
    check_suffix,
    event_of,
    opened,
    progress,
    tell,
    tell_json,
)
from summit_desk.domain.check_in.answers import AnswerConflict
from summit_desk.domain.check_in.merge_words import (
    answer_line,
    conflict_line,
    copied_line,
    share_line,
)
from summit_desk.domain.check_in.merging import DUPLICATE_OFFLINE, Conflict, Entry, Merged, Share
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.records import Answer
from summit_desk.support.i18n import _


def station(
    file: SummitFile,
    out: Annotated[Path, typer.Argument(metavar="OUT.station", help="The file to make.")],
    name: Annotated[str, typer.Option(help="What the station is called, for example: 入口 2.")],
) -> None:
    """Make a copy that another laptop scans with; it holds nothing private."""
    check_suffix(out, ".station")
    with opened(file, writing=True) as services, progress(_("Making the station file")) as steps:
        mark, _change = services.stations.make(event_of(services).id, name, out, steps)
    tell(_("Made {path} for the station “{name}”.").format(path=out, name=mark.name))


def merge(
    file: SummitFile,
    stations: Annotated[
        list[Path], typer.Argument(metavar="STATION…", help="Station files, in any order.")
    ],
    report: Annotated[
        Path | None, typer.Option(help="Write what came of it as .xlsx or .pdf.")
    ] = None,
    language: Annotated[
        DocumentLanguage, typer.Option(help="Of the report: zh, en or both.")
    ] = DocumentLanguage.CHINESE,
    as_json: AsJson = False,
) -> None:
    """Take over what station files hold; twice or in another order gives the same."""
    if report is not None:
        check_suffix(report, ".xlsx", ".pdf")
    with opened(file, writing=True) as services:
        with progress(_("Merging stations")) as steps:
            merged = services.merging.merge(stations, steps)
        if report is not None:
            services.merging.write_report(merged, report, language)
    if as_json:
        tell_json(_merged(merged))
        return
    for line in _lines(merged):
        typer.echo(line)
    if report is not None:
        tell(_("Written: {path} ({count}).").format(path=report, count=len(merged.conflicts)))


def sign_in(
    file: SummitFile,
    out: Annotated[Path, typer.Argument(metavar="OUT.pdf", help="The document.")],
    point: Annotated[str | None, typer.Option(help="Name of the point; else the entrance.")] = None,
    language: Annotated[
        DocumentLanguage, typer.Option(help="zh, en or both.")
    ] = DocumentLanguage.CHINESE,
) -> None:
    """Write a sign-in sheet as PDF, with a code in every line to scan later."""
    check_suffix(out, ".pdf")
    with opened(file) as services, progress(_("Writing the sign-in sheet")) as steps:
        event_id = event_of(services).id
        chosen = services.check_in.point_named(event_id, point)
        written = services.sign_in.write(
            event_id, chosen.id, out, language=language, progress=steps
        )
    for finding in written.findings:
        tell(finding.text())
    tell(_("Written: {path} ({count}).").format(path=written.path, count=written.count))


def _lines(merged: Merged) -> list[str]:
    """Return what a person reads of a merge."""
    return [
        *map(share_line, merged.shares),
        *(copied_line(share) for share in merged.shares if share.missing),
        *map(conflict_line, merged.conflicts),
        *map(answer_line, merged.answers),
    ]


def _merged(merged: Merged) -> dict[str, object]:
    """Return the stable JSON shape of the README."""
    return {
        "scans": merged.scans,
        "walk_ins": merged.walk_ins,
        "stations": [_share(share) for share in merged.shares],
        "conflicts": [_conflict(conflict) for conflict in merged.conflicts],
        "renumbered": [{"before": before, "after": after} for before, after in merged.renumbered],
        "answers": [_answered(conflict) for conflict in merged.answers],
    }


def _share(share: Share) -> dict[str, object]:
    skew = share.skew
    return {
        "name": share.mark.name,
        "made_at": share.mark.made_at.isoformat(),
        "scans": share.scans,
        "known": share.known,
        "walk_ins": share.walk_ins,
        "lost": share.lost,
        "answers": share.answers,
        "missing": share.missing,
        "copied": share.missing > 0,
        "first_at": share.first and share.first.isoformat(),
        "last_at": share.last and share.last.isoformat(),
        "skew_seconds": skew.seconds,
        "skew_least": skew.least if math.isfinite(skew.least) else None,
        "skew_most": skew.most if math.isfinite(skew.most) else None,
    }


def _answered(conflict: AnswerConflict) -> dict[str, object]:
    return {
        "number": conflict.number,
        "name": conflict.name,
        "field": conflict.kept.field,
        "label": conflict.question(),
        "kept": _answer(conflict.kept),
        "others": [_answer(answer) for answer in conflict.others],
    }


def _answer(answer: Answer) -> dict[str, object]:
    return {
        "value": answer.value,
        "at": answer.at.isoformat(),
        "station": answer.station,
        "operator": answer.operator,
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {
        "verdict": DUPLICATE_OFFLINE,
        "number": conflict.number,
        "name": conflict.name,
        "point": conflict.point.name,
        "first": _entry(conflict.first),
        "later": [_entry(entry) for entry in conflict.later],
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "scan": str(entry.scan),
        "at": entry.at.isoformat(),
        "corrected_at": (entry.corrected or entry.at).isoformat(),
        "station": entry.station,
        "operator": entry.operator,
    }
