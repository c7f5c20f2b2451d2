"""Known failures of station files: making one, and taking its scans over."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.support.i18n import N_


class NotAStation(DeskError):
    """Details: path."""

    sentence = N_(
        "{path} is not a station file, so nothing was taken over. Both files are unchanged. "
        "Choose a file that “Make a station file” has written (it ends in .station)."
    )


class StationOfOtherEvent(DeskError):
    """Details: path, event."""

    sentence = N_(
        "{path} is a station of another event ({event}), so nothing was taken over. Both files "
        "are unchanged. Open the summit file that the station was made from, and merge it there."
    )


class OlderStation(DeskError):
    """Details: path."""

    sentence = N_(
        "{path} was made by an older version of Summit Desk, so nothing was taken over. Both "
        "files are unchanged. Open the station once with this version, close it, and merge again."
    )


class DamagedStation(DeskError):
    """Details: path, what."""

    sentence = N_(
        "{path} is damaged ({what}), so nothing was taken over. Both files are unchanged. "
        "Copy the station file from its laptop again, and merge that copy."
    )


class StationIsOpenFile(DeskError):
    """Details: path."""

    sentence = N_(
        "{path} is a station file itself, so it makes and takes over no others. Nothing was "
        "changed. Open the summit file of the secretariat, and do it there."
    )


class SameBadgeTwice(DeskError):
    """Details: path, name, other."""

    sentence = N_(
        "The badge of {name} in {path} has the same code as that of {other}, so nothing was "
        "taken over. Both files are unchanged. Register {name} at this desk by hand, and keep "
        "the station file."
    )
