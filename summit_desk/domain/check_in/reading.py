"""What a scanned or typed text is: a badge of this event, of another one, a forgery, or text."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from uuid import UUID

from summit_desk.domain.badge_codes import BadgeCode, clean, is_genuine, parse
from summit_desk.domain.records import EventKey


class Kind(Enum):
    BADGE = auto()  # signed by the event that is checked in
    OTHER_EVENT = auto()
    FORGED = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """`event_id` is the signing event, or None when this file does not know it."""

    kind: Kind
    text: str
    code: BadgeCode | None = None
    event_id: UUID | None = None


def read(text: str, event_id: UUID, keys: Mapping[str, EventKey]) -> Reading:
    """Decode `text` at the door of `event_id`; `keys` are the file's event keys by tag.

    A well-formed code with a tag that this file does not know may be genuine: only the desk that
    holds the key could tell, so it is another event's badge and never an admission.
    """
    code = parse(text)
    if code is None:
        return Reading(Kind.TEXT, clean(text))
    if not code.intact:
        return Reading(Kind.FORGED, code.digits, code)
    key = keys.get(code.tag)
    if key is None:
        return Reading(Kind.OTHER_EVENT, code.digits, code)
    if not is_genuine(code, key.key):
        return Reading(Kind.FORGED, code.digits, code)
    kind = Kind.BADGE if key.event_id == event_id else Kind.OTHER_EVENT
    return Reading(kind, code.digits, code, key.event_id)
