"""The registrations: numbers, categories, forum choices, hotel and diet, over three weeks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeStatus,
    ForumPlace,
    Person,
    WaitingReason,
)
from summit_desk.services.demo.frame import Frame
from summit_desk.services.demo.seed import Seed
from summit_desk.services.demo.sheets import document
from summit_desk.services.demo.stays import ROOM_TYPES, Stays, own_values

OPENED = datetime(2024, 4, 29, 1, 0, tzinfo=UTC)
DAYS_OPEN = 21
TOKEN_DIGITS = 10
SECONDS_A_DAY = 13 * 3600  # people register between nine in the morning and ten at night

STATUSES = (
    (AttendeeStatus.CONFIRMED, 89),
    (AttendeeStatus.UNCONFIRMED, 5),
    (AttendeeStatus.PENDING, 2),
    (AttendeeStatus.CANCELLED, 2),
    (AttendeeStatus.DECLINED, 2),
)
CHOICES: tuple[tuple[tuple[str, ...], int], ...] = (
    (("data", "overseas"), 14),
    (("ai", "overseas"), 12),
    (("data", "ai"), 1),  # at the same time: for the preflight to find
    (("data",), 11),
    (("ai",), 12),
    (("matching",), 18),
    (("training",), 12),
    ((), 20),
)
# shares of all
FROM_AFAR, MEMBERS, DINERS, MAIN_FORUM = 0.4, 0.3, 0.7, 0.95

VIPS = 8


@dataclass(frozen=True)
class Registrant:
    """Somebody who registers, and as what."""

    person: Person
    category: str
    invited: bool = False  # on the stage, or a reserved case: always confirmed
    status: AttendeeStatus | None = None


def registrations(
    seed: Seed,
    frame: Frame,
    registrants: Sequence[Registrant],
    units: Mapping[UUID, str],
    stays: Stays,
) -> Iterator[Attendee]:
    """Yield the registrations by number; `units` are the invoice titles by person."""
    count = len(registrants)
    width = max(4, len(str(count)))
    times = _times(seed, count)
    statuses = seed.shares(STATUSES, count)
    tokens = _tokens(seed, count)
    names = document("names")
    for at, registrant in enumerate(registrants):
        person, invited = registrant.person, registrant.invited
        status = AttendeeStatus.CONFIRMED if invited else statuses[at]
        facts: dict[str, Any] = {
            "id": seed.key(),
            "source": "邀请" if invited else seed.pick(names["sources"]),
            "diet": seed.pick(names["diets"]),
            "tags": ("会员单位",) if seed.random.random() < MEMBERS else (),
            "custom": {**_custom(seed), **own_values(stays.chance)},
            "needs_hotel": False,
            **stays.of(person, registrant.category, invited=invited),
        }
        if seed.random.random() < FROM_AFAR:
            seed.pick(ROOM_TYPES)  # keeps what follows as it was
            facts |= stays.from_afar(person, units.get(person.id, ""), invited=invited)
        if invited:
            stays.guests.append(facts["id"])
        yield Attendee(
            event_id=frame.event.id,
            person_id=person.id,
            number=f"{at + 1:0{width}}",
            token=tokens[at],
            category_id=frame.categories.get(registrant.category),
            status=registrant.status or status,
            registered_at=times[at],
            door_note="请引导至贵宾室。" if invited and at < VIPS else "",
            **facts,
        )


def _custom(seed: Seed) -> Mapping[str, object]:
    interests = ("数据要素", "人工智能", "产业出海", "供应链金融", "智能制造")
    return {"dinner": seed.random.random() < DINERS, "interest": seed.pick(interests)}


def _times(seed: Seed, count: int) -> list[datetime]:
    """Return rising times: slow in the first week, a rush before the deadline."""
    draw = seed.random.betavariate
    moments = sorted(draw(2.4, 1.5) * DAYS_OPEN for _each in range(count))
    return [
        OPENED + timedelta(days=int(moment), seconds=int(moment % 1 * SECONDS_A_DAY))
        for moment in moments
    ]


def _tokens(seed: Seed, count: int) -> list[str]:
    tokens: dict[str, None] = {}
    while len(tokens) < count:
        tokens[seed.digits(TOKEN_DIGITS)] = None
    return list(tokens)


def forum_choices(
    seed: Seed, frame: Frame, attendees: Sequence[Attendee]
) -> Iterator[AttendeeForum]:
    """Yield the forums of each registration: nearly all the main one, many one or two others.

    Who is still to be reviewed waits until somebody gives a seat.
    """
    for attendee, chosen in zip(attendees, seed.shares(CHOICES, len(attendees)), strict=True):
        main = ("main",) if seed.random.random() < MAIN_FORUM else ()
        waits = attendee.status is AttendeeStatus.PENDING
        for name in (*main, *chosen):
            yield AttendeeForum(
                id=seed.key(),
                attendee_id=attendee.id,
                forum_id=frame.forums[name],
                place=ForumPlace.WAITING if waits else ForumPlace.REGISTERED,
                reason=WaitingReason.BY_HAND if waits else None,
            )
