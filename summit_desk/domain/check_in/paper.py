"""Scans made from a paper list: somebody signed there, and the line is scanned later.

Such a scan is a row like any other. Its `at` is the time that was written by hand, so that the
point's window, the day and the lists are right; without one it is the time of scanning. Its
`reason` begins with `MARK` (and goes on with the time), which says that the station's clock had
no part in it: the order of a station's own scans does not apply.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from summit_desk.domain.badge_codes import clean
from summit_desk.domain.errors.check_in import NotATime
from summit_desk.support.i18n import _

MARK, BETWEEN = "[paper]", " · "
_TIME = re.compile(
    r"(?:(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日? )?"
    r"(?P<hour>\d{1,2})[:.点时]?(?P<minute>\d{2})分?"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """The mode of a station that scans a paper list; `at` is the time that was written there."""

    at: datetime | None = None

    def reason(self, zone: ZoneInfo) -> str:
        """Return what marks the rows of these scans."""
        return f"{MARK} {self.at.astimezone(zone):%m-%d %H:%M}" if self.at else MARK


def read_paper(text: str, zone: ZoneInfo, now: datetime) -> Paper:
    """Read the time that was written by hand ("9:30", "0930", "05-22 09:30"), or none at all.

    A time of day is the latest one before now. Raises NotATime.
    """
    plain = clean(text)
    if not plain:
        return Paper()
    found = _TIME.fullmatch(plain)
    if found is None:
        raise NotATime(text=plain)
    here = now.astimezone(zone)
    try:
        day = here.date()
        if found["day"]:
            day = date(here.year, int(found["month"]), int(found["day"]))
        at = datetime.combine(day, time(int(found["hour"]), int(found["minute"])), zone)
    except ValueError as error:
        raise NotATime(text=plain) from error
    if at > here and not found["day"]:
        at -= timedelta(days=1)
    if at > here:
        raise NotATime(text=plain)
    return Paper(at.astimezone(now.tzinfo))


def is_from_paper(reason: str) -> bool:
    """Say whether a scan was made from a paper list."""
    return reason.startswith(MARK)


def paper_words(reason: str) -> str:
    """Return what the screen says about a scan from paper."""
    written = reason.removeprefix(MARK).split(BETWEEN)[0].strip()
    if not written:
        return _("From the paper list, without a time")
    return _("From the paper list, signed at {time}").format(time=written)


def forced_reason(reason: str) -> str:
    """Return why somebody was let in, without the mark of a scan from paper."""
    return reason.partition(BETWEEN)[2] if is_from_paper(reason) else reason


def forced_on_paper(paper: str, reason: str) -> str:
    """Return the reason of a scan from paper that was forced, too."""
    return f"{paper}{BETWEEN}{reason}" if paper and reason else paper or reason
