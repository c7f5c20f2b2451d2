"""The columns of the list of speakers."""

from collections.abc import Sequence

from summit_desk.domain.agenda_words import MATERIALS, SPEAKER_STATUSES
from summit_desk.domain.records import SpeakerStatus
from summit_desk.domain.speaker_view import Appearance, SpeakerRow
from summit_desk.support.i18n import _, in_words
from ui.kit.rows import Column
from ui.kit.tones import Pill, Tone

STATUS_TONES = {
    SpeakerStatus.INVITED: Tone.GREY,
    SpeakerStatus.ACCEPTED: Tone.AMBER,
    SpeakerStatus.CONFIRMED: Tone.GREEN,
    SpeakerStatus.DECLINED: Tone.RED,
}
STATUS_ORDER = {status: at for at, status in enumerate(SpeakerStatus)}


def status_pill(row: SpeakerRow) -> Pill:
    """Return how far a speaker is engaged."""
    status = row.speaker.status
    return Pill(_(SPEAKER_STATUSES[status]), STATUS_TONES[status])


def material_pill(row: SpeakerRow) -> Pill | None:
    """Return how much of what was asked has come."""
    if not row.materials or row.speaker.status is SpeakerStatus.DECLINED:
        return None
    came = len(row.materials) - len(row.missing)
    if not row.missing:
        return Pill(f"✓ {came}/{came}", Tone.GREEN)
    return Pill(f"{came}/{len(row.materials)}", Tone.AMBER)


def materials_in_words(row: SpeakerRow) -> str:
    """Return what has come and what has not, one per line."""
    return "\n".join(
        f"{'✓' if one.received_on else '–'} {_(MATERIALS[one.kind])}" for one in row.materials
    )


def sessions_in_words(row: SpeakerRow) -> str:
    """Return when a speaker first appears, and how often more: "05-22 09:45 +1"."""
    if not row.appearances:
        return "—"
    more = len(row.appearances) - 1
    return _when(row.appearances[0]) + (f" +{more}" if more else "")


def appearance_in_words(one: Appearance) -> str:
    """Return time, title and room of an appearance."""
    room = in_words(one.room.name, one.room.name_other) if one.room else ""
    title = in_words(one.session.title, one.session.title_other)
    return " · ".join(filter(None, (_when(one), title, room)))


def topic(row: SpeakerRow) -> str:
    """Return what a speaker talks about."""
    return in_words(row.speaker.topic, row.speaker.topic_other)


def _when(one: Appearance) -> str:
    at = one.session.starts_at
    return f"{at:%m-%d %H:%M}" if at else _("not scheduled")


def _first(row: SpeakerRow) -> str | None:
    at = row.appearances[0].session.starts_at if row.appearances else None
    return at.isoformat() if at else None


COLUMNS: Sequence[Column[SpeakerRow]] = (
    Column(
        lambda: _("Name"),
        lambda row: row.card.name,
        sort=lambda row: (row.card.person.pinyin or row.card.person.name).casefold(),
        width=132,
        strong=True,
    ),
    Column(lambda: _("Organisation"), lambda row: row.card.organisation_name),
    Column(lambda: _("Position"), lambda row: row.card.title),
    Column(
        lambda: _("Status"),
        lambda row: status_pill(row).text,
        sort=lambda row: STATUS_ORDER[row.speaker.status],
        pill=status_pill,
        width=108,
    ),
    Column(
        lambda: _("Material"),
        lambda _row: "",
        sort=lambda row: len(row.missing),
        pill=material_pill,
        width=86,
        tooltip=materials_in_words,
    ),
    Column(
        lambda: _("Sessions"),
        sessions_in_words,
        sort=_first,
        width=126,
        muted=True,
        tooltip=lambda row: "\n".join(map(appearance_in_words, row.appearances)),
    ),
    Column(lambda: _("Topic"), topic),
)

# What a narrow window leaves out; the pane of the speaker shows it anyway.
SPARED = (2, 6)
