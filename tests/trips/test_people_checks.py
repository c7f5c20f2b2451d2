"""What the checks find about who travels, and about money."""

from dataclasses import replace

from summit_desk.domain.findings import Severity
from summit_desk.domain.records import (
    Cost,
    Session,
    Sex,
    TravellerRole,
)
from summit_desk.domain.trip_snapshot import OtherTrip
from tests.trips.making import (
    TRIP_ID,
    a_snapshot,
    a_trip,
    found,
    one,
    passport,
    traveller,
    wall,
)


def test_room_sharing_of_a_man_and_a_woman_and_of_three():
    man, woman = traveller("甲", sex=Sex.MALE), traveller("乙", sex=Sex.FEMALE)
    third = traveller("丙", sex=Sex.MALE, room_with=man.id)
    man = replace(man, traveller=replace(man.traveller, room_with_id=woman.id))
    woman = replace(woman, traveller=replace(woman.traveller, room_with_id=man.id))
    assert found(a_snapshot(who=[man, woman, third]), "room_") == [
        ("room_mixed", Severity.WARN),
        ("room_taken", Severity.WARN),
    ]


def test_the_same_person_or_the_same_passport_twice():
    first = traveller("甲", passport())
    again = replace(first, traveller=replace(first.traveller, id=TRIP_ID))
    other = traveller("乙", passport())
    assert found(a_snapshot(who=[first, again]), "traveller_twice", "number_twice") == [
        ("traveller_twice", Severity.BLOCK)
    ]
    assert found(a_snapshot(who=[first, other]), "traveller_twice", "number_twice") == [
        ("number_twice", Severity.WARN)
    ]


def test_a_speaker_who_is_away_during_the_session():
    talk = Session(event_id=TRIP_ID, title="主旨报告", starts_at=wall("2025-10-21T09:30"))
    later = replace(talk, starts_at=wall("2025-10-22T09:30"))
    away = replace(traveller(), sessions=(talk, later))
    finding = one(a_snapshot(who=[away]), "session_while_away")
    assert finding.text() == (
        "严华 has a part in “主旨报告” (10-21 09:30) while on the trip “德国—越南考察团”."
    )


def test_two_trips_on_the_same_days():
    other = OtherTrip(a_trip("2025-10-21", "2025-10-25", name="日本考察"))
    after = OtherTrip(a_trip("2025-10-22", "2025-10-25", name="韩国考察"))
    busy = replace(traveller(), other_trips=(other, after))
    assert found(a_snapshot(who=[busy]), "on_two_trips") == [("on_two_trips", Severity.WARN)]


def test_a_budget_that_is_exceeded():
    trip = a_trip(budget=100_00)
    cost = Cost(trip_id=TRIP_ID, spent_on=trip.starts_on, currency="EUR", amount=13_00, rate="7.8")
    assert found(a_snapshot(trip=trip, costs=(cost,)), "budget") == [
        ("budget_exceeded", Severity.WARN)
    ]
    assert found(a_snapshot(trip=replace(trip, budget=101_40), costs=(cost,)), "budget") == []


def test_what_an_empty_trip_still_needs():
    assert found(a_snapshot()) == [
        ("no_travellers", Severity.HINT),
        ("no_legs", Severity.HINT),
    ]
    member = traveller("乙", role=TravellerRole.MEMBER)
    assert found(a_snapshot(who=[member]), "no_") == [
        ("no_leader", Severity.HINT),
        ("no_legs", Severity.HINT),
    ]
