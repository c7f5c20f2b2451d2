"""Read business cards (vCard 2.1, 3.0 and 4.0) as a list with the usual headers."""

import re
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from summit_desk.domain.errors.imports import DamagedSheet, SheetTooBig, UnknownEncoding
from summit_desk.domain.imports.tables import Table
from summit_desk.domain.imports.targets import LABELS, Target
from summit_desk.domain.names import has_han
from summit_desk.readers.separated import decoded, possible_encodings
from summit_desk.support.i18n import N_, _

MARK = b"BEGIN:VCARD"
_MOST_CARDS = 20_000
_LONGEST_CARD = 200_000  # characters, without its pictures
_TOO_MANY = N_("it has more than {count} business cards")
_TOO_LONG = N_("one of its business cards has more than {count} characters")

_LINE_END = re.compile("\r\n?")
_CARD = re.compile(
    r"^BEGIN:VCARD[ \t]*$(.*?)^END:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
_BEGUN = re.compile(r"^BEGIN:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_PICTURE = re.compile(
    r"^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*\n(?:[ \t].*\n|[A-Za-z0-9+/=]{40,}\n)*",
    re.IGNORECASE | re.MULTILINE,
)
_SEPARATED = {",": re.compile(r"(?<!\\),"), ";": re.compile(r"(?<!\\);")}
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_BIRTHDAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
Reader = Callable[[str], Mapping[Target, str]]
_SEXES = {"m": "男", "f": "女"}

_ORDER = (
    Target.NAME, Target.OTHER_NAME, Target.HONORIFIC, Target.SEX, Target.BIRTH_DATE,
    Target.ORGANISATION, Target.DEPARTMENT, Target.TITLE, Target.MOBILE, Target.PHONE,
    Target.EMAIL, Target.NOTES, Target.TAGS,
)  # fmt: skip


def read_cards(path: Path, content: bytes, encoding: str = "") -> tuple[Table, ...]:
    """Return one sheet with a row for each card; a card without a name is a row too."""
    text = _LINE_END.sub("\n", _text(path.name, content, encoding)).strip("\n") + "\n"
    cards = _CARD.findall(text)
    if len(cards) > _MOST_CARDS:
        raise SheetTooBig(name=path.name, limit=_(_TOO_MANY).format(count=f"{_MOST_CARDS:,}"))
    if not cards or len(cards) != len(_BEGUN.findall(text)):
        raise DamagedSheet(name=path.name)
    read = [_card(path.name, card) for card in cards]
    used = [target for target in _ORDER if any(card.get(target) for card in read)]
    rows = [[card.get(target, "") for target in used] for card in read]
    return (Table(path.stem, [[_(LABELS[target]) for target in used], *rows]),)


def _text(name: str, content: bytes, encoding: str) -> str:
    chosen = encoding or next(iter(possible_encodings(content)), "")
    try:
        return decoded(content, chosen)
    except (UnicodeDecodeError, LookupError) as wrong:
        raise UnknownEncoding(name=name) from wrong


def _card(name: str, text: str) -> dict[Target, str]:
    text = _PICTURE.sub("", text)
    if len(text) > _LONGEST_CARD:
        raise SheetTooBig(name=name, limit=_(_TOO_LONG).format(count=f"{_LONGEST_CARD:,}"))
    found: dict[Target, str] = {}
    phones: list[tuple[bool, str]] = []
    for line in sorted(_lines(text), key=lambda line: line.name != "FN"):  # the whole name wins
        if line.name == "TEL":
            phones += _phone(line)
        elif line.name in _READERS:
            said = _READERS[line.name](str(line.value))
            found = {**said, **{target: text for target, text in found.items() if text}}
    mobiles = [number for is_mobile, number in phones if is_mobile]
    others = [number for is_mobile, number in phones if not is_mobile]
    found[Target.MOBILE] = "; ".join(dict.fromkeys(mobiles or others[:1]))
    found[Target.PHONE] = "; ".join(dict.fromkeys(others if mobiles else others[1:]))
    return found


def _lines(text: str) -> Iterator[Any]:
    """Yield the readable lines; Chinese phones write them in quoted-printable GBK."""
    from vobject.base import VObjectError, getLogicalLines, textLineToContentLine

    for line, number in getLogicalLines(StringIO(text), allowQP=True):
        try:
            yield textLineToContentLine(line, number)
        except (VObjectError, UnicodeError, LookupError, ValueError):
            continue  # a line that no phone would show either


def _plain(target: Target) -> Reader:
    return lambda value: {target: _unescaped(value)}


def _unit(value: str) -> Mapping[Target, str]:
    unit, *rest = _parts(value, ";")
    return {Target.ORGANISATION: unit, Target.DEPARTMENT: " ".join(filter(None, rest))}


def _birthday(value: str) -> Mapping[Target, str]:
    day = _BIRTHDAY.match(value)  # one without a year is no date of birth
    return {Target.BIRTH_DATE: "-".join(day.groups())} if day else {}


def _sex(value: str) -> Mapping[Target, str]:
    return {Target.SEX: _SEXES.get(value[:1].lower(), "")}


def _tags(value: str) -> Mapping[Target, str]:
    return {Target.TAGS: "; ".join(filter(None, _parts(value, ",")))}


def _name(value: str) -> Mapping[Target, str]:
    """Return the name put together, for cards that have no whole one, and the form of address."""
    family, given, middle, honorific = (*_parts(value, ";"), "", "", "", "")[:4]
    together = f"{family}{middle}{given}"
    if not has_han(together):
        together = " ".join(filter(None, (given, middle, family)))
    return {Target.NAME: together, Target.HONORIFIC: honorific}


def _phone(line: Any) -> list[tuple[bool, str]]:  # noqa: ANN401 -- vobject has no types
    kinds = {
        kind.lower()
        for said in (*line.params.get("TYPE", ()), *line.singletonparams)
        for kind in said.split(",")
    }
    number = _unescaped(str(line.value)).removeprefix("tel:")
    return [] if "fax" in kinds or not number else [("cell" in kinds, number)]


def _parts(value: str, separator: str) -> list[str]:
    return [_unescaped(part) for part in _SEPARATED[separator].split(value)]


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()


_READERS: Mapping[str, Reader] = {
    "FN": _plain(Target.NAME),
    "N": _name,
    "ORG": _unit,
    "TITLE": _plain(Target.TITLE),
    "EMAIL": _plain(Target.EMAIL),
    "NOTE": _plain(Target.NOTES),
    "BDAY": _birthday,
    "GENDER": _sex,
    "X-GENDER": _sex,
    "CATEGORIES": _tags,
}
