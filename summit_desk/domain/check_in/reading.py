"""What a scanned or typed text is: a badge of this event, of another one, a forgery, or text."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from uuid import UUID

from summit_desk.domain.badge_codes import BadgeCode, clean, is_genuine, parse
from summit_desk.domain.records import EventKey

SAME_BADGE_SECONDS = 2.0


class HeldBadge:
    """Tells a badge that is still held at the scanner, however often it is read, from the next."""

    def __init__(self) -> None:
        self._code, self._at = "", float("-inf")

    def is_same(self, text: str, at: float) -> bool:
        """Note what was read, and say whether it is the same as just before; `at` in seconds."""
        parsed = parse(text)
        code = parsed.digits if parsed else clean(text)
        same = code == self._code and at - self._at < SAME_BADGE_SECONDS
        self._code, self._at = code, at
        return same

    def forget(self) -> None:
        """Take the same badge for a new one: what it was read for has not happened."""
        self._at = float("-inf")


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
