"""Read the cells that belong to the registration: forums, seats, fees, travel, own fields."""

import re
from datetime import date, time
from functools import lru_cache

from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.drafts import (
    DAY_ONLY,
    NO_AMOUNT,
    NO_DAY,
    NO_FEE_STATUS,
    NO_RANK,
    NO_TIME,
    NO_YES_NO,
    fee_status_of,
)
from summit_desk.domain.imports.measures import canonical_seat, hundredths
from summit_desk.domain.imports.reading import Reading, moment_of, reader_of
from summit_desk.domain.imports.tables import CellValue
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.imports.yes_no import is_nothing, yes_or_no
from summit_desk.domain.text_cleaning import clean_line, fold_width

_CHOICES = re.compile(r"[┋、,，;；\n]|\s*\|\s*")
_MIDNIGHT = re.compile(r"(?<!\d)(?:0?0|24)\s*[:：时點点]")
_OTHER = re.compile(r"^(?:其他|其它|other)\s*[〖\[(（:：]\s*(.+?)\s*[〗\])）]?$", re.IGNORECASE)


def _rank(text: str) -> int | None:
    plain = fold_width(text)
    return int(plain) if plain.isdecimal() else None


read_fee_status = reader_of(fee_status_of, NO_FEE_STATUS)
read_fee = reader_of(hundredths, NO_AMOUNT)
read_rank = reader_of(_rank, NO_RANK)


def read_seat(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.values[use.target] = canonical_seat(text)


def read_forum_seat(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.forum_seats[use.name] = canonical_seat(text)
    reading.forums.setdefault(use.name, True)


def read_travel(reading: Reading, use: ColumnUse, cell: CellValue, text: str) -> None:
    """A moment; words that say something else or more ("自驾", "22日上午") go to the notes."""
    found = moment_of(reading, cell, text)
    if found is not None:
        reading.values[use.target] = found
    more = found is None or (found.time() == time() and re.search("[午早晚前后]", text))
    if isinstance(cell, str) and more and text != "待定":
        reading.notes.append(f"{use.title}：{text}")
        reading.flag(use.target, [NO_DAY if found is None else DAY_ONLY], value=text)
    elif found is not None and found.time() == time() and not _says_midnight(cell):
        reading.flag(use.target, [NO_TIME], value=found.date().isoformat())


def _says_midnight(cell: CellValue) -> bool:
    """Tell whether a text names the hour; the number of a spreadsheet can't."""
    return isinstance(cell, str) and bool(_MIDNIGHT.search(cell))


def read_forums(reading: Reading, _use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.all_forums = True
    forums, notes = _forums_and_notes(text)
    reading.forums.update(dict.fromkeys(forums, True))
    reading.notes += notes


@lru_cache(maxsize=10_000)
def _forums_and_notes(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the forums that a cell lists, and what stands behind "other"."""
    forums, notes = [], []
    for part in _CHOICES.split(text):
        choice = clean_line(part)
        if other := _OTHER.match(choice):
            notes.append(f"{choice.partition(other[1])[0][:2]}：{other[1]}")
        elif choice and not is_nothing(choice) and choice not in {"其他", "其它"}:
            forums.append(choice)
    return tuple(forums), tuple(notes)


def read_option(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    """A column for one forum or one meal, ticked or not."""
    found = yes_or_no(text)
    if found is None:
        reading.flag(use.target, [NO_YES_NO], value=text)
    else:
        ticks = reading.meals if use.target is Target.MEAL_OPTION else reading.forums
        ticks[use.name] = found


def read_tags(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    parts = (clean_line(part) for part in _CHOICES.split(text))
    reading.values[use.target] = tuple(dict.fromkeys(part for part in parts if part))


def read_notes(reading: Reading, _use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.notes.insert(0, text)


def read_own(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.custom[use.name] = text


def read_own_moment(reading: Reading, use: ColumnUse, cell: CellValue, text: str) -> None:
    """Keep the words when they say more than a date and a time ("5月22日上午")."""
    found = moment_of(reading, cell, text)
    exact = found and (isinstance(cell, int | float | date) or not re.search("[午早晚前后]", text))
    if found and exact:
        moment = found.isoformat(" ", "minutes")
        reading.custom[use.name] = moment.removesuffix(" 00:00")
    else:
        reading.custom[use.name] = text
