"""Commands about lists: written in any format, and their presets handed around."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summit_desk.cli.documents import Categories, Out, only_categories, tell_written
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
from summit_desk.domain.attendee_lists import AttendeeSort
from summit_desk.domain.documents.attendee_columns import BY_HAND
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors.lists import NoSuchColumn
from summit_desk.domain.lists.builtin import EVERYTHING
from summit_desk.domain.lists.keeping import list_to_json
from summit_desk.domain.lists.presets import showing_all
from summit_desk.domain.lists.spec import ListColumn, ListSpec, Showing
from summit_desk.domain.records import Event
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _

BY_PINYIN = "pinyin"
SORTS = (BY_PINYIN, *(sort.value for sort in AttendeeSort))
Preset = Annotated[str, typer.Argument(metavar="NAME", help="A list, by its name.")]
ListFile = Annotated[Path, typer.Argument(metavar="LIST", help="A .summitlist.json file.")]


class Shown(StrEnum):
    """How private columns are written."""

    NONE = "none"
    MASKED = "masked"
    WHOLE = "whole"


class Coding(StrEnum):
    """The encodings of a .csv file."""

    UTF8 = "utf-8"
    GB18030 = "gb18030"


def attendees(  # noqa: PLR0913 -- a command's options
    file: SummitFile,
    out: Out,
    category: Categories = None,
    *,
    preset: Annotated[str, typer.Option(help="A list by its name, as `presets` shows.")] = "",
    saved: Annotated[str, typer.Option("--filter", help="A saved filter by its name.")] = "",
    columns: Annotated[str, typer.Option(help="Keys of columns with commas between.")] = "",
    sort: Annotated[str, typer.Option(help="rank, pinyin, number, organisation …")] = "",
    encoding: Annotated[Coding, typer.Option(help="Of a .csv file.")] = Coding.UTF8,
    private: Annotated[
        Shown | None, typer.Option(help="Phones and documents; else as the list says.")
    ] = None,
    language: Annotated[
        DocumentLanguage | None, typer.Option(help="zh or en; else that of the program.")
    ] = None,
) -> None:
    """Write the attendees as .xlsx, .csv, .vcf (cards) or .json."""
    check_suffix(out, ".xlsx", ".csv", ".vcf", ".json")
    with opened(file) as services:
        spec = _spec(services, event_of(services), preset)
        spec = _changed(services, event_of(services), spec, saved, columns, _sort(sort))
        spec = showing_all(spec, Showing(private)) if private else spec
        is_noted = services.lists.exposes(event_of(services).id, spec, out)
    with (
        opened(file, writing=is_noted) as services,
        progress(_("Writing the list")) as steps,
    ):
        event = event_of(services)
        written = services.lists.write(
            event.id,
            spec,
            out,
            chosen=Chosen(wanted=only_categories(services, event, category)),
            language=language,
            encoding=encoding.value,
            progress=steps,
        )
    tell_written(written)


def presets(file: SummitFile, as_json: AsJson = False) -> None:
    """Show the lists that can be written, the built-in ones first."""
    with opened(file) as services:
        found = services.lists.presets(event_of(services).id)
    if as_json:
        tell_json(
            [
                {"name": one.words, "built_in": one.built_in, "list": list_to_json(one.spec)}
                for one in found
            ]
        )
        return
    for one in found:
        typer.echo(f"{one.words}\t{_('built in') if one.built_in else _('own')}")


def export_preset(file: SummitFile, name: Preset, out: ListFile) -> None:
    """Write a list's settings to a file, for others to import."""
    check_suffix(out, ".json")
    with opened(file) as services:
        spec = services.lists.preset(event_of(services).id, name).spec
        services.lists.share(spec, out)
    tell(_("Written: {path}.").format(path=out))


def import_preset(file: SummitFile, source: ListFile) -> None:
    """Keep the list that a file holds; can be undone."""
    with opened(file, writing=True) as services:
        change = services.lists.take_in(event_of(services).id, source)
    tell(change.text())


def _spec(services: Services, event: Event, name: str) -> ListSpec:
    return services.lists.preset(event.id, name).spec if name else EVERYTHING


def _sort(word: str) -> AttendeeSort | None:
    if not word:
        return None
    if word not in SORTS:
        message = _("Known orders: {names}.").format(names=", ".join(SORTS))
        raise typer.BadParameter(message, param_hint="--sort")
    return AttendeeSort.NAME if word == BY_PINYIN else AttendeeSort(word)


def _changed(
    services: Services,
    event: Event,
    spec: ListSpec,
    saved: str,
    columns: str,
    sort: AttendeeSort | None,
) -> ListSpec:
    if saved:
        spec = replace(spec, filter_name=saved, categories=())
    if columns:
        spec = replace(spec, columns=_columns(services, event, columns))
    return replace(spec, order=sort) if sort else spec


def _columns(services: Services, event: Event, keys: str) -> tuple[ListColumn, ...]:
    known = {column.key for column in services.lists.columns(event.id)} | set(BY_HAND)
    asked = [key.strip() for key in keys.split(",") if key.strip()]
    for key in asked:
        if key not in known:
            raise NoSuchColumn(name=key, names=", ".join(sorted(known)))
    return tuple(map(ListColumn, asked))
