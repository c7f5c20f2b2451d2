"""Read a row into a draft, and bring together what several of its cells say about one thing."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from summit_desk.domain.imports.cells import READERS, SHARED, passport_part, read_line
from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.context import RowContext
from summit_desk.domain.imports.drafts import (
    BIRTH_DIFFERS,
    EARLY_END,
    LONG,
    NO_LETTERS,
    NO_NAME,
    ONLY_NAME,
    RESERVED,
    SEX_DIFFERS,
    Draft,
    Flag,
    Value,
    is_placeholder,
    one_of_meals,
)
from summit_desk.domain.imports.fields import ERASABLE, SEAT_PARTS, blank_of
from summit_desk.domain.imports.layout import ListRow
from summit_desk.domain.imports.measures import seat_of_parts
from summit_desk.domain.imports.reading import Reading
from summit_desk.domain.imports.synonyms import is_masked
from summit_desk.domain.imports.tables import CellValue, cell_text
from summit_desk.domain.imports.targets import LABELS, NAMING, Target
from summit_desk.domain.imports.yes_no import is_nothing
from summit_desk.domain.names import clean_name, has_han, split_name
from summit_desk.domain.numbers import (
    DAMAGED,
    birth_date_of,
    sex_of,
)
from summit_desk.domain.pasted_text import doubts
from summit_desk.domain.records import AttendeeStatus, DocumentKind
from summit_desk.domain.text_cleaning import clean_text
from summit_desk.support.i18n import _

_LONGEST = {Target.NAME: 100, Target.NUMBER: 20, Target.NOTES: 20_000, Target.CUSTOM: 20_000}
_LONGEST_LINE = 500
_GROWTH = 4  # no value is as many times longer than the longest of its cells
_UNSAID: Value = object()  # the value of a cell that names none
_PLAIN = 15  # characters; a shorter text is a word, and can only have lost some of them
_GUARDED = tuple(f"'{sign}" for sign in "=@+-")


class RowReader:
    """Reads the rows of one list; what each column needs is looked up only once."""

    def __init__(
        self, columns: Sequence[ColumnUse], context: RowContext, *, erase_empty: bool = False
    ) -> None:
        self._context = context
        self._columns = [
            (use.column, use.target, column, _Shared(column, context) if shared else None)
            for use in columns
            for column, shared in [(_Column(use), use.target in SHARED)]
        ]
        targets = {use.target for use in columns}
        self._steps = [step for step, needed in _STEPS if needed & targets]
        self._erased = [use for use in columns if erase_empty and use.target in ERASABLE]

    def read(self, row: ListRow) -> Draft:
        """Return what a row says."""
        reading, cells = Reading(self._context), row.cells
        is_long = self._read_cells(reading, cells) or len(reading.notes) > 1
        if row.only_name:
            reading.flag(Target.NAME, [ONLY_NAME])
        _finish(reading)
        for step in self._steps:
            step(reading)
        for use in self._erased:
            if use.column >= len(cells) or not _said(cell_text(cells[use.column])):
                _erase(reading, use)
        draft = Draft(
            row.position + 1,
            reading.values,
            reading.forums,
            reading.all_forums,
            reading.custom,
            reading.forum_seats,
            tuple(reading.flags),
            _problem(reading, is_long=is_long),
            reading.meals,
        )
        return one_of_meals(draft) if reading.meals else draft

    def _read_cells(self, reading: Reading, cells: Sequence[CellValue]) -> bool:
        """Read the cells of a row; return whether anything in it may be too long."""
        values, width, is_long = reading.values, len(cells), False
        for at, target, column, shared in self._columns:
            cell = cells[at] if at < width else None
            if cell is None:
                continue
            if shared is None:
                is_long = column.read(reading, cell) or is_long
                continue
            value, flags, long = shared[cell if type(cell) is str else (type(cell), cell)]
            if value is not _UNSAID:
                values[target] = value
            if flags or long:
                reading.flags += flags
                is_long = is_long or long
        return is_long


class _Column:
    """How the cells of one column are read."""

    def __init__(self, use: ColumnUse) -> None:
        self.use = use
        self._said = _called if use.target in NAMING else _said
        self._read = READERS.get(use.target, read_line)
        self._longest = _longest(use.target) // _GROWTH
        self._masked = is_masked(use.title)

    def read(self, reading: Reading, cell: CellValue) -> bool:
        """Add what a cell says; return whether that may be too long."""
        text = self._said(cell if type(cell) is str else cell_text(cell))
        if not text or (self._masked and "*" in text):
            return False
        self._read(reading, self.use, cell, text)
        if len(text) > _PLAIN or "?" in text or "\ufffd" in text or "锟" in text:
            reading.flag(self.use.target, doubts(text))
        return len(text) > self._longest


_Key = CellValue | tuple[type, CellValue]  # with its kind: 1, 1.0 and True are equal


class _Shared(dict[_Key, tuple[Value, Sequence[Flag], bool]]):
    """What the cells of a column say whose words many rows have: each is read only once.

    By cell: the value of the column's target, the flags, and whether it may be too long.
    """

    def __init__(self, column: _Column, context: RowContext) -> None:
        super().__init__()
        self._column, self._context = column, context

    def __missing__(self, key: _Key) -> tuple[Value, Sequence[Flag], bool]:
        cell = key[1] if isinstance(key, tuple) else key
        alone = Reading(self._context)
        is_long = self._column.read(alone, cell)
        value = alone.values.get(self._column.use.target, _UNSAID)
        said = self[key] = (value, alone.flags, is_long)
        return said


def _erase(reading: Reading, use: ColumnUse) -> None:
    """An empty cell of a column that is to erase."""
    if use.target in {Target.CUSTOM, Target.CUSTOM_MOMENT}:
        reading.custom.setdefault(use.name, "")
    elif use.target is Target.FORUM_OPTION:
        reading.forums.setdefault(use.name, False)
    elif use.target is Target.FORUM_SEAT:
        reading.forum_seats.setdefault(use.name, "")
    elif use.target is Target.MEAL_OPTION:
        reading.meals.setdefault(use.name, False)
    elif use.target is Target.FORUMS:
        reading.all_forums = True
    else:
        reading.values.setdefault(use.target, blank_of(use.target))


@lru_cache(maxsize=100_000)
def _said(cell: str) -> str:
    """Return what a cell says, clean; empty for a cell that says that there is nothing.

    The mark by which lists keep a text from being taken for a formula is taken off.
    """
    text = clean_text(cell)
    text = text[1:] if text.startswith(_GUARDED) else text
    return "" if is_nothing(text) else text


def _called(cell: str) -> str:
    """Return a name: 无 is a family name, a stroke is none."""
    text = clean_text(cell)
    return text if any(map(str.isalnum, text)) and text != "(跳过)" else ""


def _finish(reading: Reading) -> None:
    """Bring together what several cells say about one thing."""
    values = reading.values
    if reading.notes:
        values[Target.NOTES] = "\n".join(dict.fromkeys(reading.notes))
    if not values.get(Target.NAME):
        _borrow_name(values)
    name = values.get(Target.NAME, "")
    if isinstance(name, str) and name and not any(map(str.isalpha, name)):
        reading.flag(Target.NAME, [NO_LETTERS], value=name)
    if isinstance(name, str) and is_placeholder(name):
        values.setdefault(Target.STATUS, AttendeeStatus.UNCONFIRMED)
        reading.flag(Target.NAME, [RESERVED])


def _borrow_name(values: dict[Target, Value]) -> None:
    """Who has no Chinese name is called by the other one, or by the parts of it."""
    other = values.pop(Target.OTHER_NAME, None) or values.get(Target.PASSPORT_NAME)
    family, given = (str(values.get(one, "")) for one in (Target.FAMILY_NAME, Target.GIVEN_NAME))
    if has_han(family + given):
        other = other or family + given
    spelled = [values.get(Target.PASSPORT_GIVEN), values.get(Target.PASSPORT_FAMILY)]
    parts = [given, family] if family or given else spelled
    borrowed = other or " ".join(str(part) for part in parts if part)
    if borrowed:
        values[Target.NAME] = clean_name(str(borrowed))
    if family and given and not has_han(family + given):  # the list says which is which
        values.setdefault(Target.PASSPORT_FAMILY, passport_part(family))
        values.setdefault(Target.PASSPORT_GIVEN, passport_part(given))


def _seat_parts(reading: Reading) -> None:
    values = reading.values
    parts = [str(values.pop(one, "")) for one in SEAT_PARTS]
    if any(parts):
        values.setdefault(Target.SEAT, seat_of_parts(*parts))


def _passport_parts(reading: Reading) -> None:
    values = reading.values
    whole = values.pop(Target.PASSPORT_NAME, None)
    if not isinstance(whole, str) or not whole:
        return
    family, space, given = whole.replace("/", " ").replace(",", " ").partition(" ")
    if not space:
        parts = split_name(whole)
        family, given = parts.family, parts.given
    values.setdefault(Target.PASSPORT_FAMILY, family)
    values.setdefault(Target.PASSPORT_GIVEN, given.strip())


def _check_stay(reading: Reading) -> None:
    begins, ends = reading.values.get(Target.HOTEL_FROM), reading.values.get(Target.HOTEL_TO)
    if isinstance(begins, date) and isinstance(ends, date) and ends < begins:
        del reading.values[Target.HOTEL_TO]
        reading.flag(Target.HOTEL_TO, [EARLY_END])


def _compare_with_id(reading: Reading) -> None:
    number = reading.values.get(Target.DOCUMENT)
    kind = reading.values.get(Target.DOCUMENT_KIND)
    if not isinstance(number, str) or kind is not DocumentKind.ID_CARD:
        return
    if any(flag.target is Target.DOCUMENT and flag.sentence == DAMAGED for flag in reading.flags):
        return
    sex, birth = sex_of(number), birth_date_of(number)
    if sex and reading.values.get(Target.SEX, sex) is not sex:
        reading.flag(Target.SEX, [SEX_DIFFERS])
    if birth and reading.values.get(Target.BIRTH_DATE, birth) != birth:
        reading.flag(Target.BIRTH_DATE, [BIRTH_DIFFERS])


# What brings cells together, and the columns of which a list must have one for it.
_STEPS: tuple[tuple[Callable[[Reading], None], frozenset[Target]], ...] = (
    (_seat_parts, frozenset(SEAT_PARTS)),
    (_passport_parts, frozenset({Target.PASSPORT_NAME})),
    (_check_stay, frozenset({Target.HOTEL_TO})),
    (_compare_with_id, frozenset({Target.DOCUMENT})),
)


def _problem(reading: Reading, *, is_long: bool) -> Flag | None:
    if not reading.values.get(Target.NAME):
        return Flag(Target.NAME, NO_NAME)
    if not is_long:
        return None
    for target, value in reading.values.items():
        if isinstance(value, str) and len(value) > (most := _longest(target)):
            return Flag(target, LONG, {"field": _(LABELS[target]), "most": most})
    return None


def _longest(target: Target) -> int:
    return _LONGEST.get(target, _LONGEST_LINE)
