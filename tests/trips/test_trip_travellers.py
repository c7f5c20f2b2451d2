"""Who comes along on a trip: people on file and new ones, their papers and rooms."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.errors import Invalid
from summit_desk.domain.errors.trips import AlreadyOnTrip, NotOnSameTrip
from summit_desk.domain.records import (
    DocumentKind,
    Person,
    Session,
    SessionPart,
    TravelDocumentKind,
    TravellerRole,
)
from tests.trips.making import EVENT, SEAT, TRIP, TRIP_ID, YAN, a_trip, passport, wall

NEW = SEAT


def test_a_person_comes_along_once(trips):
    trips.add_traveller(TRIP_ID, YAN.id, NEW)
    with pytest.raises(AlreadyOnTrip) as refused:
        trips.add_traveller(TRIP_ID, YAN.id, replace(NEW, id=uuid4()))
    assert refused.value.details == {"name": "严华", "trip": TRIP.name}


def test_a_new_person_gets_a_passport_spelling(trips):
    trips.add_traveller(TRIP_ID, "吕略", NEW)
    (who,) = trips.snapshot(TRIP_ID).travellers
    assert (who.name, who.passport_name) == ("吕略", "LYU LUE")


def test_a_new_person_needs_a_name(trips):
    with pytest.raises(Invalid):
        trips.add_traveller(TRIP_ID, "  ", NEW)


def test_the_passport_on_file_comes_along(trips, store):
    holder = Person(name="李平", document_kind=DocumentKind.PASSPORT, document_number="E87654321")
    with store.unit() as unit:
        unit.put(holder)
        unit.commit("set up", Topic.PEOPLE)
    trips.add_traveller(TRIP_ID, holder.id, NEW)
    (paper,) = trips.snapshot(TRIP_ID).travellers[0].documents
    assert (paper.kind, paper.number) == (TravelDocumentKind.PASSPORT, "E87654321")


def test_the_passport_of_the_last_trip_comes_along_with_its_dates(trips):
    trips.add_traveller(TRIP_ID, YAN.id, NEW)
    trips.save(passport(traveller_id=NEW.id))
    next_trip = trips.save(a_trip("2026-03-01", "2026-03-05", id=uuid4(), name="日本")).subject
    trips.add_traveller(next_trip, YAN.id, replace(NEW, id=uuid4()))
    (paper,) = trips.snapshot(next_trip).travellers[0].documents
    assert (paper.number, paper.expires_on) == ("E12345678", date(2030, 2, 28))


def test_room_sharing_is_always_mutual(trips):
    keys = [uuid4() for _ in range(3)]
    for number, key in enumerate(keys):
        trips.add_traveller(TRIP_ID, f"团员{number}", replace(NEW, id=key))
    first, second, third = keys

    def share(who, mate):
        seats = {one.id: one.traveller for one in trips.snapshot(TRIP_ID).travellers}
        trips.save_traveller(replace(seats[who], room_with_id=mate))
        return [one.traveller.room_with_id for one in trips.snapshot(TRIP_ID).travellers]

    assert share(first, second) == [second, first, None]
    assert share(third, second) == [None, third, second]
    assert share(third, None) == [None, None, None]


def test_nobody_shares_with_somebody_of_another_trip(trips):
    trips.add_traveller(TRIP_ID, YAN.id, NEW)
    other = trips.save(a_trip(id=uuid4(), name="日本")).subject
    stranger = trips.add_traveller(other, "李平", replace(NEW, id=uuid4())).subject
    seat = trips.snapshot(TRIP_ID).travellers[0].traveller
    with pytest.raises(NotOnSameTrip):
        trips.save_traveller(replace(seat, room_with_id=stranger))
    with pytest.raises(Invalid):
        trips.save_traveller(replace(seat, room_with_id=seat.id))


def test_leaving_the_trip_frees_the_roommate_and_keeps_the_person(trips, store):
    trips.add_traveller(TRIP_ID, YAN.id, NEW)
    mate = replace(NEW, id=uuid4(), room_with_id=NEW.id, role=TravellerRole.LIAISON)
    trips.add_traveller(TRIP_ID, "李平", mate)
    trips.remove_traveller(NEW.id)
    (left,) = trips.snapshot(TRIP_ID).travellers
    assert (left.traveller.room_with_id, left.traveller.role) == (None, TravellerRole.LIAISON)
    with store.view() as view:
        assert view.get(Person, YAN.id) == YAN


def test_sessions_of_a_traveller_are_found_for_the_checks(trips, store):
    talk = Session(event_id=EVENT.id, title="报告", starts_at=wall("2025-10-21T09:30"))
    with store.unit() as unit:
        unit.put(talk)
        unit.put(SessionPart(session_id=talk.id, person_id=YAN.id))
        unit.commit("set up", Topic.AGENDA)
    trips.add_traveller(TRIP_ID, YAN.id, NEW)
    kinds = [finding.kind for finding in trips.trip_view(TRIP_ID).findings]
    assert "session_while_away" in kinds
