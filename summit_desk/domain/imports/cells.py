"""Read one cell after the other into what a row says, by the rules of the domain."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from summit_desk.domain.dates import from_serial, parse_moment
from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.context import RowContext
from summit_desk.domain.imports.drafts import (
    BAD_CODE,
    DAY_ONLY,
    NO_AMOUNT,
    NO_DATE,
    NO_FEE_STATUS,
    NO_RANK,
    NO_SEX,
    NO_STATUS,
    NO_YES_NO,
    Flag,
    Value,
    fee_status_of,
    sex_of_word,
    status_of,
)
from summit_desk.domain.imports.measures import canonical_seat, hundredths
from summit_desk.domain.imports.tables import CellValue
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.imports.yes_no import is_nothing, yes_or_no
from summit_desk.domain.names import clean_name, has_han
from summit_desk.domain.numbers import (
    CODE_LENGTH,
    DAMAGED,
    clean_code,
    clean_document,
    document_kind,
    is_credit_code,
)
from summit_desk.domain.phones import clean_email, clean_phones
from summit_desk.domain.records import DocumentKind
from summit_desk.domain.text_cleaning import clean_line, fold_width, without_marks

MOST_DIGITS = 1e15  # a spreadsheet keeps no more in a number
_SERIALS = range(20_000, 80_000)  # day numbers of 1954 to 2119
_CHOICES = re.compile(r"[┋、,，;；\n]|\s*\|\s*")
_OTHER = re.compile(r"^(?:其他|其它|other)\s*[〖\[(（:：]\s*(.+?)\s*[〗\])）]?$", re.IGNORECASE)
_NICKNAME = re.compile(r"^(.*?)[(（](.+?)[)）]$")


@dataclass
class Reading:
    """The values found so far in one row."""

    context: RowContext
    values: dict[Target, Value] = field(default_factory=dict)
    forums: dict[str, bool] = field(default_factory=dict)
    all_forums: bool = False
    forum_seats: dict[str, str] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)

    def flag(self, target: Target, sentences: Iterable[str], **details: object) -> None:
        self.flags += [Flag(target, sentence, details) for sentence in sentences if sentence]


Read = Callable[[Reading, ColumnUse, CellValue, str], None]


def read_line(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.values[use.target] = text if "\n" not in text else clean_line(text)


def _word(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    """A short word that people stretch with spaces ("清 真")."""
    reading.values[use.target] = clean_name(clean_line(text))


def _name(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    found = _NICKNAME.match(text) if reading.context.nicknames else None
    if found:
        text = found[2] if has_han(found[2]) else found[1]
        organisation, dash, person = text.rpartition("-")
        if dash and has_han(person):
            text = person
            reading.values.setdefault(Target.ORGANISATION, clean_line(organisation))
    reading.values[use.target] = clean_name(text)


def _passport(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.values[use.target] = " ".join(without_marks(clean_line(text)).upper().split())


def _number(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.values[use.target] = clean_code(text)


def _tax(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    code = clean_code(text)
    reading.values[use.target] = code
    if len(code) == CODE_LENGTH and not is_credit_code(code):
        reading.flag(use.target, [BAD_CODE])


def _mobile(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    found = clean_phones(text)
    if use.target is Target.PHONE:
        reading.values[Target.PHONE] = "; ".join(filter(None, [found.mobile, found.phone]))
        return
    if found.mobile:
        reading.values[Target.MOBILE] = found.mobile
    if found.phone:
        reading.values.setdefault(Target.PHONE, found.phone)
    reading.flag(use.target, found.warnings)


def _email(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    address, warning = clean_email(text)
    reading.values[use.target] = address
    reading.flag(use.target, [warning])


def _document(reading: Reading, use: ColumnUse, cell: CellValue, text: str) -> None:
    kind = reading.values.get(Target.DOCUMENT_KIND)
    found = clean_document(text, kind if isinstance(kind, DocumentKind) else None)
    ruined = isinstance(cell, int | float) and abs(cell) >= MOST_DIGITS
    reading.values[use.target] = found.number
    if found.kind:
        reading.values.setdefault(Target.DOCUMENT_KIND, found.kind)
    reading.flag(use.target, [DAMAGED] if ruined else found.warnings)


def _document_kind(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    if kind := document_kind(text):
        reading.values[use.target] = kind


def _sex(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    if found := sex_of_word(text):
        reading.values[use.target] = found
    else:
        reading.flag(use.target, [NO_SEX], value=text)


def _status(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    if found := status_of(text):
        reading.values[use.target] = found
    else:
        reading.flag(use.target, [NO_STATUS], value=text)


def _yes_no(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    found = yes_or_no(text)
    if found is None:
        reading.flag(use.target, [NO_YES_NO], value=text)
    else:
        reading.values[use.target] = found


def _fee_status(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    if found := fee_status_of(text):
        reading.values[use.target] = found
    else:
        reading.flag(use.target, [NO_FEE_STATUS], value=text)


def _fee(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    found = hundredths(text)
    if found is None:
        reading.flag(use.target, [NO_AMOUNT], value=text)
    else:
        reading.values[use.target] = found


def _rank(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    plain = fold_width(text)
    if plain.isdecimal():
        reading.values[use.target] = int(plain)
    else:
        reading.flag(use.target, [NO_RANK], value=text)


def _seat(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.values[use.target] = canonical_seat(text)


def _forum_seat(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.forum_seats[use.name] = canonical_seat(text)
    reading.forums.setdefault(use.name, True)


def _travel(reading: Reading, use: ColumnUse, cell: CellValue, text: str) -> None:
    """A moment; words that say more than a day and a time ("5月22日上午") go to the notes."""
    found = _moment(reading, cell, text)
    if found is None:
        reading.flag(use.target, [NO_DATE], value=text)
        return
    reading.values[use.target] = found
    if isinstance(cell, str) and found.time() == time() and re.search("[午早晚前后]", text):
        reading.notes.append(f"{use.title}：{text}")
        reading.flag(use.target, [DAY_ONLY], value=text)


def _pinyin(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.values[use.target] = " ".join(clean_line(text).lower().split())


def _date(reading: Reading, use: ColumnUse, cell: CellValue, text: str) -> None:
    found = _moment(reading, cell, text)
    if found is None:
        reading.flag(use.target, [NO_DATE], value=text)
    elif use.target is Target.REGISTERED_AT:
        reading.values[use.target] = found
    else:
        reading.values[use.target] = found.date()


def _moment(reading: Reading, cell: CellValue, text: str) -> datetime | None:
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, date):
        return datetime.combine(cell, time())
    if isinstance(cell, int | float) and _SERIALS.start < cell < _SERIALS.stop:
        return from_serial(cell, counts_from_1904=reading.context.dates.counts_from_1904)
    return parse_moment(text, reading.context.dates)


def _forums(reading: Reading, _use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.all_forums = True
    for part in _CHOICES.split(text):
        choice = clean_line(part)
        if other := _OTHER.match(choice):
            reading.notes.append(f"{choice.partition(other[1])[0][:2]}：{other[1]}")
        elif choice and not is_nothing(choice) and choice not in {"其他", "其它"}:
            reading.forums[choice] = True


def _forum_option(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    found = yes_or_no(text)
    if found is None:
        reading.flag(use.target, [NO_YES_NO], value=text)
    else:
        reading.forums[use.name] = found


def _tags(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    parts = (clean_line(part) for part in _CHOICES.split(text))
    reading.values[use.target] = tuple(dict.fromkeys(part for part in parts if part))


def _notes(reading: Reading, _use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.notes.insert(0, text)


def _own(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.custom[use.name] = text


def _own_moment(reading: Reading, use: ColumnUse, cell: CellValue, text: str) -> None:
    """Keep the words when they say more than a date and a time ("5月22日上午")."""
    found = _moment(reading, cell, text)
    exact = found and (isinstance(cell, int | float | date) or not re.search("[午早晚前后]", text))
    if found and exact:
        moment = found.isoformat(" ", "minutes")
        reading.custom[use.name] = moment.removesuffix(" 00:00")
    else:
        reading.custom[use.name] = text


READERS: dict[Target, Read] = {
    **dict.fromkeys((Target.NAME, Target.FAMILY_NAME, Target.GIVEN_NAME), _name),
    **dict.fromkeys(
        (Target.PASSPORT_NAME, Target.PASSPORT_FAMILY, Target.PASSPORT_GIVEN), _passport
    ),
    **dict.fromkeys((Target.MOBILE, Target.PHONE), _mobile),
    **dict.fromkeys((Target.EMAIL, Target.INVOICE_EMAIL), _email),
    **dict.fromkeys((Target.DIET, Target.CATEGORY, Target.ROOM_TYPE), _word),
    **dict.fromkeys(
        (Target.NEEDS_HOTEL, Target.NEEDS_PICKUP, Target.NEEDS_DROPOFF, Target.SHARES_PHONE),
        _yes_no,
    ),
    **dict.fromkeys(
        (Target.BIRTH_DATE, Target.HOTEL_FROM, Target.HOTEL_TO, Target.REGISTERED_AT), _date
    ),
    **dict.fromkeys((Target.ARRIVAL_AT, Target.DEPARTURE_AT), _travel),
    **dict.fromkeys((Target.TAGS, Target.MEALS), _tags),
    Target.PINYIN: _pinyin,
    Target.NUMBER: _number,
    Target.TAX_NUMBER: _tax,
    Target.DOCUMENT: _document,
    Target.DOCUMENT_KIND: _document_kind,
    Target.SEX: _sex,
    Target.RANK: _rank,
    Target.STATUS: _status,
    Target.SEAT: _seat,
    Target.FEE_STATUS: _fee_status,
    Target.FEE: _fee,
    Target.FORUMS: _forums,
    Target.FORUM_OPTION: _forum_option,
    Target.FORUM_SEAT: _forum_seat,
    Target.NOTES: _notes,
    Target.CUSTOM: _own,
    Target.CUSTOM_MOMENT: _own_moment,
}
