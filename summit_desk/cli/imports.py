"""Commands that read lists in: attendees and member units."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from summit_desk.cli.running import (
    AsJson,
    NoBody,
    NoSuchThing,
    SummitFile,
    check_suffix,
    event_of,
    opened,
    progress,
    tell,
    tell_json,
)
from summit_desk.domain.imports.members import MemberPlan, MemberVerdict
from summit_desk.domain.imports.plan import Additions, Decisions, ImportPlan
from summit_desk.domain.imports.spoken_options import read_decisions, read_meanings
from summit_desk.domain.imports.text_encodings import ENCODING_NAMES
from summit_desk.domain.thing_words import thing_word
from summit_desk.services.bundle import Services
from summit_desk.services.import_sources import FileSource, SentSource, Source
from summit_desk.services.imports import ImportOptions
from summit_desk.support.i18n import N_, _, in_words

_MOST_BYTES = 101 << 20  # more is refused as too big
_STANDARD_INPUT = "-"
_MOST_FLAGS = 50  # lines that are told of doubts

List = Annotated[
    Path,
    typer.Argument(
        metavar="SHEET", help="xlsx, xls, ods, csv, html or vcf; “-” is a table on standard input."
    ),
]
SheetNumber = Annotated[
    str, typer.Option("--sheet", metavar="N", help="Which sheet: its number from 1, or its name.")
]
HeaderRow = Annotated[
    int | None, typer.Option("--header-row", min=1, help="Row of the header, counted from 1.")
]
Encoding = Annotated[str, typer.Option(help="Of a text file: utf-8, gb18030, big5, utf-16 …")]
Meanings = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="列名=FIELD", help="What a column is; may be repeated."),
]
Decided = Annotated[
    str,
    typer.Option(
        "--decide", help="Per verdict, as in update=yes,duplicate=skip,conflict=skip,error=skip."
    ),
]
Erase = Annotated[
    bool, typer.Option("--erase-empty", help="An empty cell erases what is stored there.")
]
Rejects = Annotated[
    Path | None,
    typer.Option(metavar="OUT.xlsx", help="Write the rejected rows here, with the reasons."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")]


def import_attendees(  # noqa: PLR0913, PLR0917 -- one parameter for each word of the command line
    file: SummitFile,
    sheet: List,
    sheet_number: SheetNumber = "",
    header_row: HeaderRow = None,
    encoding: Encoding = "",
    meanings: Meanings = None,
    decide: Decided = "",
    erase_empty: Erase = False,
    dry_run: DryRun = False,
    rejects: Rejects = None,
    as_json: AsJson = False,
) -> None:
    """Import a list of attendees, in one step that can be undone."""
    if rejects is not None:
        check_suffix(rejects, ".xlsx")
    options = ImportOptions(
        sheet=sheet_number,
        encoding=_encoding(encoding),
        header_row=None if header_row is None else header_row - 1,
        targets=read_meanings(meanings or ()),
        erase_empty=erase_empty,
    )
    decisions = read_decisions(decide)
    with opened(file, writing=not dry_run) as services:
        plan = _plan(services, _source(sheet), options)
        if not dry_run:
            _apply(services, plan, decisions)
        if rejects is not None:
            _save_rejects(services, plan, decisions, rejects)
    _tell_plan(plan, as_json=as_json)
    if dry_run:
        tell(_("Nothing was written; that was a dry run."))


def import_members(
    file: SummitFile,
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="xlsx, xls, ods or csv.")],
    body: Annotated[str, typer.Option(help="Of which body the units are members.")],
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Import a list of member units into a body, in one step that can be undone."""
    with opened(file, writing=not dry_run) as services:
        lists, names = services.organisations.member_lists, services.organisations.bodies()
        if not names:
            raise NoBody
        fits = [one.id for one in names if body in {one.name, one.name_other}]
        if not fits:
            known = ", ".join(one.name for one in names)
            raise NoSuchThing(thing=thing_word("body"), name=body, names=known)
        plan = lists.plan(fits[0], sheet)
        if not dry_run:
            lists.apply(plan)
    _tell_members(plan, as_json=as_json)
    if dry_run:
        tell(_("Nothing was written; that was a dry run."))


