"""The event's own fields: a kept value as an editor of its kind shows it."""

import re
from datetime import date

from summit_desk.domain.bulk_edits import value_words
from summit_desk.domain.dates import DateContext, parse_moment
from summit_desk.domain.records import FieldKind

_ANSWERS = {"yes": ("yes", "1", "true"), "no": ("no", "0", "false")}
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:\.\d+)?")  # and no code such as 007
_WITH_YEAR = re.compile(r"\d{4}\s*[-/.年]")
_ANY_DAY = DateContext(date(2000, 1, 1))  # the year is always written
_WORDS = {
    **dict.fromkeys(("yes", "true", "1", "是"), True),
    **dict.fromkeys(("no", "false", "0", "否"), False),
}


def shown_value(kind: FieldKind, value: object) -> object:
    """Return a kept value as an editor of this kind shows it, or None when it can't.

    A field may have been of another kind before: its values stay as they are until somebody
    writes another one.
    """
    if value in (None, "", [], ()):
        return None
    if kind is FieldKind.CHOICES:
        return tuple(map(str, value)) if isinstance(value, list | tuple) else (value_words(value),)
    if kind in (FieldKind.TEXT, FieldKind.CHOICE):
        return value if isinstance(value, str) else value_words(value)
    text = str(value).strip()
    if kind is FieldKind.YES_NO:
        return value if isinstance(value, bool) else _WORDS.get(text.lower())
    return _date(text) if kind is FieldKind.DATE else _number(value)


def spellings(value: str) -> tuple[str, ...]:
    """Return the texts under which a file may hold what a filter asks for."""
    if value in _ANSWERS:
        return _ANSWERS[value]
    if _PLAIN_NUMBER.fullmatch(value):
        found = float(value)
        whole = (str(int(found)),) if found.is_integer() else ()
        return tuple(dict.fromkeys((value, *whole, str(found))))
    day = parse_moment(value, _ANY_DAY) if _WITH_YEAR.match(value) else None
    return (value, day.date().isoformat()) if day else (value,)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None
