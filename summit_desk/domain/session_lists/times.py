"""Days, times and lengths as agenda sheets write them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from summit_desk.domain.dates import DateContext, from_serial, parse_clock, parse_date
from summit_desk.domain.imports.tables import CellValue, cell_text
from summit_desk.domain.text_cleaning import clean_line, fold_width

DAY = 24 * 60  # minutes
_HALF_DAY = DAY // 2
_OLDEST_SERIAL = 20_000  # a number below is no date of this century
_DATE = re.compile(
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{1,2}[-/]\d{1,2}[-/]\d{4}|"
    r"\d{1,2}\s*月\s*\d{1,2}\s*[日号]?"
)
_BETWEEN = re.compile(r"\s*(?:[-—–―‒−~〜至到]+|\bto\b|\bbis\b|\buntil\b)\s*", re.IGNORECASE)
_ZONE = re.compile(r"(?<=\d)(?:Z|\+\d{2}:?\d{2}|(?<=:\d\d:\d\d)-\d{2}:\d{2})$")
_POINT = re.compile(r"\b(\d{1,2})\.(\d{2})\b")
_PACKED = re.compile(r"\b([01]\d|2[0-3])([0-5]\d)\b")
_LENGTH = re.compile(
    r"(?:(\d+(?:\.\d+)?)\s*(?:小时|h|hours?|std)\s*)?(?:(\d+)\s*(?:分钟?|min(?:utes?)?|m|′|')?)?",
    re.IGNORECASE,
)
_COLON = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_WORDS_OF_DAY = re.compile(r"星期[一二三四五六日天]|周[一二三四五六日]|[(（][^()（）]*[)）]")


@dataclass(frozen=True)
class Slot:
    """A day and minutes after its midnight, as far as the cells say."""

    day: date | None = None
    start: int | None = None
    end: int | None = None


def day_of(cell: CellValue, context: DateContext) -> date | None:
    """Return the day a cell means."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return from_serial(float(cell)).date() if cell > _OLDEST_SERIAL else None
    return parse_date(_ZONE.sub("", cell), context) if isinstance(cell, str) else None


def slot_of(cell: CellValue, context: DateContext) -> Slot:
    """Return what a cell of times says: a start, or start and end, and the day if it names one."""
    if isinstance(cell, datetime):
        return Slot(cell.date(), cell.hour * 60 + cell.minute)
    if isinstance(cell, time):
        return Slot(None, cell.hour * 60 + cell.minute)
    if isinstance(cell, timedelta):
        return Slot(None, round(cell.total_seconds() / 60))
    if isinstance(cell, float) and 0 <= cell < 1:
        return Slot(None, round(cell * DAY))
    text = fold_width(clean_line(cell_text(cell))).strip()
    return _written(text, context)


def minutes_of(cell: CellValue) -> int | None:
    """Return the length that a cell means, in minutes."""
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute or None
    if isinstance(cell, timedelta):
        return round(cell.total_seconds() / 60) or None
    if isinstance(cell, float) and 0 < cell < 1:
        return round(cell * DAY)
    text = fold_width(clean_line(cell_text(cell))).strip()
    if found := _COLON.fullmatch(text):
        return int(found[1]) * 60 + int(found[2]) or None
    found = _LENGTH.fullmatch(text)
    if not text or found is None:
        return None
    return round(float(found[1] or 0) * 60) + int(found[2] or 0) or None


def _written(text: str, context: DateContext) -> Slot:
    named = _DATE.search(text)
    day = parse_date(named.group(), context) if named else None
    rest = text.replace(named.group(), " ", 1).replace("T", " ") if named else text
    if named:
        rest = _ZONE.sub("", rest.strip())
    halves = [half for half in _BETWEEN.split(_WORDS_OF_DAY.sub(" ", rest)) if half.strip()]
    start = _minutes(halves[0]) if halves else None
    end = _minutes(halves[1]) if len(halves) > 1 else None
    if start is not None and end is not None and end < start < end + _HALF_DAY:
        end += _HALF_DAY * _says_part(halves[0])  # "下午2:00-4:00": the word is for both
    return Slot(day, start, end)


def _says_part(text: str) -> bool:
    return bool(re.search(r"下午|晚|中午|傍晚|pm", text, re.IGNORECASE))


def _minutes(text: str) -> int | None:
    plain = _POINT.sub(r"\1:\2", text.strip())
    plain = _PACKED.sub(r"\1:\2", plain) if ":" not in plain else plain
    if re.fullmatch(r"24[:时点](?:00)?", plain):
        return DAY
    clock = parse_clock(plain)
    return clock.hour * 60 + clock.minute if clock else None
