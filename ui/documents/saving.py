"""Where a document is saved: the kinds of file it can be, and what it is called."""

from summit_desk.domain.documents.choices import Document
from summit_desk.support.i18n import N_, _
from ui.documents.items import Item

GB18030 = N_("Comma-separated text for old programs, GB18030 (*.csv)")


def kinds(item: Item) -> list[str]:
    """Return the kinds of file that a document can be, the usual one first."""
    if item.document is Document.ATTENDANCE:
        return [_("Excel workbook (*.xlsx)")]
    if item.document is Document.ATTENDEES:
        return [
            _("Excel workbook (*.xlsx)"),
            _("Comma-separated text (*.csv)"),
            _(GB18030),
            _("Business cards (*.vcf)"),
            _("JSON (*.json)"),
        ]
    if item.document is Document.TRIP_BOOK:
        return [_("PDF (*.pdf)"), _("Calendar (*.ics)")]
    return [_("PDF (*.pdf)")]


def suffix(kind: str) -> str:
    """Return how the name of a file of this kind ends."""
    return kind.rsplit("*.", 1)[-1].rstrip(")")


def file_name(item: Item, event: str) -> str:
    """Return a name for the file that every system takes."""
    kept = "".join(c for c in f"{event} {item.title()}" if c not in '<>:"/\\|?*\r\n\t')
    return kept[:80].strip()
