"""Tables of figures: who eats what at which meal, how many come from where."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summit_desk.domain.attendee_words import STATUSES
from summit_desk.domain.documents.attendee_entries import AttendeeEntry
from summit_desk.domain.documents.sheets import (
    CellKind,
    CellValue,
    Line,
    SheetColumn,
    Total,
)
from summit_desk.domain.records import AttendeeStatus
from summit_desk.support.i18n import N_, _

NO_MEAL = N_("No meal chosen (people, not counted as meals)")
ANY_DIET = N_("Eats everything")
NO_ORGANISATION = N_("Without an organisation")
NO_CATEGORY = N_("Without a category")
FIGURE_WIDTH = 12.0
TIMES_OF_DAY = (
    ("早", "breakfast"),
    ("午", "中餐", "lunch"),
    ("茶", "tea"),
    ("晚", "dinner", "supper"),
)


@dataclass
class Crosstab:
    """How many there are of each pair of a row and a column."""

    title: str
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    rows: dict[str, None] = field(default_factory=dict)  # in the order to be shown
    columns: dict[str, None] = field(default_factory=dict)
    people: int = 0
    apart: str = ""  # the row of those who are shown, but are no part of the sums

    def add(self, row: str, column: str) -> None:
        """Count one."""
        self.rows.setdefault(row)
        self.columns.setdefault(column)
        self.counts[row, column] += 1

    def sheet_columns(self) -> list[SheetColumn]:
        """Return the columns of the table."""
        figures = [
            SheetColumn(text, CellKind.NUMBER, FIGURE_WIDTH, centred=True)
            for text in (*self.columns, _("In all"))
        ]
        return [SheetColumn(self.title), *figures]

    def row_count(self, *, totals: bool = True) -> int:
        """Return how many of the lines are rows: with totals, who stands apart is below them."""
        return len(self.rows) - (totals and self.apart in self.rows)

    def lines(self, *, totals: bool = True) -> Iterator[Line]:
        """Yield a line for each row, the sums of the columns, and who is no part of them."""
        summed = [row for row in self.rows if row != self.apart]
        yield from map(self._cells, summed)
        if totals:
            sums = [sum(self.counts[row, one] for row in summed) for one in self.columns]
            yield Total([_("Total"), *sums, sum(sums)])
        if self.apart in self.rows:
            cells = self._cells(self.apart)
            yield Total(cells) if totals else cells  # below the sums, a filter must not move it

    def _cells(self, row: str) -> list[CellValue]:
        figures = [self.counts[row, column] for column in self.columns]
        return [row, *(figure or None for figure in figures), sum(figures)]

    def put_last(self, row: str) -> None:
        """Move a row to the end."""
        if row in self.rows:
            del self.rows[row]
            self.rows[row] = None

    def most_first(self) -> None:
        """Order the rows by how many they have, then as they came."""
        sums = {row: sum(self.counts[row, one] for one in self.columns) for row in self.rows}
        self.rows = dict.fromkeys(sorted(self.rows, key=lambda row: -sums[row]))


def meals_table(entries: Iterable[AttendeeEntry]) -> Crosstab:
    """Count by meal and diet, the meals of a day in their order."""
    table = Crosstab(_("Meal"), apart=_(NO_MEAL))
    usual = _(ANY_DIET)
    table.columns.setdefault(usual)
    for entry in entries:
        table.people += 1
        for meal in entry.attendee.meals or (table.apart,):
            table.add(meal, entry.attendee.diet.strip() or usual)
    table.rows = dict.fromkeys(sorted(table.rows, key=meal_order))
    return table


def meal_order(meal: str) -> tuple[object, ...]:
    """Return a key by which meals stand as they are eaten: by day, then by the time of day."""
    days = tuple(map(int, re.findall(r"\d+", meal)))
    lowered = meal.casefold()
    times = [at for at, names in enumerate(TIMES_OF_DAY) if any(n in lowered for n in names)]
    return days, min(times, default=len(TIMES_OF_DAY)), meal


def organisation_table(entries: Iterable[AttendeeEntry], categories: Sequence[str]) -> Crosstab:
    """Count by organisation and category, the largest delegations first."""
    table = Crosstab(_("Organisation"))
    for name in categories:
        table.columns.setdefault(name)
    for entry in entries:
        table.people += 1
        category = str(entry.row.category or "") or _(NO_CATEGORY)
        table.add(entry.row.organisation or _(NO_ORGANISATION), category)
    table.most_first()
    table.put_last(_(NO_ORGANISATION))
    for empty in [one for one in table.columns if not _used(table, one)]:
        del table.columns[empty]
    return table


def category_table(entries: Iterable[AttendeeEntry], categories: Sequence[str]) -> Crosstab:
    """Count by category and status, and how many came."""
    table = Crosstab(_("Category"))
    for name in categories:
        table.rows.setdefault(name)
    for status in AttendeeStatus:
        table.columns.setdefault(_(STATUSES[status]))
    for entry in entries:
        table.people += 1
        category = str(entry.row.category or "") or _(NO_CATEGORY)
        table.add(category, _(STATUSES[entry.attendee.status]))
    for empty in [one for one in table.columns if not _used(table, one)]:
        del table.columns[empty]
    return table


def _used(table: Crosstab, column: str) -> bool:
    return any(table.counts[row, column] for row in table.rows)
