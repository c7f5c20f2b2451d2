"""What can be wrong with a sheet that is to become sessions or travellers; nothing is written."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.support.i18n import N_


class NoTitleColumn(DeskError):
    """No column holds the titles of sessions; details: name."""

    sentence = N_(
        "No column of “{name}” holds the titles of sessions. Nothing was imported. "
        "Name a column “Title”, “议题” or “内容” and import the sheet again."
    )


class NotACalendar(DeskError):
    """The file is no iCalendar file, or a broken one; details: name."""

    sentence = N_(
        "“{name}” is not a calendar file that can be read. Nothing was imported. "
        "Export the trip as .ics again and choose that file."
    )


class EmptyCalendar(DeskError):
    """A calendar without events; details: name."""

    sentence = N_("“{name}” holds no events. Nothing was imported. Choose another calendar file.")


class CalendarTooBig(DeskError):
    """More than any trip needs; details: name, limit."""

    sentence = N_(
        "“{name}” is too big for the calendar of a trip: {limit}. Nothing was imported. "
        "Export only the days of the trip and import that."
    )
