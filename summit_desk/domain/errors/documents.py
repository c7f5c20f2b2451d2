"""What can stop a document: a character that no font has, a text that no box can hold."""

from summit_desk.domain.errors.base import DeskError
from summit_desk.domain.findings import Finding
from summit_desk.support.i18n import N_, _


class CharacterNotInAnyFont(DeskError):
    """A text needs a character that nothing on this computer can draw.

    details: name, character, code ("U+20BB7").
    """

    sentence = N_(
        "{name} can't be printed: no font on this computer has the character “{character}” "
        "({code}). Nothing was written. Install a font that has it, or correct the text."
    )


class TooLongForPaper(DeskError):
    """A text would have to be set too small to read; details: name, text."""

    sentence = N_(
        "{name} can't be printed: “{text}” is too long to be legible on this size. Nothing was "
        "written. Choose a larger size, or shorten the text."
    )


class NobodyChosen(DeskError):
    """A document was asked for people, and the choice holds none."""

    sentence = N_(
        "There is nobody to print: no attendee matches this choice. Nothing was written. "
        "Choose other people, or register somebody first."
    )


class NothingToWrite(DeskError):
    """The agenda or the trip has nothing in it yet; details: thing."""

    sentence = N_(
        "The {thing} is still empty, so there is nothing to write. No file was made. "
        "Add something to it first."
    )


class CantWriteFile(DeskError):
    """The disk refused the file; details: path, reason."""

    sentence = N_(
        "“{path}” could not be written: {reason}. A file that was there before is unharmed. "
        "Close it in other programs, or choose another folder."
    )


class TextTooLongForCell(DeskError):
    """A cell of a sheet holds at most 32,767 characters; details: column, row."""

    sentence = N_(
        "Column “{column}” of row {row} holds more than 32,767 characters, which no spreadsheet "
        "can keep. No file was made. Shorten that text first."
    )


class DocumentRefused(DeskError):
    """Several things stop a document; all of them at once."""

    sentence = N_(
        "The document was not written because of {count} problems: {problems} Nothing was "
        "changed. Solve them, or leave these people out."
    )

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(count=len(findings))
        self.findings = findings

    def __str__(self) -> str:
        """Return the sentence with the first problems in the current language."""
        shown = " ".join(finding.text() for finding in self.findings[:5])
        return _(self.sentence).format(count=len(self.findings), problems=shown)
