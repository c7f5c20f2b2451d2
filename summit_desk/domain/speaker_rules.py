"""What makes a speaker's entry valid, and when an answer counts as given."""

from dataclasses import replace
from datetime import date

from summit_desk.domain.errors import Problem
from summit_desk.domain.records import Speaker, SpeakerStatus
from summit_desk.domain.registration import clean_person, clean_unit, person_problems
from summit_desk.domain.speaker_view import SpeakerDraft
from summit_desk.domain.text_cleaning import clean_line, clean_text
from summit_desk.support.i18n import N_


def draft_problems(draft: SpeakerDraft) -> list[Problem]:
    """Return everything wrong with what the form holds."""
    problems = person_problems(draft.person)
    invited, answered = draft.speaker.invited_on, draft.speaker.answered_on
    if invited is not None and answered is not None and answered < invited:
        problems.append(
            Problem("answered_on", N_("The answer can't be earlier than the invitation."))
        )
    if draft.portrait is not None and picture_type(draft.portrait) is None:
        problems.append(Problem("portrait", N_("Choose a PNG, JPEG or WebP picture.")))
    return problems


def clean_draft(draft: SpeakerDraft) -> SpeakerDraft:
    """Return what the form holds with its texts cleaned of what pasting brings along."""
    return replace(
        draft,
        speaker=_clean_speaker(draft.speaker),
        person=clean_person(draft.person),
        unit=clean_unit(draft.unit),
    )


def _clean_speaker(speaker: Speaker) -> Speaker:
    return replace(
        speaker,
        topic=clean_line(speaker.topic),
        topic_other=clean_line(speaker.topic_other),
        arrival=clean_line(speaker.arrival),
        departure=clean_line(speaker.departure),
        hotel=clean_line(speaker.hotel),
        contact=clean_line(speaker.contact),
        notes=clean_text(speaker.notes),
    )


def answered(speaker: Speaker, status: SpeakerStatus, today: date) -> Speaker:
    """Return the engagement with another status; an answer gets its date, an invitation too."""
    if status is SpeakerStatus.INVITED:
        invited = speaker.invited_on or today
        return replace(speaker, status=status, invited_on=invited, answered_on=None)
    if speaker.status is status and speaker.answered_on:
        return speaker
    return replace(speaker, status=status, answered_on=today)


def picture_type(data: bytes) -> str | None:
    """Return the MIME type of a picture by its first bytes; None when it is none of ours."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return None
