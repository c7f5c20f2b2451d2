"""What lists of people and of search results show."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.attendee_lists import Work
from summit_desk.domain.places import Place
from summit_desk.domain.records import Person, Picture
from summit_desk.support.i18n import in_words


@dataclass(frozen=True)
class PersonLine:
    """A person with the first position: enough to tell two people of one name apart."""

    id: UUID
    name: str
    other_name: str = ""
    unit: str = ""
    unit_other: str = ""
    title: str = ""
    title_other: str = ""

    @property
    def note(self) -> str:
        """Return organisation and title in the current language."""
        unit = in_words(self.unit, self.unit_other)
        return " · ".join(filter(None, (unit, in_words(self.title, self.title_other))))

    def __str__(self) -> str:
        return " · ".join(filter(None, (self.name, self.note)))


@dataclass(frozen=True)
class PersonDetail:
    """A person with all positions and the portrait."""

    person: Person
    work: Sequence[Work] = ()
    portrait: Picture | None = None


class HitKind(StrEnum):
    """What a search result is, in the order in which the kinds are shown."""

    ATTENDEE = "attendee"
    SPEAKER = "speaker"
    ORGANISATION = "organisation"
    SESSION = "session"
    FORUM = "forum"
    TRIP = "trip"
    FILTER = "filter"


@dataclass(frozen=True)
class Hit:
    """One search result, and where it can be seen."""

    kind: HitKind
    title: str
    note: str
    place: Place


@dataclass(frozen=True)
class FoundAttendee:
    """An attendee as the command line tells it."""

    number: str
    name: str
    organisation: str
