"""The unit of work: reads, journalled writes and one commit; what is not committed never was."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby
from types import TracebackType
from typing import Self, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from db import journal, search, sorting
from db.bulk import raw_columns, records_of, shape_of
from db.convert import columns_of, record_of, row_of, table_of
from db.damage import raise_if_damaged, why
from db.dependents import Removal, plan_removal
from db.images import Image, difference
from db.journal import Entry, RowsMovedOn
from db.putting import put_rows
from summit_desk.domain.change import Change, Topic, step_words
from summit_desk.domain.errors import InUse, Missing, MovedOn, StillNeeded
from summit_desk.domain.errors.files import NotStored
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import ChangeKind, Changeset, Record
from summit_desk.domain.thing_words import thing_word

R = TypeVar("R", bound=Record)
_PIECE = 2_000  # records written between two looks at whether somebody gave up


class View:
    """Reads records; the connection is given back at the end."""

    def __init__(self, connection: sa.Connection, close: Callable[[], None]) -> None:
        self.connection = connection
        self.session = Session(bind=connection)
        self._close = close

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            raise_if_damaged(error, self.connection)
        finally:
            self.session.close()
            self._close()

    def get(self, kind: type[R], key: UUID, /) -> R:
        """Return the record; raise Missing when it is gone."""
        found = self.find(kind, id=key)
        if found is None:
            raise Missing(thing=thing_word(table_of(kind).name))
        return found

    def find(self, kind: type[R], /, **equal: object) -> R | None:
        """Return the first record whose fields are equal to those named."""
        row = self.connection.execute(_select(kind, equal).limit(1)).first()
        return None if row is None else record_of(kind, tuple(row))

    def all(self, kind: type[R], /, *, order: Sequence[str] = (), **equal: object) -> list[R]:
        """Return the records whose fields are equal to (or among) those named.

        Without `order`, by `position` where there is one, then by age.
        """
        table = table_of(kind)
        default = ("position", "id") if "position" in table.c else ("id",)
        by = [table.c[name] for name in order or default]
        query = sa.select(*raw_columns(kind)).where(*_conditions(table, equal)).order_by(*by)
        shape = shape_of(kind, self.connection.dialect)
        return records_of(kind, shape, self.connection.execute(query).all())

    def among(self, kind: type[R], name: str, keys: Collection[UUID], /) -> list[R]:
        """Return the records whose key `name` is among many, in no order."""
        shape = shape_of(kind, self.connection.dialect)
        texts = sorted(key.hex for key in keys)  # neighbours in the file
        return records_of(kind, shape, shape.rows_by(name, self.connection, texts))

    def count(self, kind: type[R], /, **equal: object) -> int:
        """Return how many records have fields equal to (or among) those named."""
        where = _conditions(table_of(kind), equal)
        count = sa.select(sa.func.count()).select_from(table_of(kind)).where(*where)
        return self.connection.execute(count).scalar_one()


def _select(kind: type[R], equal: dict[str, object]) -> sa.Select[tuple[object, ...]]:
    return sa.select(*columns_of(kind)).where(*_conditions(table_of(kind), equal))


def _conditions(table: sa.Table, equal: dict[str, object]) -> list[sa.ColumnElement[bool]]:
    return [
        table.c[name].in_(list(value))
        if isinstance(value, Collection) and not isinstance(value, str | bytes)
        else table.c[name] == value
        for name, value in equal.items()
    ]


class Unit(View):
    """Reads and writes in one transaction; leaving without `commit` rolls everything back."""

    def __init__(
        self,
        connection: sa.Connection,
        close: Callable[[], None],
        *,
        now: Callable[[], dt.datetime],
        actor: str,
        station: str,
    ) -> None:
        super().__init__(connection, close)
        self._now, self._actor, self._station = now, actor, station
        self._images: list[Image] = []
        self._progress: Progress = SILENT
        self.committed = False

    def watched_by(self, progress: Progress) -> None:
        """Tell how far writing is from now on; giving up leaves the unit by Cancelled."""
        self._progress = progress

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, trace)
        if isinstance(error, OperationalError):  # disk full, file locked or turned read-only
            raise NotStored(why=why(error)) from error

    def put(self, record: Record) -> None:
        """Write a record, new or changed."""
        self.put_all((record,))

    def put_all(self, records: Iterable[Record]) -> None:
        """Write many records; runs of one kind are written in bulk, in the order given."""
        for kind, run in groupby(records, type):
            rows = list(run)
            for start in range(0, len(rows), _PIECE):
                self._progress.step(start, 2 * len(rows))  # the second half is the commit
                self._images += put_rows(self.connection, kind, rows[start : start + _PIECE])

    def remove(self, kind: type[Record], *keys: UUID) -> None:
        """Remove records with everything that hangs on them.

        Raises Missing when one is not there and InUse when something that must stay needs it.
        """
        table = table_of(kind)
        self._progress.step(0, 1)
        removal = plan_removal(self.connection, table, keys)
        if removal.users:
            raise InUse(thing=thing_word(table.name), users=_users(removal))
        if {row["id"] for found, row in removal.deleted if found is table} < set(keys):
            raise Missing(thing=thing_word(table.name))
        self._carry_out(removal)

    def _carry_out(self, removal: Removal) -> None:
        for table, row, column in removal.cleared:
            statement = sa.update(table).where(table.c.id == row["id"])
            self.connection.execute(statement.values({column: None}))
            change = difference(table.name, row, {**row, column: None}, row["id"])
            self._images += [change] if change else []
        for table, run in groupby(removal.deleted, lambda item: item[0]):
            rows = [row for _table, row in run]
            for chunk in journal.chunks([row["id"] for row in rows]):
                self.connection.execute(sa.delete(table).where(table.c.id.in_(chunk)))
            gone = (difference(table.name, row, None, row["id"]) for row in rows)
            self._images += [image for image in gone if image]

    def log(self, records: Iterable[Record]) -> None:
        """Append records that are history themselves (prints, seeded demo data): not undoable."""
        for kind, run in groupby(records, type):
            rows = [row_of(record) for record in run]
            self.connection.execute(sa.insert(table_of(kind)), rows)

    def refresh(self, touched: Sequence[tuple[str, UUID]]) -> None:
        """Bring up to date what rows (table, key) are found and sorted by; `commit` does it.

        Only records that were put with `log` need it.
        """
        search.refresh(self.session, touched)
        sorting.refresh(self.session, touched)  # what sorts is searched, too

    def commit(
        self, label: str, *topics: Topic, subject: UUID | None = None, **details: str
    ) -> Change:
        """Write everything under a name that people read in the history.

        `label` is a msgid whose blanks `details` fill.
        """
        entry = Entry(label, details, topics, self._actor, self._station)
        return self._commit(entry, subject)

    def note(
        self, label: str, *topics: Topic, subject: UUID | None = None, **details: str
    ) -> Change:
        """Keep in the history that something happened which changed no row (an export).

        It can't be undone and takes nothing away from what can.
        """
        kind = ChangeKind.NOTE
        entry = Entry(label, details, topics, self._actor, self._station, kind)
        key = journal.write(self.connection, entry, (), self._now())
        self._finish(entry)
        return Change(label, frozenset(topics), dict(details), key, subject, note=True)

    def _commit(self, entry: Entry, subject: UUID | None) -> Change:
        key = None
        topics = frozenset(Topic(topic) for topic in entry.topics)
        if self._images:
            touched = [
                (image.table, image.row_id)
                for image in self._images
                if search.concerns(image.table, image.columns)
            ]
            for start in range(0, len(touched), _PIECE):
                self._progress.step(len(touched) + start, 2 * len(touched))
                piece = touched[start : start + _PIECE]
                self.refresh(piece)
            key = journal.write(self.connection, entry, self._images, self._now())
            if entry.target is not None:
                undone = entry.kind is ChangeKind.UNDO
                journal.mark(self.connection, entry.target, undone=undone)
        self._finish(entry)
        return Change(entry.label, topics, dict(entry.details), key, subject)

    def _finish(self, entry: Entry) -> None:
        self.session.flush()
        try:
            self.connection.commit()
        except IntegrityError as error:  # deferred links are checked here
            self._roll_back()
            raise StillNeeded(label=step_words(entry.label, entry.details)) from error
        self._images = []
        self.committed = True

    def _roll_back(self) -> None:
        """End the transaction that a refused COMMIT leaves open in SQLite."""
        connection = self.connection.connection.driver_connection
        if connection is not None:
            connection.rollback()

    def replay(self, changeset: Changeset, kind: ChangeKind) -> Change:
        """Take a commit back (UNDO) or do it again (REDO), as a commit of its own.

        Raises MovedOn when one of its rows was changed since.
        """
        images = journal.images_of(self.connection, changeset.id)
        if kind is ChangeKind.UNDO:
            images = [image.reversed() for image in reversed(images)]
        label = step_words(changeset.label, changeset.details)
        try:
            for start in range(0, len(images), _PIECE):
                self._progress.step(start, 2 * len(images))
                journal.replay(self.connection, images[start : start + _PIECE])
        except (RowsMovedOn, IntegrityError) as error:
            raise MovedOn(label=label) from error
        self._images = images
        entry = Entry(
            changeset.label,
            changeset.details,
            changeset.topics,
            self._actor,
            self._station,
            kind,
            changeset.id,
        )
        return self._commit(entry, None)


def _users(removal: Removal) -> str:
    return ", ".join(f"{thing_word(name)} ({count})" for name, count in removal.users.items())
