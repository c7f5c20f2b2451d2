"""What the door says about an outcome, in the current language."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from summit_desk.domain.attendee_words import STATUSES
from summit_desk.domain.check_in.outcome import Outcome
from summit_desk.domain.check_in.paper import forced_reason, is_from_paper, paper_words
from summit_desk.domain.records import AttendeeStatus
from summit_desk.domain.verdicts import FACES, PASSAGES, Verdict
from summit_desk.support.i18n import _, in_words

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# states that the big word of their verdict does not name
NAMED = {AttendeeStatus.DECLINED, AttendeeStatus.EXCUSED, AttendeeStatus.DUPLICATE}
LONGEST_RAW = 120  # characters of a raw code that are shown


def title(outcome: Outcome) -> str:
    """Return whom or what the outcome is about: the biggest words after the verdict."""
    if outcome.guest is not None:
        return outcome.guest.name
    if outcome.other_event is not None:
        return in_words(outcome.other_event.name, outcome.other_event.name_other)
    if outcome.verdict is Verdict.OTHER_EVENT:
        return _("An event that this desk doesn't know")
    return outcome.text.strip()[:LONGEST_RAW]


def subtitle(outcome: Outcome) -> str:
    """Return organisation and title of the guest."""
    if outcome.guest is None:
        return ""
    parts = (outcome.guest.organisation_words(), outcome.guest.title_words())
    return " · ".join(part for part in parts if part)


def details(outcome: Outcome, zone: ZoneInfo) -> list[str]:
    """Return the sentences that explain the verdict and say what to do."""
    tell = _TELLERS.get(outcome.verdict)
    lines = tell(outcome, zone) if tell else []
    if outcome.left:
        names = in_words("、", ", ").join(
            in_words(point.name, point.name_other) for point in outcome.left
        )
        lines.append(_("Left {points} thereby").format(points=names))
    if is_from_paper(outcome.reason):
        lines.append(paper_words(outcome.reason))
    if outcome.forced:
        reason = forced_reason(outcome.reason)
        lines.append(_("Let in against the verdict: {reason}").format(reason=reason))
    return [line for line in lines if line]


def footnote(outcome: Outcome) -> str:
    """Return the small print: what was stored, and how fast."""
    if outcome.scan is None:
        return _("Nothing was stored")
    spent = f"{outcome.milliseconds:.1f}"
    label = FACES[outcome.verdict].listed()
    if outcome.verdict is Verdict.OK_IN:
        label = _("First check-in")
    return _("{label} · {spent} ms · written to disk").format(label=label, spent=spent)


def clock_text(moment: datetime, zone: ZoneInfo, now: datetime) -> str:
    """Return the wall-clock time, with the day unless it is today's."""
    here, today = moment.astimezone(zone), now.astimezone(zone).date()
    return f"{here:%H:%M}" if here.date() == today else _dated(here, f"{here:%H:%M}")


def moment_text(here: datetime) -> str:
    """Return day and time to the second."""
    return _dated(here, f"{here:%H:%M:%S}")


def _dated(here: datetime, time: str) -> str:
    return _("{month:02d}-{day:02d} {time}").format(month=here.month, day=here.day, time=time)


