"""Somebody else comes on a registration: what stays, what the door says, what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from db.queries.scan_log import ANNULLED
from summit_desk.domain.badge_codes import sign
from summit_desk.domain.change import Topic
from summit_desk.domain.errors import Invalid
from summit_desk.domain.errors.attendees import AlreadyArrived, AlreadyRegistered
from summit_desk.domain.records import (
    AttendeeStatus,
    CheckPoint,
    FeeStatus,
    ForumPlace,
    Person,
    Scan,
)
from summit_desk.domain.registration import Unit
from summit_desk.domain.replacing import Newcomer
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.bundle import Services
from tests.attendees.making import DATA, EVENT, KEY, register
from tests.db.test_journal import content

if TYPE_CHECKING:
    from uuid import UUID

    from db.store import Store
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock

POINT = CheckPoint(event_id=EVENT.id, name="入口")


@pytest.fixture
def all_services(attendees: AttendeeService, store: Store, clock: Clock) -> Services:
    with store.unit() as unit:
        unit.put(POINT)
        unit.commit("prepare", Topic.CHECK_IN)
    return Services(store, clock)


@pytest.fixture
def booked(all_services: Services) -> UUID:
    """A paid registration with a seat and a diet."""
    return register(
        all_services.attendees,
        "严华",
        organisation="宝武集团",
        seat="A-1",
        fee_status=FeeStatus.PAID,
        fee=80000,
        diet="素食",
        tags=("VIP",),
        forums=(DATA.id,),
    )


def li_ping() -> Newcomer:
    unit = Unit(name="东土科技", title="董事长")
    return Newcomer(person=Person(name=" 李　平 ", mobile="+86 138-0000-0001"), unit=unit)


def verdict(services: Services, code: str) -> Verdict:
    return services.check_in.open_station(EVENT.id, POINT.id, "1", "小陈").scan(code).verdict


def test_seat_forums_and_payment_stay(all_services: Services, booked: UUID) -> None:
    before = all_services.attendees.detail(booked)

    change = all_services.attendees.replace_person(booked, li_ping())

    after = all_services.attendees.detail(booked)
    one, other = before.attendee, after.attendee
    assert change.text() == "Replace 严华 by 李平"
    assert (after.person.name, after.person.mobile) == ("李平", "13800000001")
    assert [(work.unit, work.duty) for work in after.work] == [("东土科技", "董事长")]
    assert (other.number, other.seat, other.fee_status, other.fee, other.tags) == (
        (one.number, one.seat, one.fee_status, one.fee, one.tags)
    )
    assert after.forums == before.forums
    assert other.diet == ""
    assert all_services.people.detail(before.person.id).person == before.person


def test_the_old_badge_is_void_and_the_new_one_opens_the_door(
    all_services: Services, booked: UUID
) -> None:
    old = all_services.attendees.detail(booked).attendee
    all_services.attendees.replace_person(booked, li_ping())
    new = all_services.attendees.detail(booked).attendee

    assert verdict(all_services, sign(KEY.tag, KEY.key, old.token, old.serial)) is (
        Verdict.REVOKED_BADGE
    )
    assert verdict(all_services, sign(KEY.tag, KEY.key, new.token, new.serial)) is Verdict.OK_IN


def test_the_printed_badge_can_be_kept(all_services: Services, booked: UUID) -> None:
    old = all_services.attendees.detail(booked).attendee

    all_services.attendees.replace_person(booked, li_ping(), keeps_badge=True)

    assert verdict(all_services, sign(KEY.tag, KEY.key, old.token, old.serial)) is Verdict.OK_IN


def test_after_the_last_serial_the_token_is_another_one(
    all_services: Services, booked: UUID
) -> None:
    last = replace(all_services.attendees.detail(booked).attendee, serial=99, valid_serial=99)
    with all_services.store.unit() as unit:
        unit.put(last)
        unit.commit("prepare", Topic.ATTENDEES)

    all_services.attendees.replace_person(booked, li_ping())

    new = all_services.attendees.detail(booked).attendee
    assert (new.serial, new.valid_serial, new.token == last.token) == (1, 1, False)


def test_somebody_who_declined_sends_somebody_who_comes(
    all_services: Services, booked: UUID
) -> None:
    all_services.attendees.set_status([booked], AttendeeStatus.DECLINED)

    all_services.attendees.replace_person(booked, li_ping())

    detail = all_services.attendees.detail(booked)
    assert detail.attendee.status is AttendeeStatus.CONFIRMED
    assert [place for _forum, place in detail.forums] == [ForumPlace.REGISTERED]


def test_somebody_on_the_list_already_is_refused(all_services: Services, booked: UUID) -> None:
    other = register(all_services.attendees, "李平")
    known = all_services.attendees.detail(other).person.id

    with pytest.raises(AlreadyRegistered) as told:
        all_services.attendees.replace_person(booked, Newcomer(known=known))

    assert told.value.details == {"name": "李平", "number": "0002"}


def test_a_name_is_needed(all_services: Services, booked: UUID) -> None:
    with pytest.raises(Invalid):
        all_services.attendees.replace_person(booked, Newcomer(person=Person(name=" ")))


def test_who_was_let_in_is_not_replaced_until_that_is_taken_back(
    all_services: Services, booked: UUID
) -> None:
    attendee = all_services.attendees.detail(booked).attendee
    station = all_services.check_in.open_station(EVENT.id, POINT.id, "1", "小陈")
    station.scan(sign(KEY.tag, KEY.key, attendee.token, 1))
    with pytest.raises(AlreadyArrived):
        all_services.attendees.replace_person(booked, li_ping())

    station.undo_last()
    all_services.attendees.replace_person(booked, li_ping())

    assert all_services.attendees.detail(booked).person.name == "李平"
    with all_services.store.view() as view:
        assert [one.verdict for one in view.all(Scan)] == [Verdict.OK_IN, ANNULLED]


def test_undo_gives_every_row_back(all_services: Services, booked: UUID) -> None:
    before = content(all_services.store)

    all_services.attendees.replace_person(booked, li_ping())
    all_services.history.undo()

    assert content(all_services.store) == before
