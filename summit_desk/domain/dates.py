"""Dates and times as people write them in Chinese and English lists."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from summit_desk.domain.text_cleaning import clean_line, fold_width

_MONTHS, _NOON, _MIDNIGHT, _HOUR = 12, 12, 24, 60
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}
_NOTE = re.compile(r"[(（\[]?(?:星期|周|礼拜)[一二三四五六日天][)）\]]?")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年·]\s*(\d{1,2})\s*[-/.月·]\s*(\d{1,2})\s*[日号]?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_PACKED = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?|(\d{1,2})[-/.](\d{1,2})(?![-/.\d])")
_DAY = re.compile(r"(\d{1,2})\s*[日号]")
_WEEKDAY = re.compile(r"(?:下)?(?:星期|周|礼拜)([一二三四五六日天])")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_RANGE = re.compile(r"\s*(?:至|到|[—–~～]+|(?<=[日号\d])\s*-\s*(?=\d))\s*")
_CLOCK = re.compile(
    r"(凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里|am|pm)?\s*"
    r"(\d{1,2})\s*(?:[::時时点]\s*(?:(\d{1,2})\s*分?|(半)|(一刻|三刻))?)(?::(\d{1,2}))?"
    r"(?:\.\d+)?\s*(am|pm)?",
    re.IGNORECASE,
)
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚", "夜里", "pm"})
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


@dataclass(frozen=True)
class DateContext:
    """What a date without a year is near to; sheets of old Macs count from 1904."""

    near: date
    counts_from_1904: bool = False


@dataclass(frozen=True)
class DateRange:
    first: date
    last: date


def parse_date(text: str, context: DateContext) -> date | None:
    """Return the day a text means, or None; "待定" and nonsense are None."""
    found = parse_moment(text, context)
    return found.date() if found else None


@lru_cache(maxsize=10_000)
def parse_moment(text: str, context: DateContext) -> datetime | None:
    """Return the naive wall-clock moment a text means; midnight when it names no time."""
    plain = fold_width(clean_line(text)).strip()
    if not plain:
        return None
    if _SERIAL.fullmatch(plain):
        return from_serial(float(plain), counts_from_1904=context.counts_from_1904)
    weekday = _WEEKDAY.search(plain)
    without_note = _NOTE.sub(" ", plain)
    day, rest = _day(without_note, context)
    if day is None and weekday:
        day, rest = _next_weekday(_WEEKDAYS[weekday[1]], context.near), without_note
    return None if day is None else _with_clock(day, rest)


def parse_range(text: str, context: DateContext) -> DateRange | None:
    """Return the days of "5月22-23日", "5月30日-6月2日" or a single day."""
    plain = fold_width(clean_line(text)).strip()
    halves = [half for half in _RANGE.split(_NOTE.sub("", plain)) if half]
    if halves[1:] and not halves[2:]:
        return _range(halves[0], halves[1], context)
    day = parse_date(plain, context)
    return DateRange(day, day) if day else None


def parse_clock(text: str) -> time | None:
    """Return a time of day ("下午2点半", "14:30"); "24:00" is None, for it is another day."""
    found = _CLOCK.search(fold_width(clean_line(text)))
    clock = _clock(found) if found else None
    return None if clock is None or clock >= timedelta(days=1) else (datetime.min + clock).time()


def from_serial(serial: float, *, counts_from_1904: bool = False) -> datetime:
    """Return the moment of a spreadsheet's day number, rounded to the minute."""
    start = _EPOCHS[counts_from_1904]
    minutes = round(serial * 24 * 60)
    return datetime(start.year, start.month, start.day) + timedelta(minutes=minutes)


def _range(first_text: str, last_text: str, context: DateContext) -> DateRange | None:
    first = parse_date(first_text, context) or parse_date(first_text + "日", context)
    if first is None:
        return None
    near = DateContext(first, context.counts_from_1904)
    last = parse_date(last_text, near)
    if last is None and (found := re.fullmatch(r"(\d{1,2})[日号]?", last_text)):
        last = _made(first.year, first.month, int(found[1]))
    return DateRange(first, last) if last and last >= first else None


def _day(text: str, context: DateContext) -> tuple[date | None, str]:
    """Return the day that a text names and the text without it."""
    for pattern, order in ((_YEAR_FIRST, (1, 2, 3)), (_YEAR_LAST, (3, 2, 1)), (_PACKED, (1, 2, 3))):
        if found := pattern.search(text):
            year, month, day = (int(found[at]) for at in order)
            if order == (3, 2, 1) and month > _MONTHS:
                month, day = day, month
            return _made(year, month, day), _cut(text, found)
    if found := _MONTH_DAY.search(text):
        month, day = (int(part) for part in found.groups() if part)
        if month > _MONTHS:
            month, day = day, month
        return _nearest_year(month, day, context.near), _cut(text, found)
    if found := _DAY.search(text):
        return _made(context.near.year, context.near.month, int(found[1])), _cut(text, found)
    return None, text


def _cut(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}".replace("T", " ")


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_year(month: int, day: int, near: date) -> date | None:
    years = (near.year - 1, near.year, near.year + 1)
    days = [found for year in years if (found := _made(year, month, day))]
    return min(days, key=lambda found: abs(found - near), default=None)


def _next_weekday(weekday: int, near: date) -> date:
    return near + timedelta(days=(weekday - near.weekday()) % 7)


def _with_clock(day: date, text: str) -> datetime:
    start = datetime(day.year, day.month, day.day)
    found = _CLOCK.search(text)
    clock = _clock(found) if found else None
    return start + clock if clock is not None else start


def _clock(found: re.Match[str]) -> timedelta | None:
    before, hours, minutes, half, quarter, seconds, after = found.groups()
    hour = int(hours)
    minute = int(minutes or 0) or (30 if half else {"一刻": 15, "三刻": 45}.get(quarter or "", 0))
    part = (before or after or "").lower()
    if part in _AFTERNOON and hour < _NOON:
        hour += 12
    if part in {"am", "凌晨"} and hour == _NOON:
        hour = 0
    if hour > _MIDNIGHT or minute >= _HOUR or (hour == _MIDNIGHT and minute):
        return None
    return timedelta(hours=hour, minutes=minute, seconds=int(seconds or 0))
