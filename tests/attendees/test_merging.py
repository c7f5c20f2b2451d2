"""Two records of one person become one, and the undo gives every row back."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db.store import Store
from summit_desk.domain.badge_codes import sign
from summit_desk.domain.change import Topic
from summit_desk.domain.errors import MovedOn
from summit_desk.domain.errors.attendees import AlreadyOne
from summit_desk.domain.merging import MergeChoices, joined
from summit_desk.domain.records import (
    Attendee,
    AttendeeCode,
    AttendeeForum,
    AttendeeGroup,
    AttendeeStatus,
    Badge,
    Body,
    CheckPoint,
    Cost,
    CustomField,
    FeeStatus,
    FieldKind,
    ForumPlace,
    Membership,
    Person,
    Position,
    Scan,
    Session,
    SessionPart,
    Speaker,
    TravelDocument,
    TravelDocumentKind,
    Traveller,
    Trip,
)
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.bundle import Services
from tests.attendees.making import ABROAD, DATA, DELEGATE, EVENT, GUEST, KEY, NOW, register, set_up
from tests.db.test_journal import content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock

POINT = CheckPoint(event_id=EVENT.id, name="入口")


@pytest.fixture
def desk_services(attendees: AttendeeService, store: Store, clock: Clock) -> Services:
    put(store, POINT)
    return Services(store, clock)


def put(store: Store, *records: object) -> None:
    with store.unit() as unit:
        unit.put_all(records)
        unit.commit("prepare", Topic.ATTENDEES)


def two(services: Services, **more: object) -> tuple[Attendee, Attendee]:
    """Register one person twice; `more` belongs to the second registration."""
    one = register(services.attendees, "严华", mobile="13800000001", organisation="宝武集团")
    other = register(services.attendees, "嚴華", **more)
    return _attendee(services, one), _attendee(services, other)


def _attendee(services: Services, key: UUID) -> Attendee:
    return services.attendees.detail(key).attendee


def merge(services: Services, kept: Attendee, other: Attendee, **choices: frozenset[str]) -> None:
    services.people.merge(kept.person_id, other.person_id, MergeChoices(**choices))


def scan(services: Services, attendee: Attendee, serial: int = 1) -> Verdict:
    station = services.check_in.open_station(EVENT.id, POINT.id, "1", "小陈")
    return station.scan(sign(KEY.tag, KEY.key, attendee.token, serial)).verdict


def test_gaps_are_filled_and_what_loses_is_kept(desk_services: Services) -> None:
    kept, other = two(
        desk_services, mobile="13900000002", email="yan@example.com", sex=None, notes="素食"
    )

    merge(desk_services, kept, other)

    detail = desk_services.attendees.detail(kept.id)
    assert (detail.person.name, detail.person.mobile) == ("严华", "13800000001")
    assert (detail.person.phone, detail.person.email) == ("13900000002", "yan@example.com")
    assert detail.person.notes == "素食\nAlso called 嚴華."
    assert detail.attendee.notes == "Merged with registration 0002."


def test_the_other_values_win_when_chosen(desk_services: Services) -> None:
    kept, other = two(desk_services, mobile="13900000002", seat="B-7", category_id=DELEGATE.id)
    put(desk_services.store, replace(kept, seat="A-1", category_id=GUEST.id))

    chosen = {"person": frozenset({"name", "mobile"}), "attendee": frozenset({"seat"})}
    merge(desk_services, kept, other, **chosen)

    detail = desk_services.attendees.detail(kept.id)
    assert (detail.person.name, detail.person.mobile) == ("嚴華", "13900000002")
    assert (detail.person.phone, detail.attendee.seat) == ("13800000001", "B-7")
    assert detail.attendee.category_id == GUEST.id
    noted = detail.attendee.notes.splitlines()
    assert noted == ["Merged with registration 0002.", "category: 代表", "seat: A-1"]


def test_a_note_is_not_lost_because_another_one_begins_with_it() -> None:
    assert joined("seat: A-12", "seat: A-1", "seat: A-12") == "seat: A-12\nseat: A-1"
    assert joined("one\ntwo", "two", "", "three") == "one\ntwo\nthree"


def test_a_name_in_letters_becomes_the_other_name(desk_services: Services) -> None:
    one = _attendee(desk_services, register(desk_services.attendees, "严华"))
    other = _attendee(desk_services, register(desk_services.attendees, "Yan Hua"))

    merge(desk_services, one, other)

    assert desk_services.people.detail(one.person_id).person.other_name == "Yan Hua"


def test_two_registrations_are_united(desk_services: Services) -> None:
    kept, other = two(
        desk_services,
        status=AttendeeStatus.CONFIRMED,
        fee_status=FeeStatus.PAID,
        fee=80000,
        tags=("VIP",),
        custom={"shirt": "L"},
        hotel="浦江饭店",
        forums=(ABROAD.id,),
    )
    put(desk_services.store, replace(kept, status=AttendeeStatus.CANCELLED, tags=("媒体",)))

    merge(desk_services, kept, other)

    detail = desk_services.attendees.detail(kept.id)
    attendee = detail.attendee
    assert attendee.status is AttendeeStatus.CONFIRMED
    assert (attendee.fee_status, attendee.fee) == (FeeStatus.PAID, 80000)
    assert (attendee.tags, attendee.custom) == (("媒体", "VIP"), {"shirt": "L"})
    assert attendee.hotel == "浦江饭店"
    assert [(forum.id, place) for forum, place in detail.forums] == [
        (ABROAD.id, ForumPlace.REGISTERED)
    ]
    assert len(desk_services.attendees.found(EVENT.id)) == 1


def test_a_barred_person_stays_barred(desk_services: Services) -> None:
    kept, other = two(desk_services, status=AttendeeStatus.BLOCKED)

    merge(desk_services, kept, other)

    assert _attendee(desk_services, kept.id).status is AttendeeStatus.BLOCKED


def test_a_registration_for_another_event_moves(desk_services: Services) -> None:
    kept = _attendee(desk_services, register(desk_services.attendees, "严华"))
    later = replace(EVENT, id=Person(name="").id, name="另一场")
    person = Person(name="严华")
    other = Attendee(
        event_id=later.id, person_id=person.id, number="0001", token="7", registered_at=NOW
    )
    put(desk_services.store, later, person, other)

    merge(desk_services, kept, other)

    assert _attendee(desk_services, other.id).person_id == kept.person_id


def test_the_badge_of_the_other_registration_still_opens_the_door(desk_services: Services) -> None:
    kept, other = two(desk_services)
    merge(desk_services, kept, other)

    station = desk_services.check_in.open_station(EVENT.id, POINT.id, "1", "小陈")
    first = station.scan(sign(KEY.tag, KEY.key, other.token, 1))

    assert first.guest is not None
    assert (first.verdict, first.guest.id) == (Verdict.OK_IN, kept.id)
    assert scan(desk_services, other) is Verdict.DUPLICATE
    assert scan(desk_services, kept) is Verdict.DUPLICATE


def test_replaced_badges_of_either_registration_stay_void(desk_services: Services) -> None:
    kept, other = two(desk_services)
    put(desk_services.store, replace(kept, serial=5, valid_serial=5))
    put(desk_services.store, replace(other, serial=3, valid_serial=3))

    merge(desk_services, kept, other)

    assert scan(desk_services, other, 2) is Verdict.REVOKED_BADGE
    assert scan(desk_services, kept, 4) is Verdict.REVOKED_BADGE
    assert scan(desk_services, other, 3) is Verdict.OK_IN


def test_a_badge_that_was_scanned_before_the_merge_is_a_duplicate_after_it(
    desk_services: Services,
) -> None:
    kept, other = two(desk_services)
    assert scan(desk_services, other) is Verdict.OK_IN

    merge(desk_services, kept, other)

    assert scan(desk_services, kept) is Verdict.DUPLICATE


def test_a_code_of_another_system_is_found(desk_services: Services) -> None:
    kept, _other = two(desk_services)
    code = AttendeeCode(event_id=EVENT.id, attendee_id=kept.id, code="A-7Q2F")
    put(desk_services.store, code)

    station = desk_services.check_in.open_station(EVENT.id, POINT.id, "1", "小陈")
    outcome = station.scan(" A-7Q2F\n")

    assert outcome.guest is not None
    assert (outcome.verdict, outcome.guest.id) == (Verdict.OK_IN, kept.id)
    assert station.scan("A-7Q2G").verdict is Verdict.UNKNOWN


def test_a_scan_after_the_merge_stays_with_the_person_when_it_is_undone(
    desk_services: Services,
) -> None:
    kept, other = two(desk_services)
    scan(desk_services, other)
    merge(desk_services, kept, other)
    scan(desk_services, kept)

    desk_services.history.undo()

    with desk_services.store.view() as view:
        scans = [(one.attendee_id, one.verdict) for one in view.all(Scan)]
    assert scans == [(other.id, Verdict.OK_IN), (kept.id, Verdict.DUPLICATE)]
    assert scan(desk_services, kept) is Verdict.OK_IN


def test_an_edit_after_the_merge_is_not_lost_by_its_undo(desk_services: Services) -> None:
    kept, other = two(desk_services)
    change = desk_services.people.merge(kept.person_id, other.person_id)
    person = desk_services.people.detail(kept.person_id).person
    desk_services.people.save(replace(person, notes="changed since"))

    with pytest.raises(MovedOn):
        desk_services.history.undo_changeset(change.changeset)


def test_the_history_of_both_is_shown(desk_services: Services) -> None:
    kept, other = two(desk_services)
    merge(desk_services, kept, other)

    told = [one.text() for one in desk_services.history.of(kept.id, kept.person_id)]
    assert told == ["Merge 0002 嚴華 into 0001 严华", "Register 嚴華", "Register 严华"]

    desk_services.history.undo()
    assert "Register 嚴華" not in [one.text() for one in desk_services.history.of(kept.id)]


def test_nobody_is_merged_with_oneself(desk_services: Services) -> None:
    kept, _other = two(desk_services)

    with pytest.raises(AlreadyOne):
        merge(desk_services, kept, kept)


def roles(person: UUID, number: int) -> list[object]:
    """Return everything a person can be; two people meet only as speakers of the event."""
    session = Session(event_id=EVENT.id, title=f"环节 {number}")
    trip = Trip(name="出访", starts_on=date(2024, 6, 1), ends_on=date(2024, 6, 9))
    body = Body(name=f"工作组 {number}", chair_person_id=person)
    traveller = Traveller(trip_id=trip.id, person_id=person)
    return [
        *(session, trip, body, traveller),
        Position(person_id=person, title="会长", position=number),
        SessionPart(session_id=session.id, person_id=person),
        Speaker(event_id=EVENT.id, person_id=person, topic=f"题目 {number}"),
        TravelDocument(traveller_id=traveller.id, kind=TravelDocumentKind.PASSPORT),
        Cost(trip_id=trip.id, spent_on=trip.starts_on, traveller_id=traveller.id),
        Membership(body_id=body.id, person_id=person),
        AttendeeGroup(event_id=EVENT.id, name=f"团 {number}", contact_person_id=person),
    ]


def test_every_role_moves_to_the_person_who_stays(desk_services: Services) -> None:
    kept, other = two(desk_services)
    put(desk_services.store, *roles(kept.person_id, 1), *roles(other.person_id, 2))

    merge(desk_services, kept, other)

    with desk_services.store.view() as view:
        mine = {"person_id": kept.person_id}
        counts = [view.count(kind, **mine) for kind in (Position, SessionPart, Traveller, Speaker)]
        assert counts == [2, 2, 2, 1]
        assert view.count(Membership, **mine) == view.count(Body, chair_person_id=kept.person_id)
        assert view.count(AttendeeGroup, contact_person_id=kept.person_id) == 2
        assert view.count(Person) == 1


def test_roles_that_meet_become_one(desk_services: Services) -> None:
    kept, other = two(desk_services)
    session, body = Session(event_id=EVENT.id, title="圆桌"), Body(name="工作组")
    trip = Trip(name="出访", starts_on=date(2024, 6, 1), ends_on=date(2024, 6, 9))
    mine = Traveller(trip_id=trip.id, person_id=kept.person_id)
    theirs = Traveller(trip_id=trip.id, person_id=other.person_id, diet="素食")
    mate = Traveller(trip_id=trip.id, person_id=Person(name="").id, room_with_id=theirs.id)
    put(
        desk_services.store,
        *(session, body, trip, mine, theirs, Person(id=mate.person_id, name="李平"), mate),
        *(SessionPart(session_id=session.id, person_id=one.person_id) for one in (kept, other)),
        Membership(body_id=body.id, person_id=kept.person_id, since=date(2022, 1, 1)),
        Membership(body_id=body.id, person_id=other.person_id, since=date(2021, 1, 1)),
        TravelDocument(traveller_id=theirs.id, kind=TravelDocumentKind.PASSPORT),
    )
    before = content(desk_services.store)

    merge(desk_services, kept, other)

    with desk_services.store.view() as view:
        assert view.count(SessionPart) == view.count(Membership) == 1
        assert view.all(Membership)[0].since == date(2021, 1, 1)
        assert view.get(Traveller, mine.id).diet == "素食"
        assert view.get(Traveller, mate.id).room_with_id == mine.id
        assert view.all(TravelDocument)[0].traveller_id == mine.id
    desk_services.history.undo()
    assert content(desk_services.store) == before


FIELD = st.sampled_from(("", "甲", "乙"))
PLACES = st.none() | st.sampled_from(list(ForumPlace))
REGISTRATION = st.fixed_dictionaries(
    {
        "seat": FIELD,
        "hotel": FIELD,
        "notes": FIELD,
        "tags": st.sampled_from(((), ("VIP",), ("VIP", "媒体"))),
        "status": st.sampled_from(list(AttendeeStatus)),
        "fee_status": st.none() | st.sampled_from(list(FeeStatus)),
        "category_id": st.sampled_from((None, GUEST.id, DELEGATE.id)),
        "custom": st.sampled_from(({}, {"shirt": "L"}, {"shirt": "M"})),
        "serial": st.integers(1, 3),
    }
)
PERSON = st.fixed_dictionaries(
    {"name": st.sampled_from(("严华", "嚴華", "Yan Hua")), "mobile": FIELD, "email": FIELD}
)
PEOPLE = st.tuples(PERSON, st.none() | REGISTRATION, PLACES, st.integers(0, 2), st.booleans())
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking would take minutes


def _records(given: tuple, number: int) -> list[object]:
    of_person, of_attendee, place, scans, with_roles = given
    person = Person(**of_person)
    made: list[object] = [person, *(roles(person.id, number) if with_roles else ())]
    if of_attendee is None:
        return made
    attendee = Attendee(
        event_id=EVENT.id,
        person_id=person.id,
        number=f"{number:04}",
        token=f"{number:010}",
        registered_at=NOW + timedelta(hours=number),
        **of_attendee,
    )
    made += [attendee, Badge(attendee_id=attendee.id, serial=1, template="A6", printed_at=NOW)]
    if place is not None:
        made.append(AttendeeForum(attendee_id=attendee.id, forum_id=DATA.id, place=place))
    made += [
        Scan(
            event_id=EVENT.id,
            point_id=POINT.id,
            attendee_id=attendee.id,
            code="7",
            verdict=str(Verdict.OK_IN),
            station=f"{number}",
            operator="小陈",
            at=NOW,
            sequence=at,
            version="1",
        )
        for at in range(scans)
    ]
    return made


@cache
def _blank() -> bytes:
    """Return a file with the event; making one takes longer than a whole example."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "blank.summit"
        with Store.create(path) as store:
            set_up(store)
            put(store, POINT)
        return path.read_bytes()


