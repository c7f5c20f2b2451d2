"""The root of the known failures, and those that any part of the program can raise."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from summit_desk.support.i18n import N_, _


class DeskError(Exception):
    """A known failure. `details` fill the blanks of the sentence that the person reads."""

    sentence: ClassVar[str] = ""

    def __init__(self, **details: object) -> None:
        super().__init__(details)
        self.details = details

    def __str__(self) -> str:
        """Return the sentence in the current language."""
        return _(self.sentence).format(**self.details)


class Missing(DeskError):
    """A record that is asked for is not there (any more); details: thing."""

    sentence = N_(
        "This {thing} is no longer in the file; somebody removed it. Nothing else was changed. "
        "Reload the screen, or undo the removal with Ctrl+Z."
    )


class InUse(DeskError):
    """A record can't be removed while others need it; details: thing, users."""

    sentence = N_(
        "This {thing} can't be deleted because it is still used by: {users}. Nothing was changed. "
        "Remove or reassign those first."
    )


class MovedOn(DeskError):
    """An undo or redo would overwrite later work; details: label."""

    sentence = N_(
        "“{label}” can't be taken back because its records were changed again afterwards. "
        "Nothing was changed. Undo the later change first; the history shows it."
    )


class NothingToUndo(DeskError):
    """An entry of the history says that something happened; it changed nothing."""

    sentence = N_(
        "This entry only notes what happened, such as an export; there is nothing to take back. "
        "Nothing was changed."
    )


class StillNeeded(MovedOn):
    """An undo or redo would take away what others hang on, such as scans; details: label."""

    sentence = N_(
        "“{label}” can't be taken back because something later hangs on what it added, for example "
        "scans at the door. Nothing was changed. Cancel or edit the single records instead."
    )


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one field; `sentence` is a msgid, `details` fill its blanks."""

    field: str
    sentence: str
    details: dict[str, object] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence in the current language."""
        return _(self.sentence).format(**self.details)


class Invalid(DeskError):
    """A form or a row has problems; all of them at once."""

    sentence = N_("Not saved: {problems} Correct the marked fields and save again.")

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)

    def __str__(self) -> str:
        """Return the sentence with every problem in the current language."""
        return _(self.sentence).format(problems=" ".join(map(str, self.problems)))
