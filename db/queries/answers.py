"""Questions about what was answered at doors, and about what the desk wrote before."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from db.convert import table_of
from summit_desk.domain.records import ChangeKind, Changeset, RowImage

_image, _change = table_of(RowImage).c, table_of(Changeset).c


def written_at(
    session: Session, attendee_id: UUID, field: str, value: object
) -> tuple[datetime | None, str]:
    """Return when the desk wrote this value into an own field of somebody, and who did.

    Without a trace of it in the history there is no time. What took something back wrote nothing.
    """
    rows = session.execute(
        select(_change.at, _change.actor, _image.before, _image.after)
        .join(table_of(Changeset), _change.id == _image.changeset_id)
        .where(_image.row_id == attendee_id, _image.table == "attendee")
        .where(_change.kind == ChangeKind.DO, _change.undone.is_(False))
        .order_by(_change.sequence.desc(), _image.position.desc())
    )
    for at, actor, before, after in rows:
        held, given = _held(before, field), _held(after, field)
        if given == value and held != given and _tells(after):
            return at, actor
    return None, ""


def _tells(image: Mapping[str, object] | None) -> bool:
    return image is not None and "custom" in image


def _held(image: Mapping[str, object] | None, field: str) -> object:
    custom = (image or {}).get("custom")
    return custom.get(field) if isinstance(custom, Mapping) else None
