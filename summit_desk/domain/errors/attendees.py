"""What can go wrong while people are registered."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.support.i18n import N_


class AlreadyRegistered(DeskError):
    """A person comes to an event once; details: name, number."""

    sentence = N_(
        "{name} is already registered for this event as number {number}. Nothing was changed. "
        "Open that registration and edit it instead."
    )


class AlreadyScanned(DeskError):
    """A registration whose badge was scanned is part of the record of the door."""

    sentence = N_(
        "A badge of these registrations was scanned at the door, and scans are never removed. "
        "Nothing was changed. Cancel the registrations instead of deleting them."
    )


class NobodyNumbered(DeskError):
    """Details: number."""

    sentence = N_(
        "Nobody in this event has the number {number}. Nothing was changed. Look the number up on "
        "the Attendees screen or with the command “find”."
    )


class NobodyChosen(DeskError):
    """A command for several attendees was given without any."""

    sentence = N_(
        "Nobody is selected. Nothing was changed. Select one or more attendees in the list first."
    )


class NobodyTagged(DeskError):
    """Tags were to be taken away from people who don't have them."""

    sentence = N_(
        "Nobody of those selected has such a tag. Nothing was changed. Select others, or look at "
        "the tags in the pane of an attendee."
    )


class FilterNameTaken(DeskError):
    """Saved filters are asked for by name, so a name is there once; details: name."""

    sentence = N_(
        "There is already a saved filter called “{name}”. Nothing was changed. "
        "Choose another name, or save over that one."
    )


class FilterUnnamed(DeskError):
    """A filter without a name can't be found again."""

    sentence = N_("The filter needs a name. Nothing was saved. Type one and save again.")


class NoSuchFilter(DeskError):
    """A saved filter was asked for by a name nobody gave; details: name, names."""

    sentence = N_(
        "There is no saved filter called “{name}”; nothing was written. Saved filters: {names}."
    )


class AlreadyOne(DeskError):
    """Two people are to be merged who are one record."""

    sentence = N_(
        "These are one and the same record already. Nothing was changed. Choose two different "
        "people to merge."
    )


class AlreadyArrived(DeskError):
    """Somebody who was let in can't be replaced any more; details: name."""

    sentence = N_(
        "{name} was checked in with this registration, and scans are never given to somebody else. "
        "Nothing was changed. Register the other person, or take the check-in back first."
    )