@contextmanager
def _a_summit() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.summit"
        path.write_bytes(_blank())
        with Store.open(path) as store:
            yield store


@settings(max_examples=20, phases=PHASES, deadline=None, suppress_health_check=list(HealthCheck))
@given(PEOPLE, PEOPLE, st.sets(st.sampled_from(("name", "mobile", "seat", "status", "custom"))))
def test_undoing_a_merge_gives_every_row_back(one: tuple, other: tuple, taken: set[str]) -> None:
    with _a_summit() as store:
        first, second = _records(one, 1), _records(other, 2)
        put(store, *first, *second)
        before = content(store)
        services = Services(store, lambda: NOW)
        choices = MergeChoices(frozenset(taken), frozenset(taken))

        services.people.merge(first[0].id, second[0].id, choices)
        merged = content(store)
        services.history.undo()
        undone = content(store)
        services.history.redo()

        assert undone == before
        assert content(store) == merged
        assert len(merged["person"]) == len(before["person"]) - 1
        assert len(merged["scan"]) == len(before["scan"])
        assert len(merged["badge"]) == len(before["badge"])


OWN_FIELDS = (
    CustomField(event_id=EVENT.id, key="f1", label="鞋码", kind=FieldKind.NUMBER),
    CustomField(event_id=EVENT.id, key="f2", label="参加晚宴", kind=FieldKind.YES_NO),
    CustomField(event_id=EVENT.id, key="f3", label="对接", kind=FieldKind.CHOICES),
)


