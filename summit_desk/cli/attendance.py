"""The command that writes attendance lists."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from summit_desk.cli.documents import Categories, only_categories, tell_written
from summit_desk.cli.filters import FilterName
from summit_desk.cli.lists import Shown
from summit_desk.cli.running import (
    AsJson,
    SummitFile,
    check_suffix,
    event_of,
    opened,
    progress,
    tell_json,
)
from summit_desk.domain.attendance.figures import ForumFigures, PointFigures
from summit_desk.domain.attendance.spec import ALL_PARTS, AttendanceSpec, Part
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.lists.spec import Showing
from summit_desk.services.attendance import WrittenAttendance
from summit_desk.support.i18n import _


def attendance(  # noqa: PLR0913 -- a command's options
    file: SummitFile,
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="The workbook.")],
    category: Categories = None,
    *,
    point: Annotated[str | None, typer.Option(help="Name of one point; else all of them.")] = None,
    saved: FilterName = None,
    sheets: Annotated[
        str, typer.Option(help="summary, attendance, absent, forums, arrivals; commas between.")
    ] = "",
    private: Annotated[
        Shown, typer.Option(help="How far telephone numbers of the absent are shown.")
    ] = Shown.MASKED,
    language: Annotated[
        DocumentLanguage | None, typer.Option(help="zh or en; else that of the program.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write who was at each check-in point and how long, who is absent, and when they came."""
    check_suffix(out, ".xlsx")
    spec = AttendanceSpec(filter_name=saved or "", parts=_parts(sheets), private=Showing(private))
    with (
        opened(file, writing=spec.exposes) as services,
        progress(_("Writing the attendance list")) as steps,
    ):
        event = event_of(services)
        if point:
            spec = replace(spec, point_id=services.check_in.point_named(event.id, point).id)
        done = services.attendance.write(
            event.id,
            out,
            spec,
            chosen=Chosen(wanted=only_categories(services, event, category)),
            language=language,
            progress=steps,
        )
    if as_json:
        tell_json(_plain(done))
    else:
        tell_written(done.written)


def _parts(words: str) -> frozenset[Part]:
    """Return the sheets of these names, all of them without any."""
    asked = [word.strip() for word in words.split(",") if word.strip()]
    if unknown := [word for word in asked if word not in set(Part)]:
        message = _("There is no sheet “{name}”. Known sheets: {names}.")
        names = ", ".join(Part)
        raise typer.BadParameter(
            message.format(name=unknown[0], names=names), param_hint="--sheets"
        )
    return frozenset(map(Part, asked)) or ALL_PARTS


def _plain(done: WrittenAttendance) -> dict[str, object]:
    """Return the stable JSON shape of the README."""
    return {
        "path": str(done.written.path),
        "points": [_point(one) for one in done.points],
        "forums": [_forum(one) for one in done.forums],
        "remarks": [finding.text() for finding in done.written.findings],
    }


def _point(one: PointFigures) -> dict[str, object]:
    return {
        "point": one.place.point.name,
        "day": one.place.day and one.place.day.isoformat(),
        "expected": one.expected,
        "arrived": one.arrived,
        "unexpected": one.unexpected,
        "inside": one.inside,
        "absent": one.absent,
        "share": None if one.share is None else round(one.share, 4),
        "first": one.first and one.first.isoformat(),
        "last": one.last and one.last.isoformat(),
    }


def _forum(one: ForumFigures) -> dict[str, object]:
    return {
        "forum": one.forum.name,
        "points": [point.name for point in one.points],
        "registered": one.registered,
        "came": one.came,
        "unregistered": one.unregistered,
        "share": None if one.share is None else round(one.share, 4),
    }
