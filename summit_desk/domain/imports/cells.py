"""Read one cell after the other into what a row says, by the rules of the domain."""

import re

from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.drafts import (
    BAD_CODE,
    NO_DATE,
    NO_SEX,
    NO_STATUS,
    NO_YES_NO,
    sex_of_word,
    status_of,
)
from summit_desk.domain.imports.fields import SEAT_PARTS
from summit_desk.domain.imports.reading import Read, Reading, moment_of, reader_of
from summit_desk.domain.imports.registration_cells import (
    read_fee,
    read_fee_status,
    read_forum_seat,
    read_forums,
    read_notes,
    read_option,
    read_own,
    read_own_moment,
    read_rank,
    read_seat,
    read_tags,
    read_travel,
)
from summit_desk.domain.imports.tables import CellValue
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.imports.yes_no import yes_or_no
from summit_desk.domain.names import clean_name, has_han
from summit_desk.domain.numbers import (
    CODE_LENGTH,
    DAMAGED,
    clean_code,
    clean_document,
    document_kind,
    is_credit_code,
    is_rounded,
)
from summit_desk.domain.phones import clean_email, clean_phones
from summit_desk.domain.records import DocumentKind
from summit_desk.domain.text_cleaning import clean_line, without_marks

MOST_DIGITS = 1e15  # a spreadsheet keeps no more in a number
_NICKNAME = re.compile(r"^(.*?)[(（](.+?)[)）]$")


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


def passport_part(text: str) -> str:
    """Return a name as passports print it: in capitals without accents."""
    return " ".join(without_marks(clean_line(text)).upper().split())


def _passport(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.values[use.target] = passport_part(text)


def _number(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.values[use.target] = clean_code(text)


def _tax(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    code = clean_code(text)
    reading.values[use.target] = code
    if is_rounded(text):
        reading.flag(use.target, [DAMAGED])
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
    if warning:
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


def _pinyin(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
    reading.values[use.target] = " ".join(clean_line(text).lower().split())


def _date(reading: Reading, use: ColumnUse, cell: CellValue, text: str) -> None:
    found = moment_of(reading, cell, text)
    if found is None:
        reading.flag(use.target, [NO_DATE], value=text)
    elif use.target is Target.REGISTERED_AT:
        reading.values[use.target] = found
    else:
        reading.values[use.target] = found.date()


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
        reader_of(yes_or_no, NO_YES_NO),
    ),
    **dict.fromkeys(
        (Target.BIRTH_DATE, Target.HOTEL_FROM, Target.HOTEL_TO, Target.REGISTERED_AT), _date
    ),
    **dict.fromkeys((Target.ARRIVAL_AT, Target.DEPARTURE_AT), read_travel),
    **dict.fromkeys((Target.TAGS, Target.MEALS), read_tags),
    Target.PINYIN: _pinyin,
    Target.NUMBER: _number,
    Target.TAX_NUMBER: _tax,
    Target.DOCUMENT: _document,
    Target.DOCUMENT_KIND: _document_kind,
    Target.SEX: reader_of(sex_of_word, NO_SEX),
    Target.RANK: read_rank,
    Target.STATUS: reader_of(status_of, NO_STATUS),
    Target.SEAT: read_seat,
    Target.FEE_STATUS: read_fee_status,
    Target.FEE: read_fee,
    Target.FORUMS: read_forums,
    **dict.fromkeys((Target.FORUM_OPTION, Target.MEAL_OPTION), read_option),
    Target.FORUM_SEAT: read_forum_seat,
    Target.NOTES: read_notes,
    Target.CUSTOM: read_own,
    Target.CUSTOM_MOMENT: read_own_moment,
}

# What many people of a list have in common. Each cell of such a column is read by itself, sets
# its own target at most, and says the same in every row.
SHARED = frozenset(
    {
        *(Target.HONORIFIC, Target.SEX, Target.BIRTH_DATE, Target.DOCUMENT_KIND, Target.RANK),
        *(Target.ORGANISATION, Target.DEPARTMENT, Target.TITLE, Target.SHARES_PHONE),
        *(Target.CATEGORY, Target.STATUS, Target.GROUP, Target.COMPANION, Target.TAGS),
        *(Target.SEAT, *SEAT_PARTS, Target.FEE_STATUS, Target.FEE, Target.PAYMENT_METHOD),
        *(Target.NEEDS_HOTEL, Target.HOTEL, Target.ROOM_TYPE, Target.HOTEL_ROOM),
        *(Target.HOTEL_FROM, Target.HOTEL_TO, Target.MEALS, Target.DIET),
        *(Target.ARRIVAL_BY, Target.ARRIVAL_PLACE, Target.NEEDS_PICKUP),
        *(Target.DEPARTURE_BY, Target.DEPARTURE_PLACE, Target.NEEDS_DROPOFF),
        *(Target.INVOICE_TITLE, Target.TAX_NUMBER, Target.INVOICE_KIND, Target.INVOICE_BANK),
        *(Target.DOOR_NOTE, Target.SOURCE),
    }
)