def test_own_fields_are_compared_and_chosen_one_by_one(desk_services: Services) -> None:
    put(desk_services.store, *OWN_FIELDS)
    kept, other = two(desk_services, custom={"f1": 43, "f2": False, "f3": ["云"]})
    put(desk_services.store, replace(kept, custom={"f1": 42, "f2": True}, room_mate="李雷"))

    fields = [
        field
        for part in desk_services.duplicates.compare_people(kept.person_id, other.person_id).parts
        for field in part.fields
    ]
    shown = {field.label: (field.key, field.kept, field.other) for field in fields}
    merge(desk_services, kept, other, attendee=frozenset({"custom.f1"}))

    assert shown["鞋码"] == ("attendee.custom.f1", "42", "43")
    assert shown["参加晚宴"] == ("attendee.custom.f2", "yes", "no")
    assert shown["对接"] == ("attendee.custom.f3", "", "云")
    assert shown["shares a room with"][1] == "李雷"
    attendee = desk_services.attendees.detail(kept.id).attendee
    assert attendee.custom == {"f1": 43, "f2": True, "f3": ["云"]}
    assert "鞋码: 42" in attendee.notes
    assert "参加晚宴: no" in attendee.notes


@pytest.mark.parametrize(
    ("chosen", "fee"), [(frozenset(), 80000), (frozenset({"fee_status"}), 120000), (None, 120000)]
)
def test_the_fee_that_was_chosen_stays(
    desk_services: Services, chosen: frozenset[str] | None, fee: int
) -> None:
    kept, other = two(desk_services, fee_status=FeeStatus.PAID, fee=120000)
    put(desk_services.store, replace(kept, fee_status=FeeStatus.UNPAID, fee=80000))
    parts = desk_services.duplicates.compare_people(kept.person_id, other.person_id).parts
    (asked,) = (one for part in parts for one in part.fields if one.key == "attendee.fee_status")

    merge(desk_services, kept, other, **({} if chosen is None else {"attendee": chosen}))

    assert asked.proposed  # what was paid; somebody who sees both may decide otherwise
    attendee = desk_services.attendees.detail(kept.id).attendee
    assert attendee.fee == fee
    assert f"fee: {(200000 - fee) / 100:,.2f}" in attendee.notes
