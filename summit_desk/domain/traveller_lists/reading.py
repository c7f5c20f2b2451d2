"""Read the rows of a delegation's list into travellers."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from summit_desk.domain.dates import DateContext, DateRange, parse_date, parse_range
from summit_desk.domain.errors.imports import NoNameColumn
from summit_desk.domain.imports.drafts import is_placeholder, sex_of_word
from summit_desk.domain.imports.layout import Layout, ListRow, find_layout
from summit_desk.domain.imports.tables import CellValue, Table, cell_text
from summit_desk.domain.imports.yes_no import is_nothing
from summit_desk.domain.list_people import Named
from summit_desk.domain.names import clean_name
from summit_desk.domain.numbers import clean_document, document_kind
from summit_desk.domain.phones import clean_email, clean_mobile
from summit_desk.domain.records import DocumentKind, Sex, TravellerRole
from summit_desk.domain.remarks import Remark
from summit_desk.domain.text_cleaning import clean_line, fold_width
from summit_desk.domain.traveller_lists.words import Fact, fact_of, role_of
from summit_desk.support.i18n import N_

ROOM_OF_MANY = N_("“{room}” is a room of {count} people; only two can share one here.")
NOT_A_DATE = N_("“{text}” can't be read as a date.")
_SEARCHED = 40
_SINGLE = re.compile(r"单|single|独", re.IGNORECASE)
_DIETS = re.compile(r"清真|素食|halal|vegetarian|vegan", re.IGNORECASE)
_DATES = re.compile(r"(?:出访|行程|往返|起止)?(?:时间|日期)\s*[:：]\s*([^（(\s]+)")
_PAIR = 2

Cell = Callable[[Fact], str]


@dataclass(frozen=True)
class TravellerDraft:
    """What one row says; None or empty: it does not say."""

    row: int  # in the file, from 1
    named: Named
    role: TravellerRole = TravellerRole.MEMBER
    role_is_said: bool = False
    passport_family: str = ""
    passport_given: str = ""
    sex: Sex | None = None
    birth_date: date | None = None
    document_kind: DocumentKind | None = None
    number: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    room: str = ""
    diet: str = ""
    mobile: str = ""
    email: str = ""
    notes: str = ""
    mate: int | None = None  # the row of whoever shares the room
    remarks: tuple[Remark, ...] = ()

    @property
    def has_passport(self) -> bool:
        """Whether the row tells anything of a passport."""
        return bool(self.number or self.issued_on or self.expires_on)


@dataclass(frozen=True)
class TravellerSheet:
    """A delegation's list: what stands above it, and who is on it."""

    title: str
    dates: DateRange | None
    drafts: tuple[TravellerDraft, ...]
    columns: tuple[tuple[str, Fact], ...] = ()  # titles, and what is read from them


def read_travellers(table: Table, near: date) -> TravellerSheet:
    """Return who is on a list; raises NoNameColumn."""
    scores = [len(_facts(row)) for row in table.rows[:_SEARCHED]]
    layout = find_layout(table, scores.index(max(scores)) if scores else 0)
    columns = _columns(layout)
    if Fact.NAME not in columns:
        raise NoNameColumn(name=table.name)
    above = [clean_line(cell_text(c)) for r in table.rows[: layout.first_header] for c in r if c]
    dates = _dates_in(above, DateContext(near))
    context = DateContext(dates.first if dates else near)
    drafts = [_draft(row, columns, context) for row in layout.rows]
    named = [one for one in drafts if one.named.name and not is_placeholder(one.named.name)]
    titles = {header.column: header.title for header in layout.headers}
    read = tuple((titles[column], fact) for fact, column in columns.items())
    return TravellerSheet(above[0] if above else "", dates, tuple(_paired(named)), read)


def facts_on(table: Table) -> int:
    """Return how many facts about travellers the sheet's header names."""
    return max((len(_facts(row)) for row in table.rows[:_SEARCHED]), default=0)


def _facts(row: Sequence[CellValue]) -> set[Fact]:
    return {fact for cell in row[:64] if isinstance(cell, str) and (fact := fact_of(cell))}


