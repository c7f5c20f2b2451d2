"""The event's own fields: a kept value as its kind shows it, and the line on the badge."""

from collections.abc import Mapping, Sequence
from datetime import date

from summit_desk.domain.bulk_edits import value_words
from summit_desk.domain.documents.words import NO_TEXT, Bilingual
from summit_desk.domain.records import CustomField, FieldKind

_WORDS = {
    **dict.fromkeys(("yes", "true", "1", "是"), True),
    **dict.fromkeys(("no", "false", "0", "否"), False),
}
BETWEEN = " · "


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


def badge_line(fields: Sequence[CustomField], kept: Mapping[str, object]) -> Bilingual:
    """Return what the fields that are printed say on one person's badge."""
    chinese, other = [], []
    for field in fields:
        value = kept.get(field.key)
        if isinstance(value, bool):
            if value:
                chinese.append(field.label)
                other.append(field.label_other or field.label)
        elif value not in (None, "", [], ()):
            text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
            chinese.append(text)
            other.append(text)
    if not chinese:
        return NO_TEXT
    return Bilingual(BETWEEN.join(chinese), BETWEEN.join(other))


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
