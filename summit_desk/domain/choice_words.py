"""The word of every choice that is stored, whatever it is a choice of: for the history."""

from collections.abc import Mapping
from enum import StrEnum

from summit_desk.domain import (
    agenda_words,
    attendee_words,
    event_words,
    organisation_words,
    trip_words,
)
from summit_desk.domain.documents.attendee_columns import DOCUMENTS
from summit_desk.support.i18n import _

# By class, because words of different choices are equal as texts ("member").
WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    type(next(iter(words))): {str(choice): word for choice, word in words.items()}
    for words in (
        agenda_words.SESSION_KINDS,
        agenda_words.SESSION_STATUSES,
        agenda_words.FORUM_KINDS,
        agenda_words.ROLES,
        agenda_words.SPEAKER_STATUSES,
        agenda_words.MATERIALS,
        attendee_words.STATUSES,
        attendee_words.PLACES,
        attendee_words.REASONS,
        attendee_words.FEES,
        attendee_words.SEXES,
        event_words.POINT_KINDS,
        event_words.POLICIES,
        event_words.FIELD_KINDS,
        organisation_words.ORGANISATION_KINDS,
        organisation_words.BODY_KINDS,
        organisation_words.LEVELS,
        trip_words.TRIP_KINDS,
        trip_words.ROLES,
        trip_words.LEG_KINDS,
        trip_words.PAPERS,
        trip_words.PAPER_STATES,
        trip_words.COSTS,
        DOCUMENTS,
    )
}


def choice_word(choices: type[StrEnum], stored: str) -> str:
    """Return the word for a stored choice in the current language; the stored one if unknown."""
    word = WORDS.get(choices, {}).get(stored)
    return stored if word is None else _(word)
