"""The event's own fields: what a cell means for each kind of them."""

import re

from summit_desk.domain.imports.yes_no import yes_or_no
from summit_desk.domain.records import CustomField, FieldKind
from summit_desk.domain.text_cleaning import clean_line, fold_width

_APART = re.compile(r"[┋、,，;；\n]")


def own_value(own: CustomField | None, text: str) -> object:
    """Return the value of a cell for a field; what does not fit its kind stays a text."""
    if own is None or own.kind in {FieldKind.TEXT, FieldKind.DATE, FieldKind.CHOICE}:
        return text
    if own.kind is FieldKind.YES_NO:
        answer = yes_or_no(text)
        return text if answer is None else answer
    if own.kind is FieldKind.CHOICES:
        parts = (clean_line(part) for part in _APART.split(text))
        return list(dict.fromkeys(part for part in parts if part))
    return _number(text)


def comparable(value: object) -> object:
    """Return a stored value so that equal ones compare equal, however they were kept."""
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return "" if value is None else value


def _number(text: str) -> object:
    try:
        number = float(fold_width(text).replace(",", ""))
    except ValueError:
        return text
    return int(number) if number.is_integer() else number
