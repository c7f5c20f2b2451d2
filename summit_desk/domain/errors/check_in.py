"""Known failures at the door."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.support.i18n import N_


class NotStored(DeskError):
    """The file refused a scan; details: reason."""

    sentence = N_(
        "The scan was not stored, and nobody was let in: {reason}. All earlier scans are safe. "
        "Scan the badge again; if it fails again, make room on the disk or check the file."
    )


class NothingToTakeBack(DeskError):
    """The last scan of the station let nobody in."""

    sentence = N_(
        "The last scan at this station let nobody in, so there is nothing to take back. "
        "Nothing was changed. An earlier scan can be taken back in the list of recent scans."
    )


class AlreadyTakenBack(DeskError):
    """A scan was annulled before."""

    sentence = N_(
        "This scan was already taken back. Nothing was changed. Scan the badge again to let "
        "the person in."
    )


class ReasonMissing(DeskError):
    """Somebody is to be let in against a verdict, without saying why."""

    sentence = N_(
        "Nobody is let in against a verdict without a reason. Nothing was stored. "
        "Write a few words and confirm again."
    )


class NothingToConfirm(DeskError):
    """There is no guest who waits to be confirmed."""

    sentence = N_("Nobody waits to be let in any more. Nothing was stored. Scan the badge again.")


class NobodyToRehearse(DeskError):
    """A rehearsal needs badges to scan."""

    sentence = N_(
        "There is nobody to rehearse with: the event has no attendees yet. Nothing was changed. "
        "Import a list or add attendees first."
    )


class CannotForce(DeskError):
    """A verdict that no operator may overrule; details: verdict."""

    sentence = N_(
        "“{verdict}” can't be overruled, because it is not known who stands there. "
        "Nothing was stored. Search the person by name, or register a walk-in."
    )


class NoSuchPoint(DeskError):
    """The command line names a check-in point that the event hasn't got; details: name, names."""

    sentence = N_(
        "There is no check-in point “{name}”. Nothing was stored. Choose one of these: {names}."
    )


class NotATime(DeskError):
    """What was typed as the time on a paper list is none, or lies ahead; details: text."""

    sentence = N_(
        "“{text}” is not a time that has passed. Nothing was changed. Write it as 9:30 or as "
        "05-22 09:30, or leave it empty when the list has no times."
    )
