"""How what was typed into a trip is stored: clean lines, codes in capitals."""

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from summit_desk.domain.records import Record
from summit_desk.domain.text_cleaning import clean_line, clean_text

if TYPE_CHECKING:
    from typing import Any

R = TypeVar("R", bound=Record)
LONG = frozenset({"notes", "purpose", "purpose_other"})
CODES = frozenset({"from_code", "to_code", "country", "area", "currency"})
NAMES = frozenset({"from_zone", "to_zone", "home_zone"})


def cleaned(record: R) -> R:
    """Return a trip or a part of it with every text as it is stored."""
    texts = {
        key: _clean(key, value)
        for key, value in vars(record).items()
        if type(value) is str and key not in NAMES
    }
    return replace(record, **cast("dict[str, Any]", texts))


def _clean(key: str, text: str) -> str:
    if key in LONG:
        return clean_text(text)
    line = clean_line(text)
    return line.upper() if key in CODES else line
