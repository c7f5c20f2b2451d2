"""Contact cards in a QR code (vCard, MECARD): what they say that a walk-in needs."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    name: str = ""
    organisation: str = ""
    title: str = ""
    phone: str = ""
    email: str = ""


_VCARD = {"FN": "name", "ORG": "organisation", "TITLE": "title", "TEL": "phone", "EMAIL": "email"}
_MECARD = {"N": "name", "ORG": "organisation", "TIL": "title", "TEL": "phone", "EMAIL": "email"}
_VCARD_LINE = re.compile(r"(?P<key>[A-Za-z-]+)(?:;[^:]*)?:(?P<value>.*)")
_MECARD_PART = re.compile(r"(?P<key>[A-Za-z]+):(?P<value>(?:\\.|[^;\\])*);")


def read_card(text: str) -> Card | None:
    """Return the card in `text`, or None if it holds none. The first of several values counts."""
    plain = text.strip()
    if plain[:7].upper() == "MECARD:":
        return _mecard(plain[7:])
    if plain[:11].upper() == "BEGIN:VCARD":
        return _vcard(plain)
    return None


def _vcard(text: str) -> Card:
    fields: dict[str, str] = {}
    lines = re.sub(r"\r?\n[ \t]", "", text).splitlines()
    for found in filter(None, map(_VCARD_LINE.fullmatch, lines)):
        key = found["key"].upper()
        if key in _VCARD:
            fields.setdefault(_VCARD[key], _unescaped(found["value"].split(";")[0]))
        if key == "N":
            fields.setdefault("family_first", _family_first(found["value"]))
    written = fields.pop("family_first", "")
    return Card(**{"name": written, **fields})


def _mecard(text: str) -> Card:
    fields: dict[str, str] = {}
    for found in _MECARD_PART.finditer(text + ";"):
        key = found["key"].upper()
        if key in _MECARD:
            value = _unescaped(found["value"])
            fields.setdefault(_MECARD[key], _joined(value.split(",")) if key == "N" else value)
    return Card(**fields)


def _family_first(value: str) -> str:
    return _joined([_unescaped(part) for part in value.split(";")[:2]])


def _joined(parts: list[str]) -> str:
    """Join family and given name: without a space in Chinese, given name first otherwise."""
    words = [part.strip() for part in parts if part.strip()]
    if any(word.isascii() for word in words):
        return " ".join(reversed(words))
    return "".join(words)


def _unescaped(value: str) -> str:
    return re.sub(r"\\([nN])", " ", value).replace("\\", "").strip()
