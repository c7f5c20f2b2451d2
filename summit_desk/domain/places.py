"""Where in the window a thing can be seen: what links, findings and search results point to."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class ScreenName(StrEnum):
    OVERVIEW = "overview"
    AGENDA = "agenda"
    SPEAKERS = "speakers"
    ATTENDEES = "attendees"
    ORGANISATIONS = "organisations"
    DOCUMENTS = "documents"
    CHECK_IN = "check_in"
    TRIPS = "trips"
    PREFLIGHT = "preflight"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Place:
    """A screen, and what to select there."""

    screen: ScreenName
    subject: UUID | None = None
    twins: bool = False  # beside whoever looks like the same
