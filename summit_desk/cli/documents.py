"""Commands that write documents."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from summit_desk.cli.filters import FilterName, asked
from summit_desk.cli.running import (
    NoSuchThing,
    SummitFile,
    check_suffix,
    event_of,
    opened,
    progress,
    tell,
)
from summit_desk.domain.attendee_lists import AttendeeFilter
from summit_desk.domain.documents.choices import Chosen, Written
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors import DeskError
from summit_desk.domain.records import Event
from summit_desk.domain.thing_words import thing_word
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import N_, _

Out = Annotated[Path, typer.Argument(metavar="OUT", help="The document.")]
InLanguage = Annotated[DocumentLanguage, typer.Option("--language", help="zh, en or both.")]
Categories = Annotated[
    list[str] | None,
    typer.Option("--category", metavar="NAME", help="Only this category; may be repeated."),
]


class NoTrip(DeskError):
    """A trip's document was asked for, and there is none."""

    sentence = N_("There is no trip yet, so nothing was written. Plan one in the window first.")


class BadgeSize(StrEnum):
    """The sizes of badge there are templates for."""

    TALL = "90x130"
    A6 = "a6"
    CARD = "card"


def badges(  # noqa: PLR0913 -- one argument per option
    file: SummitFile,
    out: Out,
    language: InLanguage = DocumentLanguage.CHINESE,
    category: Categories = None,
    size: Annotated[BadgeSize, typer.Option(help="90x130 mm, A6 or card.")] = BadgeSize.TALL,
    filter_name: FilterName = None,
    *,
    note_printed: Annotated[
        bool, typer.Option("--note-printed", help="Note these badges as printed.")
    ] = False,
) -> None:
    """Write badges as PDF, a page each."""
    check_suffix(out, ".pdf")
    with opened(file, writing=note_printed) as services, progress(_("Writing badges")) as steps:
        event = event_of(services)
        only = only_categories(services, event, category).categories
        wanted = asked(services, event, filter_name)
        written = services.documents.badges(
            event.id,
            out,
            size=size,
            language=language,
            chosen=Chosen(wanted=replace(wanted, categories=only or wanted.categories)),
            note=note_printed,
            progress=steps,
        )
    tell_written(written)


def agenda(file: SummitFile, out: Out, language: InLanguage = DocumentLanguage.CHINESE) -> None:
    """Write the agenda as PDF (A4)."""
    check_suffix(out, ".pdf")
    with opened(file) as services, progress(_("Writing the agenda")) as steps:
        event = event_of(services)
        written = services.documents.agenda(event.id, out, language=language, progress=steps)
    tell_written(written)


def trip(
    file: SummitFile,
    out: Out,
    language: InLanguage = DocumentLanguage.CHINESE,
    name: Annotated[str | None, typer.Option("--trip", help="Which trip; else the first.")] = None,
) -> None:
    """Write the trip book as PDF, or the legs as .ics."""
    check_suffix(out, ".pdf", ".ics")
    with opened(file) as services, progress(_("Writing the trip book")) as steps:
        key = _trip(services, event_of(services), name)
        if out.suffix.lower() == ".ics":
            written = services.documents.trip_calendar(key, out, language=language)
        else:
            written = services.documents.trip_book(key, out, language=language, progress=steps)
    tell_written(written)


def only_categories(services: Services, event: Event, names: list[str] | None) -> AttendeeFilter:
    """Return a filter for the categories of these names; raises NoSuchThing."""
    known = {
        word: category.id
        for category in services.events.categories(event.id)
        for word in (category.name, category.name_other)
        if word
    }
    for name in names or ():
        if name not in known:
            thing = thing_word("category")
            raise NoSuchThing(thing=thing, name=name, names=", ".join(known))
    return AttendeeFilter(categories=frozenset(known[name] for name in names or ()))


def _trip(services: Services, event: Event, name: str | None) -> UUID:
    trips = [line.trip for line in services.trips.trips(event.id)]
    if not trips:
        raise NoTrip
    fits = [trip for trip in trips if name in (None, trip.name, trip.name_other)]
    if not fits:
        names = ", ".join(trip.name for trip in trips)
        raise NoSuchThing(thing=thing_word("trip"), name=name or "", names=names)
    return fits[0].id


def tell_written(written: Written) -> None:
    """Say what was noted and where the document lies."""
    for finding in written.findings:
        tell(finding.text())
    tell(_("Written: {path} ({count}).").format(path=written.path, count=written.count))
