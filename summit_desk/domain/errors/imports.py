"""What can be wrong with a file that is to be imported; nothing is ever written then."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.support.i18n import N_


class NotATable(DeskError):
    """The bytes are no kind of sheet that can be read; details: name."""

    sentence = N_(
        "“{name}” is not a sheet that can be read. Nothing was imported. "
        "Save it as .xlsx or .csv in your spreadsheet program and choose that file."
    )


class DamagedSheet(DeskError):
    """The container is known but its content is broken; details: name."""

    sentence = N_(
        "“{name}” is damaged or cut off and could not be read. Nothing was imported. "
        "Ask for the file again, or open it in your spreadsheet program and save it anew."
    )


class SheetTooBig(DeskError):
    """The file would not fit into reasonable memory or time; details: name, limit."""

    sentence = N_(
        "“{name}” is too big to be a list of people: {limit}. Nothing was imported. "
        "Copy the part that you need into a new file and import that."
    )


class ProtectedSheet(DeskError):
    """The sheet is encrypted; details: name."""

    sentence = N_(
        "“{name}” is protected by a password. Nothing was imported. "
        "Open it in your spreadsheet program, remove the password and save it."
    )


class UnknownEncoding(DeskError):
    """No usual encoding fits the text; details: name."""

    sentence = N_(
        "The characters of “{name}” are in an unknown encoding. Nothing was imported. "
        "Save it as .xlsx or as CSV UTF-8 and import that."
    )


class EmptySheet(DeskError):
    """There is not a single row; details: name."""

    sentence = N_(
        "“{name}” holds no rows. Nothing was imported. Choose another sheet or another file."
    )


class NoSuchSheet(DeskError):
    """No sheet is called so; details: name, sheet, sheets."""

    sentence = N_("“{name}” has no sheet “{sheet}”. Nothing was imported. Its sheets: {sheets}.")


class NoNameColumn(DeskError):
    """No column holds the names of people; details: name."""

    sentence = N_(
        "No column of “{name}” holds names. Nothing was imported. "
        "Say which row is the header and which column holds the names."
    )


class PlanMovedOn(DeskError):
    """Something was changed between the preview and the import."""

    sentence = N_(
        "The summit was changed since this preview was made. Nothing was imported. "
        "Look at the new preview and import again."
    )


class UnreadableFile(DeskError):
    """The file can't be opened at all; details: name, reason."""

    sentence = N_(
        "“{name}” could not be opened: {reason}. Nothing was imported. "
        "Check that the file exists and is not open in another program."
    )


class NothingPasted(DeskError):
    """The clipboard holds nothing that could be a list of people."""

    sentence = N_(
        "The clipboard holds no table. Nothing was imported. Copy the rows with their header "
        "in your spreadsheet program or message, and paste them here again."
    )


class SeveralFiles(DeskError):
    """More than one file was dropped; details: count."""

    sentence = N_(
        "{count} files were dropped at once. Nothing was imported. "
        "Drop one list, look at what it would change, and then drop the next."
    )


class UnknownColumn(DeskError):
    """A column was named that the list lacks; details: column, columns."""

    sentence = N_(
        "The list has no column “{column}”. Nothing was imported. Its columns are: {columns}."
    )


class UnknownField(DeskError):
    """A column was given a meaning that is none; details: said, fields."""

    sentence = N_(
        "“{said}” does not say what a column is. Nothing was imported. "
        "Write it as column=field; the fields are: {fields}."
    )


class UnknownDecision(DeskError):
    """A decision can't be understood; details: said, verdicts, decisions."""

    sentence = N_(
        "“{said}” is no decision. Nothing was imported. Write it as verdict=decision; "
        "the verdicts are: {verdicts}; the decisions are: {decisions}."
    )
