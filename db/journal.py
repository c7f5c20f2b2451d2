"""The journal: row images in, changesets out, and their replay for undo and redo."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import SQLModel

from db.bulk import shape_of
from db.convert import Row, defaults_of, from_image, table_of
from db.images import Image
from summit_desk.domain.ids import new_id
from summit_desk.domain.records import ChangeKind, Changeset, RowImage

CHUNK = 500  # keys per IN list; far below every engine's limit
_CHANGESETS, _IMAGES = table_of(Changeset), table_of(RowImage)


@dataclass(frozen=True)
class Entry:
    """What a commit is called, by whom it was made, and what it takes back or repeats."""

    label: str
    details: Mapping[str, str]
    topics: Sequence[str]
    actor: str
    station: str
    kind: ChangeKind = ChangeKind.DO
    target: UUID | None = None


class RowsMovedOn(Exception):
    """A replay met a row that is not as the image says."""


def write(
    connection: sa.Connection, entry: Entry, images: Sequence[Image], now: dt.datetime
) -> UUID:
    """Write the commit and its images; what was undone before can't be redone any more."""
    latest = connection.execute(sa.select(sa.func.max(_CHANGESETS.c.sequence))).scalar()
    key = new_id()
    connection.execute(
        sa.insert(_CHANGESETS).values(
            id=key,
            sequence=(latest or 0) + 1,
            at=now,
            actor=entry.actor,
            station=entry.station,
            label=entry.label,
            details=dict(entry.details),
            topics=tuple(entry.topics),
            kind=entry.kind,
            target_id=entry.target,
            undone=False,
            dropped=False,
        )
    )
    if entry.kind is ChangeKind.DO:
        open_to_redo = sa.and_(_CHANGESETS.c.undone, sa.not_(_CHANGESETS.c.dropped))
        connection.execute(sa.update(_CHANGESETS).where(open_to_redo).values(dropped=True))
    if images:
        shape = shape_of(RowImage, connection.dialect)
        shape.insert(connection, [*_image_rows(key, images)])
    return key


def _image_rows(changeset: UUID, images: Sequence[Image]) -> Iterable[tuple[object, ...]]:
    """The keys of the images count up from the first, so they are in order and nobody else's."""
    first, mine = new_id().int, changeset.hex
    for position, image in enumerate(images):
        yield (
            f"{first + position:032x}",
            mine,
            position,
            image.table,
            image.row_id.hex,
            image.before or "null",
            image.after or "null",
        )


def mark(connection: sa.Connection, changeset: UUID, *, undone: bool) -> None:
    """Note that a commit is taken back (or stands again)."""
    connection.execute(
        sa.update(_CHANGESETS).where(_CHANGESETS.c.id == changeset).values(undone=undone)
    )


def images_of(connection: sa.Connection, changeset: UUID) -> list[Image]:
    """Return a commit's images in the order they were made."""
    texts = (sa.type_coerce(column, sa.Text) for column in (_IMAGES.c.before, _IMAGES.c.after))
    columns = (_IMAGES.c.table, _IMAGES.c.row_id, *texts)
    mine = _IMAGES.c.changeset_id == changeset
    rows = connection.execute(sa.select(*columns).where(mine).order_by(_IMAGES.c.position))
    return [
        Image(table, key, *(None if text in {None, "null"} else text for text in images))
        for table, key, *images in rows
    ]


def replay(connection: sa.Connection, images: Sequence[Image]) -> None:
    """Bring every row from its `before` to its `after`, in bulk.

    Raises RowsMovedOn when a row is not as `before` says; the caller rolls back.
    """
    kinds = groupby(images, lambda image: (image.table, image.before is None, image.after is None))
    for (name, born, gone), group in kinds:
        table = SQLModel.metadata.tables[name]
        for batch in _apart(group):
            if born:
                _insert(connection, table, batch)
                continue
            _check(connection, table, batch)
            if gone:
                _delete(connection, table, [image.row_id for image in batch])
            else:
                _update(connection, table, batch)


def _apart(images: Iterable[Image]) -> Iterator[list[Image]]:
    """Return batches in which no row comes twice: each step of a row starts from the one before."""
    batch: dict[UUID, Image] = {}
    for image in images:
        if image.row_id in batch:
            yield list(batch.values())
            batch = {}
        batch[image.row_id] = image
    yield list(batch.values())


def _insert(connection: sa.Connection, table: sa.Table, batch: Sequence[Image]) -> None:
    if rows_by_key(connection, table, [image.row_id for image in batch]):
        raise RowsMovedOn
    blank = defaults_of(table.name)  # for columns that were added since the image was made
    rows = [{**blank, **_values(table, image.after)} for image in batch]
    connection.execute(sa.insert(table), rows)


def _check(connection: sa.Connection, table: sa.Table, batch: Sequence[Image]) -> None:
    rows = rows_by_key(connection, table, [image.row_id for image in batch])
    for image in batch:
        row = rows.get(image.row_id)
        if row is None or any(
            row[name] != value for name, value in _values(table, image.before).items()
        ):
            raise RowsMovedOn


def _values(table: sa.Table, image: str | None) -> Row:
    return from_image(table, json.loads(image) if image else {})


def _delete(connection: sa.Connection, table: sa.Table, keys: Sequence[UUID]) -> None:
    for chunk in chunks(keys):
        connection.execute(sa.delete(table).where(table.c.id.in_(chunk)))


def _update(connection: sa.Connection, table: sa.Table, batch: Sequence[Image]) -> None:
    by_columns: dict[tuple[str, ...], list[Row]] = {}
    for image in batch:
        values = _values(table, image.after)
        row = {f"new_{name}": value for name, value in values.items()}
        by_columns.setdefault(tuple(values), []).append({"row_key": image.row_id, **row})
    for names, rows in by_columns.items():
        update_rows(connection, table, names, rows)


def update_rows(
    connection: sa.Connection, table: sa.Table, names: Sequence[str], rows: Sequence[Row]
) -> None:
    """Update many rows at once; each row names its `row_key` and `new_<column>` values."""
    statement = (
        sa.update(table)
        .where(table.c.id == sa.bindparam("row_key"))
        .values({name: sa.bindparam(f"new_{name}", type_=table.c[name].type) for name in names})
    )
    connection.execute(statement, list(rows))


def rows_by_key(
    connection: sa.Connection, table: sa.Table, keys: Sequence[UUID]
) -> dict[UUID, Row]:
    """Return the rows that exist among `keys`."""
    found: dict[UUID, Row] = {}
    for chunk in chunks(keys):
        for row in connection.execute(sa.select(table).where(table.c.id.in_(chunk))).mappings():
            found[row["id"]] = dict(row)
    return found


def chunks(keys: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    """Cut a long list of keys into pieces that one IN list can hold."""
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))
