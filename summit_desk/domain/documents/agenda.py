"""The agenda of an event as it is handed out: days, forums, items, people."""

from dataclasses import dataclass
from datetime import date, datetime

from summit_desk.domain.documents.words import NO_TEXT, Bilingual
from summit_desk.domain.records import PartRole, SessionKind

QUIET_KINDS = {SessionKind.BREAK, SessionKind.MEAL, SessionKind.REGISTRATION, SessionKind.VISIT}


@dataclass(frozen=True, kw_only=True)
class AgendaPerson:
    """Somebody with a part in an item; a guest not named yet has only a name like 待定."""

    name: Bilingual
    affiliation: Bilingual = NO_TEXT  # organisation and title
    role: PartRole = PartRole.SPEAKER


@dataclass(frozen=True, kw_only=True)
class AgendaItem:
    """One line of the agenda; times are wall-clock in the event's zone."""

    starts_at: datetime
    ends_at: datetime
    title: Bilingual
    kind: SessionKind = SessionKind.TALK
    room: Bilingual = NO_TEXT  # where it differs from the forum's
    people: tuple[AgendaPerson, ...] = ()
    outline: tuple[str, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Tell whether this is a pause rather than a part of the programme."""
        return self.kind in QUIET_KINDS


@dataclass(frozen=True, kw_only=True)
class AgendaTrack:
    """What happens in one forum on one day; without a name: what is for everybody."""

    name: Bilingual
    room: Bilingual = NO_TEXT
    host: Bilingual = NO_TEXT  # the organisation that runs it
    colour: str = "#1f5fbf"
    items: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgendaDay:
    date: date
    label: Bilingual = NO_TEXT
    tracks: tuple[AgendaTrack, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgendaDocument:
    """Everything that the agenda of an event shows."""

    title: Bilingual
    line: Bilingual  # dates and place
    organiser: Bilingual = NO_TEXT
    days: tuple[AgendaDay, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is scheduled yet."""
        return not any(track.items for day in self.days for track in day.tracks)
