"""What can be wrong with a summit file, one sentence each."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.support.i18n import N_


class FileNotFound(DeskError):
    """Details: path."""

    sentence = N_("There is no file {path}. Check the name, or create a new summit there.")


class FileExists(DeskError):
    """Details: path."""

    sentence = N_(
        "{path} exists already and was not touched. Choose another name, or open that file."
    )


class NotASummitFile(DeskError):
    """Details: path."""

    sentence = N_(
        "{path} is not a summit file, so it was not opened and not touched. "
        "Choose a file that Summit Desk has made (it ends in .summit)."
    )


class DamagedFile(DeskError):
    """Details: path, what."""

    sentence = N_(
        "{path} is damaged ({what}); it was not touched. "
        "Keep a copy of it, then restore the latest backup from the File menu."
    )


class NewerFile(DeskError):
    """Details: path, schema."""

    sentence = N_(
        "{path} was made by a newer version of Summit Desk (schema {schema}); it was not touched. "
        "Update Summit Desk on this computer, then open it again."
    )


class UnknownSchema(DeskError):
    """Details: path, schema."""

    sentence = N_(
        "{path} has an early or unknown schema ({schema}) that this version can't read; "
        "it was not touched. Open it with the version that made it, or restore a backup."
    )


class ReadOnlyFile(DeskError):
    """Details: path."""

    sentence = N_(
        "{path} is read-only, so nothing could be saved in it; it was not touched. "
        "Copy it to a folder of your own, or remove its write protection, and open that."
    )


class OpenElsewhere(DeskError):
    """Details: path."""

    sentence = N_(
        "{path} is open in another desk on this computer or in the network; it was not touched. "
        "Close it there first, or open a copy."
    )


class CannotWrite(DeskError):
    """Details: path, why."""

    sentence = N_(
        "{path} could not be written: {why}. Your summit file is unchanged and complete. "
        "Choose another folder or make room, and try again."
    )


class NotStored(DeskError):
    """Details: why."""

    sentence = N_(
        "This change was not stored: {why}. Everything saved before is still there. "
        "Make room on the disk or wait a moment, and try again."
    )


class NoBackup(DeskError):
    """Details: path."""

    sentence = N_(
        "{path} is not a usable backup, so nothing was restored and the open file is unchanged. "
        "Choose another backup from the list."
    )