def _columns(layout: Layout) -> dict[Fact, int]:
    found: dict[Fact, int] = {}
    for header in layout.headers:
        if fact := fact_of(header.title):
            found.setdefault(fact, header.column)
    return found


def _dates_in(lines: Sequence[str], context: DateContext) -> DateRange | None:
    """Return the days of the trip that a line above the list names."""
    found = (_DATES.search(fold_width(line)) for line in lines)
    return next((days for one in found if one and (days := parse_range(one[1], context))), None)


def _draft(row: ListRow, columns: Mapping[Fact, int], context: DateContext) -> TravellerDraft:
    def cell(fact: Fact) -> str:
        at = columns.get(fact, len(row.cells))
        text = clean_line(cell_text(row.cells[at])) if at < len(row.cells) else ""
        return "" if is_nothing(text) else text

    family, given = _passport_name(cell)
    kind = document_kind(cell(Fact.DOCUMENT_KIND)) or (
        DocumentKind.PASSPORT if Fact.NUMBER in columns else None
    )
    notes, role = cell(Fact.NOTES), cell(Fact.ROLE)
    diet = _DIETS.search(notes)
    draft = TravellerDraft(
        row=row.position + 1,
        named=Named(clean_name(cell(Fact.NAME)), cell(Fact.ORGANISATION), cell(Fact.TITLE)),
        role=role_of(role),
        role_is_said=bool(role),
        passport_family=family,
        passport_given=given,
        sex=sex_of_word(cell(Fact.SEX)),
        document_kind=kind,
        number=clean_document(cell(Fact.NUMBER), kind).number,
        room=cell(Fact.ROOM),
        diet=cell(Fact.DIET) or (diet[0] if diet else ""),
        mobile=clean_mobile(cell(Fact.MOBILE)),
        email=clean_email(cell(Fact.EMAIL))[0],
        notes=notes,
    )
    return _dated(draft, cell, context)


def _dated(draft: TravellerDraft, cell: Cell, context: DateContext) -> TravellerDraft:
    """Return the draft with its dates; a text that is none is remarked on."""
    said = {fact: cell(fact) for fact in (Fact.BIRTH_DATE, Fact.ISSUED, Fact.EXPIRES)}
    days = {fact: parse_date(text, context) if text else None for fact, text in said.items()}
    odd = [text for fact, text in said.items() if text and days[fact] is None]
    return replace(
        draft,
        birth_date=days[Fact.BIRTH_DATE],
        issued_on=days[Fact.ISSUED],
        expires_on=days[Fact.EXPIRES],
        remarks=tuple(Remark(NOT_A_DATE, {"text": text}) for text in odd),
    )


def _passport_name(cell: Cell) -> tuple[str, str]:
    """Return family and given name as in the passport ("ZHANG WEI", "ZHANG/WEI")."""
    family, given = cell(Fact.PASSPORT_FAMILY), cell(Fact.PASSPORT_GIVEN)
    if not (family or given):
        whole = re.split(r"[\s/,，]+", cell(Fact.PASSPORT_NAME).strip(), maxsplit=1)
        family, given = (*whole, "")[:2]
    return family.upper(), given.upper()


def _paired(drafts: Sequence[TravellerDraft]) -> list[TravellerDraft]:
    """Return the travellers with whom each shares a room: two of one room, or a name."""
    rooms = Counter(one.room for one in drafts if one.room and not _SINGLE.search(one.room))
    names = {one.named.name: one.row for one in drafts}
    paired = []
    for one in drafts:
        mates = [two.row for two in drafts if two.room == one.room and two.row != one.row]
        count, mate = rooms[one.room], names.get(clean_name(one.room))
        if mate is None and count == _PAIR:
            mate = mates[0]
        crowd = Remark(ROOM_OF_MANY, {"room": one.room, "count": count})
        crowded = (crowd,) if mate is None and count > _PAIR else ()
        paired.append(replace(one, mate=mate, remarks=(*one.remarks, *crowded)))
    return paired
