"""What can go wrong while an agenda is made."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.support.i18n import N_


class TimeSkipped(DeskError):
    """The clocks jump over a wall-clock time; details: time, zone."""

    sentence = N_(
        "{time} does not exist in {zone}: the clocks are put forward over it. Nothing was saved. "
        "Choose an earlier or a later time."
    )


class TimeDoubled(DeskError):
    """A wall-clock time happens twice; details: time, zone."""

    sentence = N_(
        "{time} happens twice in {zone}: the clocks are put back over it. Nothing was saved. "
        "Choose an earlier or a later time."
    )


class NotScheduled(DeskError):
    """Two sessions can't be swapped while one has no time; details: title."""

    sentence = N_(
        "“{title}” has no time yet, so it can't change places. Nothing was changed. "
        "Give it a time and a room first."
    )


class AlreadySpeaker(DeskError):
    """A person is engaged only once for an event; details: name."""

    sentence = N_(
        "{name} is already on the list of speakers of this event. Nothing was changed. "
        "Open that entry and edit it instead."
    )


class NoFreeSlot(DeskError):
    """A room has no time left that is long enough; details: title."""

    sentence = N_(
        "The room of “{title}” has no free slot that is long enough on that day. Nothing was "
        "changed. Shorten it, or move it to another room or day."
    )
