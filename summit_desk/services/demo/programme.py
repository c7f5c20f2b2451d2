"""The demo's speakers with what is asked of them, and the sessions with who takes part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from summit_desk.domain.names import split_name
from summit_desk.domain.records import (
    Material,
    MaterialKind,
    PartRole,
    Person,
    Position,
    Record,
    Session,
    SessionKind,
    SessionPart,
    SessionStatus,
    Sex,
    Speaker,
    SpeakerStatus,
)
from summit_desk.domain.spelling import passport_spelling, pinyin
from summit_desk.services.demo.bodies import Keys
from summit_desk.services.demo.frame import Frame
from summit_desk.services.demo.seed import Seed
from summit_desk.services.demo.sheets import table, words

INVITED = date(2024, 4, 30)


@dataclass(frozen=True)
class Guest:
    """Somebody on the stage: the person, the position, and their row in the content."""

    person: Person
    position: Position
    row: Mapping[str, str]


def guests(seed: Seed, organisations: Keys) -> dict[str, Guest]:
    """Return the people on the stage by their key."""
    return {
        row["key"]: _guest(seed, row, organisations, number)
        for number, row in enumerate(table("speakers"), 1)
    }


def _guest(seed: Seed, row: Mapping[str, str], organisations: Keys, number: int) -> Guest:
    name = row["name"]
    parts, (family, given) = split_name(name), passport_spelling(name)
    person = Person(
        id=seed.key(),
        name=name,
        family_name=parts.family,
        given_name=parts.given,
        pinyin=pinyin(name),
        passport_family=family,
        passport_given=given,
        other_name=row["other_name"],
        honorific=row["honorific"],
        sex=Sex(row["sex"]) if row["sex"] else None,
        mobile="" if row["key"] == "yanhua" else f"1999000{number:04}",
        email="" if row["key"] == "yanhua" else f"speaker{number:02}@example.com",
        biography=row["biography"],
        biography_other=row["biography_other"],
        rank=int(row["rank"]),
    )
    position = Position(
        id=seed.key(),
        person_id=person.id,
        organisation_id=organisations[row["organisation"]],
        department=row["department"],
        title=row["title"],
        title_other=row["title_other"],
    )
    return Guest(person, position, row)


def second_positions(
    seed: Seed, guests: Mapping[str, Guest], organisations: Keys
) -> Iterator[Position]:
    """Yield the offices that people hold beside their first one."""
    yield Position(
        id=seed.key(),
        person_id=guests["yanhua"].person.id,
        organisation_id=organisations["association"],
        department="产业互联网分会",
        title="会长",
        title_other="President, Industrial Internet Branch",
        position=1,
    )


def speakers(seed: Seed, frame: Frame, guests: Mapping[str, Guest]) -> Iterator[Record]:
    """Yield the engagement of each guest and the material asked of them."""
    for number, guest in enumerate(guests.values()):
        speaker = _speaker(seed, frame, guest, number)
        yield speaker
        missing = words(guest.row["missing"])
        for kind in MaterialKind:
            received = None if kind.value in missing else date(2024, 5, 6 + number % 11)
            yield Material(id=seed.key(), speaker_id=speaker.id, kind=kind, received_on=received)


def _speaker(seed: Seed, frame: Frame, guest: Guest, number: int) -> Speaker:
    status = SpeakerStatus(guest.row["status"])
    answered = None if status is SpeakerStatus.INVITED else INVITED + timedelta(days=2 + number % 9)
    return Speaker(
        id=seed.key(),
        event_id=frame.event.id,
        person_id=guest.person.id,
        status=status,
        topic=guest.row["topic"],
        topic_other=guest.row["topic_other"],
        invited_on=INVITED,
        answered_on=answered,
        arrival=guest.row["arrival"],
    )


def sessions(seed: Seed, frame: Frame, guests: Mapping[str, Guest]) -> Iterator[Record]:
    """Yield the sessions, each followed by its parts in protocol order."""
    for position, row in enumerate(table("sessions")):
        session = _session(seed, frame, row, position)
        yield session
        for place, part in enumerate(words(row["parts"])):
            role, _colon, who = part.partition(":")
            unnamed = who.startswith("@")
            yield SessionPart(
                id=seed.key(),
                session_id=session.id,
                person_id=None if unnamed else guests[who].person.id,
                label=who[1:] if unnamed else "",
                role=PartRole(role),
                position=place,
            )


def _session(seed: Seed, frame: Frame, row: Mapping[str, str], position: int) -> Session:
    return Session(
        id=seed.key(),
        event_id=frame.event.id,
        forum_id=frame.forums.get(row["forum"]),
        room_id=frame.rooms.get(row["room"]),
        kind=SessionKind(row["kind"]),
        status=SessionStatus(row["status"]),
        title=row["title"],
        title_other=row["title_other"],
        starts_at=_starts(frame, row),
        minutes=int(row["minutes"]),
        outline=words(row["outline"]),
        abstract=row["abstract"],
        abstract_other=row["abstract_other"],
        position=position,
    )


def _starts(frame: Frame, row: Mapping[str, str]) -> datetime | None:
    if not row["at"]:
        return None
    day = frame.event.first_day + timedelta(days=int(row["day"]) - 1)
    return datetime.fromisoformat(f"{day}T{row['at']}")
