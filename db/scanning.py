"""The hot path of the door: one guest looked up and one scan made durable, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import insert

from db import door_queries as asked
from db.convert import table_of
from db.damage import why
from db.prepared import Cursor, Prepared
from db.store import Store
from summit_desk.domain.check_in.outcome import Guest, Passage
from summit_desk.domain.check_in.paper import is_from_paper
from summit_desk.domain.check_in.rules import in_order
from summit_desk.domain.errors.check_in import NotStored
from summit_desk.domain.merged_codes import last_code, valid_serial_of
from summit_desk.domain.records import Category, FeeStatus, Scan
from summit_desk.domain.verdicts import PASSAGES, Verdict

Categories = Mapping[UUID, Category]
NONE: Categories = {}
CACHE_KIB = 32_768  # a station reads all over the file; the pages it needs stay at hand


class Moment:
    """One transaction at the door: what is looked up here still holds when the scan is kept."""

    def __init__(self, scanner: "Scanner", cursor: Cursor, categories: Categories) -> None:
        self._scanner, self._cursor, self._categories = scanner, cursor, categories
        self.kept: list[Scan] = []

    def guest_by_token(self, event_id: UUID, token: str) -> Guest | None:
        """Return whom the badge belongs to, be it printed for a registration merged since."""
        query = self._scanner.by_token
        rows = query.rows(self._cursor, event_id=event_id, token=token)
        return _guest(rows, self._categories) or self._merged(event_id, token)

    def guest_by_foreign_code(self, event_id: UUID, code: str) -> Guest | None:
        """Return whom another system's code means, if it was taken over."""
        rows = self._scanner.by_foreign.rows(self._cursor, event_id=event_id, code=code)
        return _guest(rows, self._categories)

    def _merged(self, event_id: UUID, token: str) -> Guest | None:
        """Return whose registration took the badge's one in; its own reprints don't void it."""
        query, last = self._scanner.by_merged, last_code(token)
        rows = query.rows(self._cursor, event_id=event_id, token=token, last=last)
        guest = _guest(rows, self._categories)
        return guest and replace(guest, valid_serial=valid_serial_of(rows[0][-1]))

    def guest(self, attendee_id: UUID) -> Guest | None:
        """Return the attendee as the door sees one."""
        rows = self._scanner.by_key.rows(self._cursor, attendee_id=attendee_id)
        return _guest(rows, self._categories)

    def passages(self, attendee_id: UUID, point_id: UUID) -> list[Passage]:
        """Return the guest's passages at the point that were not taken back, oldest first."""
        query = self._scanner.seen
        rows = query.rows(self._cursor, attendee_id=attendee_id, point_id=point_id)
        return _passages(rows)

    def forums(self, attendee_id: UUID) -> frozenset[UUID]:
        """Return the forums that the guest is registered for (not only waiting)."""
        rows = self._scanner.forums.rows(self._cursor, attendee_id=attendee_id)
        return frozenset(row[0] for row in rows)

    def answers(self, attendee_id: UUID) -> Mapping[str, object]:
        """Return what is known of the guest in the event's own fields."""
        rows = self._scanner.answers.rows(self._cursor, attendee_id=attendee_id)
        return rows[0][0] if rows else {}

    def keep(self, scan: Scan) -> None:
        """Append a scan to the log."""
        self._scanner.keep.run(self._cursor, vars(scan))
        self.kept.append(scan)

    def next_sequence(self, station: str) -> int:
        """Return the number of the station's next scan."""
        return self._scanner.last_sequence(self._cursor, station) + len(self.kept) + 1


