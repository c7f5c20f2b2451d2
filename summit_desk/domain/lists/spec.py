"""A list as it is kept under a name: its columns, whom it is for, its order, groups and page."""

from dataclasses import dataclass, field
from enum import StrEnum

from summit_desk.domain.attendee_lists import EVERYBODY, AttendeeFilter, AttendeeSort
from summit_desk.domain.documents.sheets import Page
from summit_desk.support.i18n import _


class ListKind(StrEnum):
    """What the lines of a list are."""

    PEOPLE = "people"
    ROOMS = "rooms"  # people who need a room, those who share one together
    TRANSFERS = "transfers"  # arrivals, and departures on a second sheet
    MEALS = "meals"  # a table of figures, and whoever can't eat everything
    COUNTS = "counts"  # figures by organisation and by category


class Grouping(StrEnum):
    """What becomes of the groups of a list."""

    NONE = "none"
    BANDS = "bands"  # a line above each group
    SHEETS = "sheets"  # a sheet for each group


class GroupBy(StrEnum):
    """By what people are put together."""

    ORGANISATION = "organisation"
    FORUM = "forum"
    HOTEL = "hotel"
    CATEGORY = "category"
    GROUP = "group"
    ARRIVAL = "arrival"  # the same place and hour
    DEPARTURE = "departure"
    FIELD = "field"  # one of the event's own


class Showing(StrEnum):
    """What a private column shows."""

    NONE = "none"
    MASKED = "masked"
    AGREED = "agreed"  # whole, of those who agreed to it; nothing of the others
    WHOLE = "whole"


class Whom(StrEnum):
    """Who is on a list that asks for no status."""

    EVERYBODY = "everybody"
    COMING = "coming"  # without those who cancelled, declined, are barred or not approved yet


@dataclass(frozen=True)
class ListColumn:
    """A column by its key; an own title is a text of its own or a msgid."""

    key: str
    title: str = ""
    width: float | None = None
    showing: Showing | None = None  # of a private column; None: as the list says


@dataclass(frozen=True, kw_only=True)
class TitleBlock:
    """The lines above the header."""

    shown: bool = True
    heading: str = ""  # empty: the name of the list
    event: bool = True
    facts: bool = True  # when and where, and who invites
    due: bool = False  # how many are due, and blanks for how many came
    note: str = ""  # such as 按姓氏拼音为序


@dataclass(frozen=True, kw_only=True)
class ListSpec:
    """A list of an event's attendees.

    The texts of built-in lists are msgids, so that they speak both languages; a person's own are
    in no catalogue and stay as they are.
    """

    name: str
    kind: ListKind = ListKind.PEOPLE
    columns: tuple[ListColumn, ...] = ()  # none: every column
    wanted: AttendeeFilter = EVERYBODY
    categories: tuple[str, ...] = ()  # by their names, where the event has them
    filter_name: str = ""  # of a saved filter, which then counts instead of `wanted`
    whom: Whom = Whom.EVERYBODY
    order: AttendeeSort = AttendeeSort.NUMBER
    descending: bool = False
    grouping: Grouping = Grouping.NONE
    group_by: GroupBy = GroupBy.ORGANISATION
    group_field: str = ""  # the key of the event's own field
    sequence: bool = True  # a column 序号 in front
    totals: bool = False
    private: Showing = Showing.MASKED
    titles: TitleBlock = field(default_factory=TitleBlock)
    page: Page = field(default_factory=Page)
    record_key: bool = True  # a hidden column, by which an import knows everybody again

    @property
    def words(self) -> str:
        """Return the name in the current language."""
        return _(self.name) if self.name else ""

    @property
    def heading(self) -> str:
        """Return what stands above the list, in the current language."""
        return _(self.titles.heading) if self.titles.heading else self.words


def text_of(own: str) -> str:
    """Return a text of a preset in the current language."""
    return _(own) if own else ""


def columns_of(*keys: str | ListColumn) -> tuple[ListColumn, ...]:
    """Return columns from their keys."""
    return tuple(ListColumn(key) if isinstance(key, str) else key for key in keys)
