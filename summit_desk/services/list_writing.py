"""Writing a list in the format that the name of its file asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from db.unit import View
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.findings import Finding
from summit_desk.domain.lists.columns import Listed, exposed
from summit_desk.domain.lists.findings import (
    MORE_STRANGE,
    MOST_STRANGE,
    NO_NUMBERS,
    ONE_TABLE,
    STRANGE,
    STRANGE_FIGURES,
    counted,
    hint,
    warning,
)
from summit_desk.domain.lists.spec import Grouping, ListKind, ListSpec, Showing
from summit_desk.domain.names import split_name
from summit_desk.domain.progress import Progress
from summit_desk.domain.records import Event
from summit_desk.services.list_books import ListBook, Maker, column_keys
from summit_desk.services.list_kinds import flat, list_book
from summit_desk.support.i18n import in_words

if TYPE_CHECKING:
    from exports.cards import Card

UTF8 = "utf-8"


@dataclass(frozen=True)
class Outcome:
    """What was written: how many people or lines, what is private on it, what is noted."""

    count: int
    exposed: Sequence[Listed] = ()
    people: int = 0
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, kw_only=True)
class Writing:
    """A list on its way to a file."""

    view: View
    event_id: UUID
    spec: ListSpec
    chosen: Chosen
    path: Path
    progress: Progress
    now: datetime
    encoding: str = UTF8

    def write(self) -> Outcome:
        """Write it; raises what the file or a cell refuses."""
        writers = {".csv": self._csv, ".vcf": self._cards, ".json": self._json}
        return writers.get(self.path.suffix.lower(), self._xlsx)()

    def _book(self, spec: ListSpec, *, with_key: bool = False) -> ListBook:
        return list_book(self.view, self.event_id, spec, self.chosen, with_key=with_key)

    def _xlsx(self) -> Outcome:
        from exports.sheets import write_book

        book = self._book(self.spec, with_key=True)
        count = write_book(book.sheets, self.path, self.now, self.progress)
        return _outcome(count, book, book.findings)

    def _csv(self) -> Outcome:
        from exports.csv_lists import Encoding, write_csv_tables

        book = self._book(flat(self.spec))
        strange: dict[int, str] = {}
        encoding = Encoding(self.encoding)
        count = write_csv_tables(
            book.sheets, self.path, self.progress, encoding=encoding, strange=strange
        )
        found = [*book.findings, *self._flattened(), *self._strange(book, strange)]
        return _outcome(count, book, found)

    def _json(self) -> Outcome:
        from exports.json_lists import Table, write_json

        book = self._book(flat(self.spec))
        keys = column_keys(book.columns)
        tables = [
            Table(sheet, keys if len(keys) == len(sheet.columns) else ()) for sheet in book.sheets
        ]
        event = self.view.get(Event, self.event_id)
        name = in_words(event.name, event.name_other)
        count = write_json(tables, name, self.spec.words, self.path, self.progress)
        return _outcome(count, book, book.findings)

    def _cards(self) -> Outcome:
        from exports.cards import write_cards

        people = replace(flat(self.spec), kind=ListKind.PEOPLE)
        maker = Maker.of(self.view, self.event_id, people, self.chosen, with_key=False)
        keys, showing = maker.choice.keys, numbers_shown(self.spec)
        count = write_cards(_cards(maker, showing), len(keys), self.path, self.progress)
        shown = exposed(maker.columns())
        found = list(maker.choice.findings)
        if showing not in {Showing.AGREED, Showing.WHOLE}:
            found.append(hint(NO_NUMBERS))
        return Outcome(
            count, shown if any(one.showing is showing for one in shown) else (), count, found
        )

    def _flattened(self) -> list[Finding]:
        spec = self.spec
        lost = spec.grouping is not Grouping.NONE or spec.totals or spec.titles.shown
        return [hint(ONE_TABLE)] if lost else []

    def _strange(self, book: ListBook, strange: dict[int, str]) -> list[Finding]:
        """Name whoever has characters that old programs can't show."""
        by_person = {
            book.keys[row - book.figures]: characters
            for row, characters in strange.items()
            if row >= book.figures
        }
        first = list(by_person)[:MOST_STRANGE]
        maker = Maker.of(self.view, self.event_id, self.spec, self.chosen)
        found = [
            warning(
                STRANGE,
                name=entry.person.name,
                number=entry.attendee.number,
                characters=by_person[entry.attendee.id],
            )
            for entry in maker.entries(first)
        ]
        more = len(by_person) - len(found)
        return [
            *_strange_figures(book, strange),
            *found,
            *counted(MORE_STRANGE, more, warning),
        ]


def numbers_shown(spec: ListSpec) -> Showing:
    """Return how far a list shows telephone numbers."""
    own = (one.showing for one in spec.columns if one.key == "mobile")
    return next((one for one in own if one), spec.private)


def _strange_figures(book: ListBook, strange: dict[int, str]) -> list[Finding]:
    """Say what old programs can't show of rows that are about nobody."""
    texts = "".join(text for row, text in strange.items() if row < book.figures)
    characters = "".join(dict.fromkeys(texts))
    return [warning(STRANGE_FIGURES, characters=characters)] if characters else []


def _outcome(count: int, book: ListBook, findings: Sequence[Finding]) -> Outcome:
    return Outcome(count, exposed(book.columns), len(book.people), findings)


def _cards(maker: Maker, showing: Showing) -> Iterator["Card"]:
    from exports.cards import Card

    for entry in maker.entries(maker.choice.keys):
        person, row = entry.person, entry.row
        agreed = showing is Showing.AGREED and bool(entry.attendee.shares_phone)
        seen = showing is Showing.WHOLE or agreed
        parts = split_name(person.name)
        yield Card(
            name=person.name,
            family=person.family_name or parts.family,
            given=person.given_name or parts.given,
            organisation=row.organisation,
            department=row.department,
            title=row.title,
            mobile=person.mobile if seen else "",
            phone=person.phone if seen else "",
            email=person.email,
        )
