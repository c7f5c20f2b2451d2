"""The command that shows the program: every screen as a picture."""

import re
from pathlib import Path
from typing import Annotated

import typer

from summit_desk.cli.running import SummitFile, event_of, opened, progress, tell
from summit_desk.support.i18n import Language, _
from summit_desk.support.settings import Theme


def screenshots(
    file: SummitFile,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the pictures go.")],
    theme: Annotated[Theme, typer.Option(help="light or dark")] = Theme.LIGHT,
    language: Annotated[Language, typer.Option(help="zh or en")] = Language.CHINESE,
    size: Annotated[str, typer.Option(help="WIDTHxHEIGHT in pixels")] = "1440x900",
) -> None:
    """Save every screen as PNG; the file is not changed."""
    from summit_desk.bootstrap import take_screenshots

    shape = re.fullmatch(r"(\d{3,4})x(\d{3,4})", size, re.ASCII)
    if shape is None:
        message = _("The size is WIDTHxHEIGHT, for example 1440x900.")
        raise typer.BadParameter(message, param_hint="--size")
    with opened(file) as services:
        event_of(services)  # there is nothing to show without one
    pixels = int(shape[1]), int(shape[2])
    with progress(_("Taking screenshots")) as steps:
        pictures = take_screenshots(file, folder, theme, language, pixels, steps)
    tell(_("{count} pictures were written to {folder}.").format(count=len(pictures), folder=folder))
