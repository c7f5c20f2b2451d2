"""The commands, joined; every known failure becomes its sentence and exit code 3."""

import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Annotated

import typer
from typer.exceptions import TyperException

from summit_desk import __version__
from summit_desk.cli import (
    attendance,
    documents,
    door,
    duplicates,
    files,
    filters,
    journal,
    lists,
    people,
    pictures,
    sheets,
    stations,
)
from summit_desk.cli.imports import import_attendees, import_members
from summit_desk.cli.running import Exit, Unwritten, drop_output, tell
from summit_desk.domain.errors import DeskError
from summit_desk.support import settings
from summit_desk.support.i18n import Language, use_language
from summit_desk.support.paths import settings_file

app = typer.Typer(
    name="summit-desk",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Run a summit: agenda, speakers, attendees, badges, check-in and business trips. "
    "Without arguments the window opens.",
)
exports = typer.Typer(no_args_is_help=True, help="Write documents and lists.")
imports = typer.Typer(no_args_is_help=True, help="Read lists in.")
app.add_typer(exports, name="export")
app.add_typer(imports, name="import")

COMMANDS: tuple[tuple[typer.Typer, str, Callable[..., None]], ...] = (
    (app, "demo", files.demo),
    (app, "new", files.new),
    (app, "info", files.info),
    (imports, "attendees", import_attendees),
    (imports, "members", import_members),
    (imports, "preset", lists.import_preset),
    (exports, "attendees", lists.attendees),
    (exports, "preset", lists.export_preset),
    (app, "presets", lists.presets),
    (imports, "agenda", sheets.import_agenda),
    (imports, "travellers", sheets.import_travellers),
    (imports, "trip", sheets.import_trip),
    (exports, "badges", documents.badges),
    (exports, "agenda", documents.agenda),
    (exports, "trip", documents.trip),
    (exports, "sign-in", stations.sign_in),
    (exports, "attendance", attendance.attendance),
    (app, "find", people.find),
    (app, "filters", filters.filters),
    (app, "list", filters.list_attendees),
    (app, "duplicates", duplicates.duplicates),
    (app, "merge-people", duplicates.merge_people),
    (app, "codes", door.codes),
    (app, "check-in", door.check_in),
    (app, "rehearse", door.rehearse),
    (app, "station", stations.station),
    (app, "merge", stations.merge),
    (app, "preflight", people.preflight),
    (app, "undo", journal.undo),
    (app, "history", journal.history),
    (app, "backup", files.backup),
    (app, "verify", files.verify),
    (app, "screenshots", pictures.screenshots),
)
for group, name, command in COMMANDS:
    group.command(name=name)(command)


def _say_version(asked: bool) -> None:  # noqa: FBT001 -- Typer calls it so
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def program(
    speak: Annotated[
        Language | None, typer.Option(help="Language of the messages; else as in the settings.")
    ] = None,
    version: Annotated[  # noqa: ARG001 -- handled by its callback
        bool, typer.Option("--version", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    """Run a summit."""
    use_language(speak or settings.load(settings_file()).language())


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name; return the exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None where the caller has closed it
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _carry_out(arguments)
    except DeskError as error:
        tell(str(error))
    except (SystemExit, BrokenPipeError):  # Typer ends so when nobody reads on, as in `| head -1`
        drop_output()
        return Exit.DONE
    except OSError as trouble:
        drop_output()
        tell(str(Unwritten(why=trouble.strerror or trouble)))
    return Exit.BAD_INPUT


def _carry_out(arguments: Sequence[str]) -> int:
    try:
        code = app(list(arguments), standalone_mode=False) or Exit.DONE
        if sys.stdout is not None:
            sys.stdout.flush()  # a full disk shows only now
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        return Exit.USAGE
    except TyperException as error:  # wrong words on the command line
        tell(error.format_message() if hasattr(error, "format_message") else str(error))
        return Exit.USAGE
    return int(code)
