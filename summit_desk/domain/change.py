"""What a use case changed, told to every screen that shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.thing_words import WORDS, thing_word
from summit_desk.support.i18n import _


class Topic(StrEnum):
    """The parts of a summit that a screen can depend on."""

    EVENT = "event"
    AGENDA = "agenda"
    PEOPLE = "people"
    SPEAKERS = "speakers"
    ATTENDEES = "attendees"
    CHECK_IN = "check_in"
    DOCUMENTS = "documents"
    TRIPS = "trips"
    SETTINGS = "settings"


EVERYTHING = frozenset(Topic)
THINGS = ("thing", "things")


def step_words(label: str, details: Mapping[str, str]) -> str:
    """Return what was done, in the current language.

    `label` is a msgid and `details` fill its blanks; the blank `thing` (or `things`) holds the
    name of a table.
    """
    blanks = {
        name: thing_word(value) if name in THINGS and value in WORDS else value
        for name, value in details.items()
    }
    return _(label).format(**blanks)


@dataclass(frozen=True)
class Change:
    """One committed use case.

    `label` and `details` say what was done (see `step_words`), `changeset` is its row in the
    history (None for scans, which keep their own log); of a `note` nothing can be taken back.
    """

    label: str
    topics: frozenset[Topic]
    details: dict[str, str] = field(default_factory=dict)
    changeset: UUID | None = None
    subject: UUID | None = None
    note: bool = False

    def text(self) -> str:
        """Return what was done, in the current language."""
        return step_words(self.label, self.details)
