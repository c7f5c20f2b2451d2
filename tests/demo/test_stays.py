"""The demo's registrations show every kind of fact that a registration can hold."""

from collections import Counter

import pytest

from db.store import Store
from summit_desk.domain.numbers import is_credit_code
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeGroup,
    AttendeeStatus,
    CustomField,
    FeeStatus,
    FieldKind,
    ForumPlace,
    WaitingReason,
)
from summit_desk.domain.registration import clean_attendee
from summit_desk.domain.registration_rules import attendee_problems
from summit_desk.domain.seats import read_seat
from summit_desk.services.demo import DemoService


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory):
    """The demo as people get it."""
    path = tmp_path_factory.mktemp("stays") / "demo.summit"
    DemoService().build(path)
    return path


@pytest.fixture(scope="module")
def attendees(demo_file):
    """The registrations, the groups and the own fields."""
    with Store.open(demo_file, writing=False) as store, store.view() as view:
        return view.all(Attendee, order=("number",)), view.all(AttendeeGroup), view.all(CustomField)


@pytest.fixture(scope="module")
def waiting(demo_file):
    """The places on waiting lists."""
    with Store.open(demo_file, writing=False) as store, store.view() as view:
        return view.all(AttendeeForum, place=ForumPlace.WAITING)


def test_every_registration_is_valid_and_stored_clean(attendees):
    registered, _groups, _fields = attendees

    assert [one for one in registered if attendee_problems(one)] == []
    assert [one for one in registered if clean_attendee(one) != one] == []


def test_fees_of_every_kind_occur_and_most_who_owe_one_have_paid(attendees):
    registered, _groups, _fields = attendees
    counts = Counter(one.fee_status for one in registered)

    assert set(counts) == set(FeeStatus)
    assert counts[FeeStatus.PAID] > counts[FeeStatus.UNPAID] > counts[FeeStatus.REFUNDED] > 0
    assert {bool(one.fee) for one in registered if one.fee_status is FeeStatus.WAIVED} == {False}


def test_who_needs_a_room_has_hotel_travel_and_nights(attendees):
    registered, _groups, _fields = attendees
    guests = [one for one in registered if one.needs_hotel]

    assert len(guests) > 80
    assert all(one.hotel and one.hotel_room and one.arrival_by for one in guests)
    assert all(one.arrival_at.date() == one.hotel_from for one in guests)
    assert {one.hotel for one in registered if not one.needs_hotel} == {""}


def test_seats_are_different_and_have_hall_row_and_number(attendees):
    registered, _groups, _fields = attendees
    seats = [read_seat(one.seat) for one in registered]

    assert len(set(seats)) == len(registered)
    assert all(seat.hall and seat.row and seat.number for seat in seats)


def test_tax_numbers_are_right_and_a_few_are_missing(attendees):
    registered, _groups, _fields = attendees
    invoices = [one for one in registered if one.invoice_title]

    assert all(is_credit_code(one.tax_number) for one in invoices if one.tax_number)
    assert 0 < sum(not one.tax_number for one in invoices) < len(invoices) // 4


def test_there_are_delegations_and_companions(attendees):
    registered, groups, _fields = attendees
    sizes = Counter(one.group_id for one in registered if one.group_id)

    assert len(groups) == 8
    assert set(sizes) == {group.id for group in groups}
    assert sum(one.companion_of_id is not None for one in registered) == 5


def test_own_fields_of_four_kinds_are_filled(attendees):
    registered, _groups, fields = attendees
    filled = {key for one in registered for key in one.custom}

    kinds = {FieldKind.YES_NO, FieldKind.CHOICE, FieldKind.TEXT, FieldKind.CHOICES}
    assert {field.kind for field in fields} == kinds
    assert filled == {field.key for field in fields}


def test_who_is_still_to_be_reviewed_waits(attendees, waiting):
    registered, _groups, _fields = attendees
    pending = {one.id for one in registered if one.status is AttendeeStatus.PENDING}

    assert {one.attendee_id for one in waiting} <= pending
    assert {one.reason for one in waiting} == {WaitingReason.BY_HAND}
