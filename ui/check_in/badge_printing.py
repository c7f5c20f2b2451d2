"""Prints one badge at the door, on the printer that this computer prints on."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from summit_desk.domain.change import Change
from summit_desk.domain.errors import DeskError
from summit_desk.domain.progress import SILENT
from summit_desk.support.i18n import N_
from ui.kit.printing import print_pages, set_up

if TYPE_CHECKING:
    from summit_desk.services.documents import DocumentService

SIZE = "90x130"


class NoPrinter(DeskError):
    """A badge is to be printed and no printer is there."""

    sentence = N_(
        "The badge was not printed: this computer has no printer. The guest is checked in all the "
        "same. Connect a printer and press F5 to print it."
    )


def default_printer() -> QPrinter | None:
    """Return the printer that this computer prints on, if it has one."""
    info = QPrinterInfo.defaultPrinter()
    return None if info.isNull() else QPrinter(info, QPrinter.PrinterMode.HighResolution)


def print_badge(
    documents: "DocumentService",
    attendee_id: UUID,
    printer: Callable[[], QPrinter | None] = default_printer,
) -> Change:
    """Print the badge of one guest and note it as printed.

    Raises NoPrinter, or what stands against the badge (a character that no font has).
    """
    content = documents.badge_preview(attendee_id, size=SIZE)
    chosen = printer()
    if chosen is None:
        raise NoPrinter
    set_up(chosen, content)
    if not print_pages(chosen, content, SILENT):
        raise NoPrinter
    return documents.note_printed([attendee_id], SIZE)
