"""Write records of one kind: those that are new, and of the others what changed, with images."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from db.bulk import Shape, Values, shape_of
from db.images import Image
from summit_desk.domain.records import Record

_Rows = list[tuple[Any, ...]]


def put_rows(
    connection: sa.Connection, kind: type[Record], records: Sequence[Record]
) -> list[Image]:
    """Write the records and return the images of what that changed."""
    shape = shape_of(kind, connection.dialect)
    columns = shape.values(records)
    rows = shape.kept(columns)
    before = shape.rows(connection, [row[0] for row in rows])
    born = [at for at, row in enumerate(rows) if row[0] not in before]
    images = _put_new(connection, shape, columns, rows, born)
    changed = [at for at, row in enumerate(rows) if before.get(row[0], row) != row]
    if changed:
        changes = _Changes(shape, columns, rows, before)
        images += changes.put(connection, changed)
    return images


def _put_new(
    connection: sa.Connection, shape: Shape, columns: list[Values], rows: _Rows, born: list[int]
) -> list[Image]:
    if not born:
        return []
    if len(born) < len(rows):
        columns = [[values[at] for at in born] for values in columns]
        rows = [rows[at] for at in born]
    shape.insert(connection, rows)
    keys = columns[0]
    images = zip(keys, shape.images(columns), strict=True)
    return [Image(shape.name, key, None, after) for key, after in images]


class _Changes:
    """Rows that are in the file already, and what is new of them."""

    def __init__(
        self,
        shape: Shape,
        columns: list[Values],
        rows: _Rows,
        before: dict[str, tuple[Any, ...]],
    ) -> None:
        self._shape, self._columns, self._rows, self._before = shape, columns, rows, before

    def put(self, connection: sa.Connection, changed: list[int]) -> list[Image]:
        """Change the columns that differ, those with the same columns in one go."""
        images: list[Image] = []
        updates: dict[tuple[int, ...], _Rows] = defaultdict(list)
        for at in changed:
            row, held = self._rows[at], self._before[self._rows[at][0]]
            places = [place for place, value in enumerate(row) if value != held[place]]
            if image := self._image(at, held, places):
                images.append(image)
                updates[tuple(places)].append((*(row[place] for place in places), row[0]))
        for changing, rows in updates.items():
            names = [self._shape.columns[place].name for place in changing]
            self._shape.update(connection, names, rows)
        return images

    def _image(self, at: int, held: tuple[Any, ...], places: list[int]) -> Image | None:
        """Return what changed; one value may have been written in two ways."""
        before, after, names = [], [], []
        for place in places:
            column = self._shape.columns[place]
            old = held[place] if column.make is None else column.make(held[place])
            new = self._columns[place][at]
            if old != new:
                names.append(column.name)
                before.append(f'"{column.name}": {column.to_json(old)}')
                after.append(f'"{column.name}": {column.to_json(new)}')
        if not names:
            return None
        old_text, new_text = (f"{{{', '.join(values)}}}" for values in (before, after))
        key = self._columns[0][at]
        return Image(self._shape.name, key, old_text, new_text, frozenset(names))
