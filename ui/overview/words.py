"""How the overview says its figures and days."""

from dataclasses import dataclass
from datetime import date, datetime

from summit_desk.domain.documents.words import short_day
from summit_desk.domain.overview import Countdown, ForumLoad, Overview, Phase
from summit_desk.support.i18n import _, in_words
from ui.kit.charts import Point
from ui.kit.load_bars import Load
from ui.kit.tones import Tone


@dataclass(frozen=True)
class Figure:
    """What one card says."""

    label: str
    value: str
    note: str = ""
    tone: Tone | None = None


def figures(overview: Overview) -> tuple[Figure, ...]:
    """Return the five cards from left to right."""
    return (
        _registered(overview),
        _confirmed(overview),
        _arrived(overview),
        _material(overview),
        _countdown(overview.countdown),
    )


def day(when: date) -> str:
    """Return "5月22日 周三" or "Wed 22 May"."""
    both = short_day(when)
    return in_words(both.chinese, both.other)


def points(overview: Overview) -> tuple[Point, ...]:
    """Return the line of registrations over time."""
    return tuple(
        Point(
            f"{figure.day.month}/{figure.day.day}",
            figure.registered,
            _("{day}: {count} registered").format(
                day=day(figure.day), count=f"{figure.registered:,}"
            ),
        )
        for figure in overview.progress
    )


def loads(overview: Overview) -> tuple[Load, ...]:
    """Return the bars of the forums."""
    return tuple(
        Load(str(forum.name), _room(forum), forum.registered, forum.seats)
        for forum in overview.forums
    )


def _room(forum: ForumLoad) -> str:
    return f"{forum.floor} {forum.room}".strip()


def _registered(overview: Overview) -> Figure:
    note = _("nobody has registered")
    if overview.new:
        note = _("{count} since yesterday").format(count=f"+{overview.new:,}")
    elif overview.progress:
        note = _("the last one on {day}").format(day=day(overview.progress[-1].day))
    return Figure(_("Registered"), f"{overview.registered:,}", note)


def _confirmed(overview: Overview) -> Figure:
    share = overview.confirmed / overview.registered if overview.registered else 0
    note = f"{share:.1%}" if overview.registered else _("nobody has registered")
    return Figure(_("Confirmed"), f"{overview.confirmed:,}", note)


def _arrived(overview: Overview) -> Figure:
    begun = overview.arrived or overview.countdown.phase is not Phase.AHEAD
    if begun and overview.confirmed:
        share = f"{overview.arrived / overview.confirmed:.1%}"
        note = _("{share} of those confirmed").format(share=share)
    else:
        note = _("Doors open {day} {time}").format(
            day=day(overview.doors_open_at), time=clock(overview.doors_open_at)
        )
    return Figure(_("Checked in"), f"{overview.arrived:,}", note)


def _material(overview: Overview) -> Figure:
    lacking = overview.speakers - overview.speakers_ready
    value = f"{overview.speakers_ready} / {overview.speakers}"
    if not overview.speakers:
        return Figure(_("Speakers’ material"), "0", _("nobody is invited yet"))
    if not lacking:
        return Figure(_("Speakers’ material"), value, _("all there"), Tone.GREEN)
    note = _("missing from {count}").format(count=lacking)
    return Figure(_("Speakers’ material"), value, note, Tone.AMBER)


def _countdown(countdown: Countdown) -> Figure:
    opens = f"{day(countdown.opens_at)} {clock(countdown.opens_at)}"
    if countdown.phase is Phase.AHEAD:
        value = _("{count} days") if countdown.number != 1 else _("{count} day")
        return Figure(_("Until it opens"), value.format(count=countdown.number), opens)
    if countdown.phase is Phase.UNDER_WAY:
        value = _("Day {number} of {days}")
        words = value.format(number=countdown.number, days=countdown.days)
        return Figure(_("Under way"), words, _("since {day}").format(day=opens))
    return Figure(_("The event"), _("Over"), _("began {day}").format(day=opens))


def clock(moment: datetime) -> str:
    """Return "09:00"."""
    return f"{moment:%H:%M}"
