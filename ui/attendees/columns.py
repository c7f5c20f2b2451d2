"""The columns of the list of attendees, and what each of them sorts by."""

from collections.abc import Sequence

from summit_desk.domain.attendee_lists import AttendeeRow, AttendeeSort
from summit_desk.domain.attendee_words import FEES, STATUSES
from summit_desk.domain.records import AttendeeStatus, FeeStatus
from summit_desk.support.i18n import _
from ui.kit.rows import Column
from ui.kit.tones import Pill, Tone

TONES = {
    AttendeeStatus.PENDING: Tone.AMBER,
    AttendeeStatus.UNCONFIRMED: Tone.AMBER,
    AttendeeStatus.CONFIRMED: Tone.GREEN,
    AttendeeStatus.DECLINED: Tone.GREY,
    AttendeeStatus.CANCELLED: Tone.RED,
    AttendeeStatus.BLOCKED: Tone.RED,
    AttendeeStatus.EXCUSED: Tone.GREY,
    AttendeeStatus.DUPLICATE: Tone.GREY,
}


def status_pill(status: AttendeeStatus) -> Pill:
    """Return the word and colour of a status."""
    return Pill(_(STATUSES[status]), TONES[status])


def row_pill(row: AttendeeRow) -> Pill:
    """Return the status; somebody who comes but has not paid is marked as unpaid."""
    if row.fee_status is FeeStatus.UNPAID and row.status is AttendeeStatus.CONFIRMED:
        return Pill(_(FEES[FeeStatus.UNPAID]), Tone.AMBER)
    return status_pill(row.status)


def status_tooltip(row: AttendeeRow) -> str:
    """Return status and payment in words."""
    fee = _(FEES[row.fee_status]) if row.fee_status else ""
    return " · ".join(filter(None, (_(STATUSES[row.status]), fee)))


def category_pill(row: AttendeeRow) -> Pill | None:
    """Return the category in its own colour."""
    return Pill(str(row.category), colour=row.category.colour) if row.category else None


def name_words(row: AttendeeRow) -> str:
    """Return the name, with the name in another language behind it."""
    return " ".join(filter(None, (row.name, row.other_name)))


def forum_words(row: AttendeeRow) -> str:
    """Return the forums, those with a place on the waiting list marked."""
    return " · ".join(
        _("{forum} (waiting)").format(forum=forum) if forum.waiting else str(forum)
        for forum in row.forums
    )


COLUMNS: Sequence[Column[AttendeeRow]] = (
    Column(lambda: _("No."), lambda row: row.number, width=74, muted=True, key="number"),
    Column(
        lambda: _("Name"),
        lambda row: row.name,
        width=108,
        strong=True,
        tooltip=lambda row: " · ".join(filter(None, (name_words(row), row.pinyin))),
        key="name",
    ),
    Column(
        lambda: _("Organisation"),
        lambda row: row.organisation,
        width=146,
        tooltip=lambda row: row.organisation,
        key="organisation",
    ),
    Column(
        lambda: _("Title"),
        lambda row: row.duty,
        width=112,
        tooltip=lambda row: row.duty,
        key="title",
    ),
    Column(
        lambda: _("Category"),
        lambda row: str(row.category or ""),
        pill=category_pill,
        width=94,
        key="category",
    ),
    Column(
        lambda: _("Status"),
        lambda row: _(STATUSES[row.status]),
        pill=row_pill,
        tooltip=status_tooltip,
        width=116,
        key="status",
    ),
    Column(lambda: _("Forums"), forum_words, tooltip=forum_words, key="forums"),
)

SORTS = {
    "number": AttendeeSort.NUMBER,
    "name": AttendeeSort.NAME,
    "pinyin": AttendeeSort.NAME,
    "organisation": AttendeeSort.ORGANISATION,
    "title": AttendeeSort.TITLE,
    "category": AttendeeSort.CATEGORY,
    "status": AttendeeSort.STATUS,
    "rank": AttendeeSort.RANK,
    "registered": AttendeeSort.REGISTERED,
}  # the other columns have no order in the file
