"""The list of what speakers still owe: one line each, to be pasted into a message."""

from collections.abc import Iterable

from summit_desk.domain.agenda_words import MATERIALS, SPEAKER_STATUSES
from summit_desk.domain.records import SpeakerStatus
from summit_desk.domain.speaker_view import OPEN, SpeakerRow
from summit_desk.support.i18n import _


def reminders(rows: Iterable[SpeakerRow]) -> list[str]:
    """Return a line for each speaker who has not confirmed or not sent everything."""
    return [_line(row) for row in rows if _owes(row)]


def _owes(row: SpeakerRow) -> bool:
    status = row.speaker.status
    return status is not SpeakerStatus.DECLINED and (bool(row.missing) or status in OPEN)


def _line(row: SpeakerRow) -> str:
    """Return name, position, how to reach the person, and what is missing."""
    person, speaker = row.card.person, row.speaker
    reach = person.mobile or person.email or speaker.contact
    missing = [_(MATERIALS[kind]) for kind in row.missing]
    if speaker.status in OPEN:
        status = _(SPEAKER_STATUSES[speaker.status])
        missing.insert(0, _("confirmation (now: {status})").format(status=status))
    who = " ".join(filter(None, (row.card.name, row.card.line, reach)))
    return _("{who}: {missing}").format(who=who, missing=_(", ").join(missing))
