"""Speakers as they are listed and shown: who, how far, what is missing, where they appear."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.agenda_view import PersonCard
from summit_desk.domain.records import (
    Forum,
    Material,
    MaterialKind,
    PartRole,
    Person,
    Picture,
    Room,
    Session,
    Speaker,
    SpeakerStatus,
)
from summit_desk.domain.registration import Unit
from summit_desk.domain.text_cleaning import fold_for_match


@dataclass(frozen=True)
class Appearance:
    """What a speaker does in one session."""

    session: Session
    role: PartRole
    forum: Forum | None = None
    room: Room | None = None


@dataclass(frozen=True)
class SpeakerRow:
    """One line of the list of speakers."""

    speaker: Speaker
    card: PersonCard
    materials: tuple[Material, ...] = ()  # what was asked, in the order of the kinds
    appearances: tuple[Appearance, ...] = ()

    @property
    def id(self) -> UUID:
        return self.speaker.id

    @property
    def missing(self) -> tuple[MaterialKind, ...]:
        """What was asked and has not come."""
        return tuple(one.kind for one in self.materials if one.received_on is None)


@dataclass(frozen=True)
class SpeakerDetail:
    """Everything about one speaker."""

    row: SpeakerRow
    portrait: Picture | None = None


class SpeakerFilter(StrEnum):
    ALL = "all"
    UNCONFIRMED = "unconfirmed"
    MISSING = "missing"
    NO_SESSION = "no_session"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


OPEN = frozenset({SpeakerStatus.INVITED, SpeakerStatus.ACCEPTED})


@dataclass(frozen=True)
class SpeakersWanted:
    """Which speakers are to be listed."""

    filter: SpeakerFilter = SpeakerFilter.ALL
    forum_id: UUID | None = None
    text: str = ""


@dataclass(frozen=True)
class SpeakerList:
    """The rows that are wanted, and how many each filter would leave."""

    rows: tuple[SpeakerRow, ...]
    counts: dict[SpeakerFilter, int]
    forums: tuple[Forum, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SpeakerDraft:
    """What the form of a speaker holds: the person, the position and the engagement."""

    speaker: Speaker
    person: Person
    unit: Unit = field(default_factory=Unit)
    portrait: bytes | None = None
    asked: tuple[MaterialKind, ...] = field(default=tuple(MaterialKind))


def passes(row: SpeakerRow, wanted: SpeakerFilter) -> bool:
    """Tell whether a row passes a filter."""
    status = row.speaker.status
    match wanted:
        case SpeakerFilter.UNCONFIRMED:
            return status in OPEN
        case SpeakerFilter.MISSING:
            return bool(row.missing) and status is not SpeakerStatus.DECLINED
        case SpeakerFilter.NO_SESSION:
            return not row.appearances and status is not SpeakerStatus.DECLINED
        case SpeakerFilter.CONFIRMED:
            return status is SpeakerStatus.CONFIRMED
        case SpeakerFilter.DECLINED:
            return status is SpeakerStatus.DECLINED
        case _:
            return True


def wanted_rows(rows: Iterable[SpeakerRow], wanted: SpeakersWanted) -> SpeakerList:
    """Return the rows that are wanted; the counts respect the forum and the text."""
    here = [row for row in rows if _in_forum(row, wanted.forum_id) and _says(row, wanted.text)]
    counts = {one: sum(passes(row, one) for row in here) for one in SpeakerFilter}
    return SpeakerList(tuple(row for row in here if passes(row, wanted.filter)), counts)


def _in_forum(row: SpeakerRow, forum_id: UUID | None) -> bool:
    if forum_id is None:
        return True
    return any(one.forum is not None and one.forum.id == forum_id for one in row.appearances)


def _says(row: SpeakerRow, text: str) -> bool:
    """Tell whether a text is anywhere in what the row shows, or in the pinyin of the name."""
    if not text.strip():
        return True
    person, speaker = row.card.person, row.speaker
    organisation = row.card.organisation
    syllables = person.pinyin.split()
    said = (
        person.name,
        person.other_name,
        "".join(syllables),
        "".join(syllable[0] for syllable in syllables),
        speaker.topic,
        speaker.topic_other,
        organisation.full_name if organisation else "",
        organisation.short_name if organisation else "",
        organisation.name_other if organisation else "",
        row.card.title,
    )
    wanted = fold_for_match(text)
    return any(wanted in fold_for_match(one) for one in said)