def _encoding(said: str) -> str:
    """Return the encoding by the name that this program has for it."""
    if not said:
        return ""
    found = ENCODING_NAMES.get(said.lower().replace("_", "-"))
    if found is None:
        message = _("This encoding is unknown. Known are: {names}.")
        names = ", ".join(ENCODING_NAMES)
        raise typer.BadParameter(message.format(names=names), param_hint="--encoding")
    return found


def _source(sheet: Path) -> Source:
    if str(sheet) != _STANDARD_INPUT:
        return FileSource(sheet)
    content = sys.stdin.buffer.read(_MOST_BYTES) if sys.stdin else b""
    return SentSource(Path(_("Standard input")), content)


def _plan(services: Services, source: Source, options: ImportOptions) -> ImportPlan:
    event_id, imports = event_of(services).id, services.imports
    with progress(_("Comparing with the summit")) as steps:
        book = source.look(options)
        table = imports.sheet(book, source.path, options)
        plan = imports.plan_sheet(event_id, source.path, table, options, steps)
    others = [other.name for other in book.visible if other.name != table.name]
    if others and not options.sheet:
        message = _("Sheet “{name}” was read; the file also has {others}. Choose with --sheet.")
        tell(message.format(name=table.name, others=", ".join(others)))
    return plan


def _apply(services: Services, plan: ImportPlan, decisions: Decisions) -> None:
    with progress(_("Importing")) as steps:
        done = services.imports.apply(plan, decisions, steps)
    tell(done.change.text())


def _save_rejects(services: Services, plan: ImportPlan, decisions: Decisions, out: Path) -> None:
    if not plan.left_out(decisions):
        tell(_("No row was rejected; {path} was not written.").format(path=out))
        return
    count = services.imports.save_rejects(plan, out, decisions)
    tell(_("{count} rejected rows were written to {path}.").format(count=count, path=out))


def _tell_plan(plan: ImportPlan, *, as_json: bool) -> None:
    if as_json:
        tell_json(plan.to_json())
    else:
        for verdict, count in plan.counts.items():
            typer.echo(f"{verdict:>10}  {count}")
        _tell_additions(plan.additions)
        _tell_flags(plan)
    for row in plan.rejects:
        tell(_("Row {row}: {reason}").format(row=row.draft.row, reason=row.reason_text))


def _tell_additions(additions: Additions) -> None:
    """Say which names the list brings along: a slip of the pen is one of them."""
    for text, names in (
        (N_("New forums: {names}."), additions.forums),
        (N_("New categories: {names}."), additions.categories),
        (N_("New fields: {names}."), additions.fields),
        (N_("New groups: {names}."), additions.groups),
        (N_("New organisations: {names}."), additions.organisations),
    ):
        if names:
            tell(_(text).format(names=in_words("、", ", ").join(names)))


def _tell_flags(plan: ImportPlan) -> None:
    flags = [(row.draft.row, flag) for row in plan.rows for flag in row.flags if row.reason != flag]
    for row, flag in flags[:_MOST_FLAGS]:
        tell(_("Row {row}: {reason}").format(row=row, reason=flag))
    if len(flags) > _MOST_FLAGS:
        more = len(flags) - _MOST_FLAGS
        tell(_("{count} more to look at; --json names them all.").format(count=more))


def _tell_members(plan: MemberPlan, *, as_json: bool) -> None:
    counts = {verdict.value: plan.count(verdict) for verdict in MemberVerdict}
    warned = [line for line in plan.lines if line.warning]
    if as_json:
        flags = [{"row": line.id, "reason": _(line.warning)} for line in warned]
        tell_json({"body": plan.body.name, "rows": len(plan.lines), **counts, "flags": flags})
        return
    for verdict, count in counts.items():
        typer.echo(f"{verdict:>10}  {count}")
    for line in warned:
        tell(_("Row {row}: {reason}").format(row=line.id, reason=_(line.warning)))
