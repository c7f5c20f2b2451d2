"""The demo's event: days, rooms, forums, categories, own fields and check-in points."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from summit_desk.domain.records import (
    Category,
    CheckPoint,
    CustomField,
    Day,
    Event,
    EventKey,
    FieldKind,
    Forum,
    ForumKind,
    PointKind,
    Policy,
    Record,
    Room,
    Venue,
)
from summit_desk.services.demo.seed import Seed
from summit_desk.services.demo.sheets import document

BEGAN = datetime(2024, 4, 29, 1, 0, tzinfo=UTC)
DESIGNED_FOR = 300  # attendees; rooms grow with a larger demo

Keys = Mapping[str, UUID]


@dataclass(frozen=True)
class Frame:
    """The event and the keys of its parts by their names in the content files."""

    event: Event
    secret: EventKey
    rooms: Keys
    forums: Keys
    categories: Keys
    points: Mapping[str, CheckPoint]
    records: tuple[Record, ...]


def build_frame(seed: Seed, organisations: Keys, attendees: int) -> Frame:
    """Return the event with everything that belongs to it as a whole."""
    content = document("event")
    event = _event(seed, content["event"])
    secret = _secret(seed, event)
    venue = Venue(id=seed.key(), event_id=event.id, **content["venue"])
    rooms = {
        row["key"]: _room(seed, venue, row, at, attendees) for at, row in _rows(content, "rooms")
    }
    keys = {name: room.id for name, room in rooms.items()}
    forums = {
        row["key"]: _forum(seed, event, row, at, keys, organisations)
        for at, row in _rows(content, "forums")
    }
    categories = {
        row["key"]: _category(seed, event, row, at) for at, row in _rows(content, "categories")
    }
    forum_keys = {name: forum.id for name, forum in forums.items()}
    category_keys = {name: category.id for name, category in categories.items()}
    points = {
        row["key"]: _point(seed, event, row, at, forum_keys, category_keys)
        for at, row in _rows(content, "points")
    }
    records = (
        event,
        secret,
        *(_day(seed, event, row) for row in content["days"]),
        venue,
        *rooms.values(),
        *forums.values(),
        *categories.values(),
        *(_field(seed, event, row, at) for at, row in _rows(content, "fields")),
        *points.values(),
    )
    return Frame(event, secret, keys, forum_keys, category_keys, points, records)


def _rows(content: Mapping[str, Any], name: str) -> enumerate[Mapping[str, Any]]:
    return enumerate(content[name])


def _event(seed: Seed, row: Mapping[str, str]) -> Event:
    texts = {name: text for name, text in row.items() if not name.endswith("_day")}
    return Event(
        id=seed.key(),
        first_day=date.fromisoformat(row["first_day"]),
        last_day=date.fromisoformat(row["last_day"]),
        created_at=BEGAN,
        **texts,
    )


def _secret(seed: Seed, event: Event) -> EventKey:
    key = seed.random.randbytes(32)
    tag = int.from_bytes(hashlib.sha256(key).digest()[:8], "big") % 10_000
    return EventKey(id=seed.key(), event_id=event.id, tag=f"{tag:04}", key=key.hex())


def _day(seed: Seed, event: Event, row: Mapping[str, str]) -> Day:
    return Day(
        id=seed.key(),
        event_id=event.id,
        date=date.fromisoformat(row["date"]),
        label=row["label"],
        label_other=row["label_other"],
        opens=time.fromisoformat(row["opens"]),
        closes=time.fromisoformat(row["closes"]),
    )


def _room(seed: Seed, venue: Venue, row: Mapping[str, Any], at: int, attendees: int) -> Room:
    seats = row["capacity"]
    return Room(
        id=seed.key(),
        event_id=venue.event_id,
        venue_id=venue.id,
        name=row["name"],
        name_other=row["name_other"],
        floor=row["floor"],
        capacity=seats and max(1, seats * attendees // DESIGNED_FOR),
        position=at,
    )


def _forum(
    seed: Seed, event: Event, row: Mapping[str, str], at: int, rooms: Keys, organisations: Keys
) -> Forum:
    return Forum(
        id=seed.key(),
        event_id=event.id,
        kind=ForumKind(row["kind"]),
        name=row["name"],
        name_other=row["name_other"],
        colour=row["colour"],
        room_id=rooms[row["room"]],
        host_organisation_id=organisations[row["host"]],
        intro=row["intro"],
        intro_other=row["intro_other"],
        position=at,
    )


def _category(seed: Seed, event: Event, row: Mapping[str, str], at: int) -> Category:
    return Category(
        id=seed.key(),
        event_id=event.id,
        name=row["name"],
        name_other=row["name_other"],
        colour=row["colour"],
        position=at,
    )


def _field(seed: Seed, event: Event, row: Mapping[str, Any], at: int) -> CustomField:
    return CustomField(
        id=seed.key(),
        event_id=event.id,
        key=row["key"],
        label=row["label"],
        label_other=row["label_other"],
        kind=FieldKind(row["kind"]),
        choices=tuple(row.get("choices", ())),
        position=at,
    )


def _point(
    seed: Seed, event: Event, row: Mapping[str, Any], at: int, forums: Keys, categories: Keys
) -> CheckPoint:
    return CheckPoint(
        id=seed.key(),
        event_id=event.id,
        kind=PointKind(row["kind"]),
        name=row["name"],
        name_other=row["name_other"],
        forum_id=forums[row["forum"]] if "forum" in row else None,
        policy=Policy(row["policy"]),
        category_ids=tuple(categories[name] for name in row.get("categories", ())),
        position=at,
    )
