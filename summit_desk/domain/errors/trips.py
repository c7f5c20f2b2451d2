"""What can go wrong while a trip is planned."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.support.i18n import N_


class AlreadyOnTrip(DeskError):
    """A person is on a trip only once; details: name, trip."""

    sentence = N_(
        "{name} is already on the list of “{trip}”. Nothing was changed. "
        "Open that entry and edit it instead."
    )


class NotOnSameTrip(DeskError):
    """Only travellers of one trip share a room; details: name."""

    sentence = N_(
        "{name} is not on this trip, so the room can’t be shared. Nothing was changed. "
        "Choose somebody from the list of travellers."
    )
