"""Identity: time-ordered keys that two offline stations can make without meeting."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """Return a fresh UUIDv7 (RFC 9562): unique anywhere, ordered by time."""
    return uuid7()
