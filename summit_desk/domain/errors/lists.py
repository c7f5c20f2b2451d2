"""What can be wrong with a preset of a list."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.support.i18n import N_


class NoListFile(DeskError):
    """A file that should hold a list holds something else."""

    sentence = N_(
        "This file does not hold a list of Summit Desk, or it is damaged. Nothing was changed. "
        "Choose a file that ends in .summitlist.json, or ask for it to be sent again."
    )


class ListTooNew(DeskError):
    """A list was written by a later version of the program."""

    sentence = N_(
        "This list was made by a newer version of Summit Desk. Nothing was changed. Update the "
        "program, or ask for the list to be made again with this one."
    )


class NoSuchList(DeskError):
    """A preset was asked for by a name that none has; details: name, names."""

    sentence = N_("There is no list called “{name}”; nothing was written. There are: {names}.")


class NoSuchFilter(DeskError):
    """A list needs a saved filter that the event does not have; details: name."""

    sentence = N_(
        "The list needs the saved filter “{name}”, which this event does not have. Nothing was "
        "written. Save a filter under that name, or choose another filter for the list."
    )


class ListNameTaken(DeskError):
    """Another list has the name; details: name."""

    sentence = N_(
        "There is a list called “{name}” already. Nothing was changed. Choose another name."
    )


class NoListName(DeskError):
    """A list was to be kept without a name."""

    sentence = N_("A list needs a name. Nothing was changed. Give it one and save again.")


class NoSuchColumn(DeskError):
    """A column was asked for by a key that no column has; details: name, names."""

    sentence = N_("There is no column “{name}”; nothing was written. Choose among: {names}.")
