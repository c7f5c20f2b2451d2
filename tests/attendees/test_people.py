"""The use cases of people on a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.errors import Invalid
from summit_desk.domain.merging import MergeChoices
from summit_desk.domain.records import Organisation, Person, Picture, Position
from summit_desk.services.history import HistoryService
from summit_desk.services.people import PeopleService
from tests.attendees.making import register

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock

PNG = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
def people(attendees: AttendeeService, store: Store, clock: Clock) -> PeopleService:
    return PeopleService(store, clock)


def test_a_person_is_cleaned_and_spelled(people: PeopleService) -> None:
    person = Person(name=" 吕　布 ", mobile="+86 138-0000-0001", email="LuBu@EXAMPLE.com")

    people.save(person)

    found = people.detail(person.id).person
    assert (found.name, found.pinyin, found.passport_family) == ("吕布", "lü bu", "LYU")
    assert (found.mobile, found.email) == ("13800000001", "LuBu@example.com")


def test_a_person_needs_a_name(people: PeopleService) -> None:
    with pytest.raises(Invalid) as told:
        people.save(Person(name=" "))

    assert [problem.field for problem in told.value.problems] == ["name"]


def test_two_people_of_one_name_are_told_apart(
    people: PeopleService, attendees: AttendeeService
) -> None:
    register(attendees, "王磊", organisation="杭州智链平台", title="产品经理")
    register(attendees, "王磊", organisation="苏州工业平台", title="采购经理")

    assert [text for _key, text in people.options("wl")] == [
        "王磊 · 杭州智链平台 · 产品经理",
        "王磊 · 苏州工业平台 · 采购经理",
    ]


def test_organisations_are_offered_by_any_part(
    people: PeopleService, attendees: AttendeeService
) -> None:
    register(attendees, "王磊", organisation="杭州智链平台")

    assert [text for _key, text in people.organisations("智链")] == ["杭州智链平台"]


def test_positions_are_kept_in_order(people: PeopleService, store: Store) -> None:
    person, unit_ = Person(name="严华"), Organisation(full_name="宝武集团")
    people.save(person)
    with store.unit() as unit:
        unit.put(unit_)
        unit.commit("set up")
    first = Position(person_id=person.id, title="会长")
    second = Position(person_id=person.id, organisation_id=unit_.id, title="总经理")

    people.save_positions(person.id, (first, second))
    people.save_positions(person.id, (second,))

    assert [(work.unit, work.duty) for work in people.detail(person.id).work] == [
        ("宝武集团", "总经理")
    ]


def test_a_portrait_is_kept_and_taken_away(people: PeopleService) -> None:
    person = Person(name="严华")
    people.save(person)

    people.set_portrait(person.id, PNG)
    kept = people.detail(person.id).portrait
    people.set_portrait(person.id, None)

    assert kept is not None
    assert (kept.mime, kept.data) == ("image/png", PNG)
    assert people.detail(person.id).portrait is None


def pictures(store: Store) -> list[bytes]:
    with store.view() as view:
        return [picture.data for picture in view.all(Picture)]


def test_a_portrait_that_was_replaced_is_not_kept_and_comes_back_by_undo(
    people: PeopleService, store: Store, clock: Clock
) -> None:
    person = Person(name="严华")
    people.save(person)
    people.set_portrait(person.id, PNG)
    people.set_portrait(person.id, PNG + b"2")
    after = pictures(store)
    HistoryService(store, clock).undo()

    assert (after, pictures(store)) == ([PNG + b"2"], [PNG])
    assert people.detail(person.id).portrait.data == PNG


def test_a_portrait_goes_with_its_person_and_comes_back_with_them(
    people: PeopleService, store: Store, clock: Clock
) -> None:
    person = Person(name="严华")
    people.save(person)
    people.set_portrait(person.id, PNG)
    people.remove(person.id)
    after = pictures(store)
    HistoryService(store, clock).undo()

    assert (after, people.detail(person.id).portrait.data) == ([], PNG)


@pytest.mark.parametrize(("taken", "kept"), [((), b"mine"), (("portrait_id",), b"theirs")])
def test_of_two_portraits_of_one_person_the_chosen_one_is_kept(
    people: PeopleService, store: Store, taken: tuple[str, ...], kept: bytes
) -> None:
    mine, theirs = Person(name="严华"), Person(name="严华")
    for person, portrait in ((mine, b"mine"), (theirs, b"theirs")):
        people.save(person)
        people.set_portrait(person.id, portrait)
    people.merge(mine.id, theirs.id, MergeChoices(person=frozenset(taken)))

    assert (pictures(store), people.detail(mine.id).portrait.data) == ([kept], kept)


def test_the_only_portrait_of_two_records_is_kept(people: PeopleService, store: Store) -> None:
    mine, theirs = Person(name="严华"), Person(name="严华")
    for person in (mine, theirs):
        people.save(person)
    people.set_portrait(theirs.id, PNG)
    people.merge(mine.id, theirs.id)

    assert (pictures(store), people.detail(mine.id).portrait.data) == ([PNG], PNG)
