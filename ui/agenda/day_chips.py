"""The chip of a day of the agenda."""

from summit_desk.domain.agenda_view import AgendaDay
from summit_desk.domain.documents.words import short_day
from summit_desk.support.i18n import in_words
from ui.kit.chips import Chip
from ui.kit.tones import Tone


def day_chip(day: AgendaDay) -> Chip:
    """Return date, weekday and label; red when the event does not have that day."""
    text = short_day(day.date)
    shown = in_words(text.chinese, text.other)
    shown = f"{shown} · {day.label}" if day.label else shown
    return Chip(day.date, shown, None, Tone.BLUE if day.inside else Tone.RED)
