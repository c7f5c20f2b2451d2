"""The kinds of list: people, rooms, transfers, meals and figures, each as its sheets."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from db.unit import View
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.sheets import Page, SheetSpec
from summit_desk.domain.findings import Finding
from summit_desk.domain.lists import findings as said
from summit_desk.domain.lists.columns import of_departures
from summit_desk.domain.lists.figures import (
    Crosstab,
    category_table,
    meals_table,
    organisation_table,
)
from summit_desk.domain.lists.findings import counted, of_silent, warning
from summit_desk.domain.lists.rooming import guest_of, in_rooms, needs_room
from summit_desk.domain.lists.spec import GroupBy, Grouping, ListKind, ListSpec, Showing
from summit_desk.domain.lists.titles import title_lines
from summit_desk.domain.records import Attendee, Category
from summit_desk.services.list_books import ListBook, Maker
from summit_desk.support.i18n import N_, _, in_words

ARRIVALS, DEPARTURES = N_("Arrivals"), N_("Departures")
BY_ORGANISATION, BY_CATEGORY = N_("By organisation"), N_("By category")
SPECIAL_DIETS = N_("Special diets")


def list_book(
    view: View, event_id: UUID, spec: ListSpec, chosen: Chosen, *, with_key: bool = True
) -> ListBook:
    """Return the sheets of a list; the view stays open until their rows are written."""
    maker = Maker.of(view, event_id, spec, chosen, with_key=with_key)
    book = _KINDS[spec.kind](maker)
    found = [*maker.choice.findings, *_unspoken(maker, book), *book.findings]
    return replace(book, findings=found)


def flat(spec: ListSpec) -> ListSpec:
    """Return the list as one plain table, for files that hold no more."""
    bare = replace(spec.titles, shown=False)
    return replace(
        spec, grouping=Grouping.NONE, titles=bare, totals=False, sequence=False, record_key=False
    )


def _people(maker: Maker) -> ListBook:
    keys = maker.choice.keys
    sheets = maker.sheets(keys)
    found = maker.private_findings()
    if maker.spec.grouping is not Grouping.NONE and maker.spec.group_by is GroupBy.FORUM:
        placed = [entry.attendee.id for entry in maker.entries(keys) if entry.row.forums]
        found += counted(said.NO_FORUM, len(keys) - len(placed))
        keys = placed
    return ListBook(sheets, keys, maker.columns(), found)


def _rooms(maker: Maker) -> ListBook:
    keys = maker.choice.keys
    stays = [e for e in maker.entries(keys) if needs_room(e.attendee)]
    guests = in_rooms([guest_of(entry.attendee, entry.person) for entry in stays])
    lodged = [guest.key for guest in guests]
    found = [
        *counted(said.NO_ROOM, len(keys) - len(lodged)),
        *counted(said.NO_HOTEL, sum(not guest.hotel for guest in guests), warning),
        *maker.private_findings(),
    ]
    return ListBook(maker.sheets(lodged), lodged, maker.columns(), found)


def _transfers(maker: Maker) -> ListBook:
    sides = (
        (maker.spec, ARRIVALS, GroupBy.ARRIVAL, _arrives, said.NO_ARRIVAL),
        (of_departures(maker.spec), DEPARTURES, GroupBy.DEPARTURE, _leaves, said.NO_DEPARTURE),
    )
    sheets: list[SheetSpec] = []
    travelling: list[UUID] = []
    found: list[Finding] = []
    for spec, title, group_by, is_known, sentence in sides:
        side = replace(maker, spec=replace(spec, group_by=group_by))
        known = [e for e in side.entries(maker.choice.keys) if is_known(e.attendee)]
        known.sort(key=lambda entry: str(getattr(entry.attendee, f"{group_by}_at") or "~"))
        keys = [entry.attendee.id for entry in known]
        sheets += side.sheets(keys, _(title))
        travelling += keys
        found += counted(sentence, len(maker.choice.keys) - len(keys))
    return ListBook(sheets, travelling, maker.columns(), [*found, *maker.private_findings()])


def _arrives(attendee: Attendee) -> bool:
    known = attendee.arrival_at or attendee.arrival_by or attendee.arrival_place
    return bool(known or attendee.needs_pickup)


def _leaves(attendee: Attendee) -> bool:
    known = attendee.departure_at or attendee.departure_by or attendee.departure_place
    return bool(known or attendee.needs_dropoff)


def _meals(maker: Maker) -> ListBook:
    keys = maker.choice.keys
    special = [e.attendee.id for e in maker.entries(keys) if e.attendee.diet.strip()]
    table = meals_table(maker.entries(keys))
    without = sum(1 for entry in maker.entries(keys) if not entry.attendee.meals)
    diets = maker.sheets(special, _(SPECIAL_DIETS))
    found = [*counted(said.NO_MEAL, without), *maker.private_findings()]
    figures = _table(maker, table)
    return ListBook([figures, *diets], special, maker.columns(), found, figures=figures.count)


def _counts(maker: Maker) -> ListBook:
    keys = maker.choice.keys
    categories = maker.view.all(Category, event_id=maker.event.id)
    names = [in_words(one.name, one.name_other) for one in categories]
    units = organisation_table(maker.entries(keys), names)
    kinds = category_table(maker.entries(keys), names)
    sheets = [_table(maker, units, _(BY_ORGANISATION)), _table(maker, kinds, _(BY_CATEGORY))]
    return ListBook(sheets, (), figures=sum(sheet.count for sheet in sheets))


def _table(maker: Maker, table: Crosstab, label: str = "") -> SheetSpec:
    """Return a table of figures as a sheet."""
    spec = maker.spec
    columns = table.sheet_columns()
    wide = Page(landscape=len(columns) > 8)  # noqa: PLR2004 -- more do not fit upright
    return SheetSpec(
        title=label or spec.words,
        heading=f"{maker.facts.name} {spec.words}".strip(),
        columns=columns,
        rows=table.lines(totals=spec.totals),
        count=table.row_count(totals=spec.totals),
        author=maker.facts.organiser,
        titles=title_lines(spec, maker.facts, table.people, label),
        page=wide,
    )


def _unspoken(maker: Maker, book: ListBook) -> list[Finding]:
    """Say for how many the number is missing because they did not agree to show it."""
    if all(one.showing is not Showing.AGREED for one in book.columns):
        return []
    entries = maker.entries(book.people)
    return of_silent(book.columns, sum(not entry.attendee.shares_phone for entry in entries))


_KINDS: Mapping[ListKind, Callable[[Maker], ListBook]] = {
    ListKind.PEOPLE: _people,
    ListKind.ROOMS: _rooms,
    ListKind.TRANSFERS: _transfers,
    ListKind.MEALS: _meals,
    ListKind.COUNTS: _counts,
}
