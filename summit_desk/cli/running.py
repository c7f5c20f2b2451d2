"""What every command shares: opening the file, progress on a terminal, JSON and exit codes."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from summit_desk.domain.errors import DeskError, Missing
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Event
from summit_desk.services.bundle import Services
from summit_desk.services.opening import OpeningService
from summit_desk.support import settings
from summit_desk.support.i18n import N_, _
from summit_desk.support.paths import settings_file

SummitFile = Annotated[Path, typer.Argument(metavar="FILE", help="The summit file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    BAD_INPUT = 3


class NoEvent(DeskError):
    """Details: path."""

    sentence = N_("{path} has no event yet; nothing was changed. Create one in the window first.")


class NoSuchThing(DeskError):
    """A name given on the command line is not in the file; details: thing, name, names."""

    sentence = N_("There is no {thing} “{name}”; nothing was changed. There are: {names}.")


class NoBody(DeskError):
    """Members were to be listed, and there is no body that could have any."""

    sentence = N_(
        "The file has no body with members yet, so nothing was imported. Create one in the window "
        "first, under Organisations."
    )


class Unwritten(DeskError):
    """The answer could not be given; details: why."""

    sentence = N_(
        "The command could not give its whole answer: {why}. What was stored in the summit file "
        "stays stored. Make room or choose another place, and try again."
    )


def opening() -> OpeningService:
    """Return the way to open files, signed as this person's settings say."""
    own = settings.load(settings_file())
    return OpeningService(who=lambda: (own.actor, own.station))


@contextmanager
def opened(path: Path, *, writing: bool = False) -> Iterator[Services]:
    """Open a summit file for one command; only a writing one needs it for itself."""
    services = opening().open(path, writing=writing)
    try:
        yield services
    finally:
        services.workspace.close()


def event_of(services: Services) -> Event:
    """Return the event that a command works on: the file's latest."""
    events = services.events.events()
    if not events:
        raise NoEvent(path=services.workspace.path)
    return events[0]


def tell(message: str) -> None:
    """Say something to a person (standard error, so that output stays clean)."""
    typer.echo(message, err=True)


def tell_json(value: Any) -> None:  # noqa: ANN401 -- anything that JSON holds
    """Print a value as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, default=str))


def drop_output() -> None:
    """Let go of what nobody reads, so that the end of the program does not try again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def check_suffix(out: Path, *suffixes: str) -> None:
    """Refuse a document whose name promises another kind of file."""
    if out.suffix.lower() not in suffixes:
        message = _("The name of this document ends in {endings}.")
        endings = _(" or ").join(suffixes)
        raise typer.BadParameter(message.format(endings=endings), param_hint="OUT")


@contextmanager
def progress(title: str) -> Iterator[Progress]:
    """Show a bar on a terminal; stay silent in a pipe."""
    if not sys.stderr.isatty():
        yield SILENT
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        yield _Bar(bars, bars.add_task(title, total=None))


class _Bar:
    def __init__(self, bars: Any, task: Any) -> None:  # noqa: ANN401 -- rich is loaded late
        self._bars, self._task = bars, task

    def step(self, done: int, total: int) -> None:
        """Move the bar."""
        self._bars.update(self._task, completed=done, total=total)


__all__ = [
    "AsJson",
    "Exit",
    "Missing",
    "NoSuchThing",
    "SummitFile",
    "Unwritten",
    "check_suffix",
    "drop_output",
    "event_of",
    "opened",
    "opening",
    "progress",
    "tell",
    "tell_json",
]
