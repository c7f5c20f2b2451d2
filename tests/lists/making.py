"""A summit whose registrations hold everything that a list can show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from summit_desk.domain.change import Topic
from summit_desk.domain.records import Attendee, AttendeeGroup, FeeStatus, Person, Sex

if TYPE_CHECKING:
    from db.store import Store

HOTELS = ("示例国际酒店", "会展中心酒店")
MEALS = ("5月22日午餐", "5月22日晚餐", "5月23日午餐")
DIETS = ("", "", "", "", "清真", "素食", "不吃海鲜")
PLACES = ("虹桥站", "浦东机场T2", "虹桥机场T1")
FIRST = date(2024, 5, 21)


def fill_in(store: Store, seed: int = 1) -> None:
    """Give the attendees rooms, meals, fees and journeys, the same ones for the same seed."""
    chance = Random(seed)
    with store.unit() as unit:
        people = {one.id: one for one in unit.all(Person)}
        attendees = unit.all(Attendee, order=("number",))
        group = AttendeeGroup(event_id=attendees[0].event_id, name="示例代表团")
        unit.put(group)
        filled = [
            _filled(one, people[one.person_id], chance, group, at)
            for at, one in enumerate(attendees)
        ]
        unit.put_all(_paired(filled, people))
        unit.commit("fill in", Topic.ATTENDEES)


def _filled(
    one: Attendee, person: Person, chance: Random, group: AttendeeGroup, at: int
) -> Attendee:
    stays = chance.random() < 0.6
    comes = datetime(2024, 5, 21, 9) + timedelta(minutes=15 * chance.randrange(40))
    leaves = datetime(2024, 5, 23, 14) + timedelta(minutes=15 * chance.randrange(24))
    travels = chance.random() < 0.4
    return replace(
        one,
        group_id=group.id if at % 9 == 0 else None,
        fee_status=chance.choice(list(FeeStatus)),
        fee=chance.choice((0, 80_000, 120_050)),
        payment_method=chance.choice(("公务卡", "转账", "")),
        needs_hotel=stays,
        hotel_room="",
        room_mate="",
        hotel=HOTELS[at % 2] if stays and chance.random() < 0.9 else "",
        room_type=("双床房" if person.sex is Sex.MALE else "大床房") if stays else "",
        hotel_from=FIRST if stays else None,
        hotel_to=FIRST + timedelta(days=chance.choice((1, 2, 3))) if stays else None,
        meals=tuple(meal for meal in MEALS if chance.random() < 0.7),
        diet=chance.choice(DIETS),
        arrival_at=comes if travels else None,
        arrival_by=f"G{chance.randrange(1, 999)}" if travels else "",
        arrival_place=chance.choice(PLACES) if travels else "",
        needs_pickup=travels or None,
        departure_at=leaves if travels else None,
        departure_by=f"MU{chance.randrange(1000, 9999)}" if travels else "",
        departure_place=chance.choice(PLACES) if travels else "",
        needs_dropoff=travels or None,
        invoice_kind=chance.choice(("电子普票", "电子专票")),
        invoice_email=f"bill{at}@example.com",
        shares_phone=chance.choice((True, True, False, None)),
        door_note="请引导至贵宾室" if at % 40 == 0 else "",
    )


def _paired(attendees: list[Attendee], people: dict) -> list[Attendee]:
    """Let every second guest of one sex and hotel share with the one before."""
    waiting: dict[tuple, Attendee] = {}
    found = {one.id: one for one in attendees}
    room = 800
    for one in attendees:
        key = (people[one.person_id].sex, one.hotel)
        if not one.hotel or people[one.person_id].sex is not Sex.MALE:
            continue
        mate = waiting.pop(key, None)
        if mate is None:
            waiting[key] = one
            continue
        room += 1
        for this, other in ((one, mate), (mate, one)):
            name = people[other.person_id].name
            found[this.id] = replace(found[this.id], room_mate=name, hotel_room=str(room))
    return list(found.values())
