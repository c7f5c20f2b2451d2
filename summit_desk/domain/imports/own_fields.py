"""The event's own fields: what a cell means for each kind of them, and of which kind cells are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from summit_desk.domain.dates import DateContext, parse_moment
from summit_desk.domain.imports.yes_no import yes_or_no
from summit_desk.domain.records import CustomField, FieldKind
from summit_desk.domain.text_cleaning import clean_line, fold_width

_APART = re.compile(r"[┋、,，;；\n]")
_YEAR = re.compile(r"(?:19|20)\d{2}\s*[-/.年·]\s*\d{1,2}\s*[-/.月·]\s*\d{1,2}\s*日?")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:\.\d+)?")
_ANY_DAY = DateContext(date(2000, 1, 1))  # the year is always written
_MOST_CHOICES, _LONGEST_CHOICE = 12, 30
_REPEATED = 2  # each choice is taken so often on average, else it is a text


@dataclass(frozen=True)
class NewField:
    """A field that a list would create."""

    label: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()


def kind_of(texts: Sequence[str]) -> tuple[FieldKind, tuple[str, ...]]:
    """Return the kind of field that holds such cells, and the choices they are taken from."""
    plain = [fold_width(text) for text in texts]
    if plain and not all(map(str.isdecimal, plain)) and None not in map(yes_or_no, plain):
        return FieldKind.YES_NO, ()
    for kind, form in ((FieldKind.NUMBER, _NUMBER), (FieldKind.DATE, _YEAR)):
        if plain and all(map(form.fullmatch, plain)):
            return kind, ()
    if choices := _choices(texts):
        return FieldKind.CHOICE, choices
    if choices := _choices([part for text in texts for part in parts_of(text)]):
        return FieldKind.CHOICES, choices
    return FieldKind.TEXT, ()


def own_value(own: CustomField | NewField | None, text: str) -> object:
    """Return the value of a cell for a field; what does not fit its kind stays a text."""
    if own is None or not text or own.kind in {FieldKind.TEXT, FieldKind.CHOICE}:
        return text
    if own.kind is FieldKind.YES_NO:
        answer = yes_or_no(text)
        return text if answer is None else answer
    if own.kind is FieldKind.CHOICES:
        return parts_of(text)
    if own.kind is FieldKind.DATE:
        found = parse_moment(text, _ANY_DAY) if _YEAR.fullmatch(fold_width(text)) else None
        return found.date().isoformat() if found else text
    return _number(text)


def comparable(own: CustomField | None, value: object) -> object:
    """Return a stored value so that equal ones compare equal, however they were kept."""
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and own is not None:
        said = own_value(own, value)
        return said if isinstance(said, str | int | float | list) else value
    return "" if value is None else value


def _choices(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the few different texts that come again and again, or none."""
    different = tuple(dict.fromkeys(texts))
    is_few = 1 < len(different) <= _MOST_CHOICES
    if not is_few or len(texts) < len(different) * _REPEATED:
        return ()
    return different if all(len(text) <= _LONGEST_CHOICE for text in different) else ()


def parts_of(text: str) -> list[str]:
    """Return the choices that a cell lists, each once."""
    parts = (clean_line(part) for part in _APART.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def _number(text: str) -> object:
    try:
        number = float(fold_width(text).replace(",", ""))
    except ValueError:
        return text
    return int(number) if number.is_integer() else number
