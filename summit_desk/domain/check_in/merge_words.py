"""What a merge is told in, on the screen, on the command line and in reports."""

from datetime import datetime
from zoneinfo import ZoneInfo

from summit_desk.domain.check_in.answers import NOTHING, AnswerConflict
from summit_desk.domain.check_in.merging import Conflict, Entry, Share
from summit_desk.domain.check_in.sentences import moment_text, span_text
from summit_desk.domain.check_in.skew import Skew
from summit_desk.domain.records import Answer
from summit_desk.support.i18n import N_, _, in_words

NOTICED = 1.0  # seconds from which a skew is worth a word

STATION_TITLES = (
    N_("Station"),
    N_("New scans"),
    N_("Known before"),
    N_("Walk-ins"),
    N_("First scan"),
    N_("Last scan"),
    N_("Clock"),
)
ANSWER_TITLES = (
    N_("No."),
    N_("Name"),
    N_("Question"),
    N_("Answer (counts)"),
    N_("Given"),
    N_("Other answer"),
    N_("Given"),
)
ANSWER_RULE = N_(
    "The latest answer counts, by the clock of the station that asked; every answer is kept with "
    "its station and time. Correct the field of the person if the other answer is right."
)
CONFLICT_TITLES = (
    N_("No."),
    N_("Name"),
    N_("Check-in point"),
    N_("First entry (counts)"),
    N_("Station and operator"),
    N_("Later entry"),
    N_("Station and operator"),
)
RULE = N_(
    "Both entries stay in the log. The earlier one counts; the later one is a duplicate that the "
    "station could not know of. Times are those of each station's clock; who was first is decided "
    "after correcting the clocks."
)


def skew_words(skew: Skew) -> str:
    """Return how far a clock is off, as far as the scans prove it."""
    span = span_text(skew.delta)
    if skew.least > skew.most:
        return _("was set during the day")
    if skew.seconds >= NOTICED:
        return _("fast by at least {span}").format(span=span)
    if skew.seconds <= -NOTICED:
        return _("slow by at least {span}").format(span=span)
    return _("nothing against it")


def entry_time(entry: Entry, zone: ZoneInfo) -> str:
    """Return when an entry was made, by the clock of its station."""
    return moment_text(entry.at.astimezone(zone))


def entry_place(entry: Entry) -> str:
    """Return where an entry was made and by whom."""
    return " · ".join(part for part in (entry.station, entry.operator) if part)


def time_or_dash(moment: datetime | None, zone: ZoneInfo) -> str:
    """Return a time of a station's clock, or a dash."""
    return moment_text(moment.astimezone(zone)) if moment else "–"


def share_line(share: Share) -> str:
    """Return what one station file brought, in a line."""
    return _(
        "{name}: {scans} new scans ({known} known before), {people} walk-ins; clock {clock}"
    ).format(
        name=share.mark.name,
        scans=share.scans,
        known=share.known,
        people=share.walk_ins,
        clock=skew_words(share.skew),
    )


def copied_line(share: Share) -> str:
    """Return what is said of a station file that was used in two places."""
    return _(
        "The station file “{name}” was used on two laptops, or went on from an older copy: it "
        "brought new scans, but lacks {count} that came from another copy. All scans of both were "
        "kept; whoever was let in at both is listed. Make a station file of its own for each "
        "laptop."
    ).format(name=share.mark.name, count=share.missing)


def answer_words(answer: Answer) -> str:
    """Return what was answered, as a form shows it."""
    value = answer.value
    if value in NOTHING:
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return in_words("、", ", ").join(map(str, value)) if isinstance(value, list) else str(value)


def answer_place(answer: Answer, zone: ZoneInfo) -> str:
    """Return when an answer was given, where, and by whom it was written down."""
    place = answer.station or _("at the desk")
    when = moment_text(answer.at.astimezone(zone))
    return " · ".join(part for part in (when, place, answer.operator) if part)


def answer_line(conflict: AnswerConflict) -> str:
    """Return one question that was answered differently in a line, in UTC as scripts read it."""
    told = "; ".join(
        f"{one.at:%Y-%m-%d %H:%M:%S}Z {one.station or _('at the desk')}: {answer_words(one)}"
        for one in (conflict.kept, *conflict.others)
    )
    return f"ANSWERED_TWICE  {conflict.number}  {conflict.name}  {conflict.question()}  {told}"


def conflict_line(conflict: Conflict) -> str:
    """Return one conflict in a line, in UTC as scripts read it."""
    places = [conflict.first, *conflict.later]
    told = "; ".join(f"{entry.at:%Y-%m-%d %H:%M:%S}Z {entry_place(entry)}" for entry in places)
    return (
        f"DUPLICATE_OFFLINE  {conflict.number}  {conflict.name}  {conflict.point_words()}  {told}"
    )
