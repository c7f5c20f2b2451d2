"""The use cases of trips over a real file."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.errors import Invalid, Missing
from summit_desk.domain.records import (
    Cost,
    Leg,
    TravelDocument,
    TravelDocumentKind,
    Trip,
    TripContact,
)
from summit_desk.services.history import HistoryService
from tests.trips.making import EVENT, SEAT, TRIP, TRIP_ID, YAN, a_trip, passport, round_trip, wall

NEW = SEAT


def test_a_trip_is_listed_with_its_numbers(planned):
    planned.add_traveller(TRIP_ID, YAN.id, NEW)
    (line,) = planned.trips(EVENT.id)
    assert (line.trip, line.people, line.legs) == (TRIP, 1, 6)


def test_trips_of_another_event_are_not_listed(trips):
    assert [line.trip for line in trips.trips(uuid4())] == []
    trips.save(a_trip(id=uuid4(), name="不属于任何活动"))
    assert [line.trip.name for line in trips.trips(uuid4())] == ["不属于任何活动"]


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        (replace(TRIP, name=" "), ["name"]),
        (replace(TRIP, ends_on=date(2025, 10, 13)), ["ends_on"]),
        (replace(TRIP, home_zone="Mars/Olympus", currency="yuan"), ["home_zone", "currency"]),
        (replace(TRIP, budget=-1), ["budget"]),
        (replace(TRIP, starts_on=date(1, 1, 1)), ["starts_on", "ends_on"]),
        (replace(round_trip()[0], from_code=""), ["from_place"]),
        (replace(round_trip()[0], to_zone="", country="XYZ"), ["to_zone", "country"]),
        (replace(round_trip()[1], title=""), ["title"]),
        (Cost(trip_id=TRIP_ID, spent_on=TRIP.starts_on, rate="none"), ["rate"]),
        (TripContact(trip_id=TRIP_ID, label="", phone=""), ["label", "phone"]),
        (
            TravelDocument(traveller_id=TRIP_ID, kind=TravelDocumentKind.VISA),
            ["area"],
        ),
    ],
)
def test_what_is_wrong_is_refused_all_at_once(trips, wrong, fields):
    with pytest.raises(Invalid) as refused:
        trips.save(wrong)
    assert [problem.field for problem in refused.value.problems] == fields


def test_the_view_has_days_with_both_local_times(planned):
    view = planned.trip_view(TRIP_ID)
    assert [day.date.day for day in view.days] == list(range(14, 22))
    out = view.days[0].legs[0]
    assert (out.from_offset, out.to_offset, out.shift) == ("UTC+8", "UTC+2", 0)
    assert str(out.length) == "11:50:00"
    night = view.days[4].legs[0]
    assert (night.name.chinese, night.shift) == ("LH772 法兰克福 → 胡志明市", 1)


def test_the_view_says_where_each_night_is_spent(planned):
    beds = [str(day.bed) if day.bed else "" for day in planned.trip_view(TRIP_ID).days]
    assert beds == [*["Frankfurt Marriott"] * 4, "", "Rex Hotel", "Rex Hotel", ""]


def test_figures_of_the_cards(planned):
    planned.add_traveller(TRIP_ID, YAN.id, NEW)
    cost = Cost(
        trip_id=TRIP_ID, spent_on=TRIP.starts_on, currency="EUR", amount=25_517_00, rate="7.812"
    )
    planned.save(cost)
    figures = planned.trip_view(TRIP_ID).figures
    assert (figures.people, figures.days, figures.nights) == (1, 8, 7)
    assert (figures.countries, figures.zones) == (2, 3)
    assert (figures.used, figures.share) == (199_338_80, 41)


def test_time_zone_strips_follow_the_journey(planned):
    strips = planned.trip_view(TRIP_ID).zones
    told = [(strip.city.chinese, strip.offset.total_seconds() / 3600) for strip in strips]
    assert told == [("上海", 8), ("法兰克福", 2), ("胡志明市", 7), ("上海", 8)]


def test_the_night_the_clocks_go_back_is_marked(trips):
    trips.save(replace(TRIP, starts_on=date(2025, 10, 24), ends_on=date(2025, 10, 28)))
    stay = replace(
        round_trip()[1], starts_at=wall("2025-10-24T14:00"), ends_at=wall("2025-10-28T10:00")
    )
    trips.save(stay)
    changes = {day.date.day: day.clocks for day in trips.trip_view(TRIP_ID).days}
    assert changes[26].by.total_seconds() == -3600
    assert changes[25] is None


def test_every_change_of_a_leg_raises_its_sequence(trips):
    leg = round_trip()[0]
    trips.save(leg)
    trips.save(leg)  # nothing changed: calendars need no new version
    assert trips.snapshot(TRIP_ID).legs[0].sequence == 0
    trips.save(replace(leg, terminal_from="T1"))
    trips.save(replace(leg, terminal_from="T2"))
    assert trips.snapshot(TRIP_ID).legs[0].sequence == 2


def test_moving_a_trip_moves_every_leg(planned):
    planned.shift(TRIP_ID, 7)
    snapshot = planned.snapshot(TRIP_ID)
    assert snapshot.trip.starts_on == date(2025, 10, 21)
    assert snapshot.legs[0].starts_at == wall("2025-10-21T00:05")
    assert {leg.sequence for leg in snapshot.legs} == {1}


def test_a_link_to_a_leg_or_a_traveller_leads_to_its_trip(planned):
    leg = planned.snapshot(TRIP_ID).legs[0]
    planned.add_traveller(TRIP_ID, YAN.id, NEW)
    assert [planned.trip_of(key) for key in (TRIP_ID, leg.id, NEW.id)] == [TRIP_ID] * 3
    with pytest.raises(Missing):
        planned.trip_of(uuid4())


@pytest.mark.parametrize("steps", [1, 3])
def test_undo_takes_each_change_back(planned, store, clock, steps):
    history = HistoryService(store, clock)
    before = planned.snapshot(TRIP_ID)
    planned.add_traveller(TRIP_ID, YAN.id, NEW)
    if steps == 3:
        planned.shift(TRIP_ID, 3)
        planned.remove(Trip, TRIP_ID)
    for _ in range(steps):
        history.undo()
    assert planned.snapshot(TRIP_ID) == before


def test_the_history_names_what_was_done(planned, store, clock):
    leg = planned.snapshot(TRIP_ID).legs[0]
    changes = [
        planned.save(replace(leg, notes="靠窗")),
        planned.remove(Leg, leg.id),
        planned.add_traveller(TRIP_ID, YAN.id, NEW),
        planned.save(passport(traveller_id=NEW.id)),
    ]
    assert [change.label.format(**change.details) for change in changes] == [
        "Edit leg MU219 上海 → 法兰克福",
        "Delete leg MU219 上海 → 法兰克福",
        "Add traveller 严华",
        "Add travel document of 严华",
    ]
    assert all(Topic.TRIPS in change.topics for change in changes)


def test_contacts_keep_their_order(trips):
    for label in ("使馆", "导游", "酒店"):
        trips.save(TripContact(trip_id=TRIP_ID, label=label, phone="1"))
    assert [contact.label for contact in trips.snapshot(TRIP_ID).contacts] == [
        "使馆",
        "导游",
        "酒店",
    ]


def test_days_count_those_of_leaving_and_of_coming_back(trips):
    trips.save(replace(TRIP, starts_on=date(2024, 10, 20), ends_on=date(2024, 10, 29)))
    figures = trips.trip_view(TRIP_ID).figures
    assert (figures.days, figures.nights) == (10, 9)
