"""What a camera's picture shows, for the station that decides about it."""

from summit_desk.domain.check_in.sights import Picture, Sight
from summit_desk.readers.codes import read_codes


def codes_in(picture: Picture) -> Sight:
    """Return the codes on a picture; takes a few milliseconds, so run it beside the window."""
    return read_codes(picture)