class Scanner:
    """The prepared statements of the door on one open summit file."""

    def __init__(self, store: Store) -> None:
        with store.view() as view:
            dialect = view.connection.dialect
        if dialect.name == "sqlite":
            with store.hot() as connection:
                connection.cursor().execute(f"PRAGMA cache_size=-{CACHE_KIB}")
        self._store = store
        self.trouble: type[Exception] = dialect.loaded_dbapi.Error
        self._sequences: dict[str, int] = {}
        self.made = 0  # scans since opening: tells whether heads have to be counted again
        self.by_token = Prepared(asked.BY_TOKEN, dialect)
        self.by_merged = Prepared(asked.BY_MERGED, dialect)
        self.by_foreign = Prepared(asked.BY_FOREIGN, dialect)
        self.by_key = Prepared(asked.BY_KEY, dialect)
        self.seen = Prepared(asked.SEEN, dialect)
        self.forums = Prepared(asked.FORUMS, dialect)
        self.answers = Prepared(asked.ANSWERS, dialect)
        self.keep = Prepared(insert(table_of(Scan)), dialect)
        self._last = Prepared(asked.LAST, dialect)
        self._changes = Prepared(asked.CHANGES, dialect)
        self._printed = Prepared(asked.PRINTED, dialect)
        self._waiting = Prepared(asked.WAITING, dialect)

    def moment(self, categories: Categories = NONE) -> "Transaction":
        """Hold the writer; at the end everything kept is on disk, or nothing is.

        `categories` name those of the guests, so that they need not be looked up each time.
        The block raises NotStored when the file can't take what was kept.
        """
        return Transaction(self, self._store, categories)

    def stored(self, scans: Sequence[Scan]) -> None:
        """Note what is on disk now."""
        self._sequences.update({scan.station: scan.sequence for scan in scans})
        self.made += len(scans)
        self._store.writes += 1

    def warm_up(self) -> None:
        """Do once, before the first guest, what the first time makes slow."""
        nobody = UUID(int=0)
        with self.moment() as moment:
            moment.guest_by_token(nobody, "")
            moment.guest_by_foreign_code(nobody, "")
            moment.passages(nobody, nobody)
            moment.forums(nobody)
        self.who_set(nobody, "")
        self.printed_at(nobody, 0)
        self.waiting(nobody)

    def who_set(self, attendee_id: UUID, column: str) -> tuple[str, datetime] | None:
        """Return who gave an attendee the present value of a column, and when."""
        for _key, after, actor, at in self._look(self._changes, attendee_id=attendee_id):
            if after and column in after:
                return actor, at
        return None

    def printed_at(self, attendee_id: UUID, serial: int) -> datetime | None:
        """Return when the badge with this serial was printed."""
        ((at,),) = self._look(self._printed, attendee_id=attendee_id, serial=serial)
        printed: datetime | None = at
        return printed

    def waiting(self, forum_id: UUID) -> int:
        """Return how many people wait for a place in a forum."""
        return len(self._look(self._waiting, forum_id=forum_id))

    def _look(self, query: Prepared, **values: object) -> list[list[Any]]:
        """Read on the connection that is at hand; opening a view costs more than a scan."""
        with self._store.hot() as connection:
            return query.rows(cast("Cursor", connection.cursor()), **values)

    def last_sequence(self, cursor: Cursor, station: str) -> int:
        """Return the number of the station's last scan, 0 before the first."""
        if station not in self._sequences:
            (row,) = self._last.rows(cursor, station=station)
            self._sequences[station] = row[0] or 0
        return self._sequences[station]

    def rest(self) -> None:
        """Fold the write-ahead log into the file; call it while nobody is scanning."""
        self._store.checkpoint()


class Transaction:
    """The block in which a moment lasts."""

    def __init__(self, scanner: Scanner, store: Store, categories: Categories) -> None:
        self._scanner, self._hot, self._categories = scanner, store.hot(), categories

    def __enter__(self) -> Moment:
        self._connection = self._hot.__enter__()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except self._scanner.trouble as error:
            self._hot.__exit__(None, None, None)
            raise NotStored(reason=why(error)) from error
        cursor = cast("Cursor", self._connection.cursor())
        self._moment = Moment(self._scanner, cursor, self._categories)
        return self._moment

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: object
    ) -> None:
        """Commit, or roll back what an error left open."""
        try:
            if error is None:
                self._connection.execute("COMMIT")
                self._scanner.stored(self._moment.kept)
        except self._scanner.trouble as trouble:
            raise NotStored(reason=why(trouble)) from trouble
        finally:
            self._hot.__exit__(kind, error, None)
        if isinstance(error, self._scanner.trouble):
            raise NotStored(reason=why(error)) from error


def _guest(rows: Sequence[Sequence[Any]], categories: Categories) -> Guest | None:
    if not rows:
        return None
    row = rows[0] if len(rows) == 1 else min(rows, key=lambda each: each[15] or 0)
    category = categories.get(row[8])
    return Guest(
        id=row[0],
        number=row[1],
        name=row[2],
        name_other=row[3],
        organisation=row[4] or "",
        organisation_other=row[5] or "",
        title=row[6] or "",
        title_other=row[7] or "",
        category_id=row[8],
        category=category.name if category else "",
        category_other=category.name_other if category else "",
        colour=category.colour if category else "",
        seat=row[9],
        note=row[10],
        status=row[11],
        valid_serial=row[12],
        tags=frozenset(row[13]),
        paid=row[14] is not FeeStatus.UNPAID,
        portrait_id=row[16],
    )


def _passages(rows: Sequence[Sequence[Any]]) -> list[Passage]:
    annulled = {row[6] for row in rows}
    return in_order(
        [
            Passage(row[0], Verdict(row[1]), row[2], row[3], row[4], row[5], is_from_paper(row[7]))
            for row in rows
            if row[1] in PASSAGES and row[0] not in annulled
        ]
    )
