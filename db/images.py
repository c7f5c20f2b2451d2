"""The images of rows that the journal keeps: how a row was before and after a change."""

from dataclasses import dataclass
from uuid import UUID

from db.bulk import encode
from db.convert import Row, to_image


@dataclass(frozen=True)
class Image:
    """A row before and after, as JSON texts; None where it did not exist.

    `columns` are those that changed, where it is known that no others did.
    """

    table: str
    row_id: UUID
    before: str | None
    after: str | None
    columns: frozenset[str] | None = None

    def reversed(self) -> "Image":
        """Return the image of taking this one back."""
        return Image(self.table, self.row_id, self.after, self.before)


def difference(table: str, before: Row | None, after: Row | None, row_id: UUID) -> Image | None:
    """Return the image of a row's change: whole when born or gone, else the changed columns."""
    if before is None or after is None:
        return Image(table, row_id, _text(before), _text(after))
    changed = frozenset(name for name, value in after.items() if before[name] != value)
    if not changed:
        return None
    return Image(
        table,
        row_id,
        _text({name: before[name] for name in after if name in changed}),
        _text({name: value for name, value in after.items() if name in changed}),
        changed,
    )


def _text(row: Row | None) -> str | None:
    return None if row is None else encode(to_image(row))