def span_text(span: timedelta) -> str:
    """Return a length of time in words."""
    minutes = int(abs(span).total_seconds() // 60)
    if minutes < 1:
        return _("less than a minute")
    if minutes == 1:
        return _("1 minute")
    if abs(span) < HOUR:
        return _("{count} minutes").format(count=minutes)
    if abs(span) < DAY:
        hours, rest = divmod(minutes, 60)
        return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    days, rest = divmod(minutes, 24 * 60)
    return _("{days} d {hours} h").format(days=days, hours=rest // 60)


def _duplicate(outcome: Outcome, zone: ZoneInfo) -> list[str]:
    first = outcome.first
    if first is None:
        return []
    when = _("First check-in at {time}, {age} ago").format(
        time=clock_text(first.at, zone, outcome.at), age=span_text(outcome.at - first.at)
    )
    if not first.operator:
        return [when, _("at station {station}").format(station=first.station)]
    where = _("at station {station}, by {operator}")
    return [when, where.format(station=first.station, operator=first.operator)]


def _again(outcome: Outcome, zone: ZoneInfo) -> list[str]:
    entry = _("Entry number {count}").format(count=outcome.entries)
    if outcome.first is None:
        return [entry]
    time = clock_text(outcome.first.at, zone, outcome.at)
    return [entry, _("First check-in at {time}").format(time=time)]


def _out(outcome: Outcome, _zone: ZoneInfo) -> list[str]:
    if outcome.inside_for is None:
        return []
    return [_("Was inside for {time}").format(time=span_text(outcome.inside_for))]


def _elsewhere(outcome: Outcome, _zone: ZoneInfo) -> list[str]:
    names = _(", ").join(in_words(each.name, each.name_other) for each in outcome.elsewhere)
    if not names:
        return [_("This person may not enter at any point of this event.")]
    return [_("May enter at: {points}").format(points=names)]


def _window(outcome: Outcome, zone: ZoneInfo) -> list[str]:
    opens, closes = outcome.point.opens_at, outcome.point.closes_at
    lines = []
    if opens is not None:
        lines.append(_("Opens at {time}").format(time=clock_text(opens, zone, outcome.at)))
    if closes is not None:
        lines.append(_("Closes at {time}").format(time=clock_text(closes, zone, outcome.at)))
    return [
        " · ".join(lines),
        _("It is {time} now").format(time=f"{outcome.at.astimezone(zone):%H:%M}"),
    ]


def _full(outcome: Outcome, _zone: ZoneInfo) -> list[str]:
    taken = _("{inside} of {capacity} places are taken").format(
        inside=outcome.counts.inside, capacity=outcome.point.capacity
    )
    waiting = _("{count} people are on the waiting list").format(count=outcome.waiting)
    return [taken, waiting if outcome.waiting else ""]


def _status(outcome: Outcome, zone: ZoneInfo) -> list[str]:
    status = outcome.guest.status if outcome.guest else None
    named = [_(STATUSES[status])] if status in NAMED else []
    return [*named, *_set_by(outcome, zone)]


def _set_by(outcome: Outcome, zone: ZoneInfo) -> list[str]:
    if outcome.set_by is None:
        return []
    actor, at = outcome.set_by
    when = clock_text(at, zone, outcome.at)
    if not actor:
        return [_("Set at {time}").format(time=when)]
    return [_("Set by {actor} at {time}").format(actor=actor, time=when)]


def _revoked(outcome: Outcome, zone: ZoneInfo) -> list[str]:
    valid = outcome.guest.valid_serial if outcome.guest else 0
    lines = [
        _("This is badge no. {old}; it was replaced. Look for badge no. {new}.").format(
            old=outcome.serial, new=valid
        )
    ]
    if outcome.replaced_at is not None:
        time = clock_text(outcome.replaced_at, zone, outcome.at)
        lines.append(_("Replaced at {time}").format(time=time))
    return lines


def _other_event(outcome: Outcome, _zone: ZoneInfo) -> list[str]:
    event = outcome.other_event
    if event is None:
        return [_("The badge is well formed, but its event is not in this file.")]
    dates = f"{event.first_day:%Y-%m-%d} – {event.last_day:%Y-%m-%d}"
    return [dates, _("The badge is not valid for this event.")]


def _forged(_outcome: Outcome, _zone: ZoneInfo) -> list[str]:
    return [_("It looks like our code, but this event did not sign it. Call the organiser.")]


def _unknown(outcome: Outcome, _zone: ZoneInfo) -> list[str]:
    if outcome.unlisted:
        return [
            _("This event signed the badge, but nobody on this desk's list has it."),
            _("The registration was removed, or made at another desk."),
        ]
    if outcome.card is not None:
        return [_("A contact card: F4 registers this person as a walk-in.")]
    if outcome.candidates:
        return [_("Is it one of these? Press the number.")]
    return [_("Nobody was found. F3 searches, F4 registers a walk-in.")]


def _ambiguous(_outcome: Outcome, _zone: ZoneInfo) -> list[str]:
    return [_("Several people have this name. Press the number.")]


def _attention(outcome: Outcome, _zone: ZoneInfo) -> list[str]:
    note = outcome.guest.note.lstrip(" !\uff01") if outcome.guest else ""
    return [note]


def _error(outcome: Outcome, _zone: ZoneInfo) -> list[str]:
    return [_("Nothing was stored. Scan the badge again."), outcome.trouble]


def _unpaid(outcome: Outcome, zone: ZoneInfo) -> list[str]:
    return [_("The registration is marked as not paid."), *_set_by(outcome, zone)]


_TELLERS: Mapping[Verdict, Callable[[Outcome, ZoneInfo], list[str]]] = {
    Verdict.DUPLICATE: _duplicate,
    Verdict.OK_AGAIN: _again,
    Verdict.OK_OUT: _out,
    Verdict.NOT_ELIGIBLE_HERE: _elsewhere,
    Verdict.TOO_EARLY: _window,
    Verdict.TOO_LATE: _window,
    Verdict.FULL: _full,
    Verdict.CANCELLED: _status,
    Verdict.BLOCKED: _status,
    Verdict.PENDING: _status,
    Verdict.UNPAID: _unpaid,
    Verdict.REVOKED_BADGE: _revoked,
    Verdict.OTHER_EVENT: _other_event,
    Verdict.FORGED: _forged,
    Verdict.UNKNOWN: _unknown,
    Verdict.AMBIGUOUS: _ambiguous,
    Verdict.ATTENTION: _attention,
    Verdict.ERROR: _error,
}


def is_calm(verdict: Verdict) -> bool:
    """Say whether the station may go back to waiting by itself: somebody passed."""
    return verdict in PASSAGES and verdict is not Verdict.ATTENTION
