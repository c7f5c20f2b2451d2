"""The one place that joins the window to everything below it."""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from summit_desk.support import settings
from summit_desk.support.i18n import _, use_language
from summit_desk.support.paths import settings_file

if TYPE_CHECKING:
    from summit_desk.domain.progress import Progress
    from summit_desk.domain.records import Event
    from summit_desk.support.i18n import Language
    from summit_desk.support.settings import Theme

NO_DISPLAY = 3  # the command line's code for what can't be worked with
EVE = timedelta(days=2)  # before the first day: pictures show a summit that is about to begin
MORNING = time(9, 30)


def run_window(path: Path | None) -> int:
    """Open the desk, on `path` if one is named; return the exit code."""
    if not _has_display():
        use_language(settings.load(settings_file()).language())
        message = _(
            "There is no display for the window. Nothing was changed. Log in to a desktop, or use "
            "the commands, which need none: summit-desk --help"
        )
        sys.stderr.write(f"{message}\n")
        return NO_DISPLAY
    from ui.shell.program import run

    return run(path)


def take_screenshots(
    path: Path,
    folder: Path,
    theme: "Theme",
    language: "Language",
    size: tuple[int, int],
    progress: "Progress",
) -> Sequence[Path]:
    """Write every screen as PNG; works on a copy, so that the file may be open elsewhere."""
    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from summit_desk.services.opening import OpeningService
    from ui.shell.screenshots import take

    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / path.name
        with_services = OpeningService().open(path, writing=False)
        moment = _eve(with_services.events.events()[0])
        with_services.workspace.copy_to(copy)
        with_services.workspace.close()
        services = OpeningService(lambda: moment).open(copy)
        try:
            return take(services, folder, theme, language, size, progress)
        finally:
            services.workspace.close()
            shutil.rmtree(copy.with_name(f"{copy.stem}.backups"), ignore_errors=True)


def _has_display() -> bool:
    """Tell whether Qt can show a window; it would end the program where it can't."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _eve(event: "Event") -> datetime:
    """Return the moment at which pictures of an event are taken."""
    return datetime.combine(event.first_day - EVE, MORNING, ZoneInfo(event.zone)).astimezone(UTC)
